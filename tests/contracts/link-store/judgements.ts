import { describe, expect, it } from 'vitest';
import type { LinkPlace, LinkStore } from '../../../gateway/directory/links/link-store.js';
import type { ComputedLink, Pair } from '../../../shared/linking/link.js';
import { computedLink, judgementEntry, linkSubject } from '../../fixtures/link-subjects.js';
import { publish, settleAll, type TakeStore } from './store-under-test.js';

export function describeJudgements(take: TakeStore): void {
  const ab = computedLink('alpha:1', 'beta:1', 0.95);
  const ac = computedLink('alpha:2', 'gamma:1', 0.8);
  const bc = computedLink('beta:1', 'gamma:1', 0.9);
  const aa = computedLink('alpha:1', 'alpha:2', 0.7);
  const linked = async () => {
    const store = await take();
    await publish(store, 'alpha', { put: [linkSubject('1'), linkSubject('2')] });
    await publish(store, 'beta', { put: [linkSubject('1')] });
    await publish(store, 'gamma', { put: [linkSubject('1')] });
    await settleAll(store, [ab, ac, bc, aa]);
    return store;
  };
  const open = (store: LinkStore, member: string, after: LinkPlace | null = null, limit = 10) =>
    store.unjudged(member, limit, after);

  describe('judgements', () => {
    it('are kept in their order, for the pair and for each of its subjects', async () => {
      const store = await linked();
      const first = { ...judgementEntry(ab, 'beta', 'POSITIVE'), evidence: 'register, no. 7 – “ø” 🜁' };
      const other = judgementEntry(ac, 'alpha', 'UNSURE');
      const second = { ...judgementEntry(ab, 'alpha', 'NEGATIVE'), decidedAt: '2026-01-01T00:00:00.000Z' };
      const third = judgementEntry(ab, 'alpha', 'NO_JUDGEMENT');
      for (const entry of [first, other, second, third]) {
        await store.judge(entry);
      }
      expect(await store.history(ab)).toEqual([first, second, third]);
      expect(await store.history(bc)).toEqual([]);
      expect(await store.judgementsOf(['gamma:1'])).toEqual([other]);
      expect(await store.judgementsOf(['beta:1', 'alpha:1', 'alpha:2'])).toEqual([
        first,
        other,
        second,
        third,
      ]);
      expect(await store.judgementsOf(['alpha:3'])).toEqual([]);
      expect(await store.judgementsOf([])).toEqual([]);
    });

    it('tell which pairs a member has a part in were judged, that of the latest entry first', async () => {
      const store = await linked();
      const [x, y, z] = [ab, ac, { candidate: 'alpha-2:1', match: 'alpha:9' }];
      for (const pair of [x, y, z, x, y]) {
        await store.judge(judgementEntry(pair, 'alpha', 'UNSURE'));
      }
      const pairsOf = (...links: readonly Pair[]) =>
        links.map(({ candidate, match }) => ({ candidate, match }));
      expect(await store.judged('alpha', 10)).toEqual(pairsOf(y, x, z));
      expect(await store.judged('alpha', 2)).toEqual(pairsOf(y, x));
      expect(await store.judged('alpha', 2, x)).toEqual(pairsOf(z));
      expect(await store.judged('alpha', 2, z)).toEqual([]);
      expect(await store.judged('alpha-2', 10)).toEqual(pairsOf(z));
      expect(await store.judged('beta', 10)).toEqual(pairsOf(x));
      expect(await store.judged('alph', 10)).toEqual([]);
    });

    it('may be about subjects and pairs that nobody linked', async () => {
      const store = await take();
      const entry = judgementEntry({ candidate: 'alpha:x', match: 'beta:y' }, 'alpha', 'POSITIVE');
      await store.judge(entry);
      await store.judge(entry);
      expect(await store.history(entry)).toEqual([entry, entry]);
    });

    it('outlast their subjects and links', async () => {
      const store = await linked();
      const entry = judgementEntry(ab, 'beta', 'NEGATIVE');
      await store.judge(entry);
      await publish(store, 'beta', { withdraw: ['1'] });
      await store.clear('alpha');
      expect(await store.linksOf(['alpha:1'])).toEqual([]);
      expect(await store.history(ab)).toEqual([entry]);
      expect(await store.judgementsOf(['alpha:1'])).toEqual([entry]);
    });

    it('are asked for of the links a member has a part in, best first, page by page', async () => {
      const store = await linked();
      expect(await open(store, 'alpha')).toEqual([ab, ac, aa]);
      expect(await open(store, 'beta')).toEqual([ab, bc]);
      expect(await open(store, 'gamma')).toEqual([bc, ac]);
      expect(await open(store, 'alph')).toEqual([]);
      expect(await open(store, 'alpha', null, 2)).toEqual([ab, ac]);
      expect(await open(store, 'alpha', ab, 1)).toEqual([ac]);
      expect(await open(store, 'alpha', ac)).toEqual([aa]);
      expect(await open(store, 'alpha', aa)).toEqual([]);
      expect(await open(store, 'alpha', { candidate: 'alpha:0', match: 'alpha:9', score: 0.9 })).toEqual([
        ac,
        aa,
      ]);
    });

    it('are asked for of links of one score in an order that stays', async () => {
      const store = await take();
      const locals = ['1', '2', '3', '4', '5'];
      await publish(store, 'alpha', { put: locals.map((local) => linkSubject(local)) });
      await publish(store, 'beta', { put: locals.map((local) => linkSubject(local)) });
      const links = locals.flatMap((a) => locals.map((b) => computedLink(`alpha:${a}`, `beta:${b}`, 0.5)));
      await settleAll(store, [...links, ab]);
      const seen: ComputedLink[] = [];
      for (let last: ComputedLink | null = null; ; ) {
        const page: readonly ComputedLink[] = await open(store, 'beta', last, 4);
        seen.push(...page);
        last = page.at(-1) ?? null;
        if (last === null) {
          break;
        }
      }
      expect(seen[0]).toEqual(ab);
      // One of the pairs was found twice, and the last one stays.
      expect(seen).toHaveLength(links.length);
      expect(new Set(seen.map(({ candidate, match }) => `${candidate} ${match}`)).size).toBe(links.length);
      expect(await open(store, 'beta', null, 100)).toEqual(seen);
    });

    it('are no longer asked for where a member concerned has judged, unless it took that back', async () => {
      const store = await linked();
      await store.judge(judgementEntry(ab, 'beta', 'UNSURE'));
      expect(await open(store, 'alpha')).toEqual([ac, aa]);
      expect(await open(store, 'beta')).toEqual([bc]);
      await store.judge(judgementEntry(ab, 'alpha', 'NO_JUDGEMENT'));
      expect(await open(store, 'beta')).toEqual([bc]);
      await store.judge(judgementEntry(ab, 'beta', 'NO_JUDGEMENT'));
      expect(await open(store, 'beta')).toEqual([ab, bc]);
      await store.judge(judgementEntry(ab, 'beta', 'POSITIVE'));
      expect(await open(store, 'beta')).toEqual([bc]);
      await store.judge(judgementEntry(bc, 'alpha', 'NEGATIVE'));
      expect(await open(store, 'beta')).toEqual([bc]);
      await store.judge(judgementEntry(aa, 'alpha', 'NEGATIVE'));
      expect(await open(store, 'alpha')).toEqual([ac]);
    });

    it('hold for a link that is found again', async () => {
      const store = await linked();
      await store.judge(judgementEntry(ab, 'beta', 'NEGATIVE'));
      await store.markAllPending();
      await settleAll(store, [ab, bc]);
      expect(await open(store, 'beta')).toEqual([bc]);
    });
  });
}

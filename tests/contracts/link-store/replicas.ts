import { randomUUID } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { LinkSubject } from '../../../shared/linking/link-subject.js';
import { computedLink, judgementEntry, keyedSubject, linkSubject } from '../../fixtures/link-subjects.js';
import { publication, publish, settleAll, type TakeStore } from './store-under-test.js';

export function describeReplicas(take: TakeStore): void {
  const pair = async () => {
    const place = randomUUID();
    return [await take({ place }), await take({ place })] as const;
  };

  describe('replicas', () => {
    it('see at once what another wrote', async () => {
      const [a, b] = await pair();
      await publish(a, 'alpha', { put: [keyedSubject('1', 'x')] });
      expect(await b.idsByKeys(['b:x'], 9)).toEqual(new Map([['b:x', ['alpha:1']]]));
      await publish(b, 'beta', { put: [keyedSubject('1', 'x')] });
      const link = computedLink('alpha:1', 'beta:1');
      await settleAll(a, [link]);
      expect(await b.pending(9)).toEqual([]);
      expect(await b.linksOf(['alpha:1'])).toEqual([link]);
      await b.judge(judgementEntry(link, 'alpha', 'NEGATIVE'));
      expect(await a.history(link)).toHaveLength(1);
      await publish(b, 'alpha', { withdraw: ['1'] });
      expect(await a.linksOf(['beta:1'])).toEqual([]);
      expect(await a.subjects(['alpha:1'])).toEqual([undefined]);
      expect(await a.countSubjects()).toBe(1);
    });

    it('apply a sequence once, whoever is asked', async () => {
      const [a, b] = await pair();
      const one = publication('alpha', 1, { put: [linkSubject('1')] });
      const done = await Promise.all([a.apply(one), b.apply(one), a.apply(one), b.apply(one)]);
      expect(done.map(({ outcome }) => outcome).toSorted()).toEqual([
        'applied',
        'repeated',
        'repeated',
        'repeated',
      ]);
      expect(done.every(({ last }) => last === 1)).toBe(true);
      expect(await a.countSubjects()).toBe(1);
    });

    it('apply what several members publish at the same time', async () => {
      const [a, b] = await pair();
      const members = ['alpha', 'beta', 'gamma', 'delta'];
      await Promise.all(
        members.map(async (member, i) => {
          for (const local of ['1', '2', '3']) {
            await publish(i % 2 === 0 ? a : b, member, { put: [keyedSubject(local, 'x')] });
          }
        }),
      );
      expect(await a.countSubjects()).toBe(12);
      expect(await b.pending(99)).toHaveLength(12);
      expect((await b.idsByKeys(['b:x'], 99)).get('b:x')).toHaveLength(12);
      expect(new Set((await b.pending(99)).map(({ change }) => change)).size).toBe(12);
    });

    it('never show a part of a publication', { timeout: 60_000 }, async () => {
      const [a, b] = await pair();
      const locals = Array.from({ length: 120 }, (_, i) => `${i}`);
      const put = (topic: string) => locals.map((local) => keyedSubject(local, topic));
      await publish(a, 'alpha', { put: put('old') });
      let isDone = false;
      const done = publish(a, 'alpha', { put: put('new') }).then(() => {
        isDone = true;
      });
      const ids = locals.map((local) => `alpha:${local}`);
      while (!isDone) {
        await breathe();
        const topics = new Set((await b.subjects(ids)).map((one) => one?.subject.topics[0]));
        expect(topics.size).toBe(1);
        const found = await b.idsByKeys(['b:old', 'b:new'], 1_000);
        expect([...found.values()].map(({ length }) => length).toSorted()).toEqual([0, 120]);
      }
      await done;
      expect((await b.idsByKeys(['b:new'], 1_000)).get('b:new')).toHaveLength(120);
    });

    it('judge at the same time without losing an entry', async () => {
      const [a, b] = await pair();
      const link = computedLink('alpha:1', 'beta:1');
      await Promise.all(
        Array.from({ length: 10 }, (_, i) =>
          (i % 2 === 0 ? a : b).judge({ ...judgementEntry(link, 'alpha', 'UNSURE'), evidence: `${i}` }),
        ),
      );
      const history = await a.history(link);
      expect(history.map(({ evidence }) => evidence).toSorted()).toEqual([...'0123456789']);
      expect(await b.history(link)).toEqual(history);
    });

    it('share what was counted', async () => {
      const [a, b] = await pair();
      await a.putStatistics('{"names":1}');
      expect(await b.statistics()).toBe('{"names":1}');
      const large = JSON.stringify({ names: 'ø'.repeat(3_000_000) });
      await b.putStatistics(large);
      expect((await a.statistics()) === large).toBe(true);
    });

    it('link one at a time, until the one is done or its time is over', async () => {
      let time = 0;
      const place = randomUUID();
      const now = () => new Date(time);
      const [a, b] = [await take({ place, now }), await take({ place, now })];
      const claims = await Promise.all([a.claimRun('a', 1_000), b.claimRun('b', 1_000)]);
      expect(claims.filter(Boolean)).toHaveLength(1);
      const [holder, other] = claims[0] ? ['a', 'b'] : ['b', 'a'];
      expect(await b.claimRun(other, 1_000)).toBe(false);
      time = 900;
      expect(await a.claimRun(holder, 1_000)).toBe(true);
      time = 1_899;
      expect(await b.claimRun(other, 1_000)).toBe(false);
      time = 1_900;
      expect(await b.claimRun(other, 1_000)).toBe(true);
      expect(await a.claimRun(holder, 1_000)).toBe(false);
      await a.releaseRun(holder);
      expect(await a.claimRun(holder, 1_000)).toBe(false);
      await b.releaseRun(other);
      expect(await a.claimRun(holder, 1_000)).toBe(true);
    });

    it('find subjects by keys that are made in another way since they were opened', async () => {
      const place = randomUUID();
      const first = await take({ place });
      await publish(first, 'alpha', { put: [keyedSubject('1', 'x'), keyedSubject('2', 'y')] });
      await publish(first, 'alpha', { withdraw: ['2'] });
      await settleAll(first, []);
      const before = await first.subjects(['alpha:1']);
      await first.close();
      const keysOf = (_id: string, { topics }: LinkSubject) => topics.map((topic) => `other:${topic}`);
      const second = await take({ place, keysOf });
      await second.putStatistics('{}');
      expect(await second.idsByKeys(['b:x', 'other:x', 'other:y'], 9)).toEqual(
        new Map([
          ['b:x', []],
          ['other:x', ['alpha:1']],
          ['other:y', []],
        ]),
      );
      expect(await second.subjects(['alpha:1'])).toEqual(before);
      expect(await second.pending(9)).toEqual([]);
      await publish(second, 'alpha', { withdraw: ['1'] });
      expect((await second.idsByKeys(['other:x'], 9)).get('other:x')).toEqual([]);
    });

    it('find everything again after a closing', async () => {
      const place = randomUUID();
      const first = await take({ place });
      await publish(first, 'alpha', { put: [keyedSubject('1', 'x')] });
      const before = await first.subjects(['alpha:1']);
      await first.close();
      const second = await take({ place });
      expect(await second.subjects(['alpha:1'])).toEqual(before);
      expect(await second.lastSequence('alpha')).toBe(1);
    });
  });
}

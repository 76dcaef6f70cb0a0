import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type LinkProgress,
  type LinkRunOptions,
  linkFully,
  linkPending,
} from '../../../../../gateway/directory/links/link-run.js';
import type { LinkStore } from '../../../../../gateway/directory/links/link-store.js';
import { surveySubjects } from '../../../../../gateway/directory/links/survey-subjects.js';
import type { ComputedLink } from '../../../../../shared/linking/link.js';
import type { LinkSubject } from '../../../../../shared/linking/link-subject.js';
import { subjectKeys } from '../../../../../shared/linking/subject-keys.js';
import { linkSubject } from '../../../../fixtures/link-subjects.js';
import { createMemoryLinkStore, LinkMemory } from '../../../../fixtures/memory-link-store.js';

const now = () => new Date('2026-06-30T06:00:00.000Z');

function openStore(memory = new LinkMemory()): LinkStore {
  return createMemoryLinkStore({ keysOf: (_, subject) => subjectKeys(subject), now, memory });
}

function runOf(store: LinkStore, more: Partial<LinkRunOptions> = {}): LinkRunOptions {
  return { store, holder: 'a', now, signal: new AbortController().signal, ...more };
}

async function publish(
  store: LinkStore,
  member: string,
  changes: { readonly put?: readonly LinkSubject[]; readonly withdraw?: readonly string[] },
): Promise<void> {
  const { put = [], withdraw = [] } = changes;
  const sequence = (await store.lastSequence(member)) + 1;
  const signed = { kid: 'k', digest: 'd', at: now().toISOString() };
  await store.apply({ member, sequence, put, withdraw, ...signed });
}

async function allLinks(store: LinkStore): Promise<readonly ComputedLink[]> {
  const { subjects } = await store.walk(null, 10_000);
  return await store.linksOf(subjects.map(({ id }) => id));
}

const pairs = (links: readonly ComputedLink[]) =>
  links.map(({ candidate, match, verdict }) => `${candidate} ${match} ${verdict}`);

const ada = { names: [{ full: 'Adela Montrose' }], birthDate: '1970-02-03', countries: ['PT'] };
const register = { scheme: 'PT-REG', id: '4711' };

describe('a run', () => {
  test('finds who is the same, in whatever script and at whichever member', async () => {
    const store = openStore();
    await publish(store, 'alpha', {
      put: [linkSubject('1', ada), linkSubject('2', { identifiers: [register] })],
    });
    await publish(store, 'beta', {
      put: [
        linkSubject('1', { ...ada, names: [{ full: 'Адела Монтросе' }] }),
        linkSubject('2', { identifiers: [register] }),
        linkSubject('3', { ...ada, birthDate: '1980' }),
      ],
    });
    expect(await linkPending(runOf(store))).toEqual({ outcome: 'done', subjects: 5, forAll: 5, links: 2 });
    expect(pairs(await allLinks(store))).toEqual(['alpha:1 beta:1 PROPOSE', 'alpha:2 beta:2 ACCEPT']);
  });

  test('takes a link away when one of its subjects changes or goes', async () => {
    const store = openStore();
    await publish(store, 'alpha', { put: [linkSubject('1', ada)] });
    await publish(store, 'beta', { put: [linkSubject('1', ada), linkSubject('2', ada)] });
    await linkPending(runOf(store));
    expect(await allLinks(store)).toHaveLength(3);
    await publish(store, 'beta', { put: [linkSubject('1', { ...ada, birthDate: '1971' })], withdraw: ['2'] });
    await linkPending(runOf(store));
    expect(await allLinks(store)).toEqual([]);
  });

  test('does not compare all who have a name that many have', async () => {
    const store = openStore();
    const many = Array.from({ length: 150 }, (_, i) => linkSubject(`${i}`, { names: ada.names }));
    await publish(store, 'alpha', { put: [...many, linkSubject('x', ada), linkSubject('y', ada)] });
    await linkFully(runOf(store));
    expect(pairs(await allLinks(store))).toEqual(['alpha:x alpha:y PROPOSE']);
  });

  test('counts names of those alone of whom everybody may know', async () => {
    const [open, closed] = [openStore(), openStore()];
    for (const store of [open, closed]) {
      await publish(store, 'alpha', { put: [linkSubject('1', ada)] });
    }
    const hidden = [
      { tlp: 'TLP:GREEN' as const },
      { tlp: 'TLP:CLEAR' as const, embargoUntil: '2030-01-01T00:00:00.000Z' },
    ].map((audience, i) =>
      linkSubject(`h${i}`, { ...ada, audience: { sharedWith: [], requires: [], ...audience } }),
    );
    await publish(closed, 'beta', { put: hidden });
    const renew = async () => undefined;
    const statisticsOf = async (store: LinkStore) => (await surveySubjects({ store }, renew)).statistics;
    expect(await statisticsOf(closed)).toBe(await statisticsOf(open));
  });

  test('takes subjects with those that they are compared with, and once each', async () => {
    const store = openStore();
    const words = ['Branimirova', 'Trelawney', 'Moldoveanu', 'Sigurdson', 'Fernandez', 'Zhylenko'];
    const names = [...words, ...words].map((word) => `Ada ${word}`);
    const put = names.map((full, i) => linkSubject(`${i}`, { names: [{ full }] }));
    await publish(store, 'alpha', { put });
    const { order } = await surveySubjects({ store }, async () => undefined);
    const named = order.map((id) => names[Number(id.replace('alpha:', ''))]);
    expect(new Set(order).size).toBe(names.length);
    expect(named.filter((name, i) => name !== named[i - 1])).toHaveLength(words.length);
  });

  test('reports how far it is', async () => {
    const store = openStore();
    await publish(store, 'alpha', { put: [linkSubject('1', ada), linkSubject('2', ada)] });
    const seen: LinkProgress[] = [];
    await linkFully(runOf(store, { onProgress: (progress) => seen.push(progress) }));
    expect(seen).toEqual([
      { step: 'counting', done: 2, of: 2 },
      { step: 'linking', done: 2, of: 2 },
    ]);
  });
});

describe('one run at a time', () => {
  test('another process that links is left alone', async () => {
    const store = openStore();
    await publish(store, 'alpha', { put: [linkSubject('1', ada)] });
    await store.claimRun('b', 60_000);
    expect(await linkFully(runOf(store))).toEqual({ outcome: 'busy' });
    expect(await store.pending(10)).toHaveLength(1);
    await store.releaseRun('b');
    expect(await linkFully(runOf(store))).toMatchObject({ outcome: 'done', subjects: 1 });
  });

  test('a run that is stopped keeps what is settled, and the next goes on', async () => {
    const store = openStore();
    const subjects = Array.from({ length: 800 }, (_, i) =>
      linkSubject(`${i}`, { identifiers: [{ ...register, id: `${1 + (i % 400)}` }] }),
    );
    await publish(store, 'alpha', { put: subjects });
    const stop = new AbortController();
    const stopped = linkFully(
      runOf(store, { signal: stop.signal, onProgress: ({ step }) => step === 'linking' && stop.abort() }),
    );
    await expect(stopped).rejects.toMatchObject({ code: 'INTERRUPTED' });
    expect(await store.pending(1_000)).toHaveLength(300);
    expect(await linkPending(runOf(store, { holder: 'b' }))).toMatchObject({
      outcome: 'done',
      subjects: 300,
    });
    expect(await allLinks(store)).toHaveLength(400);
  });
});

const names = [
  'Adela Montrose',
  'MONTROSE Adela',
  'A. Montrose',
  'Адела Монтросе',
  'Odile Ferrand',
  'Ferrand',
];

const drafts = fc.record({
  kind: fc.constantFrom('PERSON' as const, 'ORGANIZATION' as const),
  names: fc.subarray(names.map((full) => ({ full }))),
  countries: fc.subarray(['PT', 'GR']),
  identifiers: fc.subarray([register, { ...register, id: '4712' }]),
  birthDate: fc.constantFrom('1970', '1970-02-03', '1980'),
});

const changes = fc.array(
  fc.record({
    member: fc.constantFrom('alpha', 'beta', 'gamma'),
    local: fc.constantFrom('1', '2', '3', '4'),
    /** Nothing: it is withdrawn. */
    draft: fc.option(drafts),
    isLinkedNow: fc.boolean(),
  }),
  { maxLength: 30 },
);

test('linked one by one in any order of publication it is as if linked from scratch, by the same statistics', async () => {
  await fc.assert(
    fc.asyncProperty(changes, async (story) => {
      const [grown, whole] = [openStore(), openStore()];
      const final = new Map<string, { member: string; subject: LinkSubject }>();
      for (const { member, local, draft } of story) {
        final.delete(`${member}:${local}`);
        if (draft !== null) {
          final.set(`${member}:${local}`, { member, subject: linkSubject(local, draft) });
        }
      }
      for (const { member, subject } of final.values()) {
        await publish(whole, member, { put: [subject] });
      }
      await linkFully(runOf(whole));
      await grown.putStatistics((await whole.statistics()) ?? '');
      for (const { member, local, draft, isLinkedNow } of story) {
        const put = draft === null ? {} : { put: [linkSubject(local, draft)] };
        await publish(grown, member, draft === null ? { withdraw: [local] } : put);
        if (isLinkedNow) {
          await linkPending(runOf(grown));
        }
      }
      await linkPending(runOf(grown));
      expect(await allLinks(grown)).toEqual(await allLinks(whole));
    }),
    { seed: 20_260_630, numRuns: 60 },
  );
});

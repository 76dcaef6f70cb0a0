import { describe, expect, it } from 'vitest';
import { keyedSubject, linkSubject } from '../../fixtures/link-subjects.js';
import {
  pendingIds,
  publication,
  publish,
  published,
  settleAll,
  type TakeStore,
} from './store-under-test.js';

export function describePublications(take: TakeStore): void {
  describe('publications', () => {
    it('a store is empty at first', async () => {
      const store = await take();
      expect(await store.lastSequence('alpha')).toBe(0);
      expect(await store.receipt('alpha', 1)).toBeUndefined();
      expect(await store.countSubjects()).toBe(0);
      expect(await store.walk(null, 10)).toEqual({ subjects: [], next: null });
      expect(await store.subjects(['alpha:1'])).toEqual([undefined]);
      expect(await store.pending(10)).toEqual([]);
      expect(await store.statistics()).toBeNull();
    });

    it('gives back what was published, in the order asked for', async () => {
      const store = await take();
      const full = linkSubject('1', {
        kind: 'ORGANIZATION',
        names: [{ full: 'Ångström & Søn 株式会社 🜁 "q" \\ $x.y', language: 'nob', script: 'Latn' }],
        birthDate: '1999-01',
        countries: ['NO', 'JP'],
        identifiers: [{ scheme: 'NO-ORGNR', id: '1' }],
        topics: ['a'],
        tokens: [{ round: '2026-q1', identifiers: ['x'.repeat(43)], names: [] }],
        audience: {
          tlp: 'TLP:AMBER',
          embargoUntil: '2027-01-01T00:00:00.000Z',
          sharedWith: ['beta'],
          requires: [],
        },
      });
      const plain = linkSubject('ø-2');
      await publish(store, 'alpha', { put: [full, plain] });
      const [second, none, first] = await store.subjects(['alpha:ø-2', 'alpha:3', 'alpha:1']);
      expect(none).toBeUndefined();
      expect(first).toEqual({
        id: 'alpha:1',
        member: 'alpha',
        entityId: expect.stringMatching(/^ent-[0-9a-z]{26}$/),
        since: published,
        subject: full,
      });
      expect(second?.subject).toEqual(plain);
      const ids = [first, second].map((one) => one?.entityId ?? '');
      expect(new Set(ids).size).toBe(2);
      const byEntityId = await store.subjectsByEntityId([
        ...ids,
        'ent-00000000000000000000000000',
        'alpha:1',
      ]);
      expect(byEntityId.map((one) => one?.id)).toEqual(['alpha:1', 'alpha:ø-2', undefined, undefined]);
      expect(await store.countSubjects()).toBe(2);
    });

    it('applies each sequence once and none before the one before', async () => {
      const store = await take();
      expect(await store.apply(publication('alpha', 2))).toEqual({ outcome: 'gap', last: 0 });
      const first = publication('alpha', 1, { put: [linkSubject('1')] });
      expect(await store.apply(first)).toEqual({ outcome: 'applied', last: 1 });
      expect(await store.apply(publication('alpha', 2, { withdraw: ['1'] }))).toEqual({
        outcome: 'applied',
        last: 2,
      });
      expect(await store.apply(first)).toEqual({ outcome: 'repeated', last: 2 });
      expect(await store.apply(publication('alpha', 4, { put: [linkSubject('4')] }))).toEqual({
        outcome: 'gap',
        last: 2,
      });
      expect(await store.countSubjects()).toBe(0);
      expect(await store.lastSequence('alpha')).toBe(2);
      expect(await store.lastSequence('beta')).toBe(0);
    });

    it('keeps by which key and over what each publication was signed', async () => {
      const store = await take();
      await store.apply(publication('alpha', 1, { kid: 'k1', digest: 'd1' }));
      await store.apply(publication('alpha', 2, { kid: 'k2', digest: 'd2', at: '2026-02-02T00:00:00.000Z' }));
      await store.apply(publication('alpha', 2, { kid: 'k3', digest: 'd3' }));
      expect(await store.receipt('alpha', 1)).toEqual({ kid: 'k1', digest: 'd1', at: published });
      expect(await store.receipt('alpha', 2)).toEqual({
        kid: 'k2',
        digest: 'd2',
        at: '2026-02-02T00:00:00.000Z',
      });
      expect(await store.receipt('alpha', 3)).toBeUndefined();
      expect(await store.receipt('beta', 1)).toBeUndefined();
    });

    it('of several under one id keeps the last, and withdraws what is put and withdrawn', async () => {
      const store = await take();
      await publish(store, 'alpha', {
        put: [keyedSubject('1', 'a'), keyedSubject('2', 'a'), keyedSubject('1', 'b')],
        withdraw: ['2', '3'],
      });
      expect((await store.walk(null, 10)).subjects.map(({ subject }) => subject)).toEqual([
        keyedSubject('1', 'b'),
      ]);
      expect(await store.idsByKeys(['b:a', 'b:b'], 10)).toEqual(
        new Map([
          ['b:a', []],
          ['b:b', ['alpha:1']],
        ]),
      );
      expect(await pendingIds(store)).toEqual(['alpha:1']);
      expect(await store.countSubjects()).toBe(1);
    });

    it('takes a change of content over, with its keys, and keeps id and date', async () => {
      const store = await take();
      await publish(store, 'alpha', { put: [keyedSubject('1', 'a', 'b')] });
      const [before] = await store.subjects(['alpha:1']);
      const changed = keyedSubject('1', 'b', 'c');
      await publish(store, 'alpha', { put: [changed], at: '2026-03-01T00:00:00.000Z' });
      expect(await store.subjects(['alpha:1'])).toEqual([{ ...before, subject: changed }]);
      const ids = await store.idsByKeys(['b:a', 'b:b', 'b:c'], 10);
      expect([...ids.values()]).toEqual([[], ['alpha:1'], ['alpha:1']]);
      expect(await store.countSubjects()).toBe(1);
    });

    it('has each change pending once, oldest first, and what did not change not again', async () => {
      const store = await take();
      await publish(store, 'alpha', { put: [keyedSubject('b'), keyedSubject('a'), keyedSubject('c')] });
      await publish(store, 'beta', { put: [keyedSubject('d')] });
      expect(await pendingIds(store)).toEqual(['alpha:b', 'alpha:a', 'alpha:c', 'beta:d']);
      expect((await store.pending(2)).map(({ id }) => id)).toEqual(['alpha:b', 'alpha:a']);
      await publish(store, 'alpha', { put: [keyedSubject('b', 'new'), keyedSubject('a')] });
      expect(await pendingIds(store)).toEqual(['alpha:a', 'alpha:c', 'beta:d', 'alpha:b']);
      await settleAll(store);
      expect(await pendingIds(store)).toEqual([]);
      const { names, ...rest } = keyedSubject('c');
      await publish(store, 'alpha', { put: [{ names, ...rest }, keyedSubject('a', 'new')] });
      expect(await pendingIds(store)).toEqual(['alpha:a']);
    });

    it('of a subject withdrawn nothing is found, and its entity id is nobody’s', async () => {
      const store = await take();
      await publish(store, 'alpha', { put: [keyedSubject('1', 'a'), keyedSubject('2', 'a')] });
      const [one] = await store.subjects(['alpha:1']);
      await publish(store, 'alpha', { withdraw: ['1', 'never-there'] });
      expect(await store.subjects(['alpha:1'])).toEqual([undefined]);
      expect(await store.subjectsByEntityId([one?.entityId ?? ''])).toEqual([undefined]);
      expect((await store.walk(null, 10)).subjects.map(({ id }) => id)).toEqual(['alpha:2']);
      expect(await store.idsByKeys(['b:a'], 10)).toEqual(new Map([['b:a', ['alpha:2']]]));
      expect(await store.idsWithAll(['b:a'], { after: null, limit: 10 })).toEqual(['alpha:2']);
      expect(await pendingIds(store)).toEqual(['alpha:2']);
      expect(await store.countSubjects()).toBe(1);
    });

    it('gives a subject published again its entity id and its date back, and has it linked', async () => {
      const store = await take();
      await publish(store, 'alpha', { put: [keyedSubject('1', 'a')] });
      await settleAll(store);
      const [before] = await store.subjects(['alpha:1']);
      await publish(store, 'alpha', { withdraw: ['1'] });
      await publish(store, 'alpha', { put: [keyedSubject('1', 'a')], at: '2026-04-01T00:00:00.000Z' });
      expect(await store.subjects(['alpha:1'])).toEqual([before]);
      expect(await store.idsByKeys(['b:a'], 10)).toEqual(new Map([['b:a', ['alpha:1']]]));
      expect(await pendingIds(store)).toEqual(['alpha:1']);
      expect(await store.countSubjects()).toBe(1);
    });

    it('clears all of a member and of no other, starts its sequence again and gives ids back', async () => {
      const store = await take();
      const many = Array.from({ length: 120 }, (_, i) => keyedSubject(`${i}`, 'a'));
      await publish(store, 'alpha', { put: many });
      await publish(store, 'alpha-2', { put: [keyedSubject('1', 'a')] });
      await publish(store, 'alph', { put: [keyedSubject('1', 'a')] });
      const before = await store.subjects(['alpha:0', 'alpha:119']);
      await store.clear('alpha');
      expect((await store.walk(null, 10)).subjects.map(({ id }) => id)).toEqual(['alph:1', 'alpha-2:1']);
      expect(await store.countSubjects()).toBe(2);
      expect(await store.lastSequence('alpha')).toBe(0);
      expect(await store.lastSequence('alpha-2')).toBe(1);
      expect(await store.receipt('alpha', 1)).toBeUndefined();
      expect(await pendingIds(store)).toEqual(['alpha-2:1', 'alph:1']);
      expect(await store.apply(publication('alpha', 1, { put: many }))).toEqual({
        outcome: 'applied',
        last: 1,
      });
      expect(await store.subjects(['alpha:0', 'alpha:119'])).toEqual(before);
      await store.clear('nobody');
      expect(await store.countSubjects()).toBe(122);
    });

    it('applies nothing of a publication that fails in its middle', async () => {
      const store = await take({
        keysOf(id) {
          if (id === 'alpha:bad') {
            throw new Error('a fault in the middle');
          }
          return ['b:a'];
        },
      });
      await publish(store, 'alpha', { put: [linkSubject('1')] });
      const put = [keyedSubject('1', 'changed'), linkSubject('2'), linkSubject('bad')];
      await expect(publish(store, 'alpha', { put, withdraw: ['1'] })).rejects.toThrow('in the middle');
      expect((await store.walk(null, 10)).subjects.map(({ subject }) => subject)).toEqual([linkSubject('1')]);
      expect(await store.idsByKeys(['b:a'], 10)).toEqual(new Map([['b:a', ['alpha:1']]]));
      expect(await pendingIds(store)).toEqual(['alpha:1']);
      expect(await store.lastSequence('alpha')).toBe(1);
      expect(await publish(store, 'alpha', { put: [linkSubject('2')] })).toEqual({
        outcome: 'applied',
        last: 2,
      });
    });
  });
}

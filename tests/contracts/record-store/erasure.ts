import { describe, expect, test } from 'vitest';
import { everything, type Filter } from '../../../shared/store/filter.js';
import type { StoreAdapter } from './store-adapter.js';
import { by, createOpener, importAll, localsOf, newPlace, walk } from './store-under-test.js';
import { aPerson, aThing } from './thing.js';

const subject = {
  ref: 'Person',
  id: 'p1',
  name: 'Quillon Vantreese',
  identifiers: [{ scheme: 'XX-REG', id: 'zq-4471' }],
};

const and = (...of: Filter[]): Filter => ({ op: 'and', of });

export function describeErasure(adapter: StoreAdapter): void {
  describe('delete', () => {
    const open = createOpener(adapter);

    test('removes records and says how many there were', async () => {
      const store = await open();
      await importAll(store, [aThing('a', { year: 1 }), aThing('b'), aThing('c'), aPerson('a')]);
      expect(await store.delete('Thing', ['a', 'c', 'c', 'x'])).toBe(2);
      expect(await store.delete('Thing', ['a'])).toBe(0);
      expect(await store.delete('Thing', [])).toBe(0);
      expect(await localsOf(store, everything)).toEqual(['b']);
      expect(await localsOf(store, everything, { type: 'Person' })).toEqual(['a']);
      expect(await store.getByIds('Thing', ['a'])).toEqual([undefined]);
    });

    test('lets an import bring them again', async () => {
      const store = await open();
      await importAll(store, [aThing('a', { tags: ['red'] })]);
      await store.delete('Thing', ['a']);
      expect(await localsOf(store, { op: 'eq', key: 'tags', value: 'red' })).toEqual([]);
      expect(await importAll(store, [aThing('a', { tags: ['red'] })])).toEqual(['inserted']);
      expect(await localsOf(store, { op: 'eq', key: 'tags', value: 'red' })).toEqual(['a']);
    });
  });

  describe('forget', () => {
    const open = createOpener(adapter);

    test('erases a record and says whether it was there', async () => {
      const store = await open();
      await importAll(store, [aThing('a'), aThing('b'), aPerson('a')]);
      expect(await store.forget('Thing', 'a', 'asked for')).toBe(true);
      expect(await store.forget('Thing', 'a', 'asked for again')).toBe(false);
      expect(await localsOf(store, everything)).toEqual(['b']);
      expect(await localsOf(store, everything, { type: 'Person' })).toEqual(['a']);
    });

    test('lets no import bring it back, also where it was never there', async () => {
      const store = await open();
      await importAll(store, [aThing('a')]);
      await store.forget('Thing', 'a', 'asked for');
      expect(await store.forget('Thing', 'never', 'asked for')).toBe(false);
      expect(await importAll(store, [aThing('a'), aThing('never'), aThing('b')])).toEqual([
        'forgotten',
        'forgotten',
        'inserted',
      ]);
      expect(await localsOf(store, everything)).toEqual(['b']);
    });

    test('takes the name and identifiers of a party out of all that refer to it', async () => {
      const store = await open();
      const deep = { rows: [{ who: subject }, { who: { ...subject, id: 'p2' } }] };
      await importAll(store, [
        aPerson('p1', { name: 'Quillon Vantreese' }),
        aPerson('p2', { name: 'Quillon Vantreese' }),
        aThing('a', { subject, deep, title: 'Kiosk', year: 7 }),
        aThing('b', { subject: { ...subject, ref: 'Organization' } }),
      ]);
      expect(await store.forget('Person', 'p1', 'asked for')).toBe(true);
      const [a, b] = await store.getByIds('Thing', ['a', 'b']);
      expect(a?.body['subject']).toEqual({ ref: 'Person', id: 'p1' });
      expect(a?.body['deep']).toEqual({ rows: [{ who: { ref: 'Person', id: 'p1' } }, deep.rows[1]] });
      expect(b?.body['subject']).toEqual({ ...subject, ref: 'Organization' });
      expect(await localsOf(store, { op: 'text', tokens: ['quillon'] })).toEqual(['b']);
      expect(await localsOf(store, { op: 'text', tokens: ['kiosk'] })).toEqual(['a']);
      expect(await localsOf(store, { op: 'eq', key: 'identifier', value: 'XX-REG:zq-4471' })).toEqual([
        'a',
        'b',
      ]);
      expect((await walk(store, [by('year')]))[0]?.record.local).toBe('a');
    });

    test('takes them out of protected places too, from which the record can still be found by id', async () => {
      const store = await open();
      const kin = [{ who: subject }, { who: { ...subject, id: 'p2' }, known: true }];
      await importAll(store, [aPerson('p1'), aThing('a', { owner: subject, kin }), aThing('b', { kin })]);
      const quillon: Filter = { op: 'text', tokens: ['quillon'], protected: true };
      const identifier: Filter = { op: 'eq', key: 'protectedIdentifier', value: 'XX-REG:zq-4471' };
      expect(await localsOf(store, and(quillon, identifier))).toEqual(['a', 'b']);
      await store.forget('Person', 'p1', 'asked for');
      // Of "p2", who is named in public, all is left.
      expect(await localsOf(store, { op: 'text', tokens: ['quillon'] })).toEqual(['a', 'b']);
      expect(await localsOf(store, identifier)).toEqual([]);
      await store.forget('Person', 'p2', 'asked for');
      expect(await localsOf(store, quillon)).toEqual([]);
      expect(await localsOf(store, { op: 'eq', key: 'protectedParty', value: 'p1' })).toEqual(['a', 'b']);
    });

    test('lets no import bring the name back in a reference', async () => {
      const store = await open();
      await importAll(store, [aPerson('p1'), aThing('a', { subject })]);
      await store.forget('Person', 'p1', 'asked for');
      expect(await importAll(store, [aThing('a', { subject }), aThing('b', { subject })])).toEqual([
        'unchanged',
        'inserted',
      ]);
      const found = await store.getByIds('Thing', ['a', 'b']);
      expect(found.map((record) => record?.body['subject'])).toEqual([
        { ref: 'Person', id: 'p1' },
        { ref: 'Person', id: 'p1' },
      ]);
      expect(await localsOf(store, { op: 'text', tokens: ['quillon'] })).toEqual([]);
    });

    test.skipIf(adapter.traces === undefined)('leaves no trace on the disk', async () => {
      const place = newPlace();
      const store = await open({ place });
      const many = Array.from({ length: 50 }, (_, i) => aThing(`r${i}`, { title: `filler ${i}` }));
      await importAll(store, [
        ...many,
        aPerson('p1', { name: 'Quillon Vantreese' }),
        aThing('a', { subject }),
      ]);
      await importAll(store, [aThing('a', { subject, year: 3, tags: ['quillon'] })]);
      await importAll(store, [
        aThing('a', { subject, year: 4 }),
        aThing('b', { owner: subject, kin: [{ who: subject }] }),
      ]);
      const run = await store.beginImport({ label: 'given up' });
      await run.put([aPerson('p1', { name: 'Vantreese, Quillon' })]);
      await run.abort();
      await store.forget('Person', 'p1', 'asked for');
      await store.forget('Thing', 'a', 'asked for');
      await store.close();
      const traces = (await adapter.traces?.(place)) ?? '';
      expect(traces).toContain('filler');
      expect(traces.toLowerCase()).not.toContain('quillon');
      expect(traces.toLowerCase()).not.toContain('vantreese');
      expect(traces).not.toContain('zq-4471');
    });
  });
}

import { describe, expect, test } from 'vitest';
import { everything } from '../../../shared/store/filter.js';
import type { StoredRecord } from '../../../shared/store/record-store.js';
import type { StoreAdapter } from './store-adapter.js';
import { by, createClock, createOpener, importAll, localsOf, newPlace, walk } from './store-under-test.js';
import { aPerson, aThing, person, thing } from './thing.js';

export function describeReading(adapter: StoreAdapter): void {
  describe('reads by id, export and status', () => {
    const open = createOpener(adapter);

    test('gives the records of ids in the order asked, undefined where there is none', async () => {
      const store = await open();
      await importAll(store, [aThing('a'), aThing('b'), aPerson('c')]);
      const found = await store.getByIds('Thing', ['b', 'x', 'a', 'c', 'b']);
      expect(found.map((record) => record?.local)).toEqual(['b', undefined, 'a', undefined, 'b']);
      expect(await store.getByIds('Thing', [])).toEqual([]);
    });

    test('gives up to 1,000 records at once', async () => {
      const store = await open();
      const locals = Array.from({ length: 1_000 }, (_, i) => `r${i}`);
      await importAll(
        store,
        locals.map((local) => aThing(local)),
      );
      const found = await store.getByIds('Thing', locals.toReversed());
      expect(found.map((record) => record?.local)).toEqual(locals.toReversed());
    });

    test('keeps a body exactly as it was, with the times of the store', async () => {
      const clock = createClock();
      const store = await open({ now: clock.now });
      const body = {
        handling: { tlp: 'TLP:GREEN' },
        provenance: { dataset: 'x', retrievedAt: '2026-01-01T00:00:00.000Z' },
        title: 'Zürich «𝔘nicode» "quoted" \\ 日本 🛰 \u2028',
        numbers: [0, -1, 1.5, 9007199254740991, 1e21, 5e-324],
        nested: { empty: {}, list: [], deep: [[{ $gt: 1, 'a.b': true, _id: 'x', __proto: 'y' }]] },
        flags: [true, false],
        '': 'an empty name',
        $where: 'a name with a dollar',
      };
      const at = clock.now().toISOString();
      await importAll(store, [{ type: 'Thing', local: 'ü/1#?', body }]);
      const [record] = await store.getByIds('Thing', ['ü/1#?']);
      expect(record).toEqual({ type: 'Thing', local: 'ü/1#?', body, createdAt: at, modifiedAt: at });
    });

    test('exports all records of a type, or of all, by type and local id', async () => {
      const store = await open();
      const locals = ['b', 'B', 'a', '𝒜', '\ufb01', 'ab', 'a-b', 'a:b'];
      await importAll(store, [...locals.map((local) => aThing(local)), aPerson('z'), aPerson('y')]);
      const things = ['B', 'a', 'a-b', 'a:b', 'ab', 'b', '\ufb01', '𝒜'].map((local) => `Thing ${local}`);
      expect(await exported(store.export('Thing'))).toEqual(things);
      expect(await exported(store.export())).toEqual(['Person y', 'Person z', ...things]);
    });

    test('can be left in the middle of an export', async () => {
      const store = await open();
      await importAll(store, [aThing('a'), aThing('b'), aThing('c')]);
      for await (const record of store.export()) {
        expect(record.local).toBe('a');
        break;
      }
      expect(await importAll(store, [aThing('d')])).toEqual(['inserted']);
    });

    test('exports one moment, whatever is imported meanwhile', async () => {
      const store = await open();
      const locals = Array.from({ length: 700 }, (_, i) => `r${String(i).padStart(3, '0')}`);
      await importAll(
        store,
        locals.map((local) => aThing(local, { year: 1 })),
      );
      const seen: string[] = [];
      for await (const record of store.export('Thing')) {
        if (seen.length === 0) {
          await importAll(store, [aThing('r000a'), aThing('r699', { year: 2 })]);
          await importAll(store, [aThing('r699', { year: 3 })]);
          await store.delete('Thing', ['r500']);
        }
        seen.push(`${record.local} ${record.body['year']}`);
      }
      expect(seen).toEqual(locals.map((local) => `${local} 1`));
    });

    test('says when it was last written and how many records it holds', async () => {
      const clock = createClock();
      const store = await open({ now: clock.now });
      expect(await store.status()).toEqual({ lastCommitAt: null, records: { Thing: 0, Person: 0 } });
      const at = clock.tick();
      await importAll(store, [aThing('a'), aThing('b'), aPerson('p')]);
      clock.tick();
      await importAll(store, [aThing('a')]);
      expect(await store.status()).toEqual({ lastCommitAt: at, records: { Thing: 2, Person: 1 } });
      const later = clock.tick();
      await store.delete('Thing', ['a']);
      expect(await store.status()).toEqual({ lastCommitAt: later, records: { Thing: 1, Person: 1 } });
    });

    test('holds what it held when it is opened again', async () => {
      const clock = createClock();
      const place = newPlace();
      const first = await open({ place, now: clock.now });
      await importAll(first, [aThing('a', { title: 'Kiosk' }), aPerson('p')]);
      await first.forget('Person', 'p', 'asked for');
      const before = { status: await first.status(), rows: await walk(first, [by('title')]) };
      await first.close();
      clock.tick();
      const second = await open({ place, now: clock.now });
      expect({ status: await second.status(), rows: await walk(second, [by('title')]) }).toEqual(before);
      expect(await importAll(second, [aThing('a', { title: 'Kiosk' }), aPerson('p')])).toEqual([
        'unchanged',
        'forgotten',
      ]);
    });

    test('finds by keys and texts that were declared after the records came', async () => {
      const place = newPlace();
      const { title, day, ...others } = thing.keys;
      const narrow = { ...thing, keys: others, pairs: [{ equal: [], sort: null }], texts: () => [] };
      const first = await open({ place, types: [narrow, person] });
      await importAll(first, [aThing('a', { title: 'Kiosk', day: '2020' }), aThing('b', { day: '2019-03' })]);
      await first.close();
      const second = await open({ place });
      expect(await localsOf(second, everything, { sort: [by('day')] })).toEqual(['b', 'a']);
      expect(await localsOf(second, { op: 'text', tokens: ['kiosk'] })).toEqual(['a']);
      expect(await importAll(second, [aThing('b', { day: '2019-03' })])).toEqual(['unchanged']);
    });
  });
}

async function exported(records: AsyncIterable<StoredRecord>): Promise<string[]> {
  const seen: string[] = [];
  for await (const record of records) {
    seen.push(`${record.type} ${record.local}`);
  }
  return seen;
}

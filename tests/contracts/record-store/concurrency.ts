import { describe, expect, test } from 'vitest';
import { everything } from '../../../shared/store/filter.js';
import type { StoreAdapter } from './store-adapter.js';
import { createOpener, importAll, localsOf, newPlace } from './store-under-test.js';
import { aThing } from './thing.js';

export function describeConcurrency(adapter: StoreAdapter): void {
  describe('two at once', () => {
    const open = createOpener(adapter);
    const busy = { name: 'AccordError', code: 'STORE_BUSY' };

    test('a second run is refused while the first goes on, and reads go on', async () => {
      const place = newPlace();
      const [first, second] = [await open({ place }), await open({ place })];
      await importAll(first, [aThing('a')]);
      const run = await first.beginImport({ label: 'first' });
      await run.put([aThing('b')]);
      const refused = Promise.allSettled([
        second.beginImport({ label: 'second' }),
        first.beginImport({ label: 'same store' }),
        second.delete('Thing', ['a']),
        second.forget('Thing', 'a', 'asked for'),
      ]);
      expect(await localsOf(second, everything)).toEqual(['a']);
      for (const result of await refused) {
        expect(result).toMatchObject({ status: 'rejected', reason: busy });
      }
      await run.put([aThing('c')]);
      await run.commit();
      expect(await localsOf(second, everything)).toEqual(['a', 'b', 'c']);
    });

    test('a second run that waits gets its turn, on what the first left', async () => {
      const place = newPlace();
      const [first, second] = [await open({ place }), await open({ place })];
      const run = await first.beginImport({ label: 'first' });
      await run.put([aThing('a', { year: 1 })]);
      const waiting = importAll(second, [aThing('a', { year: 1 }), aThing('b')]);
      await new Promise((resolve) => setTimeout(resolve, 100));
      await run.commit();
      expect(await waiting).toEqual(['unchanged', 'inserted']);
      expect(await localsOf(first, everything)).toEqual(['a', 'b']);
    });

    test('a store is free again after a commit, an abort and a refusal', async () => {
      const store = await open();
      const run = await store.beginImport({ label: 'first' });
      await run.put([aThing('a')]);
      await run.abort();
      expect(await importAll(store, [aThing('a')])).toEqual(['inserted']);
      expect(await store.delete('Thing', ['a'])).toBe(1);
      expect(await store.forget('Thing', 'a', 'asked for')).toBe(false);
      expect(await importAll(store, [aThing('a'), aThing('b')])).toEqual(['forgotten', 'inserted']);
    });
  });
}

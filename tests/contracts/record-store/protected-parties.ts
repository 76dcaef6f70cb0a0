import { describe, expect, test } from 'vitest';
import type { Filter } from '../../../shared/store/filter.js';
import { widenToProtected } from '../../../shared/store/widen-filter.js';
import type { StoreAdapter } from './store-adapter.js';
import { by, createOpener, importAll, localsOf } from './store-under-test.js';
import { aThing, thing } from './thing.js';

const person = (id: string, name: string) => ({
  ref: 'Person',
  id,
  name,
  identifiers: [{ scheme: 'XX', id: `n-${id}` }],
});
const tamo = person('p1', 'Tamo Verrin');
const orla = person('p2', 'Orla Quist');

const rows = [
  aThing('a', { subject: tamo, year: 1 }),
  aThing('b', { owner: tamo, year: 2 }),
  aThing('c', { subject: orla, kin: [{ who: tamo }], year: 3 }),
  aThing('d', { kin: [{ who: tamo, known: true }, { who: orla }], year: 4 }),
  aThing('e', { title: 'Tamo', owner: orla, year: 5 }),
  aThing('f', { year: 6 }),
];

const eq = (key: string, value: string): Filter => ({ op: 'eq', key, value });
const text = (...tokens: string[]): Filter => ({ op: 'text', tokens });

/** Each filter, what it finds of what is public, and what it finds for one who may read protected places. */
const cases: readonly (readonly [string, Filter, string, string])[] = [
  ['a party', eq('party', 'p1'), 'ad', 'abcd'],
  ['one of some parties', { op: 'in', key: 'party', values: ['p1', 'p2', 'q'] }, 'acd', 'abcde'],
  ['no such party', { op: 'ne', key: 'party', value: 'p1' }, 'bcef', 'ef'],
  ['not a party', { op: 'not', of: eq('party', 'p1') }, 'bcef', 'ef'],
  ['no party at all', { op: 'isNull', key: 'party', value: true }, 'bef', 'f'],
  ['some party', { op: 'isNull', key: 'party', value: false }, 'acd', 'abcde'],
  ['an identifier', eq('identifier', 'XX:n-p2'), 'c', 'cde'],
  ['no identifier', { op: 'isNull', key: 'identifier', value: true }, 'bef', 'f'],
  ['a word', text('verrin'), 'ad', 'abcd'],
  ['words of both kinds of texts', text('tamo', 'quist'), '', 'cde'],
  ['the complement of a word', { op: 'not', of: text('verrin') }, 'bcef', 'ef'],
  ['a disjunction', { op: 'or', of: [eq('party', 'p2'), text('verrin')] }, 'acd', 'abcde'],
];

export function describeProtectedParties(adapter: StoreAdapter): void {
  describe('parties in protected places', () => {
    const open = createOpener(adapter);

    test('are found only by filters that are widened to them', async () => {
      const store = await open();
      await importAll(store, rows);
      for (const [name, filter, inPublic, inAll] of cases) {
        const widened = widenToProtected(thing, filter);
        expect.soft((await localsOf(store, filter)).join(''), name).toBe(inPublic);
        expect.soft((await localsOf(store, widened)).join(''), `${name}, widened`).toBe(inAll);
        expect.soft((await store.count('Thing', widened, 100)).value, name).toBe(inAll.length);
      }
    });

    test('narrow a search as public ones do', async () => {
      const store = await open({ scanBudget: 10 });
      const others = Array.from({ length: 40 }, (_, i) => aThing(`x${i}`, { title: 'filler', year: i }));
      await importAll(store, [...rows, ...others]);
      for (const filter of [eq('party', 'p1'), text('verrin')]) {
        const found = await localsOf(store, widenToProtected(thing, filter), { sort: [by('year', 'DESC')] });
        expect(found).toEqual(['d', 'c', 'b', 'a']);
      }
    });
  });
}

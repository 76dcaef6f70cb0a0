import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commonKeys, textsOf } from '../../../../shared/store/body-keys.js';
import { conjunctionOf } from '../../../../shared/store/conjunction.js';
import type { Filter } from '../../../../shared/store/filter.js';
import type { RecordType } from '../../../../shared/store/record-type.js';
import { widenToProtected } from '../../../../shared/store/widen-filter.js';
import { person, thing } from '../../../contracts/record-store/thing.js';
import { matches } from '../../../fixtures/naive-query.js';

/** The same things, with every party as public as any. */
const { protectedTexts: _, protectedUses: __, ...rest } = thing;
const openThing: RecordType = {
  ...rest,
  keys: { ...thing.keys, party: commonKeys.party, identifier: commonKeys.identifier },
  texts: (body) => textsOf(body, [['title'], ['notes']]),
};

const oneOf = <T>(items: readonly T[]) => fc.constantFrom(...items);
const parties = oneOf([
  { ref: 'Person', id: 'p1', name: 'Tamo Verrin', identifiers: [{ scheme: 'XX', id: '1' }] },
  { ref: 'Organization', id: 'o1', name: 'Verrin Works' },
  { ref: 'Person', id: 'p2' },
]);
const bodies = fc.record(
  {
    title: oneOf(['tamo', 'works']),
    subject: parties,
    owner: parties,
    kin: fc.array(fc.record({ who: parties, known: fc.boolean() }), { maxLength: 2 }),
    year: fc.constant(7),
  },
  { requiredKeys: [] },
);
const key = oneOf(['party', 'identifier']);
const value = oneOf(['p1', 'o1', 'p2', 'XX:1']);
const { filters } = fc.letrec<{ filters: Filter }>((tie) => ({
  filters: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.record({ op: oneOf(['eq', 'ne'] as const), key, value }),
    fc.record({ op: fc.constant('in' as const), key, values: fc.array(value, { maxLength: 2 }) }),
    fc.record({ op: fc.constant('isNull' as const), key, value: fc.boolean() }),
    fc.record({
      op: fc.constant('text' as const),
      tokens: fc.array(oneOf(['tamo', 'verrin', 'works']), { maxLength: 2 }),
    }),
    fc.constant<Filter>({ op: 'eq', key: 'year', value: 7 }),
    fc.record({ op: oneOf(['and', 'or'] as const), of: fc.array(tie('filters'), { maxLength: 3 }) }),
    fc.record({ op: fc.constant('not' as const), of: tie('filters') }),
  ),
}));

describe('widenToProtected', () => {
  test('finds what the filter would find if no place were protected', () => {
    const times = { createdAt: '2026-01-31T09:30:00.000Z', modifiedAt: '2026-01-31T09:30:00.000Z' };
    fc.assert(
      fc.property(bodies, filters, (body, filter) => {
        const record = { type: 'Thing', local: 'a', body, ...times };
        expect(matches(widenToProtected(thing, filter), thing, record)).toBe(
          matches(filter, openThing, record),
        );
      }),
      { seed: 20_261_127, numRuns: 2_000 },
    );
  });

  test('leaves alone what a type without protected places is asked', () => {
    const filter: Filter = { op: 'not', of: { op: 'text', tokens: ['x'] } };
    expect(widenToProtected(person, filter)).toEqual(filter);
    const byParty: Filter = { op: 'eq', key: 'party', value: 'p1' };
    expect(widenToProtected(openThingWithoutKeys(), byParty)).toEqual(byParty);
  });

  test('asks for one term of two, so that terms still find the records', () => {
    const asked = widenToProtected(thing, {
      op: 'and',
      of: [
        { op: 'in', key: 'party', values: ['p1', 'p2'] },
        { op: 'text', tokens: ['verrin'] },
      ],
    });
    expect(conjunctionOf(thing, asked)).toMatchObject({
      terms: [
        ['party=p1', 'party=p2', 'protectedParty=p1', 'protectedParty=p2'],
        ['~verrin', '^verrin'],
      ],
      rest: [],
    });
  });

  test('finds nothing by a choice of no parties', () => {
    const none: Filter = { op: 'in', key: 'party', values: [] };
    expect(conjunctionOf(thing, widenToProtected(thing, none))).toBeUndefined();
  });
});

function openThingWithoutKeys(): RecordType {
  return { ...openThing, keys: { party: commonKeys.party } };
}

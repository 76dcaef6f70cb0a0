import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDecimal, toAmountKey } from '../../../shared/domain/decimal.js';
import { readMemberId } from '../../../shared/domain/ids.js';
import type { KeyValue, Position } from '../../../shared/domain/key-value.js';
import type { Filter } from '../../../shared/store/filter.js';
import type { GroupSum, RecordInput, RecordStore } from '../../../shared/store/record-store.js';
import type { SortKey } from '../../../shared/store/record-type.js';
import { MemoryRecordStore } from '../../fixtures/memory-record-store.js';
import type { StoreAdapter } from './store-adapter.js';
import { createClock, createOpener, importAll, walk } from './store-under-test.js';
import { aThing, suiteTypes } from './thing.js';

const member = readMemberId('harbour-watch');
const queriesARound = 6;

/** Set ACCORD_TEST_SEED to the number a failure prints to run the same rounds again. */
const seed = Number(process.env['ACCORD_TEST_SEED'] ?? 20_261_123);

export function describeAgreement(adapter: StoreAdapter): void {
  describe('agreement with the reference', () => {
    const open = createOpener(adapter);

    test(`on random records, filters, sorts and pages (seed ${seed})`, { timeout: 120_000 }, async () => {
      const round = fc.asyncProperty(
        rounds,
        fc.array(queries, { minLength: queriesARound, maxLength: queriesARound }),
        async (runs, asked) => {
          const clock = createClock();
          const store = await open({ now: clock.now });
          const reference = new MemoryRecordStore({ member, types: suiteTypes, now: clock.now });
          for (const { records, gone } of runs) {
            expect(await importAll(store, records)).toEqual(await importAll(reference, records));
            expect(await store.delete('Thing', gone)).toBe(await reference.delete('Thing', gone));
            clock.tick();
          }
          expect(await store.status()).toEqual(await reference.status());
          for (const query of asked) {
            expect(await answers(store, query)).toEqual(await answers(reference, query));
          }
        },
      );
      await fc.assert(round, { seed, numRuns: adapter.propertyRuns, endOnFailure: true });
    });
  });
}

interface Query {
  readonly filter: Filter;
  readonly visible: Filter | undefined;
  readonly sort: readonly SortKey[];
  readonly limit: number;
  readonly from: { readonly member: string; readonly local: string; readonly values: Values };
  readonly groupBy: readonly string[];
}

async function answers(store: RecordStore, query: Query) {
  const { filter, visible, sort, limit, groupBy, from } = query;
  const after: Position = {
    k: sort.map(({ key }) => from.values[key] ?? null),
    member: from.member,
    local: from.local,
  };
  const sums = await store.groupSums({ type: 'Thing', filter, visible, groupBy, sum: 'amount' });
  return {
    rows: await walk(store, sort, { filter, limit }),
    after: await store.page({ type: 'Thing', filter, sort, limit, after }),
    count: await store.count('Thing', filter, limit),
    sums: sums.map(textOfSum).toSorted(),
  };
}

function textOfSum({ key, count, sum }: GroupSum): string {
  return JSON.stringify([key, count, String(sum)]);
}

/** Few values of each kind, so that ties, hits and repetitions are common. */
const values = {
  title: ['Alpha', 'alpha', 'beta quay', 'ΒΗΤΑ', '港務'],
  code: ['x', 'xy', 'y', '\uff5e', '𝒜', ''],
  day: ['2019', '2019-05', '2019-05-03', '2020', '2018-12-31'],
  seenAt: ['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.001Z'],
  year: [-5, 0, 2019, 2020, 9007199254740991],
  amount: ['0', '10', '-10', '10.000001', '999999999999999999.999999', '-0.000001', '1000'],
  tags: ['red', 'blue', 'red blue', '𝒜'],
  tlp: ['TLP:CLEAR', 'TLP:GREEN', 'TLP:RED'],
  embargoUntil: ['2026-01-31T09:30:00.000Z', '2027-01-01T00:00:00.000Z'],
};

function oneOf<T>(items: readonly T[]): fc.Arbitrary<T> {
  return fc.constantFrom(...items);
}

const locals = oneOf(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'B', '\uff5e', '𝒜', 'a1', 'a-1']);

const parties = oneOf([
  { ref: 'Person', id: 'p1', name: 'Alpha Quay', identifiers: [{ scheme: 'XX', id: '1' }] },
  { ref: 'Organization', id: 'o1', name: 'Beta red' },
  { ref: 'Person', id: 'p2' },
]);

const records: fc.Arbitrary<RecordInput> = fc
  .tuple(
    locals,
    fc.record(
      {
        title: oneOf(values.title),
        code: oneOf(values.code),
        day: oneOf(values.day),
        seenAt: oneOf(values.seenAt),
        year: oneOf(values.year),
        open: fc.boolean(),
        amount: oneOf(values.amount),
        tags: fc.array(oneOf(values.tags), { maxLength: 3 }),
        subject: parties,
        owner: parties,
        kin: fc.array(fc.record({ who: parties, known: fc.boolean() }), { maxLength: 2 }),
        handling: fc.record(
          { tlp: oneOf(values.tlp), embargoUntil: oneOf(values.embargoUntil) },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([local, fields]) => aThing(local, fields));

const rounds = fc.array(
  fc.record({ records: fc.array(records, { maxLength: 14 }), gone: fc.array(locals, { maxLength: 1 }) }),
  { minLength: 1, maxLength: 3 },
);

type Values = Readonly<Record<string, KeyValue | undefined>>;

const amounts = values.amount.map((text) => toAmountKey(readDecimal(text)));

const keyValues: Readonly<Record<string, readonly KeyValue[]>> = {
  title: ['alpha', 'beta', 'βητα', ''],
  code: values.code,
  day: values.day,
  seenAt: values.seenAt,
  year: values.year,
  open: [0, 1],
  amount: amounts,
  tlp: values.tlp,
  embargoUntil: values.embargoUntil,
  createdAt: ['2026-01-31T09:30:00.000Z', '2026-01-31T09:30:01.000Z'],
  modifiedAt: ['2026-01-31T09:30:00.000Z', '2026-01-31T09:30:01.000Z'],
};
const scalars = Object.keys(keyValues);
const textual = ['title', 'code', 'day', 'seenAt', 'modifiedAt'];

const scalarTests: fc.Arbitrary<Filter> = oneOf(scalars).chain((key) => {
  const value = oneOf(keyValues[key] ?? []);
  return fc.oneof(
    fc.record({ op: oneOf(['eq', 'ne', 'gte', 'lte'] as const), key: fc.constant(key), value }),
    fc.record({
      op: fc.constant('in' as const),
      key: fc.constant(key),
      values: fc.array(value, { maxLength: 3 }),
    }),
    fc.record({ op: fc.constant('isNull' as const), key: fc.constant(key), value: fc.boolean() }),
  );
});

const partyKeys = ['party', 'protectedParty', 'identifier', 'protectedIdentifier'];

const otherTests: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({
    op: fc.constant('prefix' as const),
    key: oneOf(textual),
    value: oneOf(['', 'a', 'x', '2019', '2019-05', '𝒜', 'β']),
  }),
  fc.record({ op: oneOf(['eq', 'ne'] as const), key: fc.constant('tags'), value: oneOf(values.tags) }),
  fc.record({
    op: fc.constant('in' as const),
    key: fc.constant('tags'),
    values: fc.array(oneOf(values.tags), { maxLength: 2 }),
  }),
  fc.record({ op: fc.constant('isNull' as const), key: fc.constant('tags'), value: fc.boolean() }),
  fc.record({
    op: oneOf(['eq', 'ne'] as const),
    key: oneOf(partyKeys),
    value: oneOf(['p1', 'o1', 'p2', 'XX:1']),
  }),
  fc.record({ op: fc.constant('isNull' as const), key: oneOf(partyKeys), value: fc.boolean() }),
  fc.record(
    {
      op: fc.constant('text' as const),
      protected: fc.constant(true as const),
      tokens: fc.array(oneOf(['alpha', 'beta', 'quay', 'βητα', '港務', 'red']), { maxLength: 2 }),
    },
    { requiredKeys: ['op', 'tokens'] },
  ),
);

const { filters } = fc.letrec<{ filters: Filter }>((tie) => ({
  filters: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    scalarTests,
    otherTests,
    fc.record({ op: oneOf(['and', 'or'] as const), of: fc.array(tie('filters'), { maxLength: 3 }) }),
    fc.record({ op: fc.constant('not' as const), of: tie('filters') }),
  ),
}));

/** Conjunctions of a pinned key and a range, which indexes serve, as often as any other filter. */
const pinnedFilters: fc.Arbitrary<Filter> = fc
  .tuple(oneOf(['code', 'open'] as const), scalarTests)
  .chain(([key, test]) =>
    oneOf(keyValues[key] ?? []).map((value): Filter => ({ op: 'and', of: [{ op: 'eq', key, value }, test] })),
  );

/** What a caller may see: the labels open to them, where no embargo lasts. */
const labelFilters: fc.Arbitrary<Filter> = fc
  .record({ labels: fc.subarray(values.tlp), unlabelled: fc.boolean(), now: oneOf(values.embargoUntil) })
  .map(({ labels, unlabelled, now }): Filter => {
    const labelled: Filter = { op: 'in', key: 'tlp', values: labels };
    const none: Filter = { op: 'isNull', key: 'tlp', value: true };
    const free: Filter = { op: 'isNull', key: 'embargoUntil', value: true };
    const ended: Filter = { op: 'lte', key: 'embargoUntil', value: now };
    const label: Filter = unlabelled ? { op: 'or', of: [labelled, none] } : labelled;
    return { op: 'and', of: [label, { op: 'or', of: [free, ended] }] };
  });

const sorts: fc.Arbitrary<SortKey[]> = fc.uniqueArray(
  fc.record({ key: oneOf(scalars), direction: oneOf(['ASC', 'DESC'] as const) }),
  { maxLength: 3, selector: ({ key }) => key },
);

const asked: fc.Arbitrary<Filter> = fc.oneof(
  filters,
  pinnedFilters,
  fc.constant<Filter>({ op: 'and', of: [] }),
);

const queries: fc.Arbitrary<Query> = fc.record({
  filter: fc.oneof(
    asked,
    fc.tuple(asked, labelFilters).map((of): Filter => ({ op: 'and', of })),
  ),
  visible: fc.option(labelFilters, { nil: undefined }),
  sort: fc.oneof(
    sorts,
    sorts.map((sort) => sort.slice(0, 1)),
  ),
  limit: fc.integer({ min: 1, max: 5 }),
  from: fc.record({
    member: oneOf(['anchor', 'harbour-watch', 'harbour-watch', 'zebra']),
    local: locals,
    values: fc.record(Object.fromEntries(scalars.map((key) => [key, oneOf(keyValues[key] ?? [])])), {
      requiredKeys: [],
    }),
  }),
  groupBy: fc.uniqueArray(oneOf(scalars), { maxLength: 2 }),
});

import fc from 'fast-check';
import type { RecordBody } from '../../../shared/store/record-type.js';

/** One invented declaration and the member that holds it. */
export interface Row {
  readonly member: string;
  readonly local: string;
  readonly body: RecordBody;
}

/** One question about declarations, as GraphQL variables. */
export interface Question {
  readonly filter: Record<string, unknown>;
  readonly orderBy: readonly { readonly field: string; readonly direction: string }[];
  readonly first: number;
}

const years = [2018, 2019, 2020];
const dates = ['2019', '2019-05', '2019-05-03', '2020-01', '2018-12-31'];
const amounts = ['0', '-0.000001', '5', '5.5', '9999999999999999', '1000.000001'];
/** Names that sort differently by UTF-16 units and by code points, fold to the same, or are not Latin. */
const names = [
  'Zoë Ash',
  'zoe ash',
  'Ωmega Lind',
  'Ярина Кольт',
  '김하늘',
  '\u{1F600} Fern',
  '\uFF5E Fern',
  'Ab Oak',
];
const words = ['villa', 'boat', 'Küste', '토지', 'share'];
const codes = ['A', 'B', '\u{10400}c'];

export const memberIds = ['alpha', 'beta', 'delta', 'gamma', 'kappa', 'omega', 'sigma', 'theta'];

function optional<T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(of, { nil: undefined, freq: 3 });
}

const money = fc
  .tuple(fc.constantFrom(...amounts), fc.constantFrom('EUR', 'USD'))
  .map(([amount, currency]) => ({ amount, currency }));

const body = fc
  .record({
    year: optional(fc.constantFrom(...years)),
    submittedAt: optional(fc.constantFrom(...dates)),
    publishedAt: optional(fc.constantFrom(...dates)),
    title: optional(fc.subarray(words, { minLength: 1 }).map((some) => some.join(' '))),
    total: optional(money),
    category: optional(fc.constantFrom(...codes).map((code) => ({ scheme: 'TEST', code }))),
    type: optional(fc.constantFrom('ANNUAL', 'ENTRY', 'INTEREST')),
    name: optional(fc.constantFrom(...names)),
  })
  .map(({ name, ...fields }): RecordBody => {
    const person = name === undefined ? {} : { declarant: { person: { ref: 'Person', id: 'p-1', name } } };
    return {
      ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
      ...person,
      handling: { tlp: 'TLP:CLEAR' },
      provenance: {},
      country: 'GB',
    };
  });

/** A data set of at most 60 rows split at random over one to eight members, with ties across them. */
export const dataSet: fc.Arbitrary<readonly Row[]> = fc
  .integer({ min: 1, max: memberIds.length })
  .chain((members) =>
    fc
      .array(fc.tuple(fc.integer({ min: 0, max: members - 1 }), body, fc.integer({ min: 0, max: 99 })), {
        maxLength: 60,
        size: 'max',
      })
      .map((drawn) => {
        const rows = new Map<string, Row>();
        for (const [at, rowBody, number] of drawn) {
          const member = memberIds[at] ?? 'alpha';
          rows.set(`${member}:d-${number}`, { member, local: `d-${number}`, body: rowBody });
        }
        return [...rows.values()];
      }),
  );

const test = fc.oneof(
  fc.constantFrom(...years).chain((value) => operator('year', value, ['eq', 'ne', 'gte', 'lte'])),
  fc.subarray(years).map((among) => ({ year: { in: among } })),
  fc
    .constantFrom(...dates)
    .chain((value) => operator('submittedAt', value, ['eq', 'ne', 'gte', 'lte', 'prefix'])),
  fc.constantFrom(...dates).chain((value) => operator('publishedAt', value, ['gte', 'lte', 'prefix'])),
  fc.constantFrom(...amounts).chain((value) => operator('total', value, ['eq', 'ne', 'gte', 'lte'])),
  fc
    .constantFrom(...codes)
    .chain((value) => operator('category', value, ['eq', 'ne', 'gte', 'lte', 'prefix'])),
  fc
    .constantFrom('year', 'submittedAt', 'total', 'type')
    .chain((field) => fc.boolean().map((isNull) => ({ [field]: { isNull } }))),
  fc.constantFrom('ANNUAL', 'ENTRY').map((eq) => ({ type: { eq } })),
  fc.constantFrom(...words, 'VILLA', 'kuste').map((text) => ({ text })),
  fc.subarray(memberIds).map((among) => ({ member: { in: among } })),
  fc.constantFrom(...memberIds).map((eq) => ({ member: { eq } })),
);

function operator(field: string, value: unknown, operators: readonly string[]) {
  return fc.constantFrom(...operators).map((name) => ({ [field]: { [name]: value } }));
}

const filter: fc.Arbitrary<Record<string, unknown>> = fc.oneof(
  { weight: 2, arbitrary: fc.constant({}) },
  { weight: 4, arbitrary: test },
  { weight: 2, arbitrary: fc.tuple(test, test).map((and) => ({ and })) },
  { weight: 2, arbitrary: fc.tuple(test, test).map((or) => ({ or })) },
  { weight: 1, arbitrary: test.map((not) => ({ not })) },
);

const fields = ['YEAR', 'SUBMITTED_AT', 'PUBLISHED_AT', 'DECLARANT_NAME', 'TOTAL'];

/** A filter, an order of up to three keys and a page size. Sorting by total pins the currency, as it must. */
export const question: fc.Arbitrary<Question> = fc
  .tuple(
    filter,
    fc
      .subarray(fields, { maxLength: 3 })
      .chain((some) => fc.shuffledSubarray(some, { minLength: some.length })),
    fc.array(fc.constantFrom('ASC', 'DESC'), { minLength: 3, maxLength: 3 }),
    fc.integer({ min: 1, max: 25 }),
  )
  .map(([drawn, some, directions, first]) => {
    const orderBy = some.map((field, i) => ({ field, direction: directions[i] ?? 'ASC' }));
    const pinned = some.includes('TOTAL') ? { and: [drawn, {}], currency: { eq: 'EUR' } } : drawn;
    return { filter: pinned, orderBy, first };
  });

const dimensions = ['YEAR', 'CATEGORY', 'TYPE', 'CURRENCY'];

/** A total: what to filter, and up to three dimensions, the currency among them so that sums can be added. */
export const totalQuestion = fc
  .tuple(filter, fc.subarray(dimensions, { maxLength: 3 }))
  .map(([drawn, groupBy]) => ({ filter: drawn, groupBy: [...new Set([...groupBy, 'CURRENCY'])] }));

import fc from 'fast-check';
import { coalitionOf, handling, optional, organizations, persons, present } from './coalition-cases.js';
import { absence, operators, questionsOf } from './coalition-questions.js';
import type { Body } from './coalition-rules.js';
import { declarationPolicies } from './declaration-policies.js';

const years = [2018, 2019, 2020];
const dates = ['2018', '2019-05', '2026-06-15', '2026-06-14', '2026-06', '2027'];
const amounts = ['0', '-12.5', '5', '5.5', '1234', '99950', '1000000'];
const words = ['villa', 'boat', 'Küste', 'share'];
const codes = ['A', 'B'];
const countries = ['GB', 'FR', 'KR'];

const money = fc
  .record({ amount: fc.constantFrom(...amounts), currency: fc.constantFrom('EUR', 'USD') })
  .map((value): Body => value);
const title = fc.subarray(words, { minLength: 1 }).map((some) => some.join(' '));

const ref = (type: string, ids: readonly string[]) =>
  fc.constantFrom(...ids).map((id): Body => ({ ref: type, id }));
const person = ref('Person', persons);
const organization = ref('Organization', organizations);
const party = fc.oneof(person, organization);

function items(fields: Readonly<Record<string, fc.Arbitrary<unknown>>>) {
  return optional(
    fc.array(
      fc
        .record(Object.fromEntries(Object.entries(fields).map(([name, of]) => [name, optional(of, 4)])))
        .map(present),
      { minLength: 1, maxLength: 2 },
    ),
  );
}

const body: fc.Arbitrary<Body> = fc
  .record({
    title: optional(title),
    country: optional(fc.constantFrom(...countries)),
    regime: optional(fc.constantFrom('REGISTER', 'LEDGER')),
    year: optional(fc.constantFrom(...years)),
    type: optional(fc.constantFrom('ANNUAL', 'ENTRY')),
    submittedAt: optional(fc.constantFrom(...dates)),
    publishedAt: optional(fc.constantFrom(...dates)),
    category: optional(
      fc
        .record({
          code: fc.constantFrom(...codes),
          label: optional(fc.constantFrom('First', 'Other')),
        })
        .map((of) => present({ scheme: 'TEST', ...of })),
    ),
    total: optional(money, 4),
    declarant: optional(
      fc
        .record({
          person: optional(person, 6),
          post: optional(fc.constantFrom('Clerk of boats', 'Mayor')),
          workPlace: optional(organization),
        })
        .map(present),
      5,
    ),
    family: items({ relation: fc.constantFrom('spouse', 'child'), person: person }),
    realEstate: items({
      propertyType: fc.constantFrom('villa', 'flat'),
      value: money,
      owner: fc.record({ kind: fc.constantFrom('SPOUSE', 'JOINT'), party: optional(party, 5) }).map(present),
    }),
    incomes: items({ description: title, payer: party, amount: money }),
    gifts: items({ description: title, donor: organization, value: money }),
    expenses: items({ description: title, counterparty: party }),
    handling,
  })
  .map((fields) => present({ ...fields, provenance: { publisher: 'Invented Register' } }));

/** Members that hold declarations under any of the policies. */
export const declarationCoalition = coalitionOf(
  { type: 'Declaration', prefix: 'd', body },
  declarationPolicies.length,
);

const memberTest = fc
  .subarray(['alpha', 'beta', 'gamma', 'nobody'], { minLength: 1 })
  .map((among) => ({ member: { in: among } }));
const idsOf = (locals: readonly string[]) => locals.flatMap((local) => [`alpha:${local}`, `beta:${local}`]);
const pin = (field: string, values: readonly unknown[]) => operators(field, values, ['eq']);

export const declarationQuestion = questionsOf({
  tests: [
    operators('year', years, ['eq', 'ne', 'gte', 'lte', 'in']),
    operators('submittedAt', dates, ['eq', 'ne', 'gte', 'lte', 'prefix']),
    operators('publishedAt', dates, ['gte', 'lte', 'prefix']),
    operators('total', amounts, ['eq', 'ne', 'gte', 'lte']),
    operators('currency', ['EUR', 'USD'], ['eq', 'ne']),
    operators('category', codes, ['eq', 'prefix']),
    operators('country', countries, ['eq', 'ne', 'in']),
    operators('regime', ['REGISTER', 'LEDGER'], ['eq', 'gte']),
    operators('type', ['ANNUAL', 'ENTRY'], ['eq']),
    operators('declarant', idsOf(persons), ['eq', 'ne', 'in']),
    operators('party', idsOf([...persons, ...organizations]), ['eq', 'ne', 'in']),
    absence('year', 'submittedAt', 'total', 'country', 'declarant'),
    fc
      .constantFrom(...words, 'VILLA', 'kuste', 'ash', 'oak', 'lind', 'fern', 'mayor')
      .map((text) => ({ text })),
    memberTest,
  ],
  orders: ['YEAR', 'SUBMITTED_AT', 'PUBLISHED_AT', 'DECLARANT_NAME', 'TOTAL'],
  amountOrder: 'TOTAL',
  dimensions: ['COUNTRY', 'REGIME', 'CATEGORY', 'TYPE', 'YEAR', 'CURRENCY'],
  listed: {
    dimensions: ['COUNTRY', 'YEAR', 'CURRENCY'],
    tests: [
      pin('country', countries),
      pin('year', years),
      pin('currency', ['EUR']),
      pin('type', ['ANNUAL']),
      memberTest,
    ],
  },
});

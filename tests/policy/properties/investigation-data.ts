import fc from 'fast-check';
import { coalitionOf, handling, optional, organizations, persons, present } from './coalition-cases.js';
import { absence, operators, questionsOf } from './coalition-questions.js';
import type { Body } from './coalition-rules.js';
import { investigationPolicies } from './investigation-policies.js';

const dates = ['2018', '2019-05', '2026-06-15', '2026-06-14', '2026-06', '2027'];
const statuses = ['LEAD', 'ACTIVE', 'PUBLISHED'];
const countries = ['GB', 'FR', 'KR'];
const words = ['bridge', 'tender', 'Küste', 'lease'];
const titles = ['Bridge of Oaks', 'bridge of oaks', 'Ωmega', 'Lease'];

const ref = (type: string, ids: readonly string[]) =>
  fc.constantFrom(...ids).map((id): Body => ({ ref: type, id }));
const party = fc.oneof(ref('Person', persons), ref('Organization', organizations));
const text = fc.subarray(words, { minLength: 1 }).map((some) => some.join(' '));
const date = fc.constantFrom(...dates);

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
    title: optional(fc.constantFrom(...titles), 6),
    summary: optional(text),
    status: optional(fc.constantFrom(...statuses)),
    category: optional(fc.constantFrom('LAND', 'PROCUREMENT')),
    country: optional(fc.constantFrom(...countries)),
    startDate: optional(date),
    endDate: optional(date),
    publishedAt: optional(date),
    leadOrganization: optional(ref('Organization', organizations)),
    partners: optional(
      fc
        .subarray(organizations, { minLength: 1 })
        .map((ids): Body[] => ids.map((id) => ({ ref: 'Organization', id }))),
    ),
    workingHypothesis: optional(text),
    amountConcerned: optional(
      fc
        .record({ amount: fc.constantFrom('5', '1234', '99950'), currency: fc.constantFrom('EUR', 'USD') })
        .map((of): Body => of),
    ),
    subjects: items({ party, role: fc.constantFrom('owner', 'clerk'), identifiedPublicly: fc.boolean() }),
    findings: items({
      text,
      subject: party,
      status: fc.constantFrom('DRAFT', 'PUBLISHED'),
      rightOfReply: text,
      publishedAt: date,
    }),
    evidence: items({ title: text, excerpt: text }),
    handling,
  })
  .map((fields) => present({ ...fields, provenance: { publisher: 'Invented Desk' } }));

/** Members that hold investigations under any of the policies. */
export const investigationCoalition = coalitionOf(
  { type: 'Investigation', prefix: 'i', body },
  investigationPolicies.length,
);

const memberTest = fc
  .subarray(['alpha', 'beta', 'gamma', 'nobody'], { minLength: 1 })
  .map((among) => ({ member: { in: among } }));
const pin = (field: string, values: readonly unknown[]) => operators(field, values, ['eq']);
const idsOf = (locals: readonly string[]) => locals.flatMap((local) => [`alpha:${local}`, `beta:${local}`]);

export const investigationQuestion = questionsOf({
  tests: [
    operators('status', statuses, ['eq', 'ne', 'in']),
    operators('country', countries, ['eq', 'ne', 'in']),
    operators('category', ['LAND', 'PROCUREMENT'], ['eq', 'prefix']),
    operators('currency', ['EUR', 'USD'], ['eq', 'ne']),
    operators('startDate', dates, ['eq', 'ne', 'gte', 'lte', 'prefix']),
    operators('publishedAt', dates, ['gte', 'lte', 'prefix']),
    operators('party', idsOf([...persons, ...organizations]), ['eq', 'ne', 'in']),
    absence('status', 'startDate', 'country', 'publishedAt'),
    fc.constantFrom(...words, 'OAKS', 'kuste', 'ash', 'oak', 'fern', 'omega').map((of) => ({ text: of })),
    memberTest,
  ],
  orders: ['START_DATE', 'PUBLISHED_AT', 'TITLE'],
  dimensions: ['COUNTRY', 'STATUS', 'CATEGORY', 'START_YEAR', 'CURRENCY'],
  listed: {
    dimensions: ['COUNTRY', 'STATUS', 'CURRENCY'],
    tests: [pin('country', countries), pin('status', statuses), pin('currency', ['EUR']), memberTest],
  },
});

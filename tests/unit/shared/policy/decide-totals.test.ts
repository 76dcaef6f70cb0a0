import { describe, expect, test } from 'vitest';
import { anonymousCaller, type Caller } from '../../../../shared/identity/caller.js';
import { aCaller, aColleague } from './callers.js';
import { now, owner, policyOf } from './report-policy.js';

const signedIn = aCaller();
const colleague = aColleague('river-desk');

const rules = `
rules:
  - { field: Report.year, read: { scopes: [["years"]] }, aggregate: { authenticated: true } }
  - { field: Report.title, read: { scopes: [["titles"]] } }
  - { records: Report, when: 'has(record.kind) && record.kind == "GRIM"', deny: { reason: OWNER } }
`;
const grants = `aggregates:
  minimumGroup: 7
  allow:
    - { records: Report, to: { scopes: [["totals"]] }, dimensions: [YEAR, KIND], labels: "TLP:GREEN" }
    - { records: Report, to: { org: [river-desk] }, dimensions: [KIND] }
`;
const policy = policyOf(`${rules}${grants}`);
const counting = aCaller({ scopes: ['totals'] });

describe('who may count what', () => {
  test.each<[string, Caller, string, string[], string]>([
    ['who may read it all: what they may read', colleague, 'Memo', ['Memo.title'], 'OF_READABLE'],
    ['nobody known, by open fields', anonymousCaller, 'Report', ['Report.kind'], 'OF_READABLE'],
    ['nobody known, by a field they may not read', anonymousCaller, 'Report', ['Report.notes'], 'NONE'],
    ['of a type that is not kept', colleague, 'Ledger', [], 'NONE'],
    ['with a grant, by a field that may be added up', counting, 'Report', ['Report.year'], 'AGGREGATE_ONLY'],
    ['with a grant, by a field that may only be read', counting, 'Report', ['Report.title'], 'NONE'],
    ['with a grant, by a field that the contract closes', counting, 'Report', ['Report.summary'], 'NONE'],
    [
      'with a grant, by a field that the contract closes for some records',
      counting,
      'Report',
      ['Report.payer'],
      'NONE',
    ],
    [
      'with a grant, by a field that the contract masks',
      aColleague('field-post', { scopes: ['totals'] }),
      'Report',
      ['Person.birthDate'],
      'NONE',
    ],
    ['with a grant, by a field that is not there', counting, 'Report', ['Report.unknown'], 'NONE'],
    ['with a grant of another type', counting, 'Memo', ['Report.year'], 'NONE'],
    ['with a grant and all of its labels', counting, 'Report', ['Report.kind'], 'OF_READABLE'],
    [
      'with a grant for more labels than they may read',
      aColleague('river-desk', { clearance: 'TLP:GREEN' }),
      'Report',
      ['Report.kind'],
      'AGGREGATE_ONLY',
    ],
    [
      'with a grant and the right to read',
      aCaller({ scopes: ['totals', 'years'] }),
      'Report',
      ['Report.year'],
      'OF_READABLE',
    ],
    ['signed in without a grant', signedIn, 'Report', ['Report.year'], 'NONE'],
  ])('%s', (_, caller, type, uses, kind) => {
    expect(policy.decide(caller, now).totals(type, uses).kind).toBe(kind);
  });
});

test('a grant says which records, dimensions and groups', () => {
  expect(policy.decide(counting, now).totals('Report', ['Report.year'])).toEqual({
    kind: 'AGGREGATE_ONLY',
    dimensions: ['YEAR', 'KIND'],
    minimumGroup: 7,
    filter: {
      op: 'and',
      of: [
        { op: 'in', key: 'tlp', values: ['TLP:GREEN', 'TLP:CLEAR'] },
        {
          op: 'or',
          of: [
            { op: 'isNull', key: 'embargoUntil', value: true },
            { op: 'lte', key: 'embargoUntil', value: '2026-03-15T12:00:00.000Z' },
          ],
        },
        {
          op: 'not',
          of: {
            op: 'and',
            of: [
              { op: 'isNull', key: 'kind', value: false },
              { op: 'eq', key: 'kind', value: 'GRIM' },
            ],
          },
        },
      ],
    },
  });
});

test('a mask of the contract is none for those whom it spares', () => {
  const caller = aColleague(owner, { scopes: ['totals'], clearance: 'TLP:CLEAR' });
  expect(policy.decide(caller, now).totals('Report', ['Person.birthDate']).kind).toBe('AGGREGATE_ONLY');
});

test('a grant without labels counts up to AMBER, in groups of five', () => {
  const usual = policyOf(
    'aggregates: { allow: [{ records: Memo, to: { authenticated: true }, dimensions: [] }] }\n',
  );
  expect(usual.decide(signedIn, now).totals('Memo', [])).toMatchObject({
    kind: 'AGGREGATE_ONLY',
    minimumGroup: 5,
    filter: {
      of: [
        {
          op: 'or',
          of: [
            { op: 'in', key: 'tlp', values: ['TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR'] },
            { op: 'isNull', key: 'tlp', value: true },
          ],
        },
        {},
      ],
    },
  });
});

import { describe, expect, test } from 'vitest';
import { PublishedPolicy } from '../../../../shared/policy/published-policy.js';
import { policyOf, withRules } from './report-policy.js';

const open = { authenticated: false, scopes: [], policies: [], proof: false };

function published(...rules: readonly string[]): PublishedPolicy['fields'] {
  return policyOf(rules.length === 0 ? undefined : withRules(...rules)).published.fields;
}

test('a member without rules publishes who it is and which policy is in force', () => {
  const policy = policyOf();
  expect(policy.published).toEqual({
    version: 1,
    member: 'harbour-watch',
    revision: policy.revision,
    fields: {},
  });
});

test('what is published can be read again', () => {
  const { published: sent } = policyOf(withRules('{ field: Report, read: { scopes: [[a]] } }'));
  expect(PublishedPolicy.parse(JSON.parse(JSON.stringify(sent)))).toEqual(sent);
});

describe('of a field', () => {
  test('what reading takes beyond the contract', () => {
    expect(
      published(
        '{ field: Report.title, read: { authenticated: true, scopes: [[a], [b, c]], org: [river-desk], purpose: [AUDIT], proof: caller } }',
      ),
    ).toEqual({
      'Report.title': {
        read: {
          authenticated: true,
          scopes: [[['a'], ['b', 'c']]],
          policies: [],
          organizations: ['river-desk'],
          purposes: ['AUDIT'],
          proof: true,
        },
      },
    });
  });

  test('that nobody may read it', () => {
    expect(published('{ field: Report.title, read: nobody }')).toEqual({ 'Report.title': { read: false } });
  });

  test('all that several rules ask', () => {
    expect(
      published(
        '{ field: Report.title, read: { scopes: [[a]], org: [river-desk, field-post], purpose: [AUDIT] } }',
        '{ field: Report.title, read: { scopes: [[b]], org: [field-post], purpose: [RESEARCH] } }',
      ),
    ).toEqual({
      'Report.title': {
        read: { ...open, scopes: [[['a']], [['b']]], organizations: ['field-post'], purposes: [] },
      },
    });
  });

  test('what using it takes, where reading is masked or withheld, and nothing of the mask', () => {
    for (const otherwise of ['{ mask: PARTIAL }', '{ withhold: { reason: OWNER } }']) {
      expect(published(`{ field: Report.title, read: { scopes: [[a]] }, otherwise: ${otherwise} }`)).toEqual({
        'Report.title': { read: open, use: { ...open, scopes: [[['a']]] } },
      });
    }
  });

  test('what using it takes, where reading depends on the record, and nothing of the condition', () => {
    for (const condition of ['when: record.kind == "GRIM"', 'until: record.publishedAt']) {
      expect(published(`{ field: Report.title, read: { scopes: [[secret]] }, ${condition} }`)).toEqual({
        'Report.title': { read: open, use: { ...open, scopes: [[['secret']]] } },
      });
    }
  });

  test('that nobody may use what is masked for all', () => {
    expect(published('{ field: Report.title, read: nobody, otherwise: { mask: TOKEN } }')).toEqual({
      'Report.title': { read: open, use: false },
    });
  });

  test('what totals take, where that is less', () => {
    expect(
      published('{ field: Report.year, read: { scopes: [[a]] }, aggregate: { authenticated: true } }'),
    ).toEqual({
      'Report.year': { read: { ...open, scopes: [[['a']]] }, aggregate: { ...open, authenticated: true } },
    });
    expect(
      published(
        '{ field: Report.year, read: nobody, aggregate: { authenticated: true } }',
        '{ field: Report.year, read: { scopes: [[a]] } }',
      ),
    ).toEqual({
      'Report.year': { read: false, aggregate: { ...open, authenticated: true, scopes: [[['a']]] } },
    });
  });

  test('that it is not to be known of', () => {
    expect(published('{ field: Plain.a, visibility: PROTECTED }')).toEqual({
      'Plain.a': { read: open, isProtected: true },
    });
  });

  test('with every field that a rule on a type is about', () => {
    expect(Object.keys(published('{ field: Firm, read: nobody }'))).toEqual(['Firm.name']);
    expect(Object.keys(published('{ field: Money, read: nobody }'))).toEqual([
      'Money.amount',
      'Money.minimum',
      'Money.maximum',
      'Money.currency',
      'Report.value',
    ]);
  });
});

test('rules on records are not published', () => {
  expect(
    published(
      `{ records: Report, when: 'has(record.year) && record.year == 1999', deny: { reason: OWNER } }`,
    ),
  ).toEqual({});
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type StrictCaller,
  type StrictCoalition,
  startStrictCoalition,
} from '../fixtures/strict-coalition.js';

let coalition: StrictCoalition;

beforeAll(async () => {
  coalition = await startStrictCoalition();
});
afterAll(async () => {
  await coalition.stop();
});
beforeEach(() => {
  coalition.forget();
});

const denied = {
  message: 'Member "beta" does not answer this question for this caller.',
  extensions: { code: 'MEMBER_UNAVAILABLE', member: 'beta' },
};

describe('a field that the caller may not use at a member', () => {
  const list = (args: string) =>
    `{ declarations(${args}) { edges { node { id } } totalCount { value relation } pageInfo { complete } } }`;
  const totals = (args: string) => `{ declarationTotals(${args}) { count { value relation } complete } }`;
  test.each<[string, string, StrictCaller, boolean]>([
    ['a filter', list('filter: { country: { eq: "GB" } }'), 'own', false],
    ['a filter within others', list('filter: { or: [{ not: { country: { eq: "GB" } } }] }'), 'own', false],
    ['a filter without a test', list('filter: { country: {} }'), 'own', false],
    ['another filter', list('filter: { publishedAt: { gte: "2020" } }'), 'anonymous', true],
    ['a search', list('filter: { text: "harbour" }'), 'investigator', false],
    ['an order', list('orderBy: [{ field: YEAR, direction: ASC }]'), 'anonymous', false],
    ['a filter by year', list('filter: { year: { eq: 2020 } }'), 'investigator', true],
    [
      'an order by what is read of a denied type',
      list('filter: { currency: { eq: "EUR" } }'),
      'anonymous',
      false,
    ],
    ['the same', list('filter: { currency: { eq: "EUR" } }'), 'own', true],
    ['a total by year', totals('filter: {}, groupBy: [YEAR]'), 'anonymous', false],
    ['a total by year, for which less is needed,', totals('filter: {}, groupBy: [YEAR]'), 'own', true],
    ['a total by country', totals('filter: {}, groupBy: [YEAR, COUNTRY]'), 'investigator', false],
  ])('%s, %s of %s: beta is asked: %s', async (_, query, caller, isAsked) => {
    // Sorted pages of these members would need keys in their cursors.
    const answer = await coalition.ask(caller, query);
    expect(coalition.beta.asked).toHaveLength(isAsked ? 1 : 0);
    expect(coalition.alpha.asked).toHaveLength(1);
    if (isAsked) {
      return;
    }
    expect(answer.members[1]).toEqual({
      member: 'beta',
      domain: 'asset-declarations',
      state: 'DENIED',
      rows: 0,
    });
    expect(answer.errors).toContainEqual(denied);
    const { declarations, declarationTotals } = answer.data;
    if (declarationTotals) {
      expect(declarationTotals).toEqual([{ count: { value: 1, relation: 'AT_LEAST' }, complete: false }]);
    } else {
      expect(declarations.pageInfo).toEqual({ complete: false });
      expect(declarations.totalCount.relation).toBe('AT_LEAST');
    }
  });

  test('is told in the same words where the member itself refuses', async () => {
    const beta = coalition.beta;
    beta.answer = () => ({
      data: { answer: null },
      errors: [
        { message: 'secret words', path: ['answer'], extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } },
      ],
    });
    const answer = await coalition.ask('own', list('filter: { publishedAt: { gte: "2020" } }'));
    expect(answer.members[1]).toMatchObject({ state: 'DENIED', rows: 0 });
    expect(answer.errors).toEqual([denied]);
  });
});

describe('a cursor', () => {
  const page = (after: string) =>
    `{ declarations(first: 1${after}) { edges { node { id } } pageInfo { endCursor } } }`;
  const callersOf: readonly StrictCaller[] = ['anonymous', 'dashboard', 'investigator', 'own'];
  const pairs = callersOf.flatMap((giver) => callersOf.map((taker) => ({ giver, taker })));

  test.each(pairs)(
    'of $giver is good for nobody but who may be shown the same: $taker',
    async ({ giver, taker }) => {
      const first = await coalition.ask(giver, page(''));
      const cursor = first.data.declarations.pageInfo.endCursor;
      coalition.forget();
      const next = await coalition.ask(taker, page(`, after: "${cursor}"`));
      // These members know no cursors, so a page that is asked for is not always one.
      expect(JSON.stringify(next.errors ?? []).includes('BAD_CURSOR')).toBe(giver !== taker);
      expect(coalition.sent('alpha') === '').toBe(giver !== taker);
    },
  );
});

test('requests at one time share no question: each is sent for itself', async () => {
  const query = '{ declarations { edges { node { id } } } }';
  await Promise.all(
    Array.from({ length: 30 }, (_, i) => coalition.ask(i % 2 === 0 ? 'own' : 'dashboard', query)),
  );
  expect([coalition.alpha.asked.length, coalition.beta.asked.length]).toEqual([30, 30]);
  const tokens = coalition.beta.headers.map(({ authorization }) => authorization);
  expect(new Set(tokens).size).toBe(30);
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  expectNothingLeaks,
  expectWithoutBeta,
  startFaultyCoalition,
  wanted,
} from '../fixtures/faulty-coalition.js';
import { altered, type Fault, rewritten } from '../fixtures/faulty-member.js';

interface Coordinate {
  dimension: unknown;
  scheme: unknown;
  code: unknown;
  label: unknown;
}
interface Group {
  accord__key: Coordinate[];
  accord__count: { value: unknown };
  accord__sum: unknown;
  accord__currency: unknown;
  accord__complete: unknown;
  accord__suppressed?: unknown;
}
interface Answer {
  data: { answer: Group[] };
}
interface Totals {
  declarationTotals: {
    key: { code: string }[];
    count: { value: number; relation: string };
    sum: string;
    complete: boolean;
  }[];
}

const query = `
  query ($filter: DeclarationFilter!) {
    declarationTotals(filter: $filter, groupBy: [YEAR, CURRENCY]) {
      key { dimension scheme code label } count { value relation } sum currency complete suppressedBecause
    }
  }
`;
const filter = { not: { text: wanted } };

let coalition: Awaited<ReturnType<typeof startFaultyCoalition>>;
/** What alpha and gamma have together. */
let others: Totals;

beforeAll(async () => {
  coalition = await startFaultyCoalition();
  const well = await coalition.hub.ask(query, {
    variables: { filter: { ...filter, member: { in: ['alpha', 'gamma'] } } },
  });
  expect(well.errors).toBeUndefined();
  others = JSON.parse(JSON.stringify(well.data));
});
afterAll(async () => {
  await coalition.stop();
});

function groups(change: (groups: Group[]) => void): Fault {
  return altered<Answer>(({ data }) => change(data.answer));
}

/** Changes the first group, which is of the year 2000 and in pounds. */
function group(change: (group: Group, groups: Group[]) => void): Fault {
  return groups((all) => {
    const [first] = all;
    if (first === undefined) {
      throw new Error('Expected a group.');
    }
    change(first, all);
  });
}

const withheld = { accord__suppressed: 'SMALL_GROUP', accord__complete: false };

const faults: [string, Fault][] = [
  ['a negative count', group((of) => Object.assign(of.accord__count, { value: -1 }))],
  ['a count past 32 bits', group((of) => Object.assign(of.accord__count, { value: 2 ** 31 }))],
  ['a count that is no whole number', group((of) => Object.assign(of.accord__count, { value: 1.5 }))],
  [
    'a count that is infinite',
    rewritten((text) => text.replace(/"accord__count":\{"value":\d+\}/, '"accord__count":{"value":1e999}')),
  ],
  ['a sum that is no number', group((of) => Object.assign(of, { accord__sum: 'NaN' }))],
  ['a sum in powers of ten', group((of) => Object.assign(of, { accord__sum: '1e5' }))],
  ['a sum that is no text', group((of) => Object.assign(of, { accord__sum: 5.5 }))],
  ['a sum of more than 18 digits', group((of) => Object.assign(of, { accord__sum: '9'.repeat(19) }))],
  ['a sum of more than 6 places', group((of) => Object.assign(of, { accord__sum: '0.0000001' }))],
  [
    'a sum in another currency than the group’s',
    group((of) => Object.assign(of, { accord__currency: 'USD' })),
  ],
  ['a count of a group that it withholds', group((of) => Object.assign(of, withheld, { accord__sum: null }))],
  [
    'a sum of a group that it withholds',
    group((of) => Object.assign(of, withheld, { accord__count: { value: 0 } })),
  ],
  ['a sum without the group’s currency', group((of) => Object.assign(of, { accord__currency: null }))],
  ['a dimension missing', group((of) => of.accord__key.pop())],
  [
    'a dimension too many',
    group((of) => of.accord__key.push({ dimension: 'TYPE', scheme: null, code: 'ANNUAL', label: null })),
  ],
  ['the dimensions in another order', group((of) => of.accord__key.reverse())],
  [
    'another dimension',
    group(({ accord__key: [first] }) => Object.assign(first ?? {}, { dimension: 'TYPE' })),
  ],
  [
    'a dimension that is none',
    group(({ accord__key: [first] }) => Object.assign(first ?? {}, { dimension: 'MOON' })),
  ],
  [
    'a code that is a number',
    group(({ accord__key: [first] }) => Object.assign(first ?? {}, { code: 2000 })),
  ],
  ['a group twice', group((of, all) => all.push(of))],
  ['a group that is null', groups((all) => all.push(JSON.parse('null')))],
  ['a group without a key', group((of) => Reflect.deleteProperty(of, 'accord__key'))],
  ['a word for whether it is complete', group((of) => Object.assign(of, { accord__complete: 'yes' }))],
  [
    'more groups than a total may have',
    groups((all) => {
      const [first] = all;
      for (let i = 0; first !== undefined && i <= 10_000; i += 1) {
        all.push({
          ...first,
          accord__key: first.accord__key.map((value, at) => (at === 0 ? { ...value, code: `x${i}` } : value)),
        });
      }
    }),
  ],
  ['an object for the groups', altered<Answer>(() => ({ data: { answer: {} } }))],
];

describe('a member that gives totals with', () => {
  it.each(faults)('%s loses its part and costs nobody else anything', async (_what, fault) => {
    const { hub, beta } = coalition;
    beta.fault = fault;
    const given = await hub.ask(query, { variables: { filter } });
    expect(given.data).toEqual({
      declarationTotals: others.declarationTotals.map((total) => ({
        ...total,
        count: { ...total.count, relation: 'AT_LEAST' },
        complete: false,
      })),
    });
    expectWithoutBeta(given, 'INVALID', { alpha: 12, gamma: 12 });
    expectNothingLeaks(given, hub.log);
  });

  it('that withholds groups makes those incomplete, which are what the others say', async () => {
    const { hub, beta } = coalition;
    beta.fault = groups((all) => {
      for (const one of all) {
        Object.assign(one, withheld, { accord__count: { value: 0 }, accord__sum: null });
      }
    });
    const given = await hub.ask(query, { variables: { filter: { year: { eq: 2001 } } } });
    beta.fault = undefined;
    expect(given.errors).toBeUndefined();
    const { declarationTotals } = JSON.parse(JSON.stringify(given.data));
    const ofOthers = others.declarationTotals.filter(({ key }) => key[0]?.code === '2001');
    expect(declarationTotals).toMatchObject(
      ofOthers.map(({ count, sum }) => ({ sum, count: { value: count.value, relation: 'AT_LEAST' } })),
    );
    expect(
      declarationTotals.map(({ complete, suppressedBecause }: Record<string, unknown>) => [
        complete,
        suppressedBecause,
      ]),
    ).toEqual(ofOthers.map(() => [false, 'SMALL_GROUP']));
  });

  it.each(['UNAUTHORIZED_FIELD_OR_TYPE', 'WITHHELD'])(
    'that keeps a sum to itself (%s) is no part of the total',
    async (code) => {
      const { hub, beta } = coalition;
      beta.fault = altered<Answer>((answer) => ({
        data: { answer: answer.data.answer.map((one) => ({ ...one, sum: null, accord__sum: null })) },
        errors: [{ message: 'no', path: ['answer', 0, 'sum'], extensions: { code } }],
      }));
      const given = await hub.ask(query, { variables: { filter } });
      beta.fault = undefined;
      expectWithoutBeta(given, 'DENIED', { alpha: 12, gamma: 12 });
    },
  );

  it('sums that only together are too large gets an error at that group alone', async () => {
    const { hub, beta } = coalition;
    const inPounds = { filter: { year: { in: [2000, 2001] } } };
    beta.fault = groups((all) => {
      for (const one of all) {
        Object.assign(one, { accord__sum: '9'.repeat(18) });
      }
    });
    const given = await hub.ask(query, { variables: inPounds });
    const { declarationTotals }: Totals = JSON.parse(JSON.stringify(given.data));
    expect(declarationTotals.map(({ key, sum }) => [key[0]?.code, sum])).toEqual([
      ['2000', '21'],
      ['2001', null],
    ]);
    expect(given.errors?.map(({ path, extensions }) => [path, extensions['code']])).toEqual([
      [['declarationTotals', 1, 'sum'], 'SUM_OVERFLOW'],
    ]);
  });

  it('the largest counts of two members are a lower bound, not a fault of the answer', async () => {
    const { hub, beta, members } = coalition;
    const gamma = members.get('gamma');
    const largest = groups((all) => {
      for (const one of all) {
        Object.assign(one.accord__count, { value: 2 ** 31 - 1 });
      }
    });
    Object.assign(gamma ?? {}, { fault: largest });
    beta.fault = largest;
    const given = await hub.ask(query, { variables: { filter: { year: { eq: 2000 } } } });
    Object.assign(gamma ?? {}, { fault: undefined });
    expect(given.errors).toBeUndefined();
    const { declarationTotals }: Totals = JSON.parse(JSON.stringify(given.data));
    expect(declarationTotals.map(({ count }) => count)).toEqual([
      { value: 2 ** 31 - 1, relation: 'AT_LEAST' },
    ]);
  });
});

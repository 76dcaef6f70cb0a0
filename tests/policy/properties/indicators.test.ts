import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../../../cli/demo/random.js';
import type { RecordInput } from '../../../shared/store/record-store.js';
import { contractPolicy } from '../../fixtures/contract-policy.js';
import { randomRecords, splitAmong } from '../../fixtures/indicator-cases.js';
import { type IndicatorCoalition, startIndicatorCoalition } from '../../fixtures/indicator-coalition.js';
import { budgetRecord } from '../../fixtures/indicator-records.js';
import { callerHeaders } from '../../fixtures/policy-coalition.js';

const seed = Number(process.env['ACCORD_FUZZ_SEED'] ?? 20_261_127);
/** Queries of each kind of difference; each is asked for every caller that it is hidden from. */
const numRuns = Number(process.env['ACCORD_FUZZ_RUNS'] ?? 45);
const memberIds = ['alpha', 'beta'];

/**
 * Alpha keeps records from everybody by a rule, and lets a civic organisation count lines that it may not read, in
 * groups of at least five.
 */
const policy = `version: 1
member: alpha
tests: ./policy.tests.yaml
rules:
  - records: ContractingProcess
    when: has(record.ocid) && record.ocid == "kept"
    deny: { reason: OWNER }
aggregates:
  allow:
    - records: BudgetLine
      to: { org: [civic-charts] }
      dimensions: [COUNTRY, FISCAL_YEAR, DIRECTION, PHASE, CURRENCY, FUNCTIONAL]
`;

type Parts = Readonly<Record<string, readonly RecordInput[]>>;

const withBody = (record: RecordInput, body: object): RecordInput => ({
  ...record,
  body: { ...record.body, ...body },
});
const renamed = (records: readonly RecordInput[], prefix: string) =>
  records.map((record) => ({ ...record, local: `${prefix}-${record.local}` }));

/** Records that none of the callers may know of: the owner's own, under embargo, and kept back by a rule. */
function hiddenFromAll(random: Random, count: number): Parts {
  const ways = [
    { handling: { tlp: 'TLP:RED' } },
    { handling: { tlp: 'TLP:AMBER+STRICT' } },
    { handling: { tlp: 'TLP:CLEAR', embargoUntil: '2040-01-01T06:00:00.000Z' } },
  ];
  const records = renamed(randomRecords(random, count), 'hidden').map((record) =>
    record.type === 'ContractingProcess' && random.chance(0.5)
      ? withBody(record, { ocid: 'kept' })
      : withBody(record, random.pick(ways)),
  );
  const parts = splitAmong(random, memberIds, records);
  const [alpha = [], beta = []] = memberIds.map((id) => parts[id] ?? []);
  // The rule is alpha's alone.
  const isKept = ({ body }: RecordInput) => body['ocid'] === 'kept';
  return { alpha: [...alpha, ...beta.filter(isKept)], beta: beta.filter((record) => !isKept(record)) };
}

/** Records for members alone; of those that a civic organisation may count, too few in any group to be told. */
function hiddenFromOutsiders(random: Random, count: number): Parts {
  const amber = { handling: { tlp: 'TLP:AMBER' } };
  const records = renamed(randomRecords(random, count), 'amber')
    .filter(({ type }) => type !== 'BudgetLine')
    .map((record) => withBody(record, amber));
  const amount = () => `${random.int(1, 1_000_000)}`;
  // The keys of groups are told: the same two, of amounts that differ.
  const small = ['ADJUSTED', 'EXECUTED'].map((phase) =>
    budgetRecord(`small-${phase}`, { phase, amount: amount() }, { ...amber, country: 'FR' }),
  );
  return { alpha: [...records, ...small], beta: [] };
}

function together(...all: readonly Parts[]): Parts {
  return Object.fromEntries(memberIds.map((id) => [id, all.flatMap((parts) => parts[id] ?? [])]));
}

const countries = ['KZ', 'GR', 'GE', 'FR'];
const codes = [
  'budget-execution-rate',
  'single-bid-share',
  'declaration-on-time-rate',
  'filing-to-judgment-time',
  'prosecution-to-conviction-rate',
];
const textTest = (values: readonly string[]) =>
  fc.oneof(
    fc.record({ eq: fc.constantFrom(...values) }),
    fc.record({ in: fc.subarray([...values]) }),
    fc.record({ ne: fc.constantFrom(...values) }),
    fc.record({ prefix: fc.constantFrom(...values.map((value) => value.slice(0, 1))) }),
  );
const year = fc.integer({ min: 2021, max: 2025 });
const filter = fc.record(
  {
    country: textTest(countries),
    code: fc.record({ eq: fc.constantFrom(...codes) }),
    year: fc.oneof(fc.record({ eq: year }), fc.record({ gte: year }), fc.record({ lte: year })),
  },
  { requiredKeys: ['code'] },
);
const fields = `indicator { code } country period dimensions { dimension scheme code label } numerator denominator value
  members { id } complete suppressedBecause label
  provenance { computedAt definitionVersion questions licences attribution }`;
const question = fc.oneof(
  filter.map((variables) => ({
    query: `query Q($filter: IndicatorFilter) { indicators(filter: $filter) { ${fields} } }`,
    variables: { filter: variables },
  })),
  fc
    .tuple(fc.constantFrom(...countries), fc.constantFrom(...codes), fc.option(year))
    .map(([code, wanted, period]) => ({
      query: `query Q($code: String!, $period: String, $codes: [String!]) { jurisdiction(code: $code) { name indicators(period: $period, codes: $codes) { ${fields} } } }`,
      variables: { code, codes: [wanted], period: period === null ? null : String(period) },
    })),
);

const callers = {
  nobody: null,
  'somebody of no member': { org: 'other-desk', clearance: 'TLP:RED' },
  'somebody who may count': { org: 'civic-charts', clearance: 'TLP:RED' },
  'somebody of a member': { org: 'gamma', clearance: 'TLP:RED' },
} as const;
const outsiders = ['nobody', 'somebody of no member', 'somebody who may count'] as const;

process.stdout.write(
  `what indicators keep to themselves: ACCORD_FUZZ_SEED=${seed}, ${numRuns} queries each\n`,
);

describe('indicators of two sets of records that differ only in what a caller may not know', () => {
  const random = createRandom(`hidden/${seed}`);
  const open = splitAmong(random.fork('split'), memberIds, randomRecords(random.fork('open'), 150));
  const counted = hiddenFromOutsiders(random.fork('amber'), 40);
  const headers = new Map<string, Record<string, string>>();
  const coalitions: IndicatorCoalition[] = [];
  let compared = 0;

  beforeAll(async () => {
    for (const parts of [
      together(open, counted, hiddenFromAll(random.fork('one'), 60)),
      together(open, counted, hiddenFromAll(random.fork('other'), 90)),
      together(open, hiddenFromOutsiders(random.fork('other amber'), 70)),
    ]) {
      coalitions.push(
        await startIndicatorCoalition({
          records: { ...parts, gamma: [] },
          policyOf: (member) => (member === 'alpha' ? contractPolicy('alpha', policy) : undefined),
        }),
      );
    }
    for (const [name, claims] of Object.entries(callers)) {
      headers.set(name, claims === null ? {} : await callerHeaders(claims));
    }
  }, 600_000);

  afterAll(async () => {
    await Promise.all(coalitions.map((coalition) => coalition.stop()));
    process.stdout.write(`what indicators keep to themselves: ${compared} pairs of answers compared\n`);
  });

  const expectSame = async (
    [one, other]: readonly [number, number],
    { query, variables }: { query: string; variables: Record<string, unknown> },
    caller: string,
  ): Promise<void> => {
    const options = { variables, headers: headers.get(caller) ?? {} };
    const answers = await Promise.all(
      [one, other].map(async (at) => coalitions[at]?.hub.ask(query, options)),
    );
    expect(answers[0]?.text).toBeDefined();
    expect(answers[1]?.text).toBe(answers[0]?.text);
    expect(answers[1]?.status).toBe(answers[0]?.status);
    compared += 1;
  };

  it('are the same bytes where the owners keep the difference from everybody', {
    timeout: 900_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(question, async (asked) => {
        for (const caller of Object.keys(callers)) {
          await expectSame([0, 1], asked, caller);
        }
      }),
      { seed, numRuns },
    );
  });

  it('are the same bytes to outsiders where the difference is for members', {
    timeout: 900_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(question, async (asked) => {
        for (const caller of outsiders) {
          await expectSame([0, 2], asked, caller);
        }
      }),
      { seed, numRuns },
    );
  });

  it('tell the difference to those who may know it', { timeout: 60_000 }, async () => {
    const options = { headers: headers.get('somebody of a member') ?? {} };
    const [one, , third] = await Promise.all(
      coalitions.map(({ hub }) => hub.ask(`{ indicators { ${fields} } }`, options)),
    );
    expect(one?.text).not.toBe(third?.text);
  });
});

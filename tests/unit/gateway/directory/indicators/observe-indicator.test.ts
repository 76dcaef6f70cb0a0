import { describe, expect, it } from 'vitest';
import type { AskGraph, GraphAnswer } from '../../../../../gateway/directory/indicators/ask-graph.js';
import { IndicatorDefinition } from '../../../../../gateway/directory/indicators/indicator-definition.js';
import { observeIndicator } from '../../../../../gateway/directory/indicators/observe-indicator.js';
import { TotalAsker } from '../../../../../gateway/directory/indicators/total-asker.js';
import { readTotalFields } from '../../../../../gateway/directory/indicators/total-fields.js';
import { AnswerProvenance, type MemberState } from '../../../../../gateway/fanout/answer-provenance.js';
import { readContracts } from '../../../../../gateway/plan/contract-files.js';
import { readContract } from '../../../../../gateway/plan/partitioned-source.js';
import { anonymousCaller } from '../../../../../shared/identity/caller.js';

const totals = readTotalFields(
  readContracts().map(({ name, sdl }) => {
    const { schema, apart } = readContract(sdl);
    return { domain: name, schema, apart };
  }),
);
const term = (filter: object) => ({ count: 'auditTotals', period: 'dueYear', filter });
const share = IndicatorDefinition.parse({
  code: 'share',
  version: '1.0.0',
  names: { eng: 'Share' },
  description: { eng: 'A share.' },
  unit: 'RATIO',
  direction: 'NEUTRAL',
  numerator: term({ status: { eq: 'MET' } }),
  denominator: term({}),
});

interface Question {
  readonly isNumerator: boolean;
  readonly ask: readonly string[] | undefined;
}

/** What a graph of members answers: how many audits each counts, or why it does not. */
type Said = Readonly<Record<string, number | MemberState>>;

function group(count: number, more: object = {}) {
  const coordinate = (dimension: string, code: string) => ({ dimension, scheme: null, code, label: null });
  return {
    key: [coordinate('COUNTRY', 'KZ'), coordinate('DUE_YEAR', '2024')],
    ...{ count: { value: count }, complete: true, suppressedBecause: null, members: [{ id: 'alpha' }] },
    ...more,
  };
}

async function observe(answer: (question: Question) => Said | GraphAnswer) {
  const provenance = new AnswerProvenance();
  const asked: Question[] = [];
  const askGraph: AskGraph = async ({ variables }, scope) => {
    const question = {
      isNumerator: JSON.stringify(variables['filter']).includes('MET'),
      ask: scope.ask && [...scope.ask],
    };
    asked.push(question);
    const said = answer(question);
    if ('codes' in said) {
      return { data: null, codes: [], ...said };
    }
    let count = 0;
    for (const [member, value] of Object.entries(said)) {
      const isCount = typeof value === 'number';
      if (scope.ask === undefined || scope.ask.has(member)) {
        const state = isCount ? 'ANSWERED' : value;
        scope.provenance.note({ member, domain: 'budgets', state, rows: 1, tookMs: 0 });
        count += isCount ? value : 0;
      }
    }
    return { data: { groups: [group(count)] }, codes: [] };
  };
  const asker = new TotalAsker(askGraph, {
    requestId: 'test-request',
    signal: new AbortController().signal,
    deadlineAt: 0,
    ask: undefined,
    completeness: 'ALL',
    access: 'REJECT',
    caller: anonymousCaller,
    callerDigest: 'test',
    provenance,
    headersFor: async () => ({}),
  });
  return { figures: await observeIndicator(share, { totals, asker, narrowing: {} }), provenance, asked };
}

describe('observing an indicator', () => {
  it('asks each part once where all members answer', async () => {
    const { figures, asked } = await observe(({ isNumerator }) => ({ alpha: isNumerator ? 1 : 4, beta: 1 }));
    expect(figures).toMatchObject([
      { numerator: 2_000_000n, denominator: 5_000_000n, value: 400_000n, complete: true },
    ]);
    expect(asked).toHaveLength(2);
  });

  it('asks those who gave both parts once more where one gave only one', async () => {
    const { figures, asked, provenance } = await observe(({ isNumerator }) => ({
      alpha: 2,
      beta: isNumerator ? 'DENIED' : 8,
    }));
    expect(figures).toMatchObject([{ value: 1_000_000n, complete: false, suppressedBecause: null }]);
    expect(asked.map(({ ask }) => ask)).toEqual([undefined, undefined, ['alpha'], ['alpha']]);
    expect(provenance.outcomes.map(({ member, state }) => [member, state])).toEqual([
      ['alpha', 'ANSWERED'],
      ['beta', 'DENIED'],
    ]);
  });

  it('asks nobody again where the same members are missing from both parts', async () => {
    const { figures, asked } = await observe(() => ({ alpha: 2, beta: 'UNREACHABLE' }));
    expect(figures).toMatchObject([{ value: 1_000_000n, complete: false }]);
    expect(asked).toHaveLength(2);
  });

  it('gives no number where even then not the same members answer', async () => {
    const { figures } = await observe(({ isNumerator, ask }) => ({
      alpha: isNumerator && ask !== undefined ? 'TIMED_OUT' : 2,
      beta: isNumerator ? 'DENIED' : 8,
    }));
    expect(figures).toMatchObject([
      ...[
        {
          numerator: null,
          denominator: null,
          value: null,
          complete: false,
          suppressedBecause: 'MEMBERS_DIFFER',
        },
      ],
    ]);
  });

  it.each([
    ['QUERY_TOO_BROAD', 'TOO_BROAD', false],
    ['UNAUTHORIZED_FIELD_OR_TYPE', 'UNAUTHORIZED', true],
    ['GRAPHQL_VALIDATION_FAILED', 'UNAUTHORIZED', true],
  ])('says of %s that the figure is withheld', async (code, suppressedBecause, isDenied) => {
    const { figures, provenance } = await observe(() => ({ data: null, codes: [code] }));
    expect(figures).toMatchObject([
      { country: null, period: null, value: null, complete: false, suppressedBecause },
    ]);
    expect(provenance.isDenied).toBe(isDenied);
  });

  it('breaks where the graph gives no total for another reason', async () => {
    await expect(observe(() => ({ data: null, codes: ['INTERNAL'] }))).rejects.toThrow(
      'the graph answers a total',
    );
  });

  it.each(['SMALL_GROUP', 'DERIVABLE'])('gives no number of what is withheld as %s', async (reason) => {
    const kept = group(0, { suppressedBecause: reason, complete: false, members: [] });
    const { figures } = await observe(({ isNumerator }) => ({
      data: { groups: [isNumerator ? kept : group(9)] },
      codes: [],
    }));
    expect(figures).toMatchObject([
      ...[{ numerator: null, denominator: null, value: null, complete: false, suppressedBecause: reason }],
    ]);
  });

  it('counts none where there is no group', async () => {
    const nothing = await observe(() => ({ data: { groups: [] }, codes: [] }));
    expect(nothing.figures).toEqual([]);
    const above = await observe(({ isNumerator }) => ({
      data: { groups: isNumerator ? [] : [group(9)] },
      codes: [],
    }));
    expect(above.figures).toMatchObject([{ numerator: 0n, denominator: 9_000_000n, value: 0n }]);
    const below = await observe(({ isNumerator }) => ({
      data: { groups: isNumerator ? [group(9)] : [] },
      codes: [],
    }));
    expect(below.figures).toMatchObject([{ numerator: 9_000_000n, denominator: 0n, value: null }]);
  });
});

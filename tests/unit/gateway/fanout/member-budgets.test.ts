import { describe, expect, it } from 'vitest';
import { AnswerProvenance } from '../../../../gateway/fanout/answer-provenance.js';
import { MemberBudgets } from '../../../../gateway/fanout/member-budgets.js';
import type { RequestScope } from '../../../../gateway/fanout/request-scope.js';
import { anonymousCaller } from '../../../../shared/identity/caller.js';

function scope(): RequestScope {
  return {
    requestId: 'request-1',
    signal: new AbortController().signal,
    deadlineAt: 0,
    ask: undefined,
    completeness: 'BEST_EFFORT',
    access: 'FILTER',
    caller: anonymousCaller,
    callerDigest: '',
    provenance: new AnswerProvenance(),
    headersFor: async () => ({}),
  };
}

describe('MemberBudgets', () => {
  let now = 0;
  const budgets = new MemberBudgets(100, () => now);

  it('gives a member its time once per request, over one question after the other', () => {
    const of = scope();
    const first = budgets.begin(of, 'alpha');
    expect(first.leftMs).toBe(100);
    now += 60;
    first.end();
    now += 1000;
    const second = budgets.begin(of, 'alpha');
    expect(second.leftMs).toBe(40);
    now += 60;
    second.end();
    expect(budgets.begin(of, 'alpha').leftMs).toBe(-20);
  });

  it('counts the time of questions under way at once once', () => {
    const of = scope();
    const first = budgets.begin(of, 'alpha');
    now += 10;
    const second = budgets.begin(of, 'alpha');
    expect(second.leftMs).toBe(90);
    now += 10;
    first.end();
    now += 10;
    second.end();
    now += 10;
    expect(budgets.begin(of, 'alpha').leftMs).toBe(70);
  });

  it('keeps members and requests apart', () => {
    const of = scope();
    budgets.begin(of, 'alpha');
    now += 50;
    expect(budgets.begin(of, 'beta').leftMs).toBe(100);
    expect(budgets.begin(scope(), 'alpha').leftMs).toBe(100);
  });
});

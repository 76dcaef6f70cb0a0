import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { AnswerProvenance } from '../../../../gateway/fanout/answer-provenance.js';
import { MemberAsker } from '../../../../gateway/fanout/ask-members.js';
import type { Provider } from '../../../../gateway/fanout/provider.js';
import type { RequestScope } from '../../../../gateway/fanout/request-scope.js';
import { createInProcessProviderClient } from '../../../../gateway/members/in-process-provider-client.js';
import { readMemberId } from '../../../../shared/domain/ids.js';
import { anonymousCaller } from '../../../../shared/identity/caller.js';

const url = 'http://alpha.invalid/';

function provider(more: Partial<Provider> = {}): Provider {
  return { member: readMemberId('alpha'), domain: 'budgets', url, paused: false, coverage: {}, ...more };
}

function askerOf(answer: () => Promise<unknown>): MemberAsker {
  return new MemberAsker({
    client: createInProcessProviderClient({ [url]: answer }),
    memberMs: 5000,
    answerBytes: 1000,
    inFlight: 1,
    breaker: { failures: 1, coolDownMs: 10_000 },
    now: () => performance.now(),
    logger: pino({ level: 'silent' }),
  });
}

function scope(): RequestScope {
  return {
    requestId: 'test-request',
    signal: new AbortController().signal,
    deadlineAt: performance.now() + 5000,
    ask: undefined,
    completeness: 'BEST_EFFORT',
    access: 'FILTER',
    caller: anonymousCaller,
    callerDigest: 'test',
    provenance: new AnswerProvenance(),
    headersFor: async () => ({}),
  };
}

const question = { query: '{ a }', variables: {} };
const paused = {
  status: 'missing',
  state: 'PAUSED',
  reason: { code: 'MEMBER_UNAVAILABLE', message: 'Member "alpha" has paused.' },
};
const never = () => new Promise<never>(() => undefined);

describe('a member that has paused', () => {
  it.each([
    ['as the hub knows', provider({ paused: true })],
    ['since the request began', provider({ halted: AbortSignal.abort('PAUSED') })],
  ])('%s is not asked', async (_, of) => {
    let asked = 0;
    const asker = askerOf(async () => {
      asked += 1;
      return { data: {} };
    });
    expect(await asker.ask(of, question, scope())).toMatchObject(paused);
    expect(asked).toBe(0);
  });

  it('while it is being asked ends the question at once, and those that wait for their turn', async () => {
    const controller = new AbortController();
    const asker = askerOf(never);
    const of = provider({ halted: controller.signal });
    const asked = [asker.ask(of, question, scope()), asker.ask(of, question, scope())];
    setTimeout(() => controller.abort('PAUSED'), 20);
    const startedAt = performance.now();
    expect(await Promise.all(asked)).toMatchObject([paused, paused]);
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });

  it('by its own word is told as paused', async () => {
    const asker = askerOf(async () => ({
      errors: [{ message: 'Expected …', extensions: { code: 'MEMBER_PAUSED' } }],
    }));
    expect(await asker.ask(provider(), question, scope())).toMatchObject(paused);
  });

  it('counts as no failure: its breaker stays closed', async () => {
    const asker = askerOf(async () => ({ data: null, errors: [{ extensions: { code: 'MEMBER_PAUSED' } }] }));
    for (let i = 0; i < 3; i++) {
      await asker.ask(provider(), question, scope());
    }
    expect(asker.stateOf('alpha')).toEqual({ breaker: 'CLOSED', inFlight: 0 });
  });

  it('in a part of its answer only is a member that answered', async () => {
    const asker = askerOf(async () => ({
      data: { a: 1 },
      errors: [{ message: '', path: ['b'], extensions: { code: 'MEMBER_PAUSED' } }],
    }));
    expect(await asker.ask(provider(), question, scope())).toMatchObject({ status: 'answered' });
  });
});

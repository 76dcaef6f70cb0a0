import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Provider } from '../../../../gateway/fanout/provider.js';
import { policyUrlOf } from '../../../../gateway/members/policy-url.js';
import type { ProviderReply, ProviderRequest } from '../../../../gateway/members/provider-client.js';
import { createPublishedPolicies } from '../../../../gateway/members/published-policies.js';
import { readMemberId } from '../../../../shared/domain/ids.js';

const provider: Provider = {
  member: readMemberId('beta'),
  domain: 'budgets',
  url: 'https://beta.example/at/budgets/graphql',
  paused: false,
  coverage: {},
};

const policy = (over: object = {}) => ({ version: 1, member: 'beta', revision: 'r1', fields: {}, ...over });
const answered = (body: unknown): ProviderReply => ({ outcome: 'answered', httpStatus: 200, body, bytes: 1 });
const failed = (cause: 'UNREACHABLE' | 'INVALID'): ProviderReply => ({
  outcome: 'failed',
  cause,
  detail: 'x',
});

let asked: ProviderRequest[] = [];
let reply: ProviderReply = answered({ policy: policy() });
let time = 0;

function policiesOf(providers: readonly Provider[] = [provider]) {
  return createPublishedPolicies({
    providers: () => providers,
    client: {
      async ask(request) {
        asked.push(request);
        return reply;
      },
    },
    headersFor: async (of, body) => ({ authorization: `${of.member} ${of.url} ${body}` }),
    ...{ deadlineMs: 100, clock: () => time, everyMs: 10_000, leastMs: 1000 },
    logger: pino({ level: 'silent' }),
  });
}

beforeEach(() => {
  asked = [];
  reply = answered({ policy: policy() });
  time = 0;
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the address of a policy', () => {
  it.each([
    ['https://beta.example/budgets/graphql', 'https://beta.example/policy'],
    ['https://beta.example/at/budgets/graphql?x=1', 'https://beta.example/at/policy'],
    ['https://beta.example/graphql', undefined],
    ['https://beta.example/investigations/graphql', undefined],
  ])('beside %s is %s', (url, expected) => {
    expect(policyUrlOf({ domain: 'budgets', url })).toBe(expected);
  });
});

describe('policies that members publish', () => {
  it('are fetched once per member, in nobody’s name and with a token for that address', async () => {
    const other: Provider = {
      ...provider,
      domain: 'investigations',
      url: 'https://beta.example/at/investigations/graphql',
    };
    const policies = policiesOf([provider, other]);
    expect(policies.find(provider)).toBeUndefined();
    await policies.refresh();
    expect(asked.map(({ url, body, headers }) => ({ url, body, headers }))).toEqual([
      {
        ...{ url: 'https://beta.example/at/policy', body: '{}' },
        headers: { authorization: 'beta https://beta.example/at/policy {}' },
      },
    ]);
    expect([policies.find(provider), policies.find(other)]).toEqual([policy(), policy()]);
  });

  it.each<[string, ProviderReply, boolean]>([
    ['is not reached', failed('UNREACHABLE'), true],
    ['gives no answer that is one', failed('INVALID'), false],
    ['gives something else', answered({ policy: { version: 2 } }), false],
    ['speaks for another', answered({ policy: policy({ member: 'alpha' }) }), false],
    ['refuses', { outcome: 'answered', httpStatus: 400, body: { policy: policy() }, bytes: 1 }, false],
  ])('are kept while nothing else is known: a member that %s', async (_, next, isKept) => {
    const policies = policiesOf();
    await policies.refresh();
    reply = next;
    await policies.refresh();
    expect(policies.find(provider) !== undefined).toBe(isKept);
  });

  it('stay the same object until they change', async () => {
    const policies = policiesOf();
    await policies.refresh();
    const first = policies.find(provider);
    reply = answered({ policy: policy() });
    await policies.refresh();
    expect(policies.find(provider)).toBe(first);
    reply = answered({ policy: policy({ revision: 'r2' }) });
    await policies.refresh();
    expect(policies.find(provider)?.revision).toBe('r2');
  });

  it('are fetched when an answer was made by another, no more often than once a second', async () => {
    const policies = policiesOf();
    await policies.refresh();
    const counts: number[] = [];
    for (const [at, revision] of [
      [5000, 'r1'],
      [5000, 'r2'],
      [5500, 'r3'],
      [5999, 'r4'],
      [6000, 'r5'],
    ] as const) {
      time = at;
      policies.note(provider, revision);
      await vi.advanceTimersByTimeAsync(0);
      counts.push(asked.length);
    }
    expect(counts).toEqual([1, 2, 2, 2, 3]);
  });

  it('are looked for at once and every ten seconds, and no more after the end', async () => {
    const policies = policiesOf();
    const stop = policies.follow();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(9999);
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toHaveLength(2);
    await stop();
    policies.note(provider, 'r9');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveLength(2);
  });

  it('are not asked of members that have paused, nor kept of those that left', async () => {
    const providers: Provider[] = [provider];
    const policies = policiesOf(providers);
    await policies.refresh();
    providers[0] = { ...provider, paused: true };
    await policies.refresh();
    expect([asked.length, policies.find(provider)?.revision]).toEqual([1, 'r1']);
    providers.pop();
    await policies.refresh();
    expect([asked.length, policies.find(provider)]).toEqual([1, undefined]);
  });
});

import { describe, expect, it } from 'vitest';
import { createInProcessProviderClient } from '../../../../gateway/members/in-process-provider-client.js';
import {
  createObservedProviderClient,
  createProviderStates,
} from '../../../../gateway/members/provider-states.js';
import { readMemberId } from '../../../../shared/domain/ids.js';

const client = createInProcessProviderClient({
  'https://a.example/': async ({ body }) => ({ data: { echo: body } }),
  'https://b.example/': async () => {
    throw new Error('secret');
  },
  'https://c.example/': () => new Promise(() => undefined),
});
const ask = (url: string, { of = client, maxBytes = 1000, signal = new AbortController().signal } = {}) =>
  of.ask({ url, body: 'x', headers: {}, signal, maxBytes });

describe('the in-process provider client', () => {
  it('asks the function of a URL and gives its answer as JSON would', async () => {
    expect(await ask('https://a.example/')).toEqual({
      outcome: 'answered',
      httpStatus: 200,
      body: { data: { echo: 'x' } },
      bytes: 21,
    });
  });

  it.each([
    ['a function that throws', 'https://b.example/', {}, 'UNREACHABLE'],
    ['a URL of nobody', 'https://d.example/', {}, 'UNREACHABLE'],
    ['an answer with too many bytes', 'https://a.example/', { maxBytes: 5 }, 'INVALID'],
    ['one that is late', 'https://c.example/', { signal: AbortSignal.timeout(5) }, 'TIMED_OUT'],
    ['a request that has ended', 'https://c.example/', { signal: AbortSignal.abort() }, 'TIMED_OUT'],
  ])('gives %s as a failure', async (_what, url, options, cause) => {
    expect(await ask(url, options)).toMatchObject({ outcome: 'failed', cause });
  });
});

describe('createProviderStates', () => {
  it('keeps what came of each provider, in their order', async () => {
    const provider = (id: string) => ({
      member: readMemberId(id),
      domain: 'budgets' as const,
      url: `https://${id.slice(0, 1)}.example/`,
      paused: false,
    });
    const providers = ['alpha', 'beta', 'delta'].map(provider);
    const states = createProviderStates(
      () => providers,
      () => new Date(0),
    );
    const of = createObservedProviderClient(client, states.note, () => 0);
    for (const url of [
      'https://a.example/',
      'https://b.example/',
      'https://b.example/',
      'https://x.example/',
    ]) {
      await ask(url, { of });
    }
    const unasked = { lastOutcome: null, lastAnsweredAt: null, answered: 0, failed: 0, failedInARow: 0 };
    const about = { domain: 'budgets', paused: false };
    const at = new Date(0).toISOString();
    expect(states.list()).toEqual([
      { ...about, member: 'alpha', ...unasked, lastOutcome: 'ANSWERED', lastAnsweredAt: at, answered: 1 },
      { ...about, member: 'beta', ...unasked, lastOutcome: 'UNREACHABLE', failed: 2, failedInARow: 2 },
      { ...about, member: 'delta', ...unasked },
    ]);
  });

  it('follows the providers as they come, go and pause', () => {
    const provider = (id: string, paused = false) => ({
      member: readMemberId(id),
      domain: 'budgets' as const,
      url: `https://${id}.example/`,
      paused,
    });
    let providers = [provider('alpha'), provider('beta')];
    const states = createProviderStates(
      () => providers,
      () => new Date(0),
    );
    const reply = { outcome: 'answered', httpStatus: 200, body: {}, bytes: 2 } as const;
    states.note('https://alpha.example/', reply);
    states.note('https://beta.example/', reply);
    providers = [provider('alpha', true), provider('gamma')];
    expect(states.list().map(({ member, paused, answered }) => [member, paused, answered])).toEqual([
      ['alpha', true, 1],
      ['gamma', false, 0],
    ]);
    providers = [provider('beta')];
    expect(states.list().map(({ member, answered }) => [member, answered])).toEqual([['beta', 0]]);
  });
});

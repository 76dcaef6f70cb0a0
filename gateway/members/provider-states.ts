import type { MemberId } from '../../shared/domain/ids.js';
import type { ServedName } from '../fanout/provider.js';
import type { FailureCause, ProviderClient, ProviderReply } from './provider-client.js';

/** What is kept of a provider: who it is and where. */
interface Provider {
  readonly member: MemberId;
  readonly domain: ServedName;
  readonly url: string;
  readonly paused: boolean;
}

/** What the hub has seen of a provider since it started. */
export interface ProviderState {
  readonly member: MemberId;
  readonly domain: ServedName;
  readonly paused: boolean;
  /** Null until it was asked. */
  readonly lastOutcome: 'ANSWERED' | FailureCause | null;
  readonly lastAnsweredAt: string | null;
  readonly answered: number;
  readonly failed: number;
  /** Failures since the last answer. */
  readonly failedInARow: number;
}

export interface ProviderStates {
  note(url: string, reply: ProviderReply): void;
  find(url: string): ProviderState | undefined;
  /** Of the providers there are now, in their order. */
  list(): readonly ProviderState[];
}

/** `providers` gives the same list until something changes. What was seen of one that left is forgotten. */
export function createProviderStates(providers: () => readonly Provider[], now: () => Date): ProviderStates {
  let known: readonly Provider[] | undefined;
  let states = new Map<string, ProviderState>();
  const current = (): Map<string, ProviderState> => {
    const list = providers();
    if (list !== known) {
      const before = states;
      known = list;
      states = new Map(
        list.map((provider) => {
          const { member, domain, url, paused } = provider;
          const seen = before.get(url) ?? unasked(provider);
          return [url, { ...seen, member, domain, paused }];
        }),
      );
    }
    return states;
  };
  return {
    note(url, reply) {
      const state = current().get(url);
      // A caller's bad proof says nothing of the provider.
      if (state !== undefined && !isProofRefused(reply)) {
        states.set(
          url,
          reply.outcome === 'answered' ? afterAnswer(state, now()) : afterFailure(state, reply.cause),
        );
      }
    },
    find: (url) => current().get(url),
    list: () => [...current().values()],
  };
}

/** A client that also tells what came of each question, with the milliseconds it took. */
export function createObservedProviderClient(
  client: ProviderClient,
  onReply: (url: string, reply: ProviderReply, tookMs: number) => void,
  clock: () => number,
): ProviderClient {
  return {
    async ask(request) {
      const start = clock();
      const reply = await client.ask(request);
      onReply(request.url, reply, clock() - start);
      return reply;
    },
  };
}

function unasked({ member, domain, paused }: Provider): ProviderState {
  return {
    member,
    domain,
    paused,
    lastOutcome: null,
    lastAnsweredAt: null,
    answered: 0,
    failed: 0,
    failedInARow: 0,
  };
}

function isProofRefused(reply: ProviderReply): boolean {
  return reply.outcome === 'failed' && reply.cause === 'PROOF_REFUSED';
}

function afterAnswer(state: ProviderState, at: Date): ProviderState {
  return {
    ...state,
    lastOutcome: 'ANSWERED',
    lastAnsweredAt: at.toISOString(),
    answered: state.answered + 1,
    failedInARow: 0,
  };
}

function afterFailure(state: ProviderState, cause: FailureCause): ProviderState {
  return {
    ...state,
    lastOutcome: cause,
    failed: state.failed + 1,
    failedInARow: state.failedInARow + 1,
  };
}

import type { Provider } from '../fanout/provider.js';
import type { ProviderClient } from '../members/provider-client.js';
import {
  createObservedProviderClient,
  createProviderStates,
  type ProviderStates,
} from '../members/provider-states.js';
import { createHubMetrics, type HubMetrics } from './metrics.js';

/** The way to members, with what is seen of them on it. */
export interface ObservedMembers {
  readonly client: ProviderClient;
  readonly states: ProviderStates;
  readonly metrics: HubMetrics;
}

/** Notes what comes of each question, for `/members` and `/metrics`. `providers` gives the same list until it changes. */
export function observeMembers(
  client: ProviderClient,
  providers: () => readonly Provider[],
  { now, clock }: { readonly now: () => Date; readonly clock: () => number },
): ObservedMembers {
  const metrics = createHubMetrics();
  const states = createProviderStates(providers, now);
  const observed = createObservedProviderClient(
    client,
    (url, reply, tookMs) => {
      states.note(url, reply);
      metrics.asked(states.find(url) ?? { member: 'subgraph', domain: 'none' }, reply, tookMs);
    },
    clock,
  );
  return { client: observed, states, metrics };
}

import { z } from 'zod';
import { PublishedPolicy } from '../../shared/policy/published-policy.js';
import type { ServedName } from '../fanout/provider.js';
import type { ProviderClient } from './provider-client.js';
import { underDeadline } from './under-deadline.js';

export interface FetchPolicyOptions {
  readonly client: ProviderClient;
  /** Headers to send to a member: a caller token in nobody's name, bound to the body. */
  readonly headersFor: (
    provider: { readonly member: string; readonly domain: ServedName; readonly url: string },
    body: string,
  ) => Promise<Record<string, string>>;
  readonly deadlineMs: number;
}

/** What came of asking for a policy. `unknown`: the member was not reached, so what it published before still stands. */
export type FetchedPolicy =
  | { readonly outcome: 'published'; readonly policy: PublishedPolicy }
  | { readonly outcome: 'unknown' }
  /** For the log. */
  | { readonly outcome: 'broken'; readonly detail: string };

const Answer = z.object({ policy: PublishedPolicy });

const body = '{}';
const maxBytes = 1_048_576;

/** Asks a member for the policy that it publishes, and holds the answer against its form. Does not throw. */
export async function fetchPolicy(
  of: { readonly member: string; readonly domain: ServedName; readonly url: string },
  options: FetchPolicyOptions,
  stop: AbortSignal,
): Promise<FetchedPolicy> {
  const headers = await options.headersFor(of, body);
  const reply = await underDeadline([stop], options.deadlineMs, (signal) =>
    options.client.ask({ url: of.url, body, headers, signal, maxBytes }),
  );
  if (reply.outcome === 'failed') {
    return reply.cause === 'INVALID' ? { outcome: 'broken', detail: reply.detail } : { outcome: 'unknown' };
  }
  const answer = Answer.safeParse(reply.body);
  if (reply.httpStatus !== 200 || !answer.success) {
    return { outcome: 'broken', detail: 'the answer is not a published policy' };
  }
  const { policy } = answer.data;
  return policy.member === of.member
    ? { outcome: 'published', policy }
    : { outcome: 'broken', detail: "the policy is another member's" };
}

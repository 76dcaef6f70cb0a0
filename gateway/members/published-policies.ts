import { setMaxListeners } from 'node:events';
import { isDeepStrictEqual } from 'node:util';
import type { Logger } from '../../shared/log/logger.js';
import type { PublishedPolicy } from '../../shared/policy/published-policy.js';
import type { Provider } from '../fanout/provider.js';
import { type FetchPolicyOptions, fetchPolicy } from './fetch-policy.js';
import { policyUrlOf } from './policy-url.js';

/**
 * What members publish of their policies, as far as the hub knows it. Where it does not, the members decide alone: what
 * is kept here only saves asking for what they would not give.
 */
export interface PublishedPolicies {
  /** The policy of a provider's member, the same object until it changes; undefined where it is not known. */
  find(provider: Provider): PublishedPolicy | undefined;
  /** Takes the revision by which a provider answered; another than the known one is fetched soon. */
  note(provider: Provider, revision: string): void;
  /** Fetches all policies once. Does not throw. */
  refresh(): Promise<void>;
  /** Fetches all policies now and then, until the returned function is called; that ends what is under way. */
  follow(): () => Promise<void>;
}

export interface PublishedPoliciesOptions extends FetchPolicyOptions {
  /** The providers as they are now. */
  readonly providers: () => readonly Provider[];
  /** Milliseconds of a monotonic clock. */
  readonly clock: () => number;
  /** Milliseconds between two looks at all members. */
  readonly everyMs?: number;
  /** The least milliseconds between two fetches from one member, whatever revisions it claims. */
  readonly leastMs?: number;
  readonly logger: Logger;
}

/** What is known of the policy at one address. */
interface Known {
  policy: PublishedPolicy | undefined;
  /** Why there is none, as logged. */
  detail: string | undefined;
  askedAt: number;
  asking: Promise<void> | undefined;
}

export function createPublishedPolicies(options: PublishedPoliciesOptions): PublishedPolicies {
  const { providers, clock, everyMs = 10_000, leastMs = 1000 } = options;
  const stop = new AbortController();
  // Every fetch that is under way listens; that is no leak.
  setMaxListeners(0, stop.signal);
  const urls = new WeakMap<Provider, { readonly url: string | undefined }>();
  const known = new Map<string, Known>();
  const urlOf = (provider: Provider): string | undefined => {
    const { url } = urls.get(provider) ?? { url: policyUrlOf(provider) };
    urls.set(provider, { url });
    return url;
  };
  const ask = (provider: Provider, url: string): Promise<void> => {
    const entry = known.get(url) ?? { policy: undefined, detail: undefined, askedAt: 0, asking: undefined };
    known.set(url, entry);
    entry.askedAt = clock();
    entry.asking ??= take(entry, { provider, url }, { ...options, stop: stop.signal })
      .catch((err) => options.logger.error({ err }, 'a policy could not be asked for'))
      .finally(() => {
        entry.asking = undefined;
      });
    return entry.asking;
  };
  const refresh = async (): Promise<void> => {
    const all = new Map(providers().map((provider) => [urlOf(provider), provider]));
    // Members that left leave nothing behind.
    for (const url of [...known.keys()].filter((key) => !all.has(key))) {
      known.delete(url);
    }
    await Promise.all(
      [...all].map(([url, provider]) =>
        url !== undefined && isAsked(provider) ? ask(provider, url) : undefined,
      ),
    );
  };
  return {
    find(provider) {
      const url = urlOf(provider);
      const policy = url === undefined ? undefined : known.get(url)?.policy;
      return policy?.member === provider.member ? policy : undefined;
    },
    note(provider, revision) {
      const url = urlOf(provider);
      const entry = url === undefined ? undefined : known.get(url);
      const isNews = entry?.policy?.revision !== revision;
      if (url !== undefined && isNews && !stop.signal.aborted && isDue(entry, clock() - leastMs)) {
        void ask(provider, url);
      }
    },
    refresh,
    follow: () => lookEvery(everyMs, refresh, stop),
  };
}

function isAsked({ paused, halted }: Provider): boolean {
  return !paused && halted?.aborted !== true;
}

function isDue(entry: Known | undefined, latest: number): boolean {
  return entry === undefined || (entry.asking === undefined && entry.askedAt <= latest);
}

async function take(
  entry: Known,
  { provider, url }: { readonly provider: Provider; readonly url: string },
  options: FetchPolicyOptions & { readonly logger: Logger; readonly stop: AbortSignal },
): Promise<void> {
  const { member, domain } = provider;
  const fetched = await fetchPolicy({ member, domain, url }, options, options.stop);
  if (fetched.outcome === 'unknown') {
    return;
  }
  const detail = fetched.outcome === 'broken' ? fetched.detail : undefined;
  if (detail !== undefined && detail !== entry.detail) {
    options.logger.warn(
      { member, detail },
      'a member publishes no policy that can be read: it decides alone',
    );
  }
  entry.detail = detail;
  const policy = fetched.outcome === 'published' ? fetched.policy : undefined;
  // What is decided by a policy is kept with it, so the same one stays the same object.
  if (!isDeepStrictEqual(policy, entry.policy)) {
    entry.policy = policy;
  }
}

/** Looks at once, and again so long after each look. */
function lookEvery(everyMs: number, look: () => Promise<void>, stop: AbortController): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const lookOnce = async (): Promise<void> => {
    await look();
    if (!stop.signal.aborted) {
      timer = setTimeout(() => {
        looking = lookOnce();
      }, everyMs).unref();
    }
  };
  let looking = lookOnce();
  return async () => {
    stop.abort();
    clearTimeout(timer);
    await looking;
  };
}

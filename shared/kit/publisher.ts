import { setTimeout as sleep } from 'node:timers/promises';
import type { BrokerClient } from '../broker/broker-client.js';
import type { Round } from '../broker/broker-messages.js';
import type { TokenArithmetic } from '../broker/make-tokens.js';
import { AccordError } from '../errors/accord-error.js';
import type { Logger } from '../log/logger.js';
import type { MemberPolicy } from '../policy/member-policy.js';
import type { RecordStore } from '../store/record-store.js';
import type { LinkingConfig } from './linking-config.js';
import { type NamingType, readMentions } from './party-mentions.js';
import { wantedParty } from './party-publication.js';
import type { PublicationSender } from './publication-sender.js';
import type { PublicationState } from './publication-state.js';
import { type PassOptions, publishAll } from './publish-pass.js';
import { publishTokens } from './publish-tokens.js';

export interface PublisherOptions {
  readonly settings: LinkingConfig;
  /** The hub's public URL, see `hubAudience`. */
  readonly hub: string;
  readonly store: () => Promise<RecordStore>;
  readonly policy: () => MemberPolicy;
  /** The record types that name parties. */
  readonly naming: readonly NamingType[];
  readonly state: PublicationState;
  readonly sender: PublicationSender;
  /** Undefined where nothing is published by tokens. */
  readonly broker: { readonly client: BrokerClient; readonly arithmetic: TokenArithmetic } | undefined;
  readonly now: () => Date;
  readonly logger: Logger;
  /** Counts what came to nothing. */
  readonly onFault: () => void;
  /** Ends it; what is under way is broken off. */
  readonly signal: AbortSignal;
  /** Milliseconds between two looks at the store and the policy. */
  readonly pollMs?: number;
}

/** What the last pass that came to its end was of; another is a reason for a new one. */
interface Seen {
  readonly revision: string;
  readonly at: number;
}

const hourMs = 3_600_000;
const checkMs = 60_000;
const roundsMs = 600_000;
const brokerPauseMs = 30_000;
const longestPauseMs = 15_000;

/**
 * Publishes what a member is willing to link, until the signal: all that differs from what the hub has, whenever its
 * records or its policy changed, and every hour for what time changes, such as an embargo that ends. A hub or a broker
 * that is down is tried again after a while. Never throws.
 */
export async function runPublisher(options: PublisherOptions): Promise<void> {
  const { signal, logger, pollMs = 1000 } = options;
  const publisher = new Publisher(options);
  let pauseMs = pollMs;
  while (!signal.aborted) {
    try {
      const tookMs = await publisher.step();
      // Looking costs the store something where it is large: at most a twentieth of the time.
      pauseMs = Math.max(pollMs, 20 * tookMs);
    } catch (error) {
      if (!signal.aborted) {
        options.onFault();
        logger.warn(
          { ...wordsOf(error) },
          'what is published for linking is not up to date; it is tried again',
        );
      }
      pauseMs = Math.min(longestPauseMs, Math.max(2 * pauseMs, pollMs));
    }
    await sleep(pauseMs, undefined, { signal, ref: false }).catch(() => undefined);
  }
}

class Publisher {
  readonly #options: PublisherOptions;
  #clear: Seen | undefined;
  #tokens: Seen | undefined;
  #checkedAt: number;
  #rounds: readonly Round[] = [];
  #askAgainAt = Number.NEGATIVE_INFINITY;
  #tokensAfter = Number.NEGATIVE_INFINITY;

  constructor(options: PublisherOptions) {
    this.#options = options;
    this.#checkedAt = Number.NEGATIVE_INFINITY;
  }

  /** Does what is due. Gives how many milliseconds it took to see what is. */
  async step(): Promise<number> {
    const { hub, state, store } = this.#options;
    const begun = performance.now();
    const records = await store();
    const { lastCommitAt } = await records.status();
    const tookMs = performance.now() - begun;
    await this.#keepInStep();
    await this.#followRounds();
    const policy = this.#options.policy();
    const revision = `${lastCommitAt} ${policy.revision} ${this.#rounds.map(({ round }) => round)}`;
    const isTokensDue =
      this.#isDue(this.#tokens, revision) && this.#rounds.length > 0 && this.#now() >= this.#tokensAfter;
    if (!isTokensDue && !this.#isDue(this.#clear, revision)) {
      return tookMs;
    }
    const pass = await this.#passOf(records, policy);
    if (this.#isDue(this.#clear, revision)) {
      await this.#finish(publishAll(pass));
      this.#clear = { revision, at: this.#now() };
      this.#options.logger.info({ subjects: state.count(), hub: new URL(hub).host }, 'published for linking');
    }
    if (isTokensDue) {
      await this.#publishTokens(pass, revision);
    }
    return tookMs;
  }

  async #passOf(store: RecordStore, policy: MemberPolicy): Promise<PassOptions> {
    const { settings, naming, state, sender, signal, now } = this.#options;
    const rounds = this.#rounds.map(({ round }) => round);
    const at = now();
    const mentions = await readMentions({ store, policy, types: naming, now: at, signal });
    return {
      store,
      state,
      sender,
      signal,
      wanted: wantedParty({ settings, policy, mentions, rounds, state, now: at }),
    };
  }

  /** Tokens take long: a change meanwhile breaks them off, so that what is in clear does not wait for them. */
  async #publishTokens(pass: PassOptions, revision: string): Promise<void> {
    const { broker, settings, signal } = this.#options;
    if (broker === undefined || settings.broker === undefined) {
      return;
    }
    const changed = new AbortController();
    const watch = this.#watch(pass.store, revision, changed);
    try {
      const done = await publishTokens({
        ...{ ...pass, broker: broker.client, arithmetic: broker.arithmetic, rounds: this.#rounds },
        tokensPerMinute: settings.broker.tokensPerMinute,
        signal: AbortSignal.any([signal, changed.signal]),
      });
      if (!changed.signal.aborted) {
        await this.#finish(Promise.resolve(done));
        this.#tokens = { revision, at: this.#now() };
      }
    } catch (error) {
      this.#waitForBroker(error);
    } finally {
      changed.abort();
      await watch;
    }
  }

  async #watch(store: RecordStore, revision: string, changed: AbortController): Promise<void> {
    const { policy, pollMs = 1000 } = this.#options;
    while (!changed.signal.aborted) {
      await sleep(2 * pollMs, undefined, { signal: changed.signal, ref: false }).catch(() => undefined);
      const status = await store.status().catch(() => undefined);
      const rounds = this.#rounds.map(({ round }) => round);
      if (status === undefined || revision !== `${status.lastCommitAt} ${policy().revision} ${rounds}`) {
        changed.abort();
      }
    }
  }

  /** Starts again where the hub is another, has not what the member believes, or that is not known. */
  async #keepInStep(): Promise<void> {
    const { hub, state, sender, logger } = this.#options;
    const isDue = this.#now() - this.#checkedAt >= checkMs;
    if (state.hub() === hub && state.isTrusted() && (!isDue || (await sender.isInStep()))) {
      this.#checkedAt = isDue ? this.#now() : this.#checkedAt;
      return;
    }
    if (state.hub() !== undefined) {
      logger.warn('the hub has not what was published for linking; all is published again');
    }
    this.#startAgain();
  }

  #startAgain(): void {
    const { state, hub } = this.#options;
    state.reset(hub);
    this.#clear = undefined;
    this.#tokens = undefined;
    this.#checkedAt = this.#now();
  }

  /** Waits for a pass; where the hub is out of step, all is due again. */
  async #finish(pass: Promise<boolean>): Promise<void> {
    if (!(await pass) && !this.#options.signal.aborted) {
      this.#startAgain();
      throw new AccordError('HUB_UNAVAILABLE', 'Expected the hub to have what was published, it has not.');
    }
  }

  /** The rounds in force. Without the broker those known stay, until they end by the clock. */
  async #followRounds(): Promise<void> {
    const { broker, state, now } = this.#options;
    if (broker === undefined) {
      return;
    }
    const time = now().toISOString();
    this.#rounds = state.rounds().filter(({ until }) => until > time);
    if (this.#now() >= this.#askAgainAt) {
      try {
        state.keepRounds(await broker.client.rounds());
        this.#rounds = state.rounds();
        this.#askAgainAt = this.#now() + roundsMs;
      } catch (error) {
        this.#waitForBroker(error);
      }
    }
  }

  /** What is in clear does not wait for the broker. */
  #waitForBroker(error: unknown): void {
    this.#askAgainAt = this.#now() + brokerPauseMs;
    this.#tokensAfter = this.#askAgainAt;
    this.#options.onFault();
    this.#options.logger.warn({ ...wordsOf(error) }, 'no tokens can be made; it is tried again');
  }

  #isDue(seen: Seen | undefined, revision: string): boolean {
    return seen === undefined || seen.revision !== revision || this.#now() - seen.at >= hourMs;
  }

  #now(): number {
    return this.#options.now().getTime();
  }
}

function wordsOf(error: unknown): { readonly code?: string; readonly err: unknown } {
  return error instanceof AccordError ? { code: error.code, err: error.message } : { err: error };
}

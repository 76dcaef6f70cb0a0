import type { Round } from '../broker/broker-messages.js';
import type { RoundTokens } from '../linking/link-subject.js';
import type { LinkedType } from '../linking/to-link-subject.js';

/** A subject as it is at the hub. */
export interface PublishedRow {
  readonly local: string;
  readonly type: LinkedType;
  /** Of all that was published of it. */
  readonly digest: string;
}

/** Tokens that were made, of what they were made of. */
export interface KeptTokens {
  readonly local: string;
  /** Digest of the inputs. */
  readonly inputs: string;
  readonly tokens: RoundTokens;
}

/**
 * Port: what a member knows of what it has published, in its own folder, shared by its server and its commands. One of
 * them at a time sends. Faults throw STORE_UNAVAILABLE, STORE_FULL, STORE_BUSY.
 */
export interface PublicationState {
  /** The hub that all of this is about; undefined before the first. */
  hub(): string | undefined;
  /** Nothing counts as published any more: the next request starts again, at this hub. Tokens stay. */
  reset(hub: string): void;
  /** The sequence of the last request that the hub applied; 0 before the first. */
  sequence(): number;
  /** Takes down what the hub applied. */
  commit(sequence: number, put: readonly PublishedRow[], withdrawn: readonly string[]): void;
  /** After a request whose outcome is not known: the next look at it starts again. */
  distrust(): void;
  isTrusted(): boolean;

  published(local: string): PublishedRow | undefined;
  /** What is published of a type, by local id after one (all for ''), at most `limit`. */
  publishedAfter(type: LinkedType, after: string, limit: number): PublishedRow[];
  count(): number;

  /** Bars a party from being published, for a reason that is kept here. */
  withdraw(local: string, reason: string): void;
  isWithdrawn(local: string): boolean;
  countWithdrawn(): number;

  tokens(local: string): KeptTokens[];
  keepTokens(kept: readonly KeptTokens[]): void;
  /** The rounds that the broker last said are in force. */
  rounds(): readonly Round[];
  /** Forgets tokens of other rounds than these. */
  keepRounds(rounds: readonly Round[]): void;
  countTokens(): number;

  /** Takes the right to send for a while. */
  claim(holder: string, forMs: number): boolean;
  release(holder: string): void;
  close(): void;
}

import type { MemberId } from '../../../shared/domain/ids.js';
import type { RegistryEntry } from './registry-entry.js';

/** All entries as they were read, by member id. */
export interface RegistrySnapshot {
  /** The sum of the entries' versions, which grows with every change, for no entry is ever removed. */
  readonly version: number;
  readonly entries: readonly RegistryEntry[];
}

/**
 * Port: where hub replicas share what they know of members. Entries are written one at a time, each only onto the
 * version it was made from. Faults throw STORE_UNAVAILABLE, STORE_FULL or STORE_BUSY.
 */
export interface RegistryStore {
  /** Cheap: replicas ask several times a second. */
  version(): Promise<number>;
  read(): Promise<RegistrySnapshot>;
  find(member: MemberId): Promise<RegistryEntry | undefined>;
  /** Writes an entry unless another came first: true when the stored version was one lower, or there was none for version 1. */
  put(entry: RegistryEntry): Promise<boolean>;
  /** Takes an id for itself until the instant. False when it was taken before: a replay. */
  claim(id: string, until: Date): Promise<boolean>;
  close(): Promise<void>;
}

import type { MemberId } from '../../shared/domain/ids.js';
import type { Position } from '../../shared/domain/key-value.js';

/** A JSON object that was held against the contract. */
export type CheckedObject = Readonly<Record<string, unknown>>;

/** One checked page of one member: `positions[i]` is the place of edge i in the total order. */
export interface MemberPage {
  readonly member: MemberId;
  /** The answer's connection: the lists of all response keys of `edges` are in the same order. */
  readonly connection: CheckedObject;
  readonly positions: readonly Position[];
  /** Whether the member has rows after the last one. */
  readonly hasMore: boolean;
}

/** One edge of the merged page: edge `index` of `page`. */
export interface Pick {
  readonly page: MemberPage;
  readonly index: number;
}

export function isObject(value: unknown): value is CheckedObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The elements of a list; nothing where there is none. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

import type { Caller } from '../identity/caller.js';
import type { Filter } from '../store/filter.js';
import type { RecordBody } from '../store/record-type.js';
import type { FieldPlace } from './known-policies.js';
import type { MaskName } from './mask-table.js';
import type { PublishedPolicy } from './published-policy.js';
import type { RecordAudience } from './record-audience.js';

/** Why a value is withheld that is there (POLICY.md): what a caller may be told where the owner lets it be known. */
export const withheldReasons = ['EMBARGO', 'TLP', 'PURPOSE', 'OWNER'] as const;
export type WithheldReason = (typeof withheldReasons)[number];

/** What the caller is told of a value that is withheld. Without it, it cannot be told from an absent one. */
export interface Withheld {
  readonly reason: WithheldReason;
  /** Where to ask the owner for it. */
  readonly requestAccessUrl?: string | undefined;
}

/** Makes of a value what may be shown of it. Never used on keys, filters or sorts. */
export type ApplyMask = (value: unknown) => unknown;

/** What comes of one value. `DENY` without `withheld` is UNAUTHORIZED_FIELD_OR_TYPE where the rule is static. */
export type ValueDecision =
  | { readonly kind: 'ALLOW' }
  | { readonly kind: 'DENY' }
  /** Null; an error WITHHELD only where it says why. */
  | { readonly kind: 'WITHHOLD'; readonly withheld: Withheld | undefined }
  /** `masks` names what is put on, for those who explain it. */
  | { readonly kind: 'MASK'; readonly mask: ApplyMask; readonly masks?: readonly MaskName[] | undefined };

/** What comes of a field before any record is looked at. */
export type FieldDecision =
  | ValueDecision
  | {
      readonly kind: 'BY_RECORD';
      readonly decide: (place: FieldPlace) => ValueDecision;
      /** Not the contract alone leaves it to the record: a rule of the member's own file does. */
      readonly byOwnRule?: true;
    };

/** What comes of one record that is there. */
export type RecordDecision =
  | { readonly kind: 'SHOW' }
  /** It does not exist for this caller. */
  | { readonly kind: 'HIDE' }
  /** It may be known that it is withheld, where it is asked for by its id; in lists and counts it is not. */
  | { readonly kind: 'WITHHOLD'; readonly withheld: Withheld };

/** What a caller may count and add up of records that they may not all read. */
export type TotalsDecision =
  /** Of the records they may read, by anything they may read. */
  | { readonly kind: 'OF_READABLE' }
  | { readonly kind: 'NONE' }
  | {
      readonly kind: 'AGGREGATE_ONLY';
      /** The records that are counted. */
      readonly filter: Filter;
      /** Constants of the contract's dimension enum that may be grouped by, and held to whole values by `eq`. */
      readonly dimensions: readonly string[];
      /** Groups of fewer distinct subjects are suppressed. */
      readonly minimumGroup: number;
    };

/** All that one request may do at this member, decided at one moment. */
export interface RequestDecisions {
  /** The caller as this member takes them: held to the ceiling for what a hub says. */
  readonly caller: Caller;
  /** The one moment of the request. */
  readonly now: Date;
  /** By coordinate `Type.field`: the rules of the field, of its parent type and of its named return type together. */
  field(coordinate: string): FieldDecision;
  /** Whether filters, sorts, searches and groups may use these fields: all of them, on every record. */
  mayUse(coordinates: readonly string[]): boolean;
  /** The records of a type that exist for the caller. */
  records(type: string): Filter;
  /** The records of a type that do not: what is in any of these, each of which an index of the store serves where it can. */
  hidden(type: string): readonly Filter[];
  /** What comes of one record, the same as `records` says. */
  record(type: string, body: RecordBody): RecordDecision;
  /** `uses`: the coordinates that a total reads, those of its dimensions and of its sum. */
  totals(type: string, uses: readonly string[]): TotalsDecision;
}

/** A member's policy in force: the contract's rules, tightened by the member's own file. Never changed, only replaced. */
export interface MemberPolicy {
  readonly member: string;
  /** Digest of everything in it; stands in the access log. */
  readonly revision: string;
  /** What the hub may know of it: decisions that need no record. */
  readonly published: PublishedPolicy;
  /** Whether any caller could get less than the value of the field `Type.field`. Of others nobody has to ask. */
  isGuarded(coordinate: string): boolean;
  decide(caller: Caller, now: Date): RequestDecisions;
  /**
   * Who may know of records of a type, from a moment on, in a form that others can decide by; null of a record where it
   * cannot be written so, or where nobody may. Throws nothing.
   */
  audience(type: string, now: Date): (body: RecordBody) => RecordAudience | null;
}

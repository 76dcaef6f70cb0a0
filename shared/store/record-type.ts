import type { AmountKey, SortDirection } from '../domain/key-value.js';

/**
 * How one type of record is kept: which values it is filtered, sorted, grouped and searched by, and which filter ×
 * sort pairs an index serves. Each domain declares its types in one file; stores make columns and indexes from it.
 */
export interface RecordType {
  /** The GraphQL type, for example `BudgetLine`. Unique over all domains. */
  readonly name: string;
  readonly keys: Readonly<Record<string, KeySpec>>;
  /** The texts of a record that text search covers, names of its parties included. */
  readonly texts: (body: RecordBody) => readonly string[];
  /** The texts that only a search with `protected` covers: names of parties in protected places. */
  readonly protectedTexts?: (body: RecordBody) => readonly string[];
  /**
   * The fields of the schema, as `Type.field`, that a caller must be able to read on every record before they may find
   * records by `protectedTexts`, `protectedParty` and `protectedIdentifier`. Absent where the type has none of these.
   */
  readonly protectedUses?: readonly string[];
  /**
   * Those of them that the contract opens to everybody in part, such as organisations that pay: these parts are found
   * without `protected`, so whom a rule of the owner's own keeps from such a field, be it on some records only, cannot
   * find records by parties at all.
   */
  readonly openInPart?: readonly string[];
  /**
   * Every pair is served by an index (equal…, sort, local id) read in either direction; the filter may further bound
   * the sort key by `gte`, `lte`, `prefix` or `isNull`. Other queries are answered within the scan budget.
   */
  readonly pairs: readonly IndexPair[];
}

/** The JSON of a record as its GraphQL type shows it, without `id`, `member`, `createdAt` and `modifiedAt`. */
export type RecordBody = Readonly<Record<string, unknown>>;

/**
 * `text` NFC text (enum names too) · `partialDate` ISO prefix · `instant` UTC with milliseconds · `integer` safe
 * integer · `boolean` 0 or 1 · `amount` see AmountKey · `terms` a list, filtered by `eq`, `ne`, `in`, `isNull` only.
 * `stored`: the store's own times (`createdAt`, `modifiedAt`), which `of` cannot see and must not be given for.
 */
export type KeySpec =
  | (KeyPath & {
      readonly kind: 'text' | 'partialDate' | 'instant';
      readonly of: (body: RecordBody) => string | null | undefined;
    })
  | (KeyPath & { readonly kind: 'integer'; readonly of: (body: RecordBody) => number | null | undefined })
  | (KeyPath & { readonly kind: 'boolean'; readonly of: (body: RecordBody) => boolean | null | undefined })
  | (KeyPath & { readonly kind: 'amount'; readonly of: (body: RecordBody) => AmountKey | null | undefined })
  | (KeyPath & { readonly kind: 'terms'; readonly of: (body: RecordBody) => readonly string[] })
  | { readonly kind: 'instant'; readonly stored: 'createdAt' | 'modifiedAt' };

interface KeyPath {
  /**
   * The field of the body that the key holds as it is, for example `['handling', 'tlp']`. Absent where the key is made
   * of several fields or holds another form of one: policies cannot decide by it.
   */
  readonly path?: readonly string[];
}

export interface SortKey {
  readonly key: string;
  readonly direction: SortDirection;
}

export interface IndexPair {
  /** Keys the filter pins by `eq`. */
  readonly equal: readonly string[];
  /** The key sorted by, served in both directions; null is the order by local id. */
  readonly sort: string | null;
}

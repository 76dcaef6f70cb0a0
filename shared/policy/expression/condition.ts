import type { Caller } from '../../identity/caller.js';
import type { RecordBody } from '../../store/record-type.js';

/**
 * What an operand is: `values` lists all that it can be, where that is known. A `date` is partial and stands for its
 * last moment; a `group` holds fields and has no value of its own.
 */
export type ValueType =
  | { readonly kind: 'text' | 'texts'; readonly values?: readonly string[] | undefined }
  | { readonly kind: 'integer' | 'decimal' | 'boolean' | 'date' | 'instant' | 'group' };

/** A field of what an expression calls `record`. */
export interface RecordField {
  /** As it is written, `record.handling.tlp`. */
  readonly name: string;
  readonly type: ValueType;
  readonly isOptional: boolean;
  /** What it means when it is absent; it can be read without `has()` then. */
  readonly absentAs?: string | undefined;
  /** The key of the record type that holds it, for filters. */
  readonly key?: string | undefined;
  /** Its value, undefined where it is absent. */
  readonly read: (record: RecordBody) => unknown;
}

/** What can be said of a record. `find` gives the words of a fault for a path that it does not know. */
export interface RecordScope {
  readonly find: (path: readonly string[]) => RecordField | string;
  /** Whether two fields of a record can be compared with each other: filters cannot. */
  readonly comparesFields: boolean;
}

/** What a decision depends on besides the record. */
export interface Surroundings {
  readonly caller: Caller;
  /** The one moment of the request, in milliseconds. */
  readonly now: number;
}

export type Constant = string | number | bigint | boolean | readonly string[];

/** An operand. What is no field is the same for all records of a request; `of` says what it is of, if no constant. */
export type Term =
  | { readonly kind: 'field'; readonly field: RecordField }
  | {
      readonly kind: 'fixed';
      readonly of?: 'caller' | 'now';
      readonly valueAt: (surroundings: Surroundings) => Constant | undefined;
    };

/** What two values are when they are compared. */
export type CompareBy = 'text' | 'integer' | 'decimal' | 'boolean' | 'date' | 'instant';

/** A checked expression: every operand of it is there when it is read. */
export type Condition =
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | { readonly kind: 'has'; readonly of: Term }
  | { readonly kind: 'truth'; readonly of: Term }
  | { readonly kind: 'equal'; readonly left: Term; readonly right: Term; readonly by: CompareBy }
  | OrderCondition
  | { readonly kind: 'holds'; readonly list: Term; readonly item: Term };

/** `left` comes before `right`, or with `orEqual` not after it. What is fixed is its place in the order already. */
export interface OrderCondition {
  readonly kind: 'order';
  readonly left: Term;
  readonly right: Term;
  readonly orEqual: boolean;
}

import type { DomainModule } from '../../../shared/kit/domain-module.js';
import type { Body, PlainFieldRule, PlainPolicy } from './coalition-rules.js';

/** A domain as these tests ask it, and its contract's rules by hand. */
export interface PlainDomain {
  readonly module: DomainModule;
  readonly policies: readonly PlainPolicy[];
  /** The record type, the letter its local ids begin with, and its root fields. */
  readonly type: string;
  readonly prefix: string;
  readonly roots: { readonly list: string; readonly byId: string; readonly totals: string };
  /** By type, the fields that are asked for. */
  readonly shown: Readonly<Record<string, readonly string[]>>;
  /** What the contract asks of callers. */
  readonly contract: readonly PlainFieldRule[];
  /**
   * What a field of the filter, a constant to order or group by, or a field of a total reads: `Type.field`. What is not
   * here reads the record's field of the same name.
   */
  readonly uses: Readonly<Record<string, readonly string[]>>;
  /** The key of the amount that totals add. */
  readonly sum: string;
  /** Where a record says whom it is about; without it each is of its own. */
  readonly subject?: readonly string[];
  /** Whether a party that a record names in a place can be searched for by all who may search; the place from the body on. */
  readonly isOpen: (path: readonly string[], ref: Body, beside: Body) => boolean;
  /** Places that are open in part: to search for any party takes the right to read that part. */
  readonly openInPart: readonly string[];
  /** What it takes to search for the others. */
  readonly protectedUses: readonly string[];
}

/** What one question is asked with. */
export interface PlainArguments {
  readonly filter: Body;
  readonly orderBy?: readonly Body[];
  readonly groupBy?: readonly string[];
  readonly first?: number;
  /** So many rows were given before. */
  readonly skipped?: number;
  readonly ids?: readonly string[];
  /** Below an entity: the members that own its subjects. */
  readonly owners?: readonly string[];
}

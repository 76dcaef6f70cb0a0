import type { KeyValue } from '../domain/key-value.js';

/**
 * What records to find, over the keys of a record type. Two-valued: a test of an absent value is false (`isNull`
 * apart), and `ne` and `not` are exact complements, so `ne` is true of a record without the value.
 * For keys of kind `terms` (lists) `eq` and `in` mean "holds". Conjunction of nothing is true, disjunction false.
 */
export type Filter =
  | { readonly op: 'and'; readonly of: readonly Filter[] }
  | { readonly op: 'or'; readonly of: readonly Filter[] }
  | { readonly op: 'not'; readonly of: Filter }
  | { readonly op: 'eq' | 'ne' | 'gte' | 'lte'; readonly key: string; readonly value: KeyValue }
  | { readonly op: 'in'; readonly key: string; readonly values: readonly KeyValue[] }
  | { readonly op: 'prefix'; readonly key: string; readonly value: string }
  | { readonly op: 'isNull'; readonly key: string; readonly value: boolean }
  | {
      readonly op: 'text';
      readonly tokens: readonly string[];
      /** Each token may also stand in a protected text. */
      readonly protected?: true;
    };

export const everything: Filter = { op: 'and', of: [] };
export const nothing: Filter = { op: 'or', of: [] };

import { AccordError } from '../../errors/accord-error.js';

export const comparisons = ['==', '!=', '<', '<=', '>', '>='] as const;
export type Comparison = (typeof comparisons)[number];

/** A part of an expression as it is written. `at` is where it begins, from 0. */
export type Syntax =
  | PathSyntax
  | LiteralSyntax
  | { readonly kind: 'list'; readonly items: readonly LiteralSyntax[]; readonly at: number }
  | { readonly kind: 'has'; readonly path: PathSyntax; readonly at: number }
  | { readonly kind: 'not'; readonly of: Syntax; readonly at: number }
  | {
      readonly kind: 'binary';
      readonly op: '&&' | '||' | 'in' | Comparison;
      readonly left: Syntax;
      readonly right: Syntax;
      readonly at: number;
    };

/** `record.handling.tlp`, `caller.purpose` or `now`. */
export interface PathSyntax {
  readonly kind: 'path';
  readonly steps: readonly string[];
  readonly at: number;
}

export type LiteralSyntax =
  | { readonly kind: 'text'; readonly value: string; readonly at: number }
  /** Written as it stands, since a decimal may not fit into a number. */
  | { readonly kind: 'number'; readonly value: string; readonly at: number }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly at: number };

/** The error of an expression that is not one, with its place for people: characters are counted from 1. */
export function expressionFault(words: string, at: number): AccordError {
  return new AccordError('BAD_POLICY', `${words} at character ${at + 1}.`);
}

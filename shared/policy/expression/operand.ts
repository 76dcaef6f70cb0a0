import { readDecimal } from '../../domain/decimal.js';
import { isPartialDate, normalizeInstant } from '../../domain/partial-date.js';
import { callerNames, findCallerTerm } from './caller-terms.js';
import type { Constant, RecordScope, Term, ValueType } from './condition.js';
import { firstMoment, lastMoment } from './moments.js';
import { expressionFault, type LiteralSyntax, type PathSyntax } from './syntax.js';

/** A path of an expression with what it is. */
export interface Operand {
  readonly term: Term;
  readonly type: ValueType;
  /** As it is written. */
  readonly name: string;
  readonly isOptional: boolean;
  readonly at: number;
}

/** Reads a path as a value that is there. */
export type ReadOperand = (path: PathSyntax) => Operand;

/** Finds what a path means. Throws BAD_POLICY where it means nothing. */
export function operandOf({ steps, at }: PathSyntax, scope: RecordScope): Operand {
  const [root = '', ...rest] = steps;
  const name = steps.join('.');
  if (name === 'now') {
    const term: Term = { kind: 'fixed', of: 'now', valueAt: ({ now }) => now };
    return { term, type: { kind: 'instant' }, name, isOptional: false, at };
  }
  if (root === 'record' && rest.length > 0) {
    const field = scope.find(rest);
    if (typeof field === 'string') {
      throw expressionFault(field, at);
    }
    const { type, isOptional } = field;
    return { term: { kind: 'field', field }, type, name, isOptional, at };
  }
  const found = root === 'caller' && rest.length === 1 ? findCallerTerm(rest[0] ?? '') : undefined;
  if (found === undefined) {
    const known = callerNames.map((known) => `caller.${known}`).join(', ');
    throw expressionFault(`Expected "record.…", "now" or one of ${known}, got "${name}"`, at);
  }
  const { valueAt, type, isOptional } = found;
  return { term: { kind: 'fixed', of: 'caller', valueAt }, type, name, isOptional, at };
}

/** A literal that is compared for being equal with something of this type. Throws BAD_POLICY where it is of another. */
export function equalTo(literal: LiteralSyntax, type: ValueType): Constant {
  const { kind, value, at } = literal;
  if (type.kind === 'text' && kind === 'text') {
    return among(type.values, value, at);
  }
  if (type.kind === 'boolean' && kind === 'boolean') {
    return value;
  }
  if (kind === 'number') {
    return numberFor(type, value, at);
  }
  if (type.kind === 'date' && kind === 'text' && isPartialDate(value)) {
    return value;
  }
  const instant = type.kind === 'instant' && kind === 'text' ? normalizeInstant(value) : undefined;
  if (instant !== undefined) {
    return instant;
  }
  throw expressionFault(`Expected ${wordsFor(type)}, got ${JSON.stringify(value)}`, at);
}

/** The place of a literal in the order of this type: of a period its `end` or its beginning. Throws BAD_POLICY. */
export function placeOf(literal: LiteralSyntax, type: ValueType, end: boolean): Constant {
  const { kind, value, at } = literal;
  if (kind === 'number') {
    return numberFor(type, value, at);
  }
  const isTime = type.kind === 'date' || type.kind === 'instant';
  const moment = isTime && kind === 'text' ? (end ? lastMoment(value) : firstMoment(value)) : undefined;
  if (moment === undefined) {
    throw expressionFault(
      `Expected ${isTime ? 'a date or an instant' : wordsFor(type)}, got ${JSON.stringify(value)}`,
      at,
    );
  }
  return moment;
}

export function isOrdered({ kind }: ValueType): boolean {
  return kind === 'integer' || kind === 'decimal' || kind === 'date' || kind === 'instant';
}

/** What kind of value a type has, for people. */
export function wordsFor({ kind, values }: ValueType & { readonly values?: unknown }): string {
  switch (kind) {
    case 'text':
      return values === undefined ? 'a text' : 'one of the known values';
    case 'integer':
      return 'a whole number';
    case 'decimal':
      return 'a number';
    case 'boolean':
      return '"true" or "false"';
    case 'date':
      return 'a date such as "2026-01" or "2026-01-31"';
    case 'instant':
      return 'an instant such as "2026-01-31T00:00:00Z"';
    case 'texts':
      return 'a list';
    case 'group':
      return 'a group of fields';
  }
}

function among(values: readonly string[] | undefined, value: string, at: number): string {
  if (values !== undefined && !values.includes(value)) {
    throw expressionFault(`Expected one of ${values.join(', ')}, got "${value}"`, at);
  }
  return value;
}

function numberFor(type: ValueType, value: string, at: number): number | bigint {
  if (type.kind === 'decimal') {
    return readDecimal(value);
  }
  if (type.kind === 'integer' && Number.isSafeInteger(Number(value))) {
    return Number(value);
  }
  throw expressionFault(`Expected ${wordsFor(type)}, got ${value}`, at);
}

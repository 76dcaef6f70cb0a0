import { invariant } from '../../errors/invariant.js';
import type { Filter } from '../../store/filter.js';
import { allOf, anyOf, decided, noneOf } from '../combine-filters.js';
import { compileCondition } from './compile-condition.js';
import type { Condition, OrderCondition, RecordField, Surroundings, Term } from './condition.js';

/** A condition as a filter over the keys of its record type, for one request: it finds what the condition is true of. */
export function filterOf(condition: Condition, surroundings: Surroundings): Filter {
  switch (condition.kind) {
    case 'constant':
      return decided(condition.value);
    case 'not':
      return noneOf(filterOf(condition.of, surroundings));
    case 'and':
      return junction(condition, surroundings, allOf);
    case 'or':
      return junction(condition, surroundings, anyOf);
    case 'has':
      return condition.of.kind === 'fixed'
        ? decided(compileCondition(condition)({}, surroundings))
        : { op: 'isNull', key: keyOf(condition.of.field), value: false };
    case 'truth':
      return condition.of.kind === 'fixed'
        ? decided(compileCondition(condition)({}, surroundings))
        : { op: 'eq', key: keyOf(condition.of.field), value: 1 };
    case 'equal':
      return equality(condition, surroundings);
    case 'order':
      return order(condition, surroundings);
    case 'holds':
      return membership(condition, surroundings);
  }
}

/** What is decided by the left side leaves the right one unread, which may have nothing to read. */
function junction(
  { kind, left, right }: Extract<Condition, { kind: 'and' | 'or' }>,
  surroundings: Surroundings,
  combine: (filters: readonly Filter[]) => Filter,
): Filter {
  const first = filterOf(left, surroundings);
  const isDecided = first.op === (kind === 'and' ? 'or' : 'and') && first.of.length === 0;
  return isDecided ? first : combine([first, filterOf(right, surroundings)]);
}

function equality(condition: Extract<Condition, { kind: 'equal' }>, surroundings: Surroundings): Filter {
  const { left, right } = condition;
  const [field, other] = left.kind === 'field' ? [left.field, right] : [fieldOf(right), left];
  if (field === undefined) {
    return decided(compileCondition(condition)({}, surroundings));
  }
  const value = fixedValue(other, surroundings);
  return anyOfValues(field, [typeof value === 'boolean' ? Number(value) : textOrNumber(value)]);
}

/** Where being absent means one of the values, it is found too. */
function anyOfValues(field: RecordField, values: readonly (string | number)[]): Filter {
  const key = keyOf(field);
  const [value] = values;
  const found: Filter =
    value !== undefined && values.length === 1 ? { op: 'eq', key, value } : { op: 'in', key, values };
  const isFoundAbsent = field.absentAs !== undefined && values.includes(field.absentAs);
  return isFoundAbsent ? anyOf([found, { op: 'isNull', key, value: true }]) : found;
}

function order(condition: OrderCondition, surroundings: Surroundings): Filter {
  const { left, right, orEqual } = condition;
  if (left.kind === 'field') {
    return upTo(left.field, { place: numberAt(right, surroundings), orEqual });
  }
  if (right.kind === 'field') {
    // `a < field` is what `field <= a` is not.
    return noneOf(upTo(right.field, { place: numberAt(left, surroundings), orEqual: !orEqual }));
  }
  return decided(compileCondition(condition)({}, surroundings));
}

interface UpperEnd {
  /** A whole number, or a moment in milliseconds. */
  readonly place: number;
  readonly orEqual: boolean;
}

function upTo(field: RecordField, { place, orEqual }: UpperEnd): Filter {
  const key = keyOf(field);
  const last = orEqual ? place : place - 1;
  switch (field.type.kind) {
    case 'integer':
      return { op: 'lte', key, value: last };
    case 'instant':
      return { op: 'lte', key, value: new Date(last).toISOString() };
    default:
      return dateEndingBy(key, last);
  }
}

/** Dates all of whose moments are up to this one: not the month or the year that it is in the middle of. */
function dateEndingBy(key: string, last: number): Filter {
  const lastDay = new Date(last + 1 - dayLength).toISOString().slice(0, 10);
  const running = new Date(last + 1).toISOString();
  return allOf([
    { op: 'lte', key, value: lastDay },
    noneOf({ op: 'in', key, values: [running.slice(0, 4), running.slice(0, 7)] }),
  ]);
}

const dayLength = 24 * 60 * 60 * 1000;

function membership(condition: Extract<Condition, { kind: 'holds' }>, surroundings: Surroundings): Filter {
  const { list, item } = condition;
  if (list.kind === 'field') {
    return { op: 'eq', key: keyOf(list.field), value: textOrNumber(fixedValue(item, surroundings)) };
  }
  if (item.kind === 'field') {
    const values = list.valueAt(surroundings);
    invariant(typeof values === 'object', 'what holds is a list');
    return anyOfValues(item.field, values);
  }
  return decided(compileCondition(condition)({}, surroundings));
}

function fieldOf(term: Term): RecordField | undefined {
  return term.kind === 'field' ? term.field : undefined;
}

function keyOf({ key, name }: RecordField): string {
  invariant(key !== undefined, `${name} has a key`);
  return key;
}

function fixedValue(term: Term, surroundings: Surroundings): unknown {
  invariant(term.kind === 'fixed', 'one side of a filter is not of the record');
  return term.valueAt(surroundings);
}

function numberAt(term: Term, surroundings: Surroundings): number {
  const value = fixedValue(term, surroundings);
  invariant(typeof value === 'number', 'keys are ordered by numbers and moments');
  return value;
}

function textOrNumber(value: unknown): string | number {
  invariant(typeof value === 'string' || typeof value === 'number', 'a key is a text or a number');
  return value;
}

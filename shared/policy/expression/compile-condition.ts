import { readDecimal } from '../../domain/decimal.js';
import { invariant } from '../../errors/invariant.js';
import type { RecordBody } from '../../store/record-type.js';
import type { CompareBy, Condition, Constant, RecordField, Surroundings, Term } from './condition.js';
import { lastMoment, momentOf } from './moments.js';

/** Decides a condition of one record. Throws where the record is not of the form its type says. */
export type Evaluate = (record: RecordBody, surroundings: Surroundings) => boolean;
type ReadTerm = (record: RecordBody, surroundings: Surroundings) => Constant;

/** Makes a function of a checked condition, with everything about it that never changes done beforehand. */
export function compileCondition(condition: Condition): Evaluate {
  switch (condition.kind) {
    case 'constant':
      return () => condition.value;
    case 'not': {
      const of = compileCondition(condition.of);
      return (record, surroundings) => !of(record, surroundings);
    }
    case 'and': {
      const [left, right] = [compileCondition(condition.left), compileCondition(condition.right)];
      return (record, surroundings) => left(record, surroundings) && right(record, surroundings);
    }
    case 'or': {
      const [left, right] = [compileCondition(condition.left), compileCondition(condition.right)];
      return (record, surroundings) => left(record, surroundings) || right(record, surroundings);
    }
    case 'has':
      return presenceOf(condition.of);
    case 'truth': {
      const read = readEqual(condition.of, 'boolean');
      return (record, surroundings) => read(record, surroundings) === true;
    }
    case 'equal': {
      const [left, right] = [
        readEqual(condition.left, condition.by),
        readEqual(condition.right, condition.by),
      ];
      return (record, surroundings) => left(record, surroundings) === right(record, surroundings);
    }
    case 'order': {
      const [left, right] = [readPlace(condition.left), readPlace(condition.right)];
      return condition.orEqual
        ? (record, surroundings) => left(record, surroundings) <= right(record, surroundings)
        : (record, surroundings) => left(record, surroundings) < right(record, surroundings);
    }
    case 'holds':
      return holding(condition);
  }
}

function presenceOf(term: Term): Evaluate {
  if (term.kind === 'fixed') {
    return (_, surroundings) => term.valueAt(surroundings) !== undefined;
  }
  const { read, type } = term.field;
  return type.kind === 'texts'
    ? (record) => textsIn(read(record)).length > 0
    : (record) => {
        const value = read(record);
        return value !== undefined && value !== null;
      };
}

function holding({ list, item }: { readonly list: Term; readonly item: Term }): Evaluate {
  const readItem = readEqual(item, 'text');
  const readList: ReadTerm =
    list.kind === 'fixed' ? readFixed(list) : (record) => textsIn(list.field.read(record));
  return (record, surroundings) => {
    const texts = readList(record, surroundings);
    const wanted = readItem(record, surroundings);
    return Array.isArray(texts) && texts.includes(wanted);
  };
}

/** A value in the one form in which equal values are the same. */
function readEqual(term: Term, by: CompareBy): ReadTerm {
  if (term.kind === 'fixed') {
    return readFixed(term);
  }
  const { field } = term;
  switch (by) {
    case 'text':
      return (record) => textOf(field, record).normalize('NFC');
    case 'date':
    case 'instant':
      return (record) => textOf(field, record);
    case 'decimal':
      return (record) => readDecimal(textOf(field, record));
    case 'integer':
      return (record) => numberOf(field, record);
    case 'boolean':
      return (record) => {
        const value = field.read(record);
        invariant(typeof value === 'boolean', `${field.name} is true or false`);
        return value;
      };
  }
}

/** A value as its place in an order. */
function readPlace(term: Term): (record: RecordBody, surroundings: Surroundings) => number | bigint {
  if (term.kind === 'fixed') {
    const read = readFixed(term);
    return (record, surroundings) => {
      const place = read(record, surroundings);
      invariant(typeof place === 'number' || typeof place === 'bigint', 'a fixed place is a number');
      return place;
    };
  }
  const { field } = term;
  switch (field.type.kind) {
    case 'decimal':
      return (record) => readDecimal(textOf(field, record));
    case 'integer':
      return (record) => numberOf(field, record);
    default: {
      const placeOf = field.type.kind === 'instant' ? momentOf : lastMoment;
      return (record) => {
        const moment = placeOf(textOf(field, record));
        invariant(moment !== undefined, `${field.name} is a date`);
        return moment;
      };
    }
  }
}

function readFixed({ valueAt }: Extract<Term, { kind: 'fixed' }>): ReadTerm {
  return (_, surroundings) => {
    const value = valueAt(surroundings);
    invariant(value !== undefined, 'a value that is read is there');
    return value;
  };
}

function textOf(field: RecordField, record: RecordBody): string {
  const value = field.read(record) ?? field.absentAs;
  invariant(typeof value === 'string', `${field.name} is a text`);
  return value;
}

function numberOf(field: RecordField, record: RecordBody): number {
  const value = field.read(record);
  invariant(typeof value === 'number', `${field.name} is a number`);
  return value;
}

function textsIn(value: unknown): string[] {
  return Array.isArray(value)
    ? value.flatMap((item) => (typeof item === 'string' ? [item.normalize('NFC')] : []))
    : [];
}

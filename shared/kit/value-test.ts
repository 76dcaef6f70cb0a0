import { isDecimal, readDecimal, toAmountKey } from '../domain/decimal.js';
import type { KeyValue } from '../domain/key-value.js';
import { isPartialDate, normalizeInstant } from '../domain/partial-date.js';
import { isStorableText } from '../domain/text.js';
import { AccordError } from '../errors/accord-error.js';
import { invariant } from '../errors/invariant.js';
import { everything, type Filter, nothing } from '../store/filter.js';
import type { KeySpec, RecordType } from '../store/record-type.js';
import { localIdFrom } from './local-id-from.js';

export interface ValueTestScope {
  readonly type: RecordType;
  readonly member: string;
  readonly key: string;
  /** Where the operand stands in the filter, for the error. */
  readonly path: string;
}

/** Keys whose values are ids of records: `<member>:<local>` outside, the local part in the store. */
const idKeys: ReadonlySet<string> = new Set(['party', 'declarant']);
const maxValues = 1000;

/** One operator of one field, its operand in the form stores compare. Throws BAD_FILTER. */
export function valueTest(op: string, operand: unknown, scope: ValueTestScope): Filter {
  const spec = scope.type.keys[scope.key];
  invariant(spec !== undefined, `record type ${scope.type.name} declares the key ${scope.key}`);
  if (op === 'isNull') {
    invariant(typeof operand === 'boolean', 'isNull is a Boolean in the contract');
    return { op, key: scope.key, value: operand };
  }
  return idKeys.has(scope.key) ? idTest(op, operand, scope) : plainTest(op, operand, { ...scope, spec });
}

function plainTest(op: string, operand: unknown, at: ValueTestScope & { readonly spec: KeySpec }): Filter {
  const { key, path, spec } = at;
  switch (op) {
    case 'in':
      return { op, key, values: listOf(operand, path).map((value) => keyValue(spec, value, path)) };
    case 'prefix': {
      const value = keyValue(spec, operand, path);
      invariant(typeof value === 'string', 'prefix is for texts and dates in the contract');
      return value === '' ? { op: 'isNull', key, value: false } : { op, key, value };
    }
    case 'eq':
    case 'ne':
    case 'gte':
    case 'lte':
      return { op, key, value: keyValue(spec, operand, path) };
    default:
      throw new AccordError('BAD_FILTER', `Expected an operator of the contract, "${path}" is none.`);
  }
}

/** No record of this store names a party of another member: such an id is equal to none and unequal to all. */
function idTest(op: string, operand: unknown, scope: ValueTestScope): Filter {
  const { key, path, member } = scope;
  if (op === 'in') {
    const values = listOf(operand, path).flatMap((id) => localIdFrom(id, member, path) ?? []);
    return values.length === 0 ? nothing : { op, key, values };
  }
  if (op !== 'eq' && op !== 'ne') {
    throw new AccordError('BAD_FILTER', `Expected eq, ne, in or isNull on an id, got "${path}".`);
  }
  const local = localIdFrom(operand, member, path);
  if (local === undefined) {
    return op === 'eq' ? nothing : everything;
  }
  return { op, key, value: local };
}

function listOf(operand: unknown, path: string): readonly unknown[] {
  invariant(Array.isArray(operand), 'in is a list in the contract');
  if (operand.length > maxValues) {
    throw new AccordError(
      'BAD_FILTER',
      `Expected at most ${maxValues} values for "${path}", got ${operand.length}.`,
    );
  }
  return operand;
}

function keyValue(spec: KeySpec, value: unknown, path: string): KeyValue {
  const read = readKeyValue(spec.kind, value);
  if (read === undefined) {
    throw new AccordError('BAD_FILTER', `Expected ${forms[spec.kind]} for "${path}".`);
  }
  return read;
}

const forms: Readonly<Record<KeySpec['kind'], string>> = {
  text: 'well-formed text without U+0000',
  terms: 'well-formed text without U+0000',
  partialDate: 'a date such as 2019, 2019-05 or 2019-05-03',
  instant: 'an instant such as 2026-01-31T09:30:00.000Z',
  integer: 'a whole number',
  boolean: 'true or false',
  amount: 'a decimal number with at most 18 integer and 6 fraction digits',
};

function readKeyValue(kind: KeySpec['kind'], value: unknown): KeyValue | undefined {
  switch (kind) {
    case 'integer':
      return Number.isSafeInteger(value) && typeof value === 'number' ? value : undefined;
    case 'boolean':
      return typeof value === 'boolean' ? Number(value) : undefined;
    default:
      return typeof value === 'string' ? readTextValue(kind, value) : undefined;
  }
}

function readTextValue(kind: KeySpec['kind'], value: string): KeyValue | undefined {
  switch (kind) {
    case 'partialDate':
      return isPartialDate(value) ? value : undefined;
    case 'instant':
      return normalizeInstant(value);
    case 'amount':
      return isDecimal(value) ? toAmountKey(readDecimal(value)) : undefined;
    default:
      return isStorableText(value) ? value.normalize('NFC') : undefined;
  }
}

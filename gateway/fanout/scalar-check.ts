import { type GraphQLNamedType, isEnumType } from 'graphql';
import { isDecimal } from '../../shared/domain/decimal.js';
import { isPartialDate, normalizeInstant } from '../../shared/domain/partial-date.js';
import { papLabels, tlpLabels } from '../../shared/domain/record-body.js';
import { isRecordIdOf } from './owner-of.js';

/** Whether a value of a member is one of a scalar or enum. */
export type ScalarCheck = (value: unknown, member: string) => boolean;

/** What GraphQL's `Int` can hold; past it the executor would fail over the whole answer. */
export const largestInt = 2_147_483_647;

const checks: ReadonlyMap<string, ScalarCheck> = new Map([
  ['Int', (value: unknown) => Number.isInteger(value) && Math.abs(Number(value)) <= largestInt],
  // `1e999` is JSON and reads as infinity.
  ['Float', (value: unknown) => Number.isFinite(value)],
  ['Boolean', (value: unknown) => typeof value === 'boolean'],
  ['Decimal', textCheck(isDecimal)],
  ['PartialDate', textCheck(isPartialDate)],
  ['DateTime', textCheck((text) => normalizeInstant(text) !== undefined)],
  ['Tlp', oneOf(tlpLabels)],
  ['Pap', oneOf(papLabels)],
]);

const idChecks: ReadonlyMap<string, ScalarCheck> = new Map([
  ['Member', (value: unknown, member: string) => value === member],
  ['Entity', textCheck(() => true)],
]);

/**
 * The check of values of a type. Ids are the member's own: every `ID` of the contract is a record id of the answering
 * member, except that of `Member`, which is the member itself, and of an entity, which is held against what it was asked
 * for by. So no member can speak for another.
 */
export function scalarCheck(type: GraphQLNamedType, parentName: string): ScalarCheck {
  if (isEnumType(type)) {
    return oneOf(type.getValues().map((value) => value.name));
  }
  if (type.name === 'ID') {
    return idChecks.get(parentName) ?? isRecordIdOf;
  }
  return checks.get(type.name) ?? textCheck(() => true);
}

function textCheck(holds: (text: string) => boolean): ScalarCheck {
  return (value) => typeof value === 'string' && holds(value);
}

function oneOf(values: readonly string[]): ScalarCheck {
  const known = new Set<unknown>(values);
  return (value) => known.has(value);
}

import type { Caller } from '../identity/caller.js';
import { everything, type Filter } from '../store/filter.js';
import type { RecordBody, RecordType } from '../store/record-type.js';
import type { Label } from './ceiling.js';
import { allOf, anyOf, noneOf } from './combine-filters.js';
import type { CompiledRecords, CompiledRecordsRule } from './compiled-policy.js';
import { filterOf } from './expression/condition-filter.js';
import { holds } from './grant.js';
import { isAmong, isOwner, labelFilter } from './labels.js';
import type { RecordDecision, WithheldReason } from './member-policy.js';

/** Who asks for which labels, at one moment. */
export interface RecordSetting {
  readonly caller: Caller;
  readonly owner: string;
  /** In milliseconds. */
  readonly now: number;
  readonly labels: ReadonlySet<Label>;
}

/** The records of a type that exist for the caller: what is not among them is never read. */
export function recordFilter(records: CompiledRecords, setting: RecordSetting): Filter {
  const { tlpKey, embargoKey, rules } = records;
  return allOf([
    labelFilter(setting.labels, tlpKey),
    embargoFilter(embargoKey, setting),
    ...opposing(rules, setting.caller).map(({ when }) => noneOf(filterOf(when.condition, setting))),
  ]);
}

/** Decides records of a type one by one, the same as the filter says. What cannot be decided is hidden. */
export function recordDecider(
  records: CompiledRecords,
  setting: RecordSetting,
): (body: RecordBody) => RecordDecision {
  const rules = opposing(records.rules, setting.caller);
  const refusalsOf = defaultRefusals(records, setting);
  return (body) => {
    try {
      const refusing = rules.filter(({ when }) => when.evaluate(body, setting) !== false);
      return decide(refusing, refusalsOf(body));
    } catch {
      return { kind: 'HIDE' };
    }
  };
}

function decide(
  refusing: readonly CompiledRecordsRule[],
  byDefault: readonly WithheldReason[],
): RecordDecision {
  if (refusing.length === 0 && byDefault.length === 0) {
    return { kind: 'SHOW' };
  }
  const disclosed = refusing.map((rule) => rule.disclosed);
  const told = disclosed[0];
  // Label and embargo are told where a rule of the owner's for this very record tells them.
  const isToldWhole =
    disclosed.every((withheld) => withheld !== undefined) &&
    byDefault.every((reason) => disclosed.some((withheld) => withheld?.reason === reason));
  return told !== undefined && isToldWhole ? { kind: 'WITHHOLD', withheld: told } : { kind: 'HIDE' };
}

/** The rules that do not spare the caller: what they are about is hidden. */
export function opposing(rules: readonly CompiledRecordsRule[], caller: Caller): CompiledRecordsRule[] {
  return rules.filter(({ spares }) => spares === undefined || !holds(spares, caller));
}

/** An embargo holds for all but the owner's organisation. */
function embargoFilter(key: string | undefined, { caller, owner, now }: RecordSetting): Filter {
  if (key === undefined || isOwner(caller, owner)) {
    return everything;
  }
  return anyOf([
    { op: 'isNull', key, value: true },
    { op: 'lte', key, value: new Date(now).toISOString() },
  ]);
}

/** Reads why a record is hidden without any rule: instants are compared as stores do, by their text. */
function defaultRefusals(
  { type, tlpKey, embargoKey }: CompiledRecords,
  { caller, owner, now, labels }: RecordSetting,
): (body: RecordBody) => WithheldReason[] {
  const labelOf = reader(type, tlpKey);
  const embargoOf = isOwner(caller, owner) ? () => undefined : reader(type, embargoKey);
  const moment = new Date(now).toISOString();
  return (body) => {
    const refusals: WithheldReason[] = isAmong(labels, labelOf(body)) ? [] : ['TLP'];
    const until = embargoOf(body);
    if (until !== undefined && !(typeof until === 'string' && until <= moment)) {
      refusals.push('EMBARGO');
    }
    return refusals;
  };
}

/** Reads what a key holds of a record; undefined where it is absent or there is no such key. */
export function reader({ keys }: RecordType, key: string | undefined): (body: RecordBody) => unknown {
  const spec = key === undefined ? undefined : keys[key];
  return spec === undefined || 'stored' in spec ? () => undefined : (body) => spec.of(body) ?? undefined;
}

import type { KeyValue } from '../domain/key-value.js';
import { tlpLabels } from '../domain/record-body.js';
import { type Filter, nothing } from '../store/filter.js';
import { allOf, anyOf, decided, isNothing, noneOf } from './combine-filters.js';
import type { CompiledRecords } from './compiled-policy.js';
import { opposing, type RecordSetting, recordFilter } from './decide-records.js';
import { filterOf } from './expression/condition-filter.js';
import { isAmong, isOwner } from './labels.js';

/**
 * The records of a type that do not exist for the caller, in parts. Each part is of one label, so that stores find it by
 * their index of labels and embargoes: none serves the negation of what exists, however little that hides. Records are
 * imported with labels that there are; one with another would be hidden and in no part.
 */
export function hiddenParts(records: CompiledRecords, setting: RecordSetting): readonly Filter[] {
  const { tlpKey, embargoKey, rules } = records;
  if (tlpKey === undefined) {
    return [noneOf(recordFilter(records, setting))];
  }
  const refused = [
    underEmbargo(embargoKey, setting),
    ...opposing(rules, setting.caller).map(({ when }) => filterOf(when.condition, setting)),
  ];
  return [...tlpLabels, null].flatMap((label) => {
    const ofLabel: Filter =
      label === null ? { op: 'isNull', key: tlpKey, value: true } : { op: 'eq', key: tlpKey, value: label };
    const parts = isAmong(setting.labels, label)
      ? refused
          .map((part) => withKnown(part, { key: tlpKey, value: label }))
          .filter((part) => !isNothing(part))
      : [allOf([])];
    return parts.map((part) => allOf([ofLabel, part]));
  });
}

/** Instants are kept to the millisecond: what is after one is from the next on. */
function underEmbargo(key: string | undefined, { caller, owner, now }: RecordSetting): Filter {
  return key === undefined || isOwner(caller, owner)
    ? nothing
    : { op: 'gte', key, value: new Date(now + 1).toISOString() };
}

interface Known {
  readonly key: string;
  readonly value: KeyValue | null;
}

/** What is left of a filter where the value of a key is known, so that nothing is read that cannot match. */
function withKnown(filter: Filter, known: Known): Filter {
  switch (filter.op) {
    case 'and':
      return allOf(filter.of.map((part) => withKnown(part, known)));
    case 'or':
      return anyOf(filter.of.map((part) => withKnown(part, known)));
    case 'not':
      return noneOf(withKnown(filter.of, known));
    case 'eq':
      return filter.key === known.key ? decided(filter.value === known.value) : filter;
    case 'in':
      return filter.key === known.key ? decided(filter.values.some((one) => one === known.value)) : filter;
    case 'isNull':
      return filter.key === known.key ? decided((known.value === null) === filter.value) : filter;
    default:
      return filter;
  }
}

import { type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import { keyOfConstant } from '../../../shared/domain/key-of-constant.js';
import { keysOfStored } from '../../fixtures/naive-query.js';
import { type HeldMember, type HeldRecord, withNames } from './coalition-cases.js';
import { at, type Body, isBody, isEmbargoed } from './coalition-rules.js';
import type { MemberView } from './coalition-view.js';
import type { PlainDomain } from './plain-domain.js';
import { asStored, hiddenIn, recordTypeOf } from './plain-query.js';

interface Setting {
  readonly domain: PlainDomain;
  readonly schema: GraphQLSchema;
  /** Records to take other contents from. */
  readonly donors: readonly HeldRecord[];
}

/**
 * What a member could hold as well, as far as the caller can tell: hidden records come, go and change, and of records
 * that are there whatever is denied, withheld or behind a mask. Each change is kept only where all that the caller may
 * see of the member stays the same by definition.
 */
export function variantOf(view: MemberView, setting: Setting): HeldMember {
  const { held } = view;
  const parties = held.records.filter(({ type }) => type !== setting.domain.type);
  const others = parties.map((party) => altered(party, view, setting));
  const rows = held.records.filter(({ type }) => type === setting.domain.type);
  const changed = rows.flatMap((row, i) => {
    const isGone = i % 3 === 0 && isOutOfSight(row, view, setting);
    return isGone ? [] : [altered(row, view, setting)];
  });
  const records = [...changed, ...added(view, setting)].map((row) => ({
    ...row,
    body: withNames(row.body, others),
  }));
  return { ...held, records: [...others, ...records] };
}

/** Whether the caller can tell nothing of a record, not even by counting. */
function isOutOfSight(record: HeldRecord, view: MemberView, { domain }: Setting): boolean {
  return view.sees(record) === 'HIDE' && !isCounted(record, view, domain);
}

function isCounted(record: HeldRecord, view: MemberView, domain: PlainDomain): boolean {
  const { aggregates } = view.policy;
  return (
    record.type === domain.type &&
    aggregates?.to(view.caller) === true &&
    view.sees(record, aggregates.labels) === 'SHOW'
  );
}

/** Records beside those that are there of which the caller can tell nothing. */
function added(view: MemberView, setting: Setting): HeldRecord[] {
  const { type, prefix } = setting.domain;
  return setting.donors
    .filter((donor) => donor.type === type)
    .slice(0, 3)
    .map(({ body }, i) => ({ type, local: `${prefix}-${31 + i}`, body }))
    .filter((record) => isOutOfSight(record, view, setting));
}

/** The record with each change that the caller cannot tell, tried one after the other. */
function altered(record: HeldRecord, view: MemberView, setting: Setting): HeldRecord {
  const before = JSON.stringify(sightOf(record, view, setting));
  let kept = record;
  const tryOut = (body: Body): void => {
    const changed = { ...kept, body };
    if (JSON.stringify(sightOf(changed, view, setting)) === before) {
      kept = changed;
    }
  };
  const donors = setting.donors.filter(({ type }) => type === record.type);
  const donor = donors[Number(record.local.slice(2)) % Math.max(1, donors.length)]?.body ?? {};
  for (const name of new Set([...Object.keys(donor), ...Object.keys(record.body)])) {
    const { [name]: _, ...rest } = kept.body;
    tryOut(donor[name] === undefined ? rest : { ...rest, [name]: donor[name] });
  }
  for (const path of leavesOf(kept.body)) {
    tryOut(replaced(kept.body, path));
  }
  return kept;
}

/** All that a caller may see of a record, or find out of it by what they may use. */
function sightOf(record: HeldRecord, view: MemberView, setting: Setting): unknown {
  const { domain } = setting;
  const seen = view.sees(record);
  const counted = isCounted(record, view, domain) ? countedOf(record, view, domain) : null;
  if (seen !== 'SHOW') {
    return [seen, counted, isEmbargoed(record.body)];
  }
  // That a record names a party which is hidden shows in searches by parties: an exception that the policy states.
  return [shown(record.type, record.body, view, setting), hiddenIn(record, view), counted];
}

function countedOf(record: HeldRecord, view: MemberView, domain: PlainDomain): unknown {
  const keys = keysOfStored(recordTypeOf(domain), asStored(record));
  const listed = (view.policy.aggregates?.dimensions ?? []).map((name) => keys[keyOfConstant(name)]);
  return [listed, at(record.body, domain.sum, 'amount'), at(record.body, ...(domain.subject ?? ['none']))];
}

function shown(type: string, object: Body, view: MemberView, setting: Setting): unknown {
  const on = setting.schema.getType(type);
  const fields = isObjectType(on) ? Object.values(on.getFields()) : [];
  return fields.map((field) => {
    const value = object[field.name] ?? null;
    const outcome = view.field(`${type}.${field.name}`, object);
    switch (typeof outcome) {
      case 'object':
        return outcome;
      case 'function':
        return value === null ? null : outcome(value);
      default:
        return outcome === 'ALLOW' ? below(value, getNamedType(field.type).name, view, setting) : outcome;
    }
  });
}

function below(value: unknown, type: string, view: MemberView, setting: Setting): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => below(item, type, view, setting));
  }
  if (!isBody(value)) {
    return value;
  }
  return typeof value['ref'] === 'string' ? [value['ref'], value['id']] : shown(type, value, view, setting);
}

type LeafPath = readonly (string | number)[];

function leavesOf(value: unknown): LeafPath[] {
  if (typeof value !== 'object' || value === null) {
    return [[]];
  }
  return Object.entries(value).flatMap(([key, part]) =>
    leavesOf(part).map((path) => [Array.isArray(value) ? Number(key) : key, ...path]),
  );
}

/** A body with another value at a leaf: of the same form, and of the same year, first letter or size. */
function replaced(body: Body, path: LeafPath): Body {
  const replace = (value: unknown, [step, ...rest]: LeafPath): unknown => {
    if (step === undefined) {
      return another(value, String(path.at(-1)));
    }
    if (Array.isArray(value)) {
      return value.map((item, i) => (i === step ? replace(item, rest) : item));
    }
    return isBody(value) ? { ...value, [step]: replace(value[step], rest) } : value;
  };
  const changed = replace(body, path);
  return isBody(changed) ? changed : body;
}

function another(value: unknown, name: string): unknown {
  if (typeof value !== 'string') {
    return typeof value === 'boolean' ? !value : value;
  }
  if (
    ['ref', 'id', 'tlp', 'embargoUntil', 'scheme', 'currency', 'gender', 'kind', 'status', 'type'].includes(
      name,
    )
  ) {
    return value;
  }
  if (name === 'amount') {
    return /^\d{4,}$/.test(value) ? String(Number(value) + 1) : value;
  }
  if (/^\d{4}(-\d\d)*$/.test(value)) {
    return `${value.slice(0, 4)}-07`;
  }
  return name === 'country' ? 'SE' : `${[...value][0]}nother oak`;
}

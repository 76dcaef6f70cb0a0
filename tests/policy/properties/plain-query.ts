import { readMemberId } from '../../../shared/domain/ids.js';
import { keyOfConstant } from '../../../shared/domain/key-of-constant.js';
import { compareKeys, type KeyValue, type SortDirection } from '../../../shared/domain/key-value.js';
import { invariant } from '../../../shared/errors/invariant.js';
import { filterFromInput } from '../../../shared/kit/filter-from-input.js';
import type { StoredRecord } from '../../../shared/store/record-store.js';
import type { RecordType } from '../../../shared/store/record-type.js';
import { keysOfStored, matches } from '../../fixtures/naive-query.js';
import type { HeldRecord } from './coalition-cases.js';
import { type Body, isBody } from './coalition-rules.js';
import type { MemberView } from './coalition-view.js';
import type { PlainArguments, PlainDomain } from './plain-domain.js';

/** What belongs to the parties that a record names, rather than to it. */
const byParty = ['text', 'party', 'declarant', 'DECLARANT_NAME'];

export function recordTypeOf({ module, type }: PlainDomain): RecordType {
  const found = module.recordTypes.find(({ name }) => name === type);
  invariant(found !== undefined, 'a domain has its record types');
  return found;
}

export function asStored({ type, local, body }: HeldRecord): StoredRecord {
  return { type, local, body, createdAt: '', modifiedAt: '' };
}

/** Fields of a filter wherever they are nested, and the constants to order and group by. */
function namesIn({ filter, orderBy = [], groupBy = [] }: PlainArguments): string[] {
  return [...namesInFilter(filter), ...orderBy.map(({ field }) => String(field)), ...groupBy];
}

function namesInFilter(input: unknown): string[] {
  if (Array.isArray(input)) {
    return input.flatMap(namesInFilter);
  }
  return isBody(input)
    ? Object.entries(input).flatMap(([name, value]) =>
        ['and', 'or', 'not'].includes(name) ? namesInFilter(value) : name === 'member' ? [] : [name],
      )
    : [];
}

/** The fields that a question's arguments read. */
export function usesOf(domain: PlainDomain, args: PlainArguments): string[] {
  return namesIn(args).flatMap(
    (name) =>
      domain.uses[name] ?? [`${domain.type}.${name === name.toUpperCase() ? keyOfConstant(name) : name}`],
  );
}

/** Whether the caller may use on every record of a member all that a question's arguments read. */
export function mayUse(domain: PlainDomain, view: MemberView, args: PlainArguments): boolean {
  const isByAnyParty = namesIn(args).some((name) => name === 'text' || name === 'party');
  return view.mayUse(usesOf(domain, args)) && (!isByAnyParty || view.isLeftBy(domain.openInPart));
}

/** The records of a member that there are for the caller and that the filter finds. */
export function matching(domain: PlainDomain, view: MemberView, args: PlainArguments): HeldRecord[] {
  const isByParty = namesIn(args).some((name) => byParty.includes(name));
  return found(domain, view, args.filter).filter(
    (record) => view.sees(record) === 'SHOW' && !(isByParty && isFoundByHidden(record, domain, view)),
  );
}

/** Whether a record names a party that is hidden from the caller where their search looks. */
function isFoundByHidden({ body }: HeldRecord, domain: PlainDomain, view: MemberView): boolean {
  return hiddenAmong(searchedIn(body, domain, view), view).length > 0;
}

/** The records of a member that a filter finds for a caller, whatever hides them. */
export function found(domain: PlainDomain, view: MemberView, input: PlainArguments['filter']): HeldRecord[] {
  const type = searchedBy(domain, view);
  const { member } = view.held;
  const filter = filterFromInput(input, { type, member: readMemberId(member) });
  return view.held.records.filter(
    (record) => record.type === domain.type && matches(filter, type, asStored(record)),
  );
}

/** The record type with what of the parties that a record names the caller may search for. */
function searchedBy(domain: PlainDomain, view: MemberView): RecordType {
  const type = recordTypeOf(domain);
  const searched = (body: Body): Body[] => searchedIn(body, domain, view);
  return {
    ...type,
    keys: {
      ...type.keys,
      party: { kind: 'terms', of: (body) => searched(body).map(({ id }) => String(id)) },
    },
    texts: (body) => [
      ...type.texts(withoutRefs(body)),
      ...searched(body).flatMap(({ name }) => (typeof name === 'string' ? [name] : [])),
    ],
  };
}

/** The references to parties of a body that the caller's searches look into. */
function searchedIn(body: Body, domain: PlainDomain, view: MemberView): Body[] {
  const searchesAll = view.mayUse(domain.protectedUses);
  return refsIn(body, [], body).flatMap(({ path, ref, beside }) =>
    searchesAll || domain.isOpen(path, ref, beside) ? [ref] : [],
  );
}

interface PlacedRef {
  readonly path: readonly string[];
  readonly ref: Body;
  readonly beside: Body;
}

/** All references to parties, each with the fields on the way to it and the object that it is in. */
function refsIn(value: unknown, path: readonly string[], beside: Body): PlacedRef[] {
  if (Array.isArray(value)) {
    return value.flatMap((item) => refsIn(item, path, beside));
  }
  if (!isBody(value)) {
    return [];
  }
  return typeof value['ref'] === 'string'
    ? [{ path, ref: value, beside }]
    : Object.entries(value).flatMap(([step, part]) => refsIn(part, [...path, step], value));
}

function withoutRefs(body: Body): Body {
  const without = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      return value.map(without);
    }
    if (!isBody(value)) {
      return value;
    }
    return typeof value['ref'] === 'string'
      ? null
      : Object.fromEntries(Object.entries(value).map(([key, part]) => [key, without(part)]));
  };
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, without(value)]));
}

/** The parties that a record names and that are hidden from the caller. */
export function hiddenIn({ body }: HeldRecord, view: MemberView): string[] {
  return hiddenAmong(
    refsIn(body, [], body).map(({ ref }) => ref),
    view,
  );
}

function hiddenAmong(refs: readonly Body[], view: MemberView): string[] {
  return refs.flatMap((ref) =>
    view.held.records
      .filter((party) => party.type === ref['ref'] && party.local === ref['id'])
      .filter((party) => view.sees(party) !== 'SHOW')
      .map(({ local }) => local),
  );
}

interface PlacedRow {
  readonly view: MemberView;
  readonly record: HeldRecord;
}

/** Rows in the order asked for: by their keys, then by member and local id. */
export function placesOf(domain: PlainDomain, rows: readonly PlacedRow[], args: PlainArguments): PlacedRow[] {
  const type = recordTypeOf(domain);
  const orderBy = args.orderBy ?? [];
  const directions = orderBy.map(({ direction }): SortDirection => (direction === 'DESC' ? 'DESC' : 'ASC'));
  const placed = rows.map((row) => {
    const keys: Readonly<Record<string, KeyValue | null>> = keysOfStored(type, asStored(row.record));
    const k = orderBy.map(({ field }) => keys[keyOfConstant(String(field))] ?? null);
    return { row, place: { k, member: readMemberId(row.view.held.member), local: row.record.local } };
  });
  return placed.sort((a, b) => compareKeys(a.place, b.place, directions)).map(({ row }) => row);
}

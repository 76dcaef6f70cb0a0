import type { MemberId } from '../domain/ids.js';
import { allOf, isNothing, noneOf } from '../policy/combine-filters.js';
import type { RequestDecisions, Withheld } from '../policy/member-policy.js';
import { everything, type Filter } from '../store/filter.js';
import type {
  GroupQuery,
  GroupSum,
  Page,
  PageQuery,
  RecordStore,
  StoreCount,
  StoredRecord,
} from '../store/record-store.js';
import type { SortKey } from '../store/record-type.js';
import { unauthorized } from './unauthorized.js';

/** A record that may be shown, or known to be withheld. */
export type FoundRecord =
  | { readonly kind: 'SHOW'; readonly record: StoredRecord }
  | { readonly kind: 'WITHHOLD'; readonly withheld: Withheld };

/** Of records that may be counted. */
export interface CountedSums {
  /** Of those that the caller may list one by one, and so can take from any total. */
  readonly readable: readonly GroupSum[];
  readonly hidden: readonly GroupSum[];
}

/**
 * The records of a member as far as they exist for the caller of one request: all that resolvers reach of a store. What
 * is hidden is not read, or by its id not told from what is not there.
 */
export interface PermittedStore {
  readonly member: MemberId;
  /** By local id, in this order; null for what is not there or hidden. */
  find(type: string, locals: readonly string[]): Promise<(FoundRecord | null)[]>;
  page(query: PageQuery): Promise<Page>;
  count(type: string, filter: Filter, cap: number): Promise<StoreCount>;
  /** Sums over the records that the caller may read. */
  groupSums(query: GroupQuery): Promise<GroupSum[]>;
  /** Sums over the records that the caller may count, those that they may not read apart from the others. */
  countedSums(query: GroupQuery, counted: Filter): Promise<CountedSums>;
  /**
   * Local ids of the persons and organisations that are hidden from the caller. Throws UNAUTHORIZED_FIELD_OR_TYPE when
   * they are too many to leave out what names them.
   */
  hiddenParties(): Promise<readonly string[]>;
}

const partyTypes = ['Person', 'Organization'] as const;
const maxHiddenParties = 1000;

export function createPermittedStore(store: RecordStore, decisions: RequestDecisions): PermittedStore {
  const visible = (type: string, filter: Filter) => bothOf(filter, decisions.records(type));
  let hidden: Promise<readonly string[]> | undefined;
  return {
    member: store.member,
    async find(type, locals) {
      const records = await store.getByIds(type, locals);
      return records.map((record) => (record === undefined ? null : permitted(record, decisions)));
    },
    page: (query) => store.page({ ...query, filter: visible(query.type, query.filter) }),
    count: (type, filter, cap) => store.count(type, visible(type, filter), cap),
    groupSums: (query) => sumsOf(store, query, decisions.records(query.type)),
    async countedSums(query, counted) {
      const read = decisions.records(query.type);
      const [readable, hidden] = await Promise.all(
        [read, noneOf(read)].map((part) => sumsOf(store, query, allOf([counted, part]))),
      );
      return { readable: readable ?? [], hidden: hidden ?? [] };
    },
    hiddenParties() {
      hidden ??= findHiddenParties(store, decisions);
      return hidden;
    },
  };
}

/** Both filters, the second left out where it lets everything through. */
export function bothOf(filter: Filter, other: Filter): Filter {
  return isEverything(other) ? filter : { op: 'and', of: [filter, other] };
}

async function sumsOf(store: RecordStore, query: GroupQuery, visible: Filter): Promise<GroupSum[]> {
  if (isNothing(visible)) {
    return [];
  }
  return await store.groupSums(isEverything(visible) ? query : { ...query, visible });
}

function permitted(record: StoredRecord, decisions: RequestDecisions): FoundRecord | null {
  const decision = decisions.record(record.type, record.body);
  switch (decision.kind) {
    case 'SHOW':
      return { kind: 'SHOW', record };
    case 'WITHHOLD':
      return decision;
    case 'HIDE':
      return null;
  }
}

/** Parts of one label, in the order in which the index holds them. */
const byEmbargo: readonly SortKey[] = [{ key: 'embargoUntil', direction: 'ASC' }];

async function findHiddenParties(
  store: RecordStore,
  decisions: RequestDecisions,
): Promise<readonly string[]> {
  const pages = await Promise.all(
    partyTypes.flatMap((type) =>
      decisions
        .hidden(type)
        .map((filter) => store.page({ type, filter, sort: byEmbargo, limit: maxHiddenParties + 1 })),
    ),
  );
  const locals = new Set(pages.flatMap(({ rows }) => rows.map(({ position }) => position.local)));
  if (locals.size > maxHiddenParties) {
    throw unauthorized();
  }
  return [...locals];
}

function isEverything(filter: Filter): boolean {
  return filter === everything || (filter.op === 'and' && filter.of.every(isEverything));
}

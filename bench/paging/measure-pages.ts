import {
  compareKeys,
  type KeyValue,
  type Position,
  type SortDirection,
} from '../../shared/domain/key-value.js';
import { invariant } from '../../shared/errors/invariant.js';
import type { Filter } from '../../shared/store/filter.js';
import { scalarKeysOf } from '../../shared/store/keys-of.js';
import type { PageQuery, RecordInput, RecordStore } from '../../shared/store/record-store.js';
import type { IndexPair, RecordType } from '../../shared/store/record-type.js';

export interface PageTimes {
  readonly name: string;
  /** Median of the second page, in microseconds. */
  readonly second: number;
  /** Median at each depth as a multiple of the second page. */
  readonly ratios: readonly number[];
}

/** Shares of the matching records that lie before a page. */
export const depths = [0.1, 0.5, 0.9] as const;

const pageLength = 20;
const warmUps = 20;
const repetitions = 201;

/**
 * Times a page at each depth against the second page, for a declared pair read in one direction. The turns of the four
 * pages alternate, so that whatever else the machine does falls on all of them.
 */
export async function measurePages(
  store: RecordStore,
  order: {
    readonly type: RecordType;
    readonly pair: IndexPair;
    readonly direction: SortDirection;
    /** Enough records of the store to tell from them where its depths lie. */
    readonly sample: readonly RecordInput[];
    /** What a policy adds to every query; all records pass it. */
    readonly policy?: Filter;
  },
): Promise<PageTimes> {
  const { type, pair, direction, policy } = order;
  const pins = order.sample
    .map(({ body }) => scalarKeysOf(type, body))
    .find((keys) => pair.equal.every((key) => keys[key] !== null));
  invariant(pins !== undefined, 'the sample has a record with every pinned key');
  const query = {
    type: type.name,
    filter: policy === undefined ? filterOf(pair, pins) : bothOf(filterOf(pair, pins), policy),
    sort: pair.sort === null ? [] : [{ key: pair.sort, direction }],
    limit: pageLength,
  };
  const opening = await store.page(query);
  const positions = [opening.rows.at(-1)?.position, ...positionsAt(store.member, order, pins)];
  const medians = await medianTimes(
    store,
    positions.map((after) => ({ ...query, after })),
  );
  const [second = Number.NaN, ...deep] = medians;
  return {
    name: `${nameOf(pair, direction)}${policy === undefined ? '' : ', with a label policy'}`,
    second,
    ratios: deep.map((median) => median / second),
  };
}

function nameOf({ equal, sort }: IndexPair, direction: SortDirection): string {
  return `[${equal.join(', ')}] by ${sort ?? 'id'} ${sort === null ? '' : direction}`.trim();
}

function bothOf(filter: Filter, other: Filter): Filter {
  return { op: 'and', of: [filter, other] };
}

function filterOf(pair: IndexPair, pins: Readonly<Record<string, KeyValue | null>>): Filter {
  return {
    op: 'and',
    of: pair.equal.map((key): Filter => {
      const value = pins[key];
      invariant(value !== null && value !== undefined, 'a pinned key has a value');
      return { op: 'eq', key, value };
    }),
  };
}

/** The positions of the sample's records that match, at the depths. */
function positionsAt(
  member: string,
  order: {
    readonly type: RecordType;
    readonly pair: IndexPair;
    readonly direction: SortDirection;
    readonly sample: readonly RecordInput[];
  },
  pins: Readonly<Record<string, KeyValue | null>>,
): (Position | undefined)[] {
  const { type, pair, direction, sample } = order;
  const positions: Position[] = [];
  for (const { local, body } of sample) {
    const keys = scalarKeysOf(type, body);
    if (pair.equal.every((key) => keys[key] === pins[key])) {
      positions.push({ k: pair.sort === null ? [] : [keys[pair.sort] ?? null], member, local });
    }
  }
  const directions = pair.sort === null ? [] : [direction];
  positions.sort((a, b) => compareKeys(a, b, directions));
  return depths.map((depth) => positions[Math.floor(depth * positions.length)]);
}

async function medianTimes(store: RecordStore, queries: readonly PageQuery[]): Promise<number[]> {
  const times = queries.map((): number[] => []);
  for (let turn = -warmUps; turn < repetitions; turn++) {
    for (const [i, query] of queries.entries()) {
      const start = performance.now();
      const { rows } = await store.page(query);
      const time = (performance.now() - start) * 1_000;
      invariant(rows.length === pageLength, 'every page of the benchmark is full');
      if (turn >= 0) {
        times[i]?.push(time);
      }
    }
  }
  return times.map((taken) => taken.toSorted((a, b) => a - b)[Math.floor(taken.length / 2)] ?? Number.NaN);
}

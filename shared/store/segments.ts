import type { KeyValue, Position, SortDirection } from '../domain/key-value.js';
import { compareText } from '../domain/text.js';

/**
 * A stretch of the order by one key (then local id) that one index range serves. Reading the segments one after the
 * other gives the records in `compareKeys` order with no OR, no null in a comparison and no temporary sort. An amount
 * is two columns, of which both or none are null; any other key is one; the order by local id alone is none.
 */
export interface Segment {
  /** The first columns, each pinned to a value or to null. */
  readonly pinned: readonly (string | number | null)[];
  /** Bounds the column after the pinned ones: not null, or not null and beyond a value in the sort's direction. */
  readonly next?: { readonly beyond?: string | number };
  /** With all columns pinned: only local ids beyond this one in the sort's direction. */
  readonly beyondLocal?: string;
}

/** The segments of an order after `after`. A position of another member lies before or after all ties of this one. */
export function segmentsOf(
  columns: number,
  order: {
    readonly member: string;
    readonly direction: SortDirection;
    readonly after?: Position | undefined;
  },
): Segment[] {
  const nulls = Array.from({ length: columns }, () => null);
  if (order.after === undefined) {
    return columns === 0 ? [{ pinned: [] }] : [{ pinned: [], next: {} }, { pinned: nulls }];
  }
  const value = order.after.k[0] ?? null;
  if (columns === 0 || value === null) {
    return ties(nulls, order.member, order.after, order.direction);
  }
  const values = columnValues(value);
  const beyond = values.map((_, i) => {
    const at = values.length - 1 - i;
    return { pinned: values.slice(0, at), next: { beyond: values[at] ?? 0 } };
  });
  return [...ties(values, order.member, order.after, order.direction), ...beyond, { pinned: nulls }];
}

/** The columns a value is kept in. */
export function columnValues(value: KeyValue): (string | number)[] {
  return typeof value === 'object' ? [value[0], value[1]] : [value];
}

function ties(
  pinned: readonly (string | number | null)[],
  member: string,
  after: Position,
  direction: SortDirection,
): Segment[] {
  const order = compareText(member, after.member);
  if (order === 0) {
    return [{ pinned, beyondLocal: after.local }];
  }
  const follows = direction === 'ASC' ? order > 0 : order < 0;
  return follows ? [{ pinned }] : [];
}

import { readRecordId } from '../../shared/domain/ids.js';
import { compareKeys, type Position, type SortDirection } from '../../shared/domain/key-value.js';
import { readMemberCursor, type SortKeyKind } from '../../shared/domain/member-cursor.js';
import { AccordError } from '../../shared/errors/accord-error.js';
import { isObject, listOf, type MemberPage } from '../merge/member-page.js';
import type { Provider } from './provider.js';
import { reserved } from './reserved-keys.js';

/** What a page of a member must keep to. */
export interface PageRules {
  readonly provider: Provider;
  readonly directions: readonly SortDirection[];
  readonly kinds: readonly SortKeyKind[];
  readonly after: Position | undefined;
  /** The rows asked for. */
  readonly limit: number;
  /** The response key of the edges that carry the places of the rows. */
  readonly edgesKey: string;
}

/**
 * Reads a connection of the right shape as a page: at most the rows asked for, each of the member itself, each once,
 * in the total order after `after`. Returns how it breaks that, for the log, as a text.
 */
export function readPage(
  connection: Readonly<Record<string, unknown>>,
  rules: PageRules,
): MemberPage | string {
  const edges = listOf(connection[rules.edgesKey]);
  if (edges.length > rules.limit) {
    return `expected at most ${rules.limit} rows, got ${edges.length}`;
  }
  const fault = listLengthFault(connection, edges.length);
  if (fault !== undefined) {
    return fault;
  }
  const positions: Position[] = [];
  let last = rules.after;
  for (const edge of edges) {
    const position = readPosition(edge, rules);
    if (typeof position === 'string') {
      return position;
    }
    if (last !== undefined && compareKeys(last, position, rules.directions) >= 0) {
      return 'expected rows in the order asked for, each once, after the cursor';
    }
    positions.push(position);
    last = position;
  }
  const page = connection[`${reserved}page`];
  const hasMore = isObject(page) && page[`${reserved}more`] === true;
  return hasMore && positions.length === 0
    ? 'expected rows where more are promised'
    : { member: rules.provider.member, connection, positions, hasMore };
}

function listLengthFault(connection: Readonly<Record<string, unknown>>, length: number): string | undefined {
  const lists = Object.values(connection).filter((value) => Array.isArray(value));
  return lists.every((list) => list.length === length)
    ? undefined
    : 'expected every list of edges to be the same rows';
}

function readPosition(edge: unknown, rules: PageRules): Position | string {
  if (!isObject(edge)) {
    return 'expected an edge';
  }
  const cursor = edge[`${reserved}cursor`];
  const node = edge[`${reserved}node`];
  try {
    const position = readMemberCursor(String(cursor), rules.kinds);
    if (position.member !== rules.provider.member) {
      return 'expected a cursor of the member itself';
    }
    const id = isObject(node) ? node[`${reserved}id`] : undefined;
    if (id !== undefined && readRecordId(String(id)).local !== position.local) {
      return 'expected a cursor of the row it stands at';
    }
    return position;
  } catch (error) {
    if (error instanceof AccordError) {
      return 'expected a readable cursor';
    }
    throw error;
  }
}

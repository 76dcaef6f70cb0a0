import type { FieldNode } from 'graphql';
import { isObject } from '../merge/member-page.js';
import type { MergedCount } from '../merge/merge-counts.js';
import { type SelectionScope, selectedFields, selectionSetsBelow } from '../merge/selected-fields.js';
import { reserved } from './reserved-keys.js';

/** What a client's selection on a connection needs of the members. */
export interface ConnectionWants {
  /** Response key of edges that carry the rows' places; absent where only a count is asked for. */
  readonly edgesKey: string | undefined;
  /** Response key of `totalCount`, where it is asked for. */
  readonly countKey: string | undefined;
  /** Whether edges show their cursors. */
  readonly edgeCursors: boolean;
  /** Selections to add to the question, GraphQL text. Under the client's own keys, so that nothing is sent twice. */
  readonly added: string;
}

export function connectionWants(nodes: readonly FieldNode[], scope: SelectionScope): ConnectionWants {
  const fields = [...selectedFields(selectionSetsBelow(nodes), scope)];
  const keyOf = (name: string) => fields.find(([, below]) => below[0]?.name.value === name)?.[0];
  const countKey = keyOf('totalCount');
  const rows = keyOf('edges') !== undefined || keyOf('pageInfo') !== undefined;
  const edgesKey = rows ? (keyOf('edges') ?? `${reserved}edges`) : undefined;
  const edgeCursors = fields.some(
    ([, below]) => below[0]?.name.value === 'edges' && selects(below, 'cursor', scope),
  );
  return { edgesKey, countKey, edgeCursors, added: `${rowsAdded(edgesKey)} ${countAdded(countKey)}`.trim() };
}

function selects(nodes: readonly FieldNode[], name: string, scope: SelectionScope): boolean {
  const fields = selectedFields(selectionSetsBelow(nodes), scope);
  return [...fields.values()].some((below) => below[0]?.name.value === name);
}

function rowsAdded(edgesKey: string | undefined): string {
  return edgesKey === undefined
    ? ''
    : `${edgesKey}: edges { ${reserved}cursor: cursor ${reserved}node: node { ${reserved}id: id } }
       ${reserved}page: pageInfo { ${reserved}more: hasNextPage }`;
}

function countAdded(countKey: string | undefined): string {
  return countKey === undefined
    ? ''
    : `${countKey}: totalCount { ${reserved}value: value ${reserved}relation: relation }`;
}

/** A member's count, as asked for by `added`. One it keeps to itself is at least none. */
export function readCount(count: unknown): MergedCount {
  if (!isObject(count)) {
    return { value: 0, relation: 'AT_LEAST' };
  }
  const value = count[`${reserved}value`];
  return {
    value: typeof value === 'number' ? value : 0,
    relation: count[`${reserved}relation`] === 'EXACT' ? 'EXACT' : 'AT_LEAST',
  };
}

import type { FieldNode } from 'graphql';
import { isObject, listOf, type Pick } from './member-page.js';
import type { MergedCount } from './merge-counts.js';
import { type SelectionScope, selectedFields, selectionSetsBelow } from './selected-fields.js';

/** A merged connection before it takes the form the client asked for. */
export interface MergedConnection {
  /** The name of its GraphQL type, for example `DeclarationConnection`. */
  readonly typeName: string;
  readonly picks: readonly Pick[];
  /** The client's cursor of each pick; empty where no cursor is asked for. */
  readonly cursors: readonly string[];
  readonly hasNextPage: boolean;
  readonly complete: boolean;
  readonly totalCount: MergedCount | null;
}

/** Gives a merged connection the response keys that the client's selection has. */
export function shapeConnection(
  nodes: readonly FieldNode[],
  merged: MergedConnection,
  scope: SelectionScope,
): Record<string, unknown> {
  return shape(nodes, scope, (name, key, below) => {
    switch (name) {
      case 'edges':
        return merged.picks.map((pick, i) =>
          shapeEdge(below, { pick, key, cursor: merged.cursors[i] ?? '' }, scope),
        );
      case 'pageInfo':
        return shape(below, scope, (field) => pageInfoField(field, merged));
      case 'totalCount':
        return shape(below, scope, (field) => countField(field, merged.totalCount));
      default:
        return merged.typeName;
    }
  });
}

function shapeEdge(
  nodes: readonly FieldNode[],
  of: { readonly pick: Pick; readonly key: string; readonly cursor: string },
  scope: SelectionScope,
): Record<string, unknown> {
  const edge = listOf(of.pick.page.connection[of.key])[of.pick.index];
  return shape(nodes, scope, (name, key) =>
    name === 'cursor' ? of.cursor : isObject(edge) ? (edge[key] ?? null) : null,
  );
}

function pageInfoField(name: string, merged: MergedConnection): unknown {
  switch (name) {
    case 'hasNextPage':
      return merged.hasNextPage;
    case 'endCursor':
      return merged.cursors.at(-1) ?? null;
    case 'complete':
      return merged.complete;
    default:
      return 'PageInfo';
  }
}

function countField(name: string, count: MergedCount | null): unknown {
  switch (name) {
    case 'value':
      return count?.value ?? 0;
    case 'relation':
      return count?.relation ?? 'AT_LEAST';
    default:
      return 'Count';
  }
}

type ValueOf = (name: string, key: string, nodes: readonly FieldNode[]) => unknown;

/** One object with the response keys below `nodes`, each valued by field name. */
export function shape(
  nodes: readonly FieldNode[],
  scope: SelectionScope,
  read: ValueOf,
): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  for (const [key, below] of selectedFields(selectionSetsBelow(nodes), scope)) {
    value[key] = read(below[0]?.name.value ?? '', key, below);
  }
  return value;
}

import { type FieldNode, type InlineFragmentNode, Kind, type SelectionNode } from 'graphql';
import { writeMemberCursor } from '../../shared/domain/member-cursor.js';
import { invariant } from '../../shared/errors/invariant.js';
import { subjectsField } from '../merge/merge-strategies.js';
import type { AskedRows, PageQuestion } from './connection-page.js';
import { idKey, typeKey } from './entity-batch.js';
import { type FanOutVariable, mergedField } from './member-query.js';
import { reserved } from './reserved-keys.js';
import type { ProviderQuery, RootAsk } from './root-ask.js';
import type { SpreadEntity } from './spread-entity.js';

/** A connection below entities, as the sub-operation asks for it of all of them. */
export interface SpreadConnection extends PageQuestion {
  readonly key: string;
  /** Tells its variables from those of the others. */
  readonly number: number;
}

/** The one question to a member about all these connections of all the entities it has subjects of. */
export function spreadQuestion(
  ask: RootAsk,
  type: string,
  connections: readonly SpreadConnection[],
): ProviderQuery {
  const [node] = ask.nodes;
  invariant(node !== undefined, 'a response key has a field');
  const below = connections.map((connection) => connectionField(connection));
  const asked: FieldNode = {
    ...node,
    selectionSet: { kind: Kind.SELECTION_SET, selections: [fragmentOn(type, below)] },
  };
  const added = `${typeKey}: __typename ... on ${type} { ${idKey}: id }`;
  const names = connections.map(
    ({ key, number, ask: { nodesName }, wants }) => `${number} ${key} ${nodesName} ${wants.added}`,
  );
  return ask.query([type, ...names].join('\n'), {
    nodes: [asked],
    added,
    overrides: {},
    variables: connections.flatMap((connection) => Object.values(overridesOf(connection))),
  });
}

/** The variables of that question. A member is told of no entity more than which of its own records it is made of. */
export function spreadVariables(of: {
  readonly type: string;
  readonly member: string;
  readonly entities: readonly SpreadEntity[];
  readonly rows: ReadonlyMap<SpreadConnection, AskedRows>;
}): { readonly representations: readonly object[] } & Readonly<Record<string, unknown>> {
  const representations = of.entities.map(({ byOwner }, i) => ({
    __typename: of.type,
    // Its own id can be that of a subject of another member, which is nothing to this one.
    id: String(i),
    [subjectsField]: byOwner.get(of.member) ?? [],
  }));
  const rows = [...of.rows].flatMap(([connection, { limit, after }]) => {
    const { first, after: cursor } = overridesOf(connection);
    return [
      [first.variable, limit],
      [cursor.variable, after === undefined ? null : writeMemberCursor(after)],
    ];
  });
  return { ...Object.fromEntries(rows), representations };
}

function connectionField(connection: SpreadConnection): FieldNode {
  const { ask, key, wants } = connection;
  return mergedField(key, { nodes: ask.nodes, added: wants.added, overrides: overridesOf(connection) });
}

function overridesOf({ number }: SpreadConnection) {
  return {
    first: { variable: `${reserved}first_${number}`, type: 'Int' },
    after: { variable: `${reserved}after_${number}`, type: 'String' },
  } as const satisfies Record<string, FanOutVariable>;
}

function fragmentOn(type: string, selections: readonly SelectionNode[]): InlineFragmentNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
}

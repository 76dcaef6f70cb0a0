import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { invariant } from '../../shared/errors/invariant.js';
import { coordinatesIn } from './coordinates-in.js';
import type { MemberQuery } from './member-query.js';
import { variableDefaults } from './variable-defaults.js';

/** A sub-operation with the questions to members that were made of it, whoever asked. */
export interface CompiledOperation {
  readonly operation: OperationDefinitionNode;
  readonly defaults: Readonly<Record<string, unknown>>;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** By all that makes a question another: nodes, version, variant, and what is cut from it. */
  readonly queries: Map<string, MemberQuery>;
  readonly coordinates: Map<string, ReadonlySet<string>>;
  readonly nodeNumbers: Map<FieldNode, number>;
}

/** Callers and members that are denied different fields make different questions; more than these are built anew. */
const keptQueries = 500;

export function compileOperation(schema: GraphQLSchema, document: DocumentNode): CompiledOperation {
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  invariant(operation !== undefined, 'a sub-operation has an operation');
  const fragments = Object.fromEntries(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
  const defaults = variableDefaults(schema, operation);
  return {
    ...{ operation, defaults, fragments },
    queries: new Map(),
    coordinates: new Map(),
    nodeNumbers: new Map(),
  };
}

/** Which nodes a root field has can depend on variables, so what is made of them is kept by their numbers. */
export function nodesKey({ nodeNumbers }: CompiledOperation, nodes: readonly FieldNode[]): string {
  const numbers = nodes.map((node) => {
    const known = nodeNumbers.get(node) ?? nodeNumbers.size;
    nodeNumbers.set(node, known);
    return known;
  });
  return numbers.join('+');
}

/** The fields `Type.field` that the nodes ask for. */
export function coordinatesOf(
  schema: GraphQLSchema,
  compiled: CompiledOperation,
  nodes: readonly FieldNode[],
): ReadonlySet<string> {
  const key = nodesKey(compiled, nodes);
  const known = compiled.coordinates.get(key) ?? coordinatesIn(schema, nodes, compiled.fragments);
  compiled.coordinates.set(key, known);
  return known;
}

export function keepQuery({ queries }: CompiledOperation, key: string, query: MemberQuery): void {
  if (queries.size >= keptQueries) {
    queries.clear();
  }
  queries.set(key, query);
}

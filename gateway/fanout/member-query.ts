import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
  type TypeNode,
  visit,
} from 'graphql';
import { invariant } from '../../shared/errors/invariant.js';
import { type Shape, shapeOfField } from './answer-shape.js';
import { cutToContract } from './contract-version.js';
import { cutDenied } from './cut-denied.js';
import { type DeniedPlaces, deniedPlaces } from './denied-places.js';
import { reserved } from './reserved-keys.js';
import { usedFragments } from './used-fragments.js';

/** A question to members about one root field, made from a sub-operation of the query plan, and its answer's shape. */
export interface MemberQuery {
  readonly text: string;
  /** Names of the plan's variables that the text uses. */
  readonly variableNames: readonly string[];
  readonly shape: Shape;
  /** What the member's older contract lacks and so was not asked for, as schema coordinates. */
  readonly cut: readonly string[];
  /** Where its answer lacks what the caller may not read at the member; undefined where that is nothing. */
  readonly denied: DeniedPlaces | undefined;
}

export interface MemberQuerySource {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

export interface MemberQueryParts {
  /** The nodes of one response key at the root. */
  readonly nodes: readonly FieldNode[];
  /** Selections added for the merge, GraphQL text; their response keys start with the reserved prefix. */
  readonly added: string;
  /** Arguments that are given by variables of the fan-out, by name. */
  readonly overrides: Overrides;
  /** Variables of the fan-out that the nodes use themselves. */
  readonly variables?: readonly FanOutVariable[];
  /** Fields `Type.field` that are not to be asked for. */
  readonly denied?: ReadonlySet<string> | undefined;
}

/** A variable whose values the fan-out gives, with its type. */
export interface FanOutVariable {
  readonly variable: string;
  readonly type: string;
}

export type Overrides = Readonly<Record<string, FanOutVariable>>;

/** The response key of the root field in every question to a member. */
export const rootKey = 'answer';

/**
 * Builds the question that members are asked for one root field: the client's selection and what the merge needs, as
 * far as the contract of `source.schema` knows it, which must know the root field.
 */
export function buildMemberQuery(source: MemberQuerySource, parts: MemberQueryParts): MemberQuery {
  const whole = mergedField(rootKey, parts);
  const { schema } = source;
  const known = cutToContract(
    schema,
    { field: whole, fragments: usedFragments(whole, source.fragments) },
    `${reserved}none`,
  );
  const isDenied = parts.denied !== undefined && parts.denied.size > 0;
  const asked = isDenied ? cutDenied(schema, known, parts.denied) : known;
  const { field } = asked;
  // What only a cut field spread is not used any more, and a document with an unused fragment is not valid.
  const fragments = usedFragments(field, byName(asked.fragments));
  const used = variablesIn([field, ...fragments]);
  const kept = (source.operation.variableDefinitions ?? []).filter((definition) =>
    used.has(definition.variable.name.value),
  );
  const added = [...Object.values(parts.overrides), ...(parts.variables ?? [])];
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      {
        kind: Kind.OPERATION_DEFINITION,
        operation: source.operation.operation,
        variableDefinitions: [...kept, ...added.map(definitionOf)],
        selectionSet: { kind: Kind.SELECTION_SET, selections: [field] },
      },
      ...fragments,
    ],
  };
  const root = source.schema.getQueryType();
  invariant(root, 'a contract has a query type');
  return {
    text: print(document),
    variableNames: kept.map((definition) => definition.variable.name.value),
    shape: shapeOfField({ schema, fragments: byName(fragments) }, root, { nodes: [field], routes: [] }),
    cut: known.cut,
    denied: isDenied
      ? deniedPlaces({ schema, fragments: byName(known.fragments) }, known.field, parts.denied)
      : undefined,
  };
}

function byName(fragments: readonly FragmentDefinitionNode[]): Record<string, FragmentDefinitionNode> {
  return Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment]));
}

/** The plan's variables that a question uses. */
export function usedVariables(
  query: MemberQuery,
  variables: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    query.variableNames.flatMap((name) => (Object.hasOwn(variables, name) ? [[name, variables[name]]] : [])),
  );
}

/**
 * The nodes of one response key as one field under another, with what is added to its selection and the arguments that
 * the fan-out gives. `@skip` and `@include` on the nodes are done with: the field is asked for.
 */
export function mergedField(
  key: string,
  parts: Pick<MemberQueryParts, 'nodes' | 'added' | 'overrides'>,
): FieldNode {
  const first = parts.nodes[0];
  invariant(first, 'a response key has a field');
  const selections: SelectionNode[] = parts.nodes.flatMap((node) => node.selectionSet?.selections ?? []);
  const selectionSet: SelectionSetNode = {
    kind: Kind.SELECTION_SET,
    selections: [...selections, ...parseSelections(parts.added)],
  };
  return {
    kind: Kind.FIELD,
    name: first.name,
    alias: { kind: Kind.NAME, value: key },
    arguments: [
      ...(first.arguments ?? []).filter((argument) => !(argument.name.value in parts.overrides)),
      ...Object.entries(parts.overrides).map(argumentOf),
    ],
    selectionSet,
  };
}

function argumentOf([name, { variable }]: [string, FanOutVariable]): ArgumentNode {
  return {
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: name },
    value: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: variable } },
  };
}

function definitionOf({ variable, type }: FanOutVariable) {
  const named: TypeNode = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } };
  return {
    kind: Kind.VARIABLE_DEFINITION,
    variable: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: variable } },
    type: named,
  } as const;
}

export function parseSelections(text: string): readonly SelectionNode[] {
  if (text === '') {
    return [];
  }
  const definition = parse(`{ ${text} }`, { noLocation: true }).definitions[0];
  invariant(definition?.kind === Kind.OPERATION_DEFINITION, 'added selections parse');
  return definition.selectionSet.selections;
}

function variablesIn(nodes: readonly (FieldNode | FragmentDefinitionNode)[]): Set<string> {
  const names = new Set<string>();
  for (const node of nodes) {
    visit(node, {
      Variable(variable) {
        names.add(variable.name.value);
      },
    });
  }
  return names;
}

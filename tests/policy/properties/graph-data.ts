import {
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { invariant } from '../../../shared/errors/invariant.js';
import { enumValues, type GraphField, type RandomGraph } from './random-graph.js';

/** An object of the data: which type it is of, and what tells it from others. */
export interface Thing {
  readonly __typename: string;
  readonly id: string;
}

/**
 * One data set over a random graph, made of nothing but a seed: each value follows from its place and its object.
 * `variantOf` gives another text for a place to give its values another content.
 */
export interface GraphData {
  readonly seed: string;
  readonly variantOf: (place: string) => string;
}

const entityCount = 3;

/** The value of a field of an object: also whether it is there, how many there are, and of which types. */
export function valueAt(
  graph: RandomGraph,
  data: GraphData,
  at: { parent: Thing; field: GraphField },
): unknown {
  const { parent, field } = at;
  const place = `${parent.__typename}.${field.name}`;
  const roll = (what: string, size: number) =>
    hash(`${data.seed}/${place}/${parent.id}/${data.variantOf(place)}/${what}`) % size;
  if (!field.isNonNull && roll('null', 6) === 0) {
    return null;
  }
  const item = (i: number) => itemAt(graph, field.type, { roll, where: `${place}/${parent.id}`, i });
  if (!field.isList) {
    return item(0);
  }
  return Array.from({ length: roll('length', 4) }, (_, i) => (roll(`gap${i}`, 7) === 0 ? null : item(i)));
}

function itemAt(
  graph: RandomGraph,
  name: string,
  from: { readonly roll: (what: string, size: number) => number; readonly where: string; readonly i: number },
): unknown {
  const { roll, where, i } = from;
  const type = graph.types.get(name);
  if (type === undefined) {
    return name === 'Int' ? roll(`int${i}`, 1000) : `${name}-${roll(`text${i}`, 1_000_000)}`;
  }
  switch (type.kind) {
    case 'scalar':
      return `secret-${roll(`secret${i}`, 1_000_000)}`;
    case 'enum':
      return enumValues[roll(`enum${i}`, enumValues.length)];
    case 'value':
      return { __typename: name, id: `${where}/${i}/${roll(`value${i}`, 1_000_000)}` } satisfies Thing;
    default: {
      const runtime = type.possible[roll(`type${i}`, type.possible.length)];
      invariant(runtime !== undefined, `${name} has an implementation`);
      const isValue = graph.types.get(runtime)?.kind === 'value';
      const id = isValue ? `${where}/${i}` : String(roll(`entity${i}`, entityCount));
      return { __typename: runtime, id } satisfies Thing;
    }
  }
}

/** FNV-1a, stirred; not for secrets. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}

/** Lets a schema of the graph, a subgraph's or the whole, answer out of a data set that may change between requests. */
export function serveData(
  schema: GraphQLSchema,
  graph: RandomGraph,
  data: () => GraphData,
  guard: (place: string, context: unknown) => void = () => undefined,
): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) {
      continue;
    }
    if (isAbstractType(type)) {
      type.resolveType = (thing: Thing) => thing.__typename;
    }
    if (!isObjectType(type) || isInterfaceType(type)) {
      continue;
    }
    for (const field of Object.values(type.getFields())) {
      const known = fieldOf(graph, type.name, field.name);
      if (known !== undefined) {
        field.resolve = resolverOf(graph, { data, guard, type: type.name, known });
      }
    }
  }
}

function resolverOf(
  graph: RandomGraph,
  of: {
    readonly data: () => GraphData;
    readonly guard: (place: string, context: unknown) => void;
    readonly type: string;
    readonly known: GraphField;
  },
): GraphQLFieldResolver<unknown, unknown> {
  return (parent, _args, context) => {
    of.guard(`${of.type}.${of.known.name}`, context);
    const thing = isThing(parent) ? parent : { __typename: of.type, id: 'root' };
    return valueAt(graph, of.data(), { parent: thing, field: of.known });
  };
}

function fieldOf(graph: RandomGraph, type: string, name: string): GraphField | undefined {
  if (type === 'Query') {
    return graph.root.find((field) => field.name === name);
  }
  const fields = graph.types.get(type)?.fields;
  return [...(fields?.a ?? []), ...(fields?.b ?? [])].find((field) => field.name === name);
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && '__typename' in value && 'id' in value;
}

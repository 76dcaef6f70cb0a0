import {
  type FieldNode,
  type GraphQLCompositeType,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  GraphQLSkipDirective,
  getDirectiveValues,
  getNamedType,
  isAbstractType,
  isCompositeType,
} from 'graphql';
import { invariant } from '../../shared/errors/invariant.js';
import { isObject } from '../merge/member-page.js';
import {
  type CollectedField,
  fieldsOn,
  type Route,
  type SelectionSource,
  type SetBelow,
  setsBelow,
} from './fields-on.js';
import { reserved } from './reserved-keys.js';

/** Where in an answer fields were not asked for, by the runtime type of the object; compiled once per question. */
export interface DeniedPlaces {
  readonly types: ReadonlyMap<string, PlacesOn>;
  /** Response keys of `__typename`, which tell the runtime type where there are several. */
  readonly typeKeys: readonly string[];
}

/** Response keys in the order of the selection: of a field that was cut, or of one that lacks something further down. */
type PlacesOn = readonly (
  | { readonly key: string; readonly routes: readonly Route[] }
  | { readonly key: string; readonly below: DeniedPlaces }
)[];

/** A path in an answer. */
export type AnswerPath = readonly (string | number)[];

/** The places that a root field's answer lacks; undefined where the question asks for nothing that is denied. */
export function deniedPlaces(
  source: SelectionSource,
  root: FieldNode,
  denied: ReadonlySet<string>,
): DeniedPlaces | undefined {
  const query = source.schema.getQueryType();
  invariant(query, 'a contract has a query type');
  return placesBelow({ source, denied }, query, { nodes: [root], routes: [] });
}

interface Compiling {
  readonly source: SelectionSource;
  readonly denied: ReadonlySet<string>;
}

function placesBelow(
  of: Compiling,
  parent: GraphQLObjectType,
  collected: CollectedField,
): DeniedPlaces | undefined {
  const field = parent.getFields()[collected.nodes[0]?.name.value ?? ''];
  const type = field === undefined ? undefined : getNamedType(field.type);
  return isCompositeType(type) ? placesIn(of, type, setsBelow(collected)) : undefined;
}

function placesIn(
  of: Compiling,
  type: GraphQLCompositeType,
  sets: readonly SetBelow[],
): DeniedPlaces | undefined {
  const possible = isAbstractType(type) ? of.source.schema.getPossibleTypes(type) : [type];
  const types = new Map<string, PlacesOn>();
  const typeKeys = new Set<string>();
  for (const runtime of possible) {
    const fields = [...fieldsOn(of.source, runtime, sets)];
    for (const [key, { nodes }] of fields) {
      if (nodes[0]?.name.value === '__typename') {
        typeKeys.add(key);
      }
    }
    types.set(runtime.name, placesOn(of, { runtime, declared: type }, fields));
  }
  const lacks = [...types.values()].some((places) => places.length > 0);
  return lacks ? { types, typeKeys: [...typeKeys] } : undefined;
}

function placesOn(
  of: Compiling,
  on: { readonly runtime: GraphQLObjectType; readonly declared: GraphQLCompositeType },
  fields: readonly [string, CollectedField][],
): PlacesOn {
  const { runtime, declared } = on;
  const isDenied = ([key, { nodes, routes }]: [string, CollectedField]) =>
    !key.startsWith(reserved) &&
    routes.every(({ on }) =>
      [runtime.name, on ?? declared.name].some((type) => of.denied.has(`${type}.${nodes[0]?.name.value}`)),
    );
  return fields.flatMap((entry): PlacesOn => {
    const [key, collected] = entry;
    if (isDenied(entry)) {
      return [{ key, routes: collected.routes }];
    }
    const below = placesBelow(of, runtime, collected);
    return below === undefined ? [] : [{ key, below }];
  });
}

/**
 * Puts null into an answer wherever it lacks something, and says where. `variables` decide `@skip` and `@include`.
 * The answer was held against the question's shape before.
 */
export function fillDenied(
  places: DeniedPlaces,
  answer: { readonly value: unknown; readonly path: AnswerPath },
  variables: Readonly<Record<string, unknown>>,
): AnswerPath[] {
  const { value, path } = answer;
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, i) =>
      fillDenied(places, { value: item, path: [...path, i] }, variables),
    );
  }
  const on = isObject(value) ? placesOnValue(places, value) : undefined;
  if (on === undefined || !isObject(value)) {
    return [];
  }
  return on.flatMap((place) => {
    const at = [...path, place.key];
    if ('below' in place) {
      return fillDenied(place.below, { value: value[place.key], path: at }, variables);
    }
    if (!place.routes.some((route) => holds(route, variables))) {
      return [];
    }
    Object.assign(value, { [place.key]: null });
    return [at];
  });
}

/** Whether an answer could lack something, whatever rows it has. `variables` decide `@skip` and `@include`. */
export function mayLack({ types }: DeniedPlaces, variables: Readonly<Record<string, unknown>>): boolean {
  return [...types.values()]
    .flat()
    .some((place) =>
      'below' in place
        ? mayLack(place.below, variables)
        : place.routes.some((route) => holds(route, variables)),
    );
}

function placesOnValue(
  { types, typeKeys }: DeniedPlaces,
  value: Readonly<Record<string, unknown>>,
): PlacesOn | undefined {
  if (types.size === 1) {
    return types.values().next().value;
  }
  const typeKey = typeKeys.find((key) => Object.hasOwn(value, key));
  return typeKey === undefined ? undefined : types.get(String(value[typeKey]));
}

function holds({ conditions }: Route, variables: Readonly<Record<string, unknown>>): boolean {
  return conditions.every((directive) => {
    const node = { directives: [directive] };
    const skip = getDirectiveValues(GraphQLSkipDirective, node, variables);
    const include = getDirectiveValues(GraphQLIncludeDirective, node, variables);
    return skip?.['if'] !== true && include?.['if'] !== false;
  });
}

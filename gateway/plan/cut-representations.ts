import { type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import { isObject } from '../merge/member-page.js';
import type { Namespace } from './extension.js';
import { isWithin } from './extension-outline.js';

export interface RepresentationRules {
  /** What the names of the extension's own fields and types start with. */
  readonly namespace: Namespace;
  /** The extension's schema. */
  readonly schema: GraphQLSchema;
  /** Coordinates of others' fields whose owners let them go to the extension. */
  readonly received: ReadonlySet<string>;
}

/** What may be sent, and the coordinates of what may not and was taken out. */
export interface CutRepresentations {
  readonly representations: readonly unknown[];
  readonly cut: ReadonlySet<string>;
}

/**
 * Takes out of representations what the extension's server is no recipient of: fields that others serve, but for ids
 * and those that their owners list. Registration refuses extensions that ask for them; this holds also where the list
 * has become shorter since.
 */
export function cutRepresentations(
  representations: readonly unknown[],
  rules: RepresentationRules,
): CutRepresentations {
  const cut = new Set<string>();
  const cutValue = (value: unknown, type: string): unknown => {
    if (Array.isArray(value)) {
      return value.map((item) => cutValue(item, type));
    }
    return isObject(value) ? cutObject(value, nameOfType(value, type)) : value;
  };
  const cutObject = (value: Readonly<Record<string, unknown>>, type: string): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(value).flatMap(([field, inner]): [string, unknown][] => {
        if (mayReceive(type, field, rules)) {
          return [[field, cutValue(inner, typeOfField(rules.schema, type, field))]];
        }
        cut.add(`${type}.${field}`);
        return [];
      }),
    );
  return { representations: representations.map((one) => cutValue(one, '')), cut };
}

function mayReceive(type: string, field: string, { namespace, received }: RepresentationRules): boolean {
  return (
    field === '__typename' ||
    field === 'id' ||
    isWithin(type, namespace.type) ||
    isWithin(field, namespace.field) ||
    received.has(`${type}.${field}`)
  );
}

/** What the value says it is goes before what its field says. */
function nameOfType(value: Readonly<Record<string, unknown>>, type: string): string {
  const said = value['__typename'];
  return typeof said === 'string' ? said : type;
}

function typeOfField(schema: GraphQLSchema, type: string, field: string): string {
  const parent = schema.getType(type);
  const found = isObjectType(parent) ? parent.getFields()[field] : undefined;
  return found === undefined ? '' : getNamedType(found.type).name;
}

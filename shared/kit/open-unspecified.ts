import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { z } from 'zod';
import type { MemberContext } from './member-context.js';

type Resolve = GraphQLFieldResolver<unknown, MemberContext>;

const Entries = z.array(z.looseObject({ field: z.string() }));

/**
 * Lets the fields of type `[Unspecified!]` speak only of places that the caller may read: whoever learns why a field is
 * empty can tell an absent value from a withheld one.
 */
export function openUnspecified(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) {
      continue;
    }
    for (const field of Object.values(type.getFields())) {
      if (getNamedType(field.type).name === 'Unspecified') {
        field.resolve = ofOpenPlaces(schema, type, field);
      }
    }
  }
}

function ofOpenPlaces(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  field: GraphQLField<unknown, MemberContext>,
): Resolve {
  const resolve = field.resolve ?? defaultFieldResolver;
  return (source, args, context, info) => {
    const isOpen = (path: string): boolean => {
      const coordinates = coordinatesOn(schema, type, path);
      return (
        coordinates.length > 0 && coordinates.every((at) => context.decisions.field(at).kind === 'ALLOW')
      );
    };
    return openOf(resolve(source, args, context, info), isOpen);
  };
}

/** None is null, as for a record that has nothing to say. */
function openOf(value: unknown, isOpen: (path: string) => boolean): unknown {
  if (value instanceof Promise) {
    return value.then((resolved: unknown) => openOf(resolved, isOpen));
  }
  const open = Entries.safeParse(value).data?.filter(({ field }) => isOpen(field)) ?? [];
  return open.length === 0 ? null : open;
}

/**
 * The fields that a path like `family[0].person` goes through, under a union or an interface those of every type. They
 * end where the contract has no such field, which nobody can be denied; a path that does not begin in the contract or
 * is not written as one has none.
 */
function coordinatesOn(schema: GraphQLSchema, type: GraphQLObjectType, path: string): readonly string[] {
  const steps = path.split('.').map((step) => /^(\w+)(?:\[\d*\])*$/.exec(step)?.[1]);
  const coordinates: string[] = [];
  let types: readonly GraphQLNamedType[] = [type];
  for (const step of steps) {
    if (step === undefined) {
      return [];
    }
    const fields = types.flatMap((parent) => fieldsNamed(step, parent, schema));
    coordinates.push(...fields.map(({ coordinate }) => coordinate));
    types = fields.map(({ named }) => named);
  }
  return coordinates;
}

function fieldsNamed(name: string, type: GraphQLNamedType, schema: GraphQLSchema) {
  const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [];
  return [type, ...possible].flatMap((parent) => {
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    return field === undefined
      ? []
      : [{ coordinate: `${parent.name}.${name}`, named: getNamedType(field.type) }];
  });
}

import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isIntrospectionType,
  parse,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { AccordError } from '../shared/errors/accord-error.js';
import type { UseTable } from '../shared/policy/use-table.js';

/** A field that an operation reads, and how. */
export interface AskedPlace {
  /** `Type.field` */
  readonly coordinate: string;
  /** The filter field, constant or sum that reads it; undefined where it is selected. */
  readonly by: string | undefined;
}

/**
 * The fields that an operation selects and that its filters, orders and groups read, each once, in the order of the text.
 * Values given by variables are not in a text: write them into it. Throws BAD_INPUT for what is no operation on the schema.
 */
export function askedPlaces(text: string, schema: GraphQLSchema, uses: UseTable): readonly AskedPlace[] {
  const document = parseQuery(text, schema);
  const found = new Map<string, AskedPlace>();
  const add = (coordinate: string, by?: string): void => {
    found.set(`${coordinate} ${by ?? ''}`, { coordinate, by });
  };
  const addUses = (place: string): void => {
    for (const coordinate of uses.get(place) ?? []) {
      add(coordinate, place);
    }
  };
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field({ name: { value: name } }) {
        const parent = types.getParentType();
        if (parent && !isIntrospectionType(parent) && !name.startsWith('__')) {
          add(`${parent.name}.${name}`);
          addUses(`${parent.name}.${name}`);
        }
      },
      ObjectField({ name: { value: name } }) {
        const input = types.getParentInputType();
        addUses(`${input ? getNamedType(input).name : ''}.${name}`);
      },
      EnumValue({ value }) {
        const input = types.getInputType();
        addUses(`${input ? getNamedType(input).name : ''}.${value}`);
      },
    }),
  );
  return [...found.values()];
}

function parseQuery(text: string, schema: GraphQLSchema): DocumentNode {
  try {
    const document = parse(text, { maxTokens: 10_000 });
    const [fault] = validate(schema, document);
    if (fault === undefined) {
      return document;
    }
    throw fault;
  } catch (cause) {
    const words = cause instanceof Error ? cause.message : 'it does not parse';
    throw new AccordError('BAD_INPUT', `Expected an operation on the contracts of the member: ${words}`, {
      cause,
    });
  }
}

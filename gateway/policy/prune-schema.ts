import {
  buildASTSchema,
  type DefinitionNode,
  type DocumentNode,
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  type InputObjectTypeDefinitionNode,
  type InputValueDefinitionNode,
  type InterfaceTypeDefinitionNode,
  isTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  printSchema,
  specifiedScalarTypes,
  type TypeDefinitionNode,
  type TypeNode,
  type UnionTypeDefinitionNode,
} from 'graphql';
import { namedType } from '../../shared/policy/contract-types.js';
import { listed } from '../../shared/policy/listed.js';
import { reachableTypes } from './reachable-types.js';

type Types = ReadonlyMap<string, TypeDefinitionNode>;

/**
 * The schema without these coordinates (`Type`, `Type.field`, `Type.field(argument:)`) and without what cannot be there
 * without them: fields of types that are gone, types with nothing left, and types that only hidden ones led to. A field
 * that an interface shows stays on its types, since the interface tells of it.
 */
export function pruneSchema(schema: GraphQLSchema, hidden: ReadonlySet<string>): GraphQLSchema {
  const document = parse(printSchema(schema), { noLocation: true });
  const whole = typesOf(document);
  let types = new Map([...whole].filter(([name]) => !hidden.has(name)));
  for (let before = -1; before !== sizeOf(types); ) {
    before = sizeOf(types);
    types = pruneOnce(types, hidden);
  }
  const roots = schemaRoots(schema);
  const led = reachableTypes(whole, roots);
  const leads = reachableTypes(types, roots);
  const definitions = document.definitions.flatMap((node): readonly DefinitionNode[] => {
    if (!isTypeDefinitionNode(node)) {
      return [node];
    }
    const name = node.name.value;
    const left = led.has(name) && !leads.has(name) ? undefined : types.get(name);
    return left === undefined ? [] : [left];
  });
  return buildASTSchema({ kind: Kind.DOCUMENT, definitions });
}

function typesOf(document: DocumentNode): Types {
  return new Map(document.definitions.filter(isTypeDefinitionNode).map((node) => [node.name.value, node]));
}

function schemaRoots(schema: GraphQLSchema): readonly string[] {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
    type ? [type.name] : [],
  );
}

/** Grows smaller with all that takes something along: an argument or an interface that is gone does not. */
function sizeOf(types: Types): number {
  return [...types.values()].reduce((size, type) => size + 1 + partsOf(type).length, 0);
}

function partsOf(type: TypeDefinitionNode): readonly unknown[] {
  switch (type.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION:
      return listed(type.fields);
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return listed(type.fields);
    case Kind.ENUM_TYPE_DEFINITION:
      return listed(type.values);
    case Kind.UNION_TYPE_DEFINITION:
      return listed(type.types);
    case Kind.SCALAR_TYPE_DEFINITION:
      return [];
  }
}

function pruneOnce(types: Types, hidden: ReadonlySet<string>): Map<string, TypeDefinitionNode> {
  const left = new Map<string, TypeDefinitionNode>();
  for (const [name, type] of types) {
    const pruned = pruneType(type, types, hidden);
    if (pruned.kind === Kind.SCALAR_TYPE_DEFINITION || partsOf(pruned).length > 0) {
      left.set(name, pruned);
    }
  }
  return left;
}

function pruneType(type: TypeDefinitionNode, types: Types, hidden: ReadonlySet<string>): TypeDefinitionNode {
  switch (type.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION:
      return pruneFields(type, types, hidden);
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return pruneInput(type, types, hidden);
    case Kind.ENUM_TYPE_DEFINITION:
      return pruneValues(type, hidden);
    case Kind.UNION_TYPE_DEFINITION:
      return pruneMembers(type, types);
    case Kind.SCALAR_TYPE_DEFINITION:
      return type;
  }
}

function pruneFields(
  type: ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode,
  types: Types,
  hidden: ReadonlySet<string>,
): TypeDefinitionNode {
  const interfaces = listed(type.interfaces).filter(({ name }) => types.has(name.value));
  const fields = listed(type.fields).flatMap((field) => {
    const coordinate = `${type.name.value}.${field.name.value}`;
    const shown = interfaces.flatMap(({ name }) => fieldOf(types.get(name.value), field.name.value))[0];
    if (shown === undefined && (hidden.has(coordinate) || !isThere(field.type, types))) {
      return [];
    }
    const given = listed(field.arguments);
    const left = given.filter(
      (argument) => !hidden.has(`${coordinate}(${argument.name.value}:)`) && isThere(argument.type, types),
    );
    // Without an argument that it needs, nobody could ask for it.
    return given.some((argument) => isRequired(argument) && !left.includes(argument))
      ? []
      : [
          {
            ...field,
            arguments: left,
            type: isThere(field.type, types) ? field.type : (shown ?? field).type,
          },
        ];
  });
  return { ...type, fields, interfaces };
}

function pruneInput(
  type: InputObjectTypeDefinitionNode,
  types: Types,
  hidden: ReadonlySet<string>,
): TypeDefinitionNode {
  const fields = listed(type.fields).filter(
    (field) => !hidden.has(`${type.name.value}.${field.name.value}`) && isThere(field.type, types),
  );
  return { ...type, fields };
}

function pruneValues(type: EnumTypeDefinitionNode, hidden: ReadonlySet<string>): TypeDefinitionNode {
  const values = listed(type.values).filter(({ name }) => !hidden.has(`${type.name.value}.${name.value}`));
  return { ...type, values };
}

function pruneMembers(type: UnionTypeDefinitionNode, types: Types): TypeDefinitionNode {
  return { ...type, types: listed(type.types).filter(({ name }) => types.has(name.value)) };
}

function fieldOf(type: TypeDefinitionNode | undefined, name: string): readonly FieldDefinitionNode[] {
  return type?.kind === Kind.INTERFACE_TYPE_DEFINITION
    ? listed(type.fields).filter((field) => field.name.value === name)
    : [];
}

function isRequired({ type, defaultValue }: InputValueDefinitionNode): boolean {
  return type.kind === Kind.NON_NULL_TYPE && defaultValue === undefined;
}

const builtIn: ReadonlySet<string> = new Set(specifiedScalarTypes.map(({ name }) => name));

function isThere(type: TypeNode, types: Types): boolean {
  const name = namedType(type);
  return builtIn.has(name) || types.has(name);
}

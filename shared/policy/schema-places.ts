import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  isTypeDefinitionNode,
  isTypeExtensionNode,
  Kind,
  type TypeDefinitionNode,
  type TypeExtensionNode,
} from 'graphql';
import { listed } from './listed.js';

/** A place of a schema that can carry directives. */
export interface SchemaPlace {
  /** Its schema coordinate: `Type`, `Type.field`, `Type.field(argument:)`. */
  readonly coordinate: string;
  readonly kind:
    | 'OBJECT'
    | 'INTERFACE'
    | 'UNION'
    | 'ENUM'
    | 'SCALAR'
    | 'INPUT'
    | 'FIELD'
    | 'ARGUMENT'
    | 'ENUM_VALUE';
  readonly directives: readonly ConstDirectiveNode[];
}

type TypeNode = TypeDefinitionNode | TypeExtensionNode;

/** All types of a schema with what extends them, in the order of the text. */
export function typeNodes(document: DocumentNode): readonly TypeNode[] {
  return document.definitions.filter(
    (definition) => isTypeDefinitionNode(definition) || isTypeExtensionNode(definition),
  );
}

/** Every place of a schema, types before what is in them. */
export function schemaPlaces(document: DocumentNode): SchemaPlace[] {
  return typeNodes(document).flatMap((node) => {
    const coordinate = node.name.value;
    const directives = listed(node.directives);
    return [{ coordinate, kind: kindOf(node), directives }, ...placesWithin(node, coordinate)];
  });
}

function placesWithin(node: TypeNode, type: string): SchemaPlace[] {
  if ('values' in node) {
    return listed(node.values).map(({ name, directives }) => ({
      coordinate: `${type}.${name.value}`,
      kind: 'ENUM_VALUE',
      directives: listed(directives),
    }));
  }
  return fieldsOf(node).flatMap((field) => placesOfField(field, `${type}.${field.name.value}`));
}

/** The fields of a type, those given in among them; of a type that has none, none. */
export function fieldsOf(node: TypeNode): readonly (FieldDefinitionNode | InputValueDefinitionNode)[] {
  return 'fields' in node ? listed<FieldDefinitionNode | InputValueDefinitionNode>(node.fields) : [];
}

function placesOfField(
  field: FieldDefinitionNode | InputValueDefinitionNode,
  coordinate: string,
): SchemaPlace[] {
  const directives = listed(field.directives);
  if (field.kind === Kind.INPUT_VALUE_DEFINITION) {
    return [{ coordinate, kind: 'INPUT', directives }];
  }
  const places = listed(field.arguments).map(
    (argument): SchemaPlace => ({
      coordinate: `${coordinate}(${argument.name.value}:)`,
      kind: 'ARGUMENT',
      directives: listed(argument.directives),
    }),
  );
  return [{ coordinate, kind: 'FIELD', directives }, ...places];
}

export function kindOf(node: TypeNode): 'OBJECT' | 'INTERFACE' | 'UNION' | 'ENUM' | 'SCALAR' | 'INPUT' {
  switch (node.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.OBJECT_TYPE_EXTENSION:
      return 'OBJECT';
    case Kind.INTERFACE_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_EXTENSION:
      return 'INTERFACE';
    case Kind.UNION_TYPE_DEFINITION:
    case Kind.UNION_TYPE_EXTENSION:
      return 'UNION';
    case Kind.ENUM_TYPE_DEFINITION:
    case Kind.ENUM_TYPE_EXTENSION:
      return 'ENUM';
    case Kind.SCALAR_TYPE_DEFINITION:
    case Kind.SCALAR_TYPE_EXTENSION:
      return 'SCALAR';
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
    case Kind.INPUT_OBJECT_TYPE_EXTENSION:
      return 'INPUT';
  }
}

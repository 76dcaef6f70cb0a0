import {
  buildASTSchema,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLSchema,
  isTypeDefinitionNode,
  isTypeExtensionNode,
  Kind,
  parse,
  type TypeDefinitionNode,
  type TypeExtensionNode,
  visit,
} from 'graphql';
import type { AccessTable } from '../../shared/policy/access-rule.js';
import { readAccessTable } from '../../shared/policy/access-table.js';
import { machineryFields, readFederationNames } from '../../shared/policy/federation-names.js';
import type { FetchStrategy } from '../fanout/partitioned-data-source.js';
import type { Extension } from './extension.js';

/** What the fan-out reads of an extension. */
export interface ReadExtension {
  readonly schema: GraphQLSchema;
  readonly strategies: ReadonlyMap<string, FetchStrategy>;
  /** Who may read what by the extension's own rules. */
  readonly table: AccessTable;
}

/** Ids of others that an extension refers to. The only ids that it gives out itself are those of its own types. */
const reference = 'accord__Reference';

/** Reads an extension that was composed: its types without federation's directives, with the fields that resolve entities. */
export function readExtension({ sdl }: Pick<Extension, 'sdl'>): ReadExtension {
  const document = parse(sdl, { noLocation: true });
  const { specNameOf, isMachinery } = readFederationNames(document);
  const entities = new Set<string>();
  const types = document.definitions.filter(isTypeNode).filter(({ name }) => !isMachinery(name.value));
  for (const { name, directives } of types) {
    if (directives?.some((directive) => specNameOf(directive.name.value) === 'key') === true) {
      entities.add(name.value);
    }
  }
  const schema = buildASTSchema(
    { kind: Kind.DOCUMENT, definitions: [...machinery([...entities]), ...asOneEach(types.map(plain))] },
    { assumeValid: true, assumeValidSDL: true },
  );
  const fields = Object.keys(schema.getQueryType()?.getFields() ?? {});
  return {
    schema,
    table: readAccessTable(document),
    strategies: new Map(
      fields.map((name) => [`Query.${name}`, name === '_entities' ? 'EXTENSION_ENTITIES' : 'EXTENSION']),
    ),
  };
}

type TypeNode = TypeDefinitionNode | TypeExtensionNode;

function isTypeNode(node: DefinitionNode): node is TypeNode {
  return isTypeDefinitionNode(node) || isTypeExtensionNode(node);
}

/** Without directives and machinery, and with references for the ids that are not the member's own to give. */
function plain(type: TypeNode): TypeNode {
  // Names of an extension's own types have an underscore, ours have none.
  const isOwn = type.name.value.includes('_');
  return visit(type, {
    Directive: () => null,
    FieldDefinition(field) {
      if (machineryFields.has(field.name.value)) {
        return null;
      }
      return isOwn && field.name.value === 'id' ? false : undefined;
    },
    InputValueDefinition: () => false,
    NamedType: (named) =>
      named.name.value === 'ID' ? { ...named, name: { ...named.name, value: reference } } : undefined,
  });
}

/** `type` and `extend type` of one name as they came, one of them as the definition. */
function asOneEach(types: readonly TypeNode[]): readonly TypeNode[] {
  const defined = new Set(types.filter(isTypeDefinitionNode).map(({ name }) => name.value));
  const bases = types.flatMap((type) => {
    if (isTypeDefinitionNode(type) || defined.has(type.name.value)) {
      return [];
    }
    defined.add(type.name.value);
    return [emptyDefinition(type)];
  });
  return [...bases, ...types];
}

function emptyDefinition({ kind, name }: TypeExtensionNode): TypeDefinitionNode {
  switch (kind) {
    case Kind.OBJECT_TYPE_EXTENSION:
      return { kind: Kind.OBJECT_TYPE_DEFINITION, name };
    case Kind.INTERFACE_TYPE_EXTENSION:
      return { kind: Kind.INTERFACE_TYPE_DEFINITION, name };
    case Kind.UNION_TYPE_EXTENSION:
      return { kind: Kind.UNION_TYPE_DEFINITION, name };
    case Kind.ENUM_TYPE_EXTENSION:
      return { kind: Kind.ENUM_TYPE_DEFINITION, name };
    case Kind.INPUT_OBJECT_TYPE_EXTENSION:
      return { kind: Kind.INPUT_OBJECT_TYPE_DEFINITION, name };
    case Kind.SCALAR_TYPE_EXTENSION:
      return { kind: Kind.SCALAR_TYPE_DEFINITION, name };
  }
}

function machinery(entities: readonly string[]): readonly DefinitionNode[] {
  const resolved =
    entities.length === 0
      ? ''
      : `scalar _Any union _Entity = ${entities.join(' | ')}
         extend type Query { _entities(representations: [_Any!]!): [_Entity]! }`;
  const document: DocumentNode = parse(`type Query scalar ${reference} ${resolved}`, { noLocation: true });
  return document.definitions;
}

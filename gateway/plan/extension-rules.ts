import {
  type FieldDefinitionNode,
  isExecutableDefinitionNode,
  Kind,
  type OperationTypeDefinitionNode,
  print,
  specifiedScalarTypes,
  type TypeNode,
} from 'graphql';
import { machineryFields } from '../../shared/policy/federation-names.js';
import { textArgument } from '../../shared/policy/link-import.js';
import {
  definesOwnDirectives,
  linksFederationOnce,
  usesAllowedDirectives,
  usesSchemaDirectives,
} from './extension-directive-rules.js';
import { leavesReceivedFields, providesOwnFields, requiresReceivedFields } from './extension-field-rules.js';
import {
  type ExtensionRule,
  isObjectPart,
  isWithin,
  outputFields,
  sharedTypes,
} from './extension-outline.js';

/** Nothing but types: no operations, and a root of queries alone that goes by its usual name. */
const asksQueriesOnly: ExtensionRule = ({ document }) =>
  document.definitions.flatMap((definition) => {
    if (isExecutableDefinitionNode(definition)) {
      return ['Expected definitions of a schema alone, got an operation or a fragment.'];
    }
    const isSchema = definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION;
    return isSchema ? (definition.operationTypes ?? []).flatMap(rootFault) : [];
  });

function rootFault({ operation, type }: OperationTypeDefinitionNode): string[] {
  return operation === 'query' && type.name.value === 'Query'
    ? []
    : [`Expected the root type "Query" alone, got "${type.name.value}" for a ${operation}.`];
}

/** Adding to a type, enum, input, union, interface or scalar of others is a change of theirs. */
const definesOwnTypes: ExtensionRule = ({ types, namespace, extendable }) =>
  types.flatMap((part) => {
    if (part.standing === 'FOREIGN') {
      const but = [...extendable].join(', ');
      return [
        `Expected types named "${namespace.type}…" and fields on Query, ${but}, got the type "${part.name}".`,
      ];
    }
    const mixed = (part.standing === 'EXTENDED' || part.standing === 'ROOT') && !isObjectPart(part);
    return mixed ? [`Expected "${part.name}" to be an object type.`] : [];
  });

const prefixesFields: ExtensionRule = ({ types, namespace, received }) =>
  sharedTypes(types).flatMap((part) =>
    outputFields(part).flatMap(({ name: { value: field } }) => {
      const expected =
        isWithin(field, namespace.field) || (part.standing === 'EXTENDED' ? field === 'id' : false);
      const machinery = part.standing === 'ROOT' && machineryFields.has(field);
      return expected || machinery || received.has(`${part.name}.${field}`)
        ? []
        : [`Expected fields named "${namespace.field}…" on "${part.name}", got "${field}".`];
    }),
  );

/** The one way to refer to a type of ours: its id. Another key would ask its owners for other values. */
const refersById: ExtensionRule = ({ types, names }) => {
  const extended = new Set(types.filter(({ standing }) => standing === 'EXTENDED').map(({ name }) => name));
  return [...extended].flatMap((type) => {
    const parts = types.filter(({ name }) => name === type);
    const keys = parts
      .flatMap(({ node }) => node.directives ?? [])
      .filter(({ name }) => names.specNameOf(name.value) === 'key')
      .map((key) => textArgument(key, 'fields')?.trim());
    const ids = parts.flatMap(outputFields).filter(({ name }) => name.value === 'id');
    return [
      ...(keys.length === 1 && keys[0] === 'id'
        ? []
        : [`Expected "${type}" with @key(fields: "id") once and no other key.`]),
      ...(ids.length === 1 && ids.every(isPlainId) ? [] : [`Expected "${type}.id" as a plain "id: ID!".`]),
    ];
  });
};

function isPlainId(field: FieldDefinitionNode): boolean {
  return print(field.type) === 'ID!' && (field.arguments ?? []).length === 0;
}

/** An interface more would change our types and the unions of them. */
const leavesInterfaces: ExtensionRule = ({ types }) =>
  sharedTypes(types).flatMap(({ name, node }) =>
    'interfaces' in node && (node.interfaces ?? []).length > 0
      ? [`Expected "${name}" to implement no further interface.`]
      : [],
  );

/** Composition would take the words of the extension for ours. */
const leavesDescriptions: ExtensionRule = ({ places }) =>
  places.flatMap(({ coordinate, own, described }) =>
    own || !described ? [] : [`Expected no description of "${coordinate}", which others define.`],
  );

/** A field that must have a value would take its whole row, of another member, with it when this member is down. */
const keepsOthersRows: ExtensionRule = ({ types, namespace }) =>
  sharedTypes(types).flatMap((part) =>
    outputFields(part).flatMap((field) =>
      field.type.kind === Kind.NON_NULL_TYPE && isWithin(field.name.value, namespace.field)
        ? [
            `Expected "${part.name}.${field.name.value}" to be nullable, so that others' rows are there without it.`,
          ]
        : [],
    ),
  );

const scalars: ReadonlySet<string> = new Set(specifiedScalarTypes.map(({ name }) => name));

/** The kernel's types are the contracts'; a copy of one in an extension would have to change whenever they do. */
const namesOwnTypes: ExtensionRule = ({ types, namespace, extendable }) => {
  const known = (type: string): boolean =>
    isWithin(type, namespace.type) || extendable.has(type) || scalars.has(type);
  return types.flatMap((part) =>
    part.standing === 'FOREIGN' || part.standing === 'MACHINERY'
      ? []
      : outputFields(part).flatMap((field) => {
          const used = [field.type, ...(field.arguments ?? []).map(({ type }) => type)].map(nameOfType);
          const isOurs = part.standing === 'ROOT' && machineryFields.has(field.name.value);
          return isOurs
            ? []
            : used
                .filter((type) => !known(type))
                .map(
                  (type) =>
                    `Expected "${part.name}.${field.name.value}" to be of types of the extension, got "${type}".`,
                );
        }),
  );
};

function nameOfType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOfType(type.type);
}

/** All rules, by name. */
export const extensionRules: Readonly<Record<string, ExtensionRule>> = {
  linksFederationOnce,
  asksQueriesOnly,
  definesOwnTypes,
  prefixesFields,
  refersById,
  leavesInterfaces,
  leavesDescriptions,
  usesAllowedDirectives,
  usesSchemaDirectives,
  definesOwnDirectives,
  requiresReceivedFields,
  leavesReceivedFields,
  providesOwnFields,
  keepsOthersRows,
  namesOwnTypes,
};

import {
  type ConstDirectiveNode,
  type ConstValueNode,
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  Kind,
  parse,
} from 'graphql';
import {
  type FederationNames,
  readFederationNames,
  schemaDirectives,
} from '../../shared/policy/federation-names.js';
import { textArgument } from '../../shared/policy/link-import.js';
import { type SchemaPlace, schemaPlaces, typeNodes } from '../../shared/policy/schema-places.js';

/** The directives of federation that say who may read. */
const accessDirectives = ['authenticated', 'requiresScopes', 'policy'] as const;
type AccessDirective = (typeof accessDirectives)[number];

/** Names under which people write them by mistake, in small letters. */
const lookalikes: ReadonlySet<string> = new Set([
  'auth',
  'authenticated',
  'authenticate',
  'requiresauthentication',
  'requiresscope',
  'requiresscopes',
  'requirescope',
  'requirescopes',
  'scopes',
  'policy',
  'policies',
]);

const protectable: ReadonlySet<SchemaPlace['kind']> = new Set([
  'OBJECT',
  'INTERFACE',
  'SCALAR',
  'ENUM',
  'FIELD',
]);

/**
 * What a schema says of access in a way that would not hold although composition takes it without a word (POLICY.md,
 * point 4). Pure; all faults at once, each with its coordinate. A text that does not parse is one fault.
 */
export function lintContract(sdl: string): string[] {
  let document: DocumentNode;
  try {
    document = parse(sdl, { maxTokens: 200_000 });
  } catch (error) {
    return [error instanceof GraphQLError ? error.message.replace(/\.$/, '') : 'it does not parse'];
  }
  const names = readFederationNames(document);
  const places = schemaPlaces(document);
  return [
    ...unknownSecurityFeatures(document),
    ...definedLookalikes(document, names),
    ...places.flatMap((place) =>
      place.directives.flatMap((directive) => faultsOfDirective(place, directive, names)),
    ),
    ...protectedKeys(document, names),
  ];
}

/** A feature that is linked for security and that nobody here enforces must stop the load. */
function unknownSecurityFeatures(document: DocumentNode): string[] {
  return schemaDirectives(document).flatMap((directive) => {
    const purpose = directive.arguments?.find(({ name }) => name.value === 'for')?.value;
    const isSecurity = purpose?.kind === Kind.ENUM && purpose.value === 'SECURITY';
    return directive.name.value === 'link' && isSecurity
      ? [
          `the schema links "${textArgument(directive, 'url') ?? ''}" for security, which the hub does not know`,
        ]
      : [];
  });
}

function definedLookalikes(document: DocumentNode, names: FederationNames): string[] {
  return document.definitions.flatMap((definition) =>
    definition.kind === Kind.DIRECTIVE_DEFINITION && isLookalike(definition.name.value, names)
      ? [`"@${definition.name.value}" is defined here and not linked from federation, so it protects nothing`]
      : [],
  );
}

function isLookalike(name: string, names: FederationNames): boolean {
  const plain = name.replace(/^.*__/, '').replaceAll('_', '').toLowerCase();
  return lookalikes.has(plain) && accessOf(name, names) === undefined;
}

function accessOf(name: string, names: FederationNames): AccessDirective | undefined {
  return accessDirectives.find((access) => access === names.specNameOf(name));
}

function faultsOfDirective(
  { coordinate, kind }: SchemaPlace,
  directive: ConstDirectiveNode,
  names: FederationNames,
): string[] {
  const name = directive.name.value;
  if (isLookalike(name, names)) {
    return [`"${coordinate}" has "@${name}", which is not federation's directive and protects nothing`];
  }
  const access = accessOf(name, names);
  if (access === undefined) {
    return [];
  }
  if (!protectable.has(kind)) {
    return [`"${coordinate}" has "@${name}" where it protects nothing`];
  }
  const argument = access === 'requiresScopes' ? 'scopes' : access === 'policy' ? 'policies' : undefined;
  const fault = argument === undefined ? undefined : faultOfAlternatives(argument, directive);
  return fault === undefined ? [] : [`"${coordinate}" has "@${name}" with ${fault}`];
}

/** The outer list is "or", the inner "and": an empty one of either is open to everybody, and a flat one is not what it seems. */
function faultOfAlternatives(name: string, directive: ConstDirectiveNode): string | undefined {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  if (value === undefined) {
    return `no "${name}"`;
  }
  if (value.kind !== Kind.LIST || value.values.some((inner) => inner.kind !== Kind.LIST)) {
    return `"${name}" that is not a list of lists`;
  }
  if (value.values.length === 0) {
    return `an empty list of "${name}", which is open to everybody`;
  }
  const alternatives = value.values.flatMap((inner) => (inner.kind === Kind.LIST ? [inner.values] : []));
  if (alternatives.some((inner) => inner.length === 0)) {
    return `an empty alternative in "${name}", which is open to everybody`;
  }
  return alternatives.flat().every(isWord) ? undefined : `"${name}" that are not words`;
}

function isWord(value: ConstValueNode): boolean {
  return value.kind === Kind.STRING && /^\S{1,200}$/.test(value.value);
}

/** Keys travel to every other subgraph that asks: a field that only some may read cannot be one. */
function protectedKeys(document: DocumentNode, names: FederationNames): string[] {
  const isProtected = (directives: readonly ConstDirectiveNode[] = []) =>
    directives.some(({ name }) => accessOf(name.value, names) !== undefined);
  return typeNodes(document).flatMap((node) => {
    const type = node.name.value;
    const keys = (node.directives ?? []).filter(({ name }) => names.specNameOf(name.value) === 'key');
    return keys.flatMap((key) =>
      keyFields(document, type, textArgument(key, 'fields') ?? '')
        .filter(({ directives }) => isProtected(directives))
        .map(({ coordinate }) => `"${coordinate}" is part of a key of "${type}" and protected`),
    );
  });
}

type KeyField = Pick<SchemaPlace, 'coordinate' | 'directives'>;

/** The fields that a key's `fields` selects, at any depth. */
function keyFields(document: DocumentNode, type: string, fields: string): KeyField[] {
  try {
    const [operation] = parse(`{ ${fields} }`, { noLocation: true, maxTokens: 1000 }).definitions;
    return operation?.kind === Kind.OPERATION_DEFINITION
      ? selectedFields(document, type, operation.selectionSet.selections)
      : [];
  } catch {
    // Composition names a key that does not parse.
    return [];
  }
}

function selectedFields(
  document: DocumentNode,
  type: string,
  selections: readonly { readonly kind: string }[],
): KeyField[] {
  return selections.filter(isField).flatMap((selection) => {
    const found = findField(document, type, selection.name.value);
    const within = selectedFields(document, found?.type ?? '', selection.selectionSet?.selections ?? []);
    return found === undefined ? within : [found, ...within];
  });
}

function isField(selection: { readonly kind: string }): selection is FieldNode {
  return selection.kind === Kind.FIELD;
}

function findField(
  document: DocumentNode,
  type: string,
  name: string,
): (KeyField & { readonly type: string }) | undefined {
  for (const node of typeNodes(document)) {
    for (const field of node.name.value === type && 'fields' in node ? (node.fields ?? []) : []) {
      if (field.name.value === name && field.kind === Kind.FIELD_DEFINITION) {
        let named = field.type;
        while (named.kind !== Kind.NAMED_TYPE) {
          named = named.type;
        }
        const coordinate = `${type}.${name}`;
        return { coordinate, directives: field.directives ?? [], type: named.name.value };
      }
    }
  }
  return undefined;
}

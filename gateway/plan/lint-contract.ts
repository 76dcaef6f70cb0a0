import { type ConstDirectiveNode, type DocumentNode, GraphQLError, Kind, parse } from 'graphql';
import {
  type AccessDirective,
  accessDirectives,
  alternativesArgument,
  protectable,
} from '../../shared/policy/access-directives.js';
import {
  type FederationNames,
  readFederationNames,
  schemaDirectives,
} from '../../shared/policy/federation-names.js';
import { textArgument } from '../../shared/policy/link-import.js';
import { type SchemaPlace, schemaPlaces } from '../../shared/policy/schema-places.js';
import { isSecurityLink } from '../../shared/policy/supergraph-names.js';
import { faultOfAlternatives } from './lint-alternatives.js';
import { protectedKeys, protectedNonNulls } from './lint-protected.js';

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
  const isProtected = (directives: readonly ConstDirectiveNode[] = []) =>
    directives.some(({ name }) => accessOf(name.value, names) !== undefined);
  return [
    ...securityLinks(document),
    ...definedLookalikes(document, names),
    ...places.flatMap((place) =>
      place.directives.flatMap((directive) => faultsOfDirective(place, directive, names)),
    ),
    ...protectedKeys(document, { names, isProtected }),
    ...protectedNonNulls(document, isProtected),
  ];
}

/** Security comes from federation's own link: nobody here would enforce another, nor composition carry it on. */
function securityLinks(document: DocumentNode): string[] {
  return schemaDirectives(document)
    .filter(isSecurityLink)
    .map(
      (link) =>
        `the schema links "${textArgument(link, 'url') ?? ''}" for security, which the hub does not know`,
    );
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
  const argument = alternativesArgument(access);
  const fault = argument === undefined ? undefined : faultOfAlternatives(argument, directive);
  return fault === undefined ? [] : [`"${coordinate}" has "@${name}" with ${fault}`];
}

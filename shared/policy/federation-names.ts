import { type ConstDirectiveNode, type DocumentNode, Kind } from 'graphql';
import { importsOf, textArgument } from './link-import.js';
import { listed } from './listed.js';

/** What a schema calls the parts of federation, as its `@link` renames them. */
export interface FederationNames {
  /** The name of a directive in its specification, or undefined where it is of none. */
  specNameOf(directive: string): string | undefined;
  /** Whether a type is federation's own machinery, which composition takes out again. */
  isMachinery(type: string): boolean;
}

const builtIn: ReadonlySet<string> = new Set(['deprecated', 'specifiedBy', 'oneOf', 'skip', 'include']);
const subgraphTypes: readonly string[] = ['_Any', '_Entity', '_Service', 'link__Import', 'link__Purpose'];
const federationTypes: readonly string[] = ['FieldSet', 'Scope', 'Policy', 'ContextFieldValue'];
const federationUrl = /^https:\/\/specs\.apollo\.dev\/federation\/v2\.\d+$/;

/** Root fields that serve the federation itself. */
export const machineryFields: ReadonlySet<string> = new Set(['_service', '_entities']);

export function isFederationLink(link: ConstDirectiveNode): boolean {
  return federationUrl.test(textArgument(link, 'url') ?? '');
}

/** Reads the names that a schema's links to federation give its directives and types: plain, renamed or namespaced. */
export function readFederationNames(document: DocumentNode): FederationNames {
  const imported = new Map<string, string>();
  const prefixes: string[] = [];
  for (const link of schemaDirectives(document).filter(isFederationLink)) {
    prefixes.push(`${textArgument(link, 'as') ?? 'federation'}__`);
    for (const { local, original } of importsOf(link)) {
      imported.set(local, original);
    }
  }
  const machinery = new Set([
    ...subgraphTypes,
    ...prefixes.flatMap((prefix) => federationTypes.map((type) => `${prefix}${type}`)),
    ...[...imported].flatMap(([local, original]) => (original.startsWith('@') ? [] : [local])),
  ]);
  return {
    specNameOf(directive) {
      const original = imported.get(`@${directive}`);
      if (original !== undefined) {
        return original.slice(1);
      }
      const prefix = prefixes.find((candidate) => directive.startsWith(candidate));
      if (prefix !== undefined) {
        return directive.slice(prefix.length);
      }
      return directive === 'link' || builtIn.has(directive) ? directive : undefined;
    },
    isMachinery: (type) => machinery.has(type),
  };
}

/** All directives on `schema` and `extend schema`. */
export function schemaDirectives(document: DocumentNode): readonly ConstDirectiveNode[] {
  return document.definitions.flatMap((definition) =>
    definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION
      ? listed(definition.directives)
      : [],
  );
}

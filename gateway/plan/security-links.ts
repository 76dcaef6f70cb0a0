import {
  type ConstDirectiveNode,
  type ConstValueNode,
  type DocumentNode,
  GraphQLError,
  Kind,
  parse,
  print,
  visit,
} from 'graphql';
import { AccordError } from '../../shared/errors/accord-error.js';

/** The access features of federation that the hub knows. Any other that is `for: SECURITY` stops the load. */
const knownFeature = /^https:\/\/specs\.apollo\.dev\/(authenticated|requiresScopes|policy)\/v0\.1$/;

/**
 * Prepares a foreign supergraph for the gateway, which refuses every `@link` with `for: SECURITY`: takes that argument
 * away from the three access features. Throws BAD_CONTRACT when one of their directives is used anywhere, because
 * nothing here would enforce it and a protected field would lie open.
 */
export function openSecurityLinks(supergraphSdl: string): string {
  const document = parseSupergraph(supergraphSdl);
  const directives = new Set(linksOf(document).flatMap(namesOfAccessDirectives));
  if (directives.size === 0) {
    return supergraphSdl;
  }
  let used = 0;
  visit(document, {
    Directive(node) {
      used += directives.has(node.name.value) ? 1 : 0;
    },
  });
  if (used > 0) {
    throw new AccordError(
      'BAD_CONTRACT',
      `Expected a supergraph without access directives, since the hub does not enforce them on foreign subgraphs; it uses them ${used} times.`,
    );
  }
  return print(withoutPurpose(document));
}

function parseSupergraph(sdl: string): DocumentNode {
  try {
    return parse(sdl);
  } catch (error) {
    const words = error instanceof GraphQLError ? error.message : 'it does not parse';
    throw new AccordError('BAD_CONTRACT', `Expected a supergraph in GraphQL's schema language: ${words}`);
  }
}

function linksOf(document: DocumentNode): ConstDirectiveNode[] {
  return document.definitions.flatMap((definition) =>
    definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION
      ? (definition.directives ?? []).filter(({ name }) => name.value === 'link')
      : [],
  );
}

/** Every name under which a `@link` brings in an access directive: renamed, namespaced or plain. */
function namesOfAccessDirectives(link: ConstDirectiveNode): string[] {
  const feature = knownFeature.exec(textOf(argumentOf(link, 'url')) ?? '')?.[1];
  if (feature === undefined) {
    return [];
  }
  const namespace = textOf(argumentOf(link, 'as')) ?? feature;
  const imports = argumentOf(link, 'import');
  const imported = imports?.kind === Kind.LIST ? imports.values.flatMap(localNameOf) : [];
  return [namespace, `${namespace}__${feature}`, ...imported];
}

function localNameOf(imported: ConstValueNode): string[] {
  if (imported.kind === Kind.STRING) {
    return [imported.value.replace(/^@/, '')];
  }
  if (imported.kind !== Kind.OBJECT) {
    return [];
  }
  const field = (name: string) => textOf(imported.fields.find((entry) => entry.name.value === name)?.value);
  const name = field('as') ?? field('name');
  return name === undefined ? [] : [name.replace(/^@/, '')];
}

function withoutPurpose(document: DocumentNode): DocumentNode {
  return visit(document, {
    Directive(node) {
      if (node.name.value !== 'link') {
        return undefined;
      }
      const url = node.arguments?.find(({ name }) => name.value === 'url')?.value;
      return url?.kind === Kind.STRING && knownFeature.test(url.value)
        ? { ...node, arguments: node.arguments?.filter(({ name }) => name.value !== 'for') ?? [] }
        : undefined;
    },
  });
}

function argumentOf(directive: ConstDirectiveNode, name: string): ConstValueNode | undefined {
  return directive.arguments?.find((argument) => argument.name.value === name)?.value;
}

function textOf(value: ConstValueNode | undefined): string | undefined {
  return value?.kind === Kind.STRING ? value.value : undefined;
}

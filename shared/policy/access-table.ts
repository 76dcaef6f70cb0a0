import { type ConstDirectiveNode, type DocumentNode, GraphQLError, parse, visit } from 'graphql';
import { AccordError } from '../errors/accord-error.js';
import {
  type AccessDirective,
  accessDirectives,
  alternativesArgument,
  protectable,
  readAlternatives,
} from './access-directives.js';
import { type AccessRule, type AccessTable, allOfRules, openRule } from './access-rule.js';
import { readFederationNames } from './federation-names.js';
import { schemaPlaces } from './schema-places.js';
import { readSupergraphNames } from './supergraph-names.js';

/** What a directive of the text is in its specification; undefined where it says nothing of access. */
type NamedAccess = (directive: string) => AccessDirective | undefined;

/**
 * Who may read what by the SDL of one subgraph, however its `@link` calls the directives. Throws BAD_CONTRACT where one
 * is malformed or stands where it protects nothing.
 */
export function readAccessTable(document: DocumentNode): AccessTable {
  const { specNameOf } = readFederationNames(document);
  return readTable(document, (name) => accessDirectives.find((directive) => directive === specNameOf(name)));
}

/**
 * The same by a composed supergraph as composition wrote it, where the rules of several subgraphs on one field are
 * joined already. Throws BAD_CONTRACT, also for security features that are not known.
 */
export function readSupergraphAccess(supergraphSdl: string): AccessTable {
  const document = parseSupergraph(supergraphSdl);
  const names = readSupergraphNames(document);
  return readTable(document, (name) => names.get(name));
}

/** Throws BAD_CONTRACT where the text is not in GraphQL's schema language. */
export function parseSupergraph(sdl: string): DocumentNode {
  try {
    return parse(sdl, { noLocation: true });
  } catch (error) {
    const words = error instanceof GraphQLError ? error.message : 'it does not parse';
    throw new AccordError('BAD_CONTRACT', `Expected a supergraph in GraphQL's schema language: ${words}`);
  }
}

function readTable(document: DocumentNode, accessOf: NamedAccess): AccessTable {
  const table = new Map<string, AccessRule>();
  let read = 0;
  for (const { coordinate, kind, directives } of schemaPlaces(document)) {
    for (const directive of protectable.has(kind) ? directives : []) {
      const access = accessOf(directive.name.value);
      if (access !== undefined) {
        const rules = [table.get(coordinate) ?? openRule, ruleOf(access, directive)];
        table.set(coordinate, allOfRules(rules));
        read += 1;
      }
    }
  }
  assertAllRead(read, document, accessOf);
  return table;
}

function ruleOf(access: AccessDirective, directive: ConstDirectiveNode): AccessRule {
  const argument = alternativesArgument(access);
  if (argument === undefined) {
    return { ...openRule, authenticated: true };
  }
  return { ...openRule, [argument]: [readAlternatives(directive, argument)] };
}

/** Each application of a directive is in the table, or something that was meant to be protected is not. */
function assertAllRead(read: number, document: DocumentNode, accessOf: NamedAccess): void {
  let applied = 0;
  visit(document, {
    Directive({ name }) {
      applied += accessOf(name.value) === undefined ? 0 : 1;
    },
  });
  if (applied !== read) {
    throw new AccordError(
      'BAD_CONTRACT',
      `Expected access directives on types and fields that can be protected, got ${applied - read} elsewhere.`,
    );
  }
}

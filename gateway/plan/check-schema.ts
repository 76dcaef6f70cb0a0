import { buildASTSchema, type GraphQLSchema, parse, visit } from 'graphql';
import type { MemberId } from '../../shared/domain/ids.js';
import { AccordError } from '../../shared/errors/accord-error.js';
import { findAdditions, findShrinkage } from './api-growth.js';
import { badContract, tryCompose } from './compose.js';
import type { SubgraphSource } from './contract-files.js';
import { namespaceOf } from './extension.js';
import { noRecipients, type Recipients } from './recipients.js';
import { type ExtendedGraph, readApi, tryExtension, typeNames } from './settle-extensions.js';

export interface SchemaToCheck {
  readonly member: MemberId;
  /** The extension's federation SDL. */
  readonly sdl: string;
  /** The contracts and the directory. */
  readonly base: readonly SubgraphSource[];
  /** Which members receive what of others; without it, none anything. */
  readonly recipients?: Recipients | undefined;
  /** The supergraph in force, where the extension must keep what it has there. */
  readonly against?: string | undefined;
}

/** What the hub would say of a schema: every reason to quarantine it, or the coordinates it adds. */
export type SchemaVerdict = { readonly reasons: readonly string[] } | { readonly adds: readonly string[] };

/** Judges an extension as the hub will, before it is published. Throws BAD_CONTRACT where the base itself does not compose, BAD_FILE where `against` is no supergraph. */
export async function checkSchema({
  member,
  sdl,
  base,
  against,
  recipients,
}: SchemaToCheck): Promise<SchemaVerdict> {
  const composition = tryCompose(base);
  if ('faults' in composition) {
    throw badContract(composition.faults);
  }
  const graph: ExtendedGraph = { ...composition, extensions: [] };
  const next = await tryExtension(
    graph,
    { member, url: '', sdl },
    {
      base,
      graphTypes: typeNames(base),
      recipients: recipients ?? noRecipients,
      compose: async (subgraphs) => tryCompose(subgraphs),
    },
  );
  if ('reasons' in next) {
    return next;
  }
  const after = readApi(next);
  const lost = against === undefined ? [] : lostOf(member, readSupergraphApi(against), after);
  return lost.length > 0
    ? { reasons: lost.map((change) => `Expected a graph that only grows: ${change}`) }
    : { adds: findAdditions(readApi(graph), after) };
}

/** What the member's own part loses; the parts of other members are not in the schema that was checked. */
function lostOf(member: MemberId, before: GraphQLSchema, after: GraphQLSchema): readonly string[] {
  const { field, type } = namespaceOf(member);
  const own = new RegExp(`(^|[^A-Za-z0-9_])(${field}|${type})`);
  return findShrinkage(before, after).filter((change) => own.test(change));
}

/** A supergraph's types as clients see them; what is left of its machinery concerns no member. */
function readSupergraphApi(supergraphSdl: string): GraphQLSchema {
  try {
    const document = visit(parse(supergraphSdl, { noLocation: true }), {
      enter: (node) =>
        'directives' in node && node.directives?.some(({ name }) => name.value === 'inaccessible')
          ? null
          : undefined,
    });
    return buildASTSchema(document, { assumeValidSDL: true });
  } catch (cause) {
    throw new AccordError('BAD_FILE', 'Expected a supergraph to check against, it cannot be read.', {
      cause,
    });
  }
}

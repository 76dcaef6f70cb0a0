import { buildSchema, type GraphQLSchema, isTypeDefinitionNode, parse } from 'graphql';
import type { MemberId } from '../../shared/domain/ids.js';
import { compareText } from '../../shared/domain/text.js';
import { findShrinkage } from './api-growth.js';
import { checkExtension } from './check-extension.js';
import { badContract, type ComposedGraph, type Composition } from './compose.js';
import type { SubgraphSource } from './contract-files.js';
import { type BroughtExtension, type Extension, extensionName, namespaceOf } from './extension.js';
import type { ExtensionSurroundings } from './extension-outline.js';
import type { Recipients } from './recipients.js';

/** Composes subgraphs, possibly elsewhere. */
export type Composer = (subgraphs: readonly SubgraphSource[]) => Promise<Composition>;

/** A graph and the extensions that are in it, by member id. */
export interface ExtendedGraph extends ComposedGraph {
  readonly extensions: readonly Extension[];
}

/** A member whose extension, as it is now, is not in force, and every reason why. */
export interface Quarantined {
  readonly member: MemberId;
  readonly reasons: readonly string[];
}

export interface Settlement {
  readonly graph: ExtendedGraph;
  readonly quarantined: readonly Quarantined[];
  /** Members whose extension was in force and was taken away with them. */
  readonly left: readonly MemberId[];
}

export interface SettleOptions {
  /** The contracts and the directory. */
  readonly base: readonly SubgraphSource[];
  /** The graph in force. */
  readonly last: ExtendedGraph | undefined;
  /** Whether the graph in force was composed of another base, which an older release had. */
  readonly rebase: boolean;
  /** The extensions that members bring, in the order of their arrival. */
  readonly wanted: readonly BroughtExtension[];
  readonly compose: Composer;
  readonly recipients: Recipients;
}

/**
 * Settles which extensions are in force: from the set in force, one change at a time, in the order of arrival
 * (docs/adr/extension-quarantine.md). Throws BAD_CONTRACT only where the base alone does not compose.
 */
export async function settleExtensions(options: SettleOptions): Promise<Settlement> {
  const { last, wanted } = options;
  const members = new Set(wanted.map(({ member }) => member));
  const left = (last?.extensions ?? []).map(({ member }) => member).filter((id) => !members.has(id));
  let graph = await startingGraph(options, members);
  const surroundings = { ...options, graphTypes: typeNames(options.base) };
  // After a change of the base, the versions that were in force come before those that were not.
  const changes = options.rebase ? [...keptOf(last, members), ...wanted] : wanted;
  const refused = new Map<BroughtExtension, readonly string[]>();
  for (const brought of changes) {
    const next = await applyChange(graph, brought, surroundings);
    if ('reasons' in next) {
      refused.set(brought, next.reasons);
    } else {
      graph = next;
    }
  }
  const quarantined = wanted.flatMap((brought) => {
    const reasons = refused.get(brought);
    return reasons === undefined ? [] : [{ member: brought.member, reasons }];
  });
  return { graph, quarantined, left };
}

type Attempt = ExtendedGraph | { readonly reasons: readonly string[] };

async function applyChange(
  graph: ExtendedGraph,
  { member, url, sdl }: BroughtExtension,
  surroundings: Surroundings,
): Promise<Attempt> {
  const known = graph.extensions.find((one) => one.member === member);
  if (sdl === null) {
    return known === undefined ? { reasons: ['Expected a schema, it cannot be read.'] } : graph;
  }
  const extension = { member, url, sdl };
  if (known?.sdl !== sdl) {
    return await tryExtension(graph, extension, surroundings);
  }
  return known.url === url ? graph : { ...graph, extensions: withExtension(graph.extensions, extension) };
}

/** What was in force without what left, or the base alone where there was nothing or another base. */
async function startingGraph(
  { base, last, rebase, compose }: SettleOptions,
  members: ReadonlySet<MemberId>,
): Promise<ExtendedGraph> {
  const extensions = rebase ? [] : keptOf(last, members);
  if (last !== undefined && !rebase && extensions.length === last.extensions.length) {
    return last;
  }
  const composition = await compose(subgraphsOf(base, extensions));
  if ('faults' in composition) {
    throw badContract(composition.faults);
  }
  return { ...composition, extensions };
}

function keptOf(last: ExtendedGraph | undefined, members: ReadonlySet<MemberId>): readonly Extension[] {
  return (last?.extensions ?? []).filter(({ member }) => members.has(member));
}

/** The names of the types that the base defines. */
export function typeNames(base: readonly SubgraphSource[]): ReadonlySet<string> {
  return new Set(
    base.flatMap(({ sdl }) =>
      parse(sdl, { noLocation: true }).definitions.flatMap((definition) =>
        isTypeDefinitionNode(definition) ? [definition.name.value] : [],
      ),
    ),
  );
}

interface Surroundings extends ExtensionSurroundings {
  readonly base: readonly SubgraphSource[];
  readonly compose: Composer;
}

/** The graph with one extension more, or in a new version; or the reasons why not. */
export async function tryExtension(
  graph: ExtendedGraph,
  extension: Extension,
  surroundings: Surroundings,
): Promise<Attempt> {
  const { base, compose } = surroundings;
  const reasons = [...checkExtension(extension, surroundings), ...takenNamespace(graph, extension)];
  if (reasons.length > 0) {
    return { reasons };
  }
  const extensions = withExtension(graph.extensions, extension);
  const composition = await compose(subgraphsOf(base, extensions));
  if ('faults' in composition) {
    return { reasons: composition.faults };
  }
  const shrinkage = findShrinkage(readApi(graph), readApi(composition));
  return shrinkage.length > 0
    ? { reasons: shrinkage.map((change) => `Expected a graph that only grows: ${change}`) }
    : { ...composition, extensions };
}

/** `a-1` and `a1` have one prefix; the second cannot tell its names from the first's. */
function takenNamespace({ extensions }: ExtendedGraph, { member }: Extension): string[] {
  const { type } = namespaceOf(member);
  const other = extensions.find((one) => one.member !== member && namespaceOf(one.member).type === type);
  return other === undefined
    ? []
    : [`Expected names of its own, the member "${other.member}" has "${type}…".`];
}

function withExtension(extensions: readonly Extension[], extension: Extension): readonly Extension[] {
  return [...extensions.filter(({ member }) => member !== extension.member), extension].sort((a, b) =>
    compareText(a.member, b.member),
  );
}

function subgraphsOf(base: readonly SubgraphSource[], extensions: readonly Extension[]): SubgraphSource[] {
  return [...base, ...extensions.map(({ member, sdl }) => ({ name: extensionName(member), sdl }))];
}

export function readApi({ apiSdl }: ComposedGraph): GraphQLSchema {
  return buildSchema(apiSdl, { assumeValid: true });
}

import { createHash } from 'node:crypto';
import type { MemberId } from '../../shared/domain/ids.js';
import { AccordError } from '../../shared/errors/accord-error.js';
import { invariant } from '../../shared/errors/invariant.js';
import type { Logger } from '../../shared/log/logger.js';
import type { SubgraphSource } from './contract-files.js';
import type { Extension, ExtensionSource } from './extension.js';
import type { Recipients } from './recipients.js';
import {
  type Composer,
  type ExtendedGraph,
  type Quarantined,
  type Settlement,
  settleExtensions,
} from './settle-extensions.js';
import type { GraphStore } from './supergraph-file.js';

export interface KeeperOptions {
  /** The contracts and the directory. */
  readonly base: readonly SubgraphSource[];
  readonly source: ExtensionSource;
  readonly compose: Composer;
  readonly recipients: Recipients;
  /** Without one the graph is composed anew at each start. */
  readonly store?: GraphStore | undefined;
  readonly logger: Logger;
}

/** How a member's extension stands, for the operator and for the member. */
export interface ExtensionStanding {
  readonly member: MemberId;
  /** In force, or kept out while an older version, or none, is. */
  readonly state: 'IN_FORCE' | 'QUARANTINED';
  readonly reasons: readonly string[];
}

/** Keeps the graph in force: composes it when extensions change, and remembers it over restarts. */
export class SupergraphKeeper {
  readonly #options: KeeperOptions;
  readonly #base: string;
  #graph: ExtendedGraph | undefined;
  #quarantined: readonly Quarantined[] = [];
  /** Digest of the list that was settled last, so that an unchanged one costs nothing. */
  #settled: string | undefined;
  #rebase = false;
  #underWay: Promise<unknown> = Promise.resolve();

  constructor(options: KeeperOptions) {
    this.#options = options;
    // An extension that receives less than it did is looked at again.
    const received = [...options.recipients].map(([member, fields]) => [member, [...fields].sort()]);
    this.#base = digest([...options.base.map(({ name, sdl }) => [name, sdl]), ...received.sort()]);
  }

  /**
   * The graph to start with: the one kept, brought up to date. What was kept is served where nothing better composes.
   * Throws BAD_CONTRACT where nothing was kept either.
   */
  async start(): Promise<ExtendedGraph> {
    const kept = await this.#readKept();
    this.#graph = kept;
    try {
      await this.refresh();
    } catch (fault) {
      if (!(fault instanceof AccordError) || kept === undefined) {
        throw fault;
      }
      this.#options.logger.error({ err: fault }, 'the contracts do not compose; serving the graph kept');
    }
    invariant(this.#graph !== undefined, 'a keeper that started has a graph');
    return this.#graph;
  }

  /**
   * Brings the graph up to date with the extensions that are there now; one refresh after another. Gives the graph
   * where it changed, else undefined. Throws BAD_CONTRACT where the contracts alone do not compose.
   */
  refresh(): Promise<ExtendedGraph | undefined> {
    const next = this.#underWay.then(() => this.#refresh());
    this.#underWay = next.catch(() => undefined);
    return next;
  }

  /** By member id. */
  get standings(): readonly ExtensionStanding[] {
    const reasons = new Map(this.#quarantined.map(({ member, reasons }) => [member, reasons]));
    const inForce = (this.#graph?.extensions ?? []).map(({ member }) => member);
    return [...new Set([...inForce, ...reasons.keys()])].sort().map((member) => {
      const found = reasons.get(member);
      return found === undefined
        ? { member, state: 'IN_FORCE', reasons: [] }
        : { member, state: 'QUARANTINED', reasons: found };
    });
  }

  async #refresh(): Promise<ExtendedGraph | undefined> {
    const wanted = this.#options.source.list() ?? this.#graph?.extensions ?? [];
    const settled = digest(wanted.map(({ member, url, sdl }) => [member, url, sdl]));
    if (settled === this.#settled) {
      return undefined;
    }
    // What throws once would throw again: the contracts of a running hub do not change.
    this.#settled = settled;
    const { base, compose, recipients } = this.#options;
    const settlement = await settleExtensions({
      base,
      compose,
      recipients,
      wanted,
      last: this.#graph,
      rebase: this.#rebase,
    });
    const before = this.#graph;
    this.#tell(settlement);
    this.#rebase = false;
    this.#graph = settlement.graph;
    this.#quarantined = settlement.quarantined;
    if (settlement.graph === before || isSameGraph(settlement.graph, before)) {
      return undefined;
    }
    await this.#keep(settlement.graph);
    return settlement.graph;
  }

  async #readKept(): Promise<ExtendedGraph | undefined> {
    try {
      const kept = await this.#options.store?.read();
      this.#rebase = kept !== undefined && kept.base !== this.#base;
      return kept;
    } catch (err) {
      this.#options.logger.error({ err }, 'the graph kept cannot be read; composing anew');
      return undefined;
    }
  }

  async #keep({ supergraphSdl, apiSdl, extensions }: ExtendedGraph): Promise<void> {
    const kept = {
      version: 1,
      base: this.#base,
      supergraphSdl,
      apiSdl,
      extensions,
    } as const;
    try {
      await this.#options.store?.write(kept);
    } catch (err) {
      this.#options.logger.error({ err }, 'the graph in force could not be kept');
    }
  }

  #tell({ graph, quarantined, left }: Settlement): void {
    const { logger } = this.#options;
    for (const member of left) {
      logger.info({ member }, 'an extension left with its member; its fields are gone from the graph');
    }
    for (const { member, reasons } of quarantined) {
      const serves = graph.extensions.some((one) => one.member === member);
      logger.warn(
        { member, reasons },
        serves
          ? 'an extension is quarantined; its last good version serves on'
          : 'an extension is quarantined',
      );
    }
  }
}

function isSameGraph(a: ExtendedGraph, b: ExtendedGraph | undefined): boolean {
  return b !== undefined && a.supergraphSdl === b.supergraphSdl && isSameList(a.extensions, b.extensions);
}

function isSameList(a: readonly Extension[], b: readonly Extension[]): boolean {
  return a.length === b.length && a.every((one, i) => one.url === b[i]?.url && one.sdl === b[i]?.sdl);
}

function digest(parts: unknown): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

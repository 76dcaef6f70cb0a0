import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type InventedMember, inventCoalition } from './invent-coalition.js';
import { type MemberFarm, startMemberFarm } from './member-farm.js';
import { PageWalk, pageLength, post } from './page-walk.js';
import { type HubProcess, startHub } from './start-hub.js';

export interface CoalitionOptions {
  readonly name: string;
  /** What each member has of a page, on average. */
  readonly shares: readonly number[];
  readonly lines: number;
  readonly serviceMs: number;
  /** How many members, from the last, take questions and never answer. */
  readonly mute: number;
}

/** What some pages took and cost. */
export interface PagesMeasured {
  readonly ms: readonly number[];
  readonly questions: number;
  readonly rowsAsked: number;
  /** Of members' answers. */
  readonly bytes: number;
  /** Pages for which some member was asked more than once. */
  readonly secondRounds: number;
}

/** A hub in a process of its own and its members in this one. */
export class BenchCoalition {
  readonly name: string;
  readonly #members: readonly InventedMember[];
  readonly #answering: number;
  readonly #farm: MemberFarm;
  readonly #hub: HubProcess;
  readonly #walk: PageWalk;
  readonly #folder: string;

  static async start(options: CoalitionOptions): Promise<BenchCoalition> {
    const members = inventCoalition(options.shares, options.lines);
    const mute = new Set(members.slice(members.length - options.mute).map(({ id }) => id));
    const farm = await startMemberFarm(members, { serviceMs: options.serviceMs, mute });
    const folder = await mkdtemp(join(tmpdir(), 'accord-bench-fanout-'));
    const hub = await startHub(
      folder,
      members.map(({ id }, i) => ({ id, url: farm.urls[i] ?? '' })),
    );
    return new BenchCoalition({ options, members, mute, farm, hub, folder });
  }

  private constructor(parts: {
    readonly options: CoalitionOptions;
    readonly members: readonly InventedMember[];
    readonly mute: ReadonlySet<string>;
    readonly farm: MemberFarm;
    readonly hub: HubProcess;
    readonly folder: string;
  }) {
    this.name = parts.options.name;
    this.#members = parts.members;
    this.#answering = parts.members.length - parts.mute.size;
    this.#farm = parts.farm;
    this.#hub = parts.hub;
    this.#folder = parts.folder;
    this.#walk = new PageWalk(parts.hub.url, parts.members, parts.mute);
  }

  /** Rows of asking every member that answers for a full page. */
  get rowsOfFullPages(): number {
    return this.#answering * pageLength;
  }

  /** Gets the next `pages` pages, and does `between` after each. */
  async pages(pages: number, between: () => Promise<void> = async () => undefined): Promise<PagesMeasured> {
    const ms: number[] = [];
    const sum = { questions: 0, rowsAsked: 0, bytes: 0, secondRounds: 0 };
    for (let page = 0; page < pages; page++) {
      const before = { ...this.#farm.counters };
      ms.push(await this.#walk.next());
      const { questions, rowsAsked, bytes } = this.#farm.counters;
      sum.questions += questions - before.questions;
      sum.rowsAsked += rowsAsked - before.rowsAsked;
      sum.bytes += bytes - before.bytes;
      sum.secondRounds += questions - before.questions > this.#answering ? 1 : 0;
      await between();
    }
    return { ms, ...sum };
  }

  /** Asks the first member for a full page without the hub, by the hub's own question. Gives the milliseconds it took. */
  async askOneMember(): Promise<number> {
    const last = this.#farm.last();
    const variables = { ...last?.variables, accord__first: pageLength, accord__after: null };
    const start = performance.now();
    const text = await post(this.#farm.urls[0] ?? '', { query: last?.query, variables });
    const ms = performance.now() - start;
    if (text.split('accord__cursor').length !== pageLength + 1) {
      throw new Error(`Expected a full page of member "${this.#members[0]?.id}".`);
    }
    return ms;
  }

  async stop(): Promise<void> {
    await this.#hub.stop();
    this.#farm.close();
    await rm(this.#folder, { recursive: true });
  }
}

import type { ComputedLink, JudgementEntry, Pair } from '../../../shared/linking/link.js';
import { defaultTiming, type HoldTiming } from '../../../shared/store/mongodb/hold-store.js';
import { readAtOneMoment } from '../../../shared/store/mongodb/moments.js';
import { guarded } from '../../../shared/store/mongodb/store-fault.js';
import type { WriteRun } from '../../../shared/store/mongodb/write-run.js';
import type { KeysOf } from './keys-of.js';
import type { LinkPlace, LinkStore, PendingSubject, Publication } from './link-store.js';
import {
  beginLinkRun,
  type LinkDatabase,
  type LinkSurroundings,
  openLinkDatabase,
} from './mongodb-link-store-database.js';
import { addJudgement, findHistory, findJudged, findJudgementsOf } from './mongodb-link-store-judgements.js';
import { claimLease, releaseLease } from './mongodb-link-store-lease.js';
import { findLinksOf, findUnjudged, settleLinks } from './mongodb-link-store-links.js';
import { beginEpoch, findPending, findPendingAmong } from './mongodb-link-store-pending.js';
import { applyPublication, clearMember } from './mongodb-link-store-publish.js';
import { readStatistics, writeStatistics } from './mongodb-link-store-statistics.js';
import { findIdsByKeys, findIdsWithAll, findSubjects, walkSubjects } from './mongodb-link-store-subjects.js';

export interface MongoLinkOptions {
  /** A connection string; it is never shown. */
  readonly url: string;
  readonly database: string;
  readonly keysOf: KeysOf;
  readonly now: () => Date;
  readonly timing?: HoldTiming | undefined;
}

/**
 * A store of links on a MongoDB-compatible server. Connects with the first use and again after an outage. Subjects, links
 * and publications are written in runs, one at a time, each of which becomes visible by one update; see
 * `docs/adr/mongodb-staged-runs.md`. Throws BAD_CONFIG with the first use for a URL that is none.
 */
export function createMongoLinkStore(options: MongoLinkOptions): LinkStore {
  return new MongoLinkStore(options);
}

class MongoLinkStore implements LinkStore {
  readonly #options: MongoLinkOptions;
  #open: Promise<LinkDatabase> | undefined;
  #lastRun: Promise<unknown> = Promise.resolve();

  constructor(options: MongoLinkOptions) {
    this.#options = options;
  }

  apply(publication: Publication) {
    const { keysOf } = this.#options;
    return this.#run('apply', (database, run) => applyPublication(database, run, { publication, keysOf }));
  }

  clear(member: string) {
    const at = this.#options.now().toISOString();
    return this.#run('clear', (database, run) => clearMember(database, run, { member, at }));
  }

  lastSequence(member: string) {
    return this.#read(async ({ receipts }, run) => {
      const latest = { sort: { era: -1, sequence: -1 } } as const;
      return (await receipts.findOne({ member, from: { $lte: run } }, latest))?.sequence ?? 0;
    });
  }

  receipt(member: string, sequence: number) {
    return this.#read(async ({ receipts }, run) => {
      const seen = { member, from: { $lte: run } };
      const era = (await receipts.findOne(seen, { sort: { era: -1 } }))?.era ?? 0;
      const found = sequence === 0 ? null : await receipts.findOne({ ...seen, era, sequence });
      return found === null ? undefined : { kid: found.kid, digest: found.digest, at: found.at };
    });
  }

  subjects(ids: readonly string[]) {
    return this.#read((database, run) => findSubjects(database, run, { by: 'id', values: ids }));
  }

  subjectsByEntityId(entityIds: readonly string[]) {
    return this.#read((database, run) => findSubjects(database, run, { by: 'entityId', values: entityIds }));
  }

  walk(after: string | null, limit: number) {
    return this.#read((database, run) => walkSubjects(database, run, { after, limit }));
  }

  countSubjects() {
    return this.#read(async ({ receipts }, run) => {
      const latest = await receipts.findOne({ from: { $lte: run } }, { sort: { from: -1 } });
      return latest?.total ?? 0;
    });
  }

  idsByKeys(keys: readonly string[], limit: number) {
    return this.#read((database, run) => findIdsByKeys(database, run, { keys, limit }));
  }

  idsWithAll(keys: readonly string[], page: { readonly after: string | null; readonly limit: number }) {
    return this.#read((database, run) => findIdsWithAll(database, run, { keys, ...page }));
  }

  pending(limit: number) {
    return this.#read((database, run) => findPending(database, run, limit));
  }

  pendingAmong(ids: readonly string[]) {
    return this.#read((database, run) => findPendingAmong(database, run, ids));
  }

  settle(done: readonly PendingSubject[], links: readonly ComputedLink[]) {
    return this.#run('settle', (database, run) => settleLinks(database, run, { done, links }));
  }

  markAllPending() {
    return this.#use(beginEpoch);
  }

  linksOf(ids: readonly string[]) {
    return this.#read((database, run) => findLinksOf(database, run, ids));
  }

  unjudged(member: string, limit: number, after: LinkPlace | null = null) {
    return this.#read((database, run) => findUnjudged(database, run, { member, limit, after }));
  }

  judged(member: string, limit: number, after: Pair | null = null) {
    return this.#use((database) => findJudged(database, { member, limit, after }));
  }

  judge(entry: JudgementEntry) {
    return this.#use((database) => addJudgement(database, entry));
  }

  judgementsOf(ids: readonly string[]) {
    return this.#use((database) => findJudgementsOf(database, ids));
  }

  history(pair: Pair) {
    return this.#use((database) => findHistory(database, pair));
  }

  statistics() {
    return this.#use(readStatistics);
  }

  putStatistics(json: string) {
    return this.#use((database) => writeStatistics(database, json, this.#options.now()));
  }

  claimRun(holder: string, forMs: number) {
    const now = this.#options.now().getTime();
    return this.#use((database) => claimLease(database, { holder, now, forMs }));
  }

  releaseRun(holder: string) {
    return this.#use((database) => releaseLease(database, holder));
  }

  async close() {
    await this.#lastRun;
    const open = this.#open;
    this.#open = undefined;
    await open?.then(
      (database) => database.close(),
      () => undefined,
    );
  }

  #use<T>(work: (database: LinkDatabase) => Promise<T>): Promise<T> {
    return guarded(async () => await work(await this.#database()));
  }

  /** Reads what one run left. */
  #read<T>(work: (database: LinkDatabase, run: number) => Promise<T>): Promise<T> {
    return this.#use((database) => readAtOneMoment(database, (run) => work(database, run)));
  }

  #run<T>(label: string, work: (database: LinkDatabase, run: WriteRun) => Promise<T>): Promise<T> {
    const done = this.#lastRun.then(() => this.#use((database) => this.#inRun(database, { label, work })));
    this.#lastRun = done.catch(() => undefined);
    return done;
  }

  async #inRun<T>(
    database: LinkDatabase,
    of: { readonly label: string; readonly work: (database: LinkDatabase, run: WriteRun) => Promise<T> },
  ): Promise<T> {
    const run = await beginLinkRun(database, of.label, this.#around());
    try {
      return await of.work(database, run);
    } catch (cause) {
      await run.abort().catch(() => undefined);
      throw cause;
    }
  }

  #around(): LinkSurroundings {
    const { keysOf, now, timing = defaultTiming } = this.#options;
    return { keysOf, now, timing };
  }

  async #database(): Promise<LinkDatabase> {
    const { url, database: name } = this.#options;
    this.#open ??= openLinkDatabase({ url, name }, this.#around());
    const open = this.#open;
    try {
      return await open;
    } catch (cause) {
      // The next use tries again.
      this.#open = this.#open === open ? undefined : this.#open;
      throw cause;
    }
  }
}

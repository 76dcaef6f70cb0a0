import type { ComputedLink, JudgementEntry, Pair } from '../../../shared/linking/link.js';
import type { Connection } from '../../../shared/store/sqlite/connection.js';
import { beginWriting, rollBack } from '../../../shared/store/sqlite/write-transaction.js';
import type { KeysOf } from './keys-of.js';
import { keysVersionOf } from './keys-version.js';
import type { LinkPlace, LinkStore, PendingSubject, Publication } from './link-store.js';
import { type LinkFile, openLinkFile } from './sqlite-link-store-file.js';
import { addJudgement, findHistory, findJudged, findJudgementsOf } from './sqlite-link-store-judgements.js';
import {
  findLinksOf,
  findPending,
  findPendingAmong,
  findUnjudged,
  pendAll,
  settleLinks,
} from './sqlite-link-store-links.js';
import { applyPublication, clearMember, makeKeysAnew } from './sqlite-link-store-publish.js';
import { findIdsByKeys, findIdsWithAll, findSubjects, walkSubjects } from './sqlite-link-store-subjects.js';

export interface SqliteLinkOptions {
  /** The hub's own folder; the store is `links.db` in it. Replicas on one machine share it. */
  readonly folder: string;
  readonly keysOf: KeysOf;
  readonly now: () => Date;
  /** How long a write waits for one of another process to end. */
  readonly waitMs?: number;
}

/**
 * A store of links in one SQLite file, readable by its owner only. The file is opened with the first use, so that a disk
 * that is away does not keep a hub from starting. Each write is one transaction, and one at a time. Keys that were made
 * in another way are made anew once, while reads go on.
 */
export function createSqliteLinkStore(options: SqliteLinkOptions): LinkStore {
  return new SqliteLinkStore(options);
}

class SqliteLinkStore implements LinkStore {
  readonly #options: SqliteLinkOptions;
  #open: LinkFile | undefined;
  #areKeysAsMade = false;
  #lastWrite: Promise<unknown> = Promise.resolve();

  constructor(options: SqliteLinkOptions) {
    this.#options = options;
  }

  apply(publication: Publication) {
    return this.#write((db) => applyPublication(db, publication, this.#options.keysOf));
  }

  clear(member: string) {
    return this.#write((db) => clearMember(db, member, this.#options.keysOf));
  }

  lastSequence(member: string) {
    return this.#read((db) => {
      const row = db.first('SELECT last FROM members WHERE name = ?', [member]);
      return Number(row?.[0] ?? 0);
    });
  }

  receipt(member: string, sequence: number) {
    return this.#read((db) => {
      const row = db.first(
        `SELECT kid, digest, at FROM publications JOIN members USING (member, era) WHERE name = ? AND sequence = ?`,
        [member, sequence],
      );
      return row && { kid: String(row[0]), digest: String(row[1]), at: String(row[2]) };
    });
  }

  subjects(ids: readonly string[]) {
    return this.#read((db) => findSubjects(db, 'id', ids));
  }

  subjectsByEntityId(entityIds: readonly string[]) {
    return this.#read((db) => findSubjects(db, 'entity_id', entityIds));
  }

  walk(after: string | null, limit: number) {
    return this.#read((db) => walkSubjects(db, after, limit));
  }

  countSubjects() {
    return this.#read((db) => Number(db.first('SELECT total(subjects) FROM members')?.[0] ?? 0));
  }

  idsByKeys(keys: readonly string[], limit: number) {
    return this.#read((db) => findIdsByKeys(db, keys, limit));
  }

  idsWithAll(keys: readonly string[], page: { readonly after: string | null; readonly limit: number }) {
    return this.#read((db) => findIdsWithAll(db, keys, page));
  }

  pending(limit: number) {
    return this.#read((db) => findPending(db, limit));
  }

  pendingAmong(ids: readonly string[]) {
    return this.#read((db) => findPendingAmong(db, ids));
  }

  settle(done: readonly PendingSubject[], links: readonly ComputedLink[]) {
    return this.#write((db) => settleLinks(db, done, links));
  }

  markAllPending() {
    return this.#write((db) => pendAll(db));
  }

  linksOf(ids: readonly string[]) {
    return this.#read((db) => findLinksOf(db, ids));
  }

  unjudged(member: string, limit: number, after: LinkPlace | null = null) {
    return this.#read((db) => findUnjudged(db, member, { after, limit }));
  }

  judged(member: string, limit: number, after: Pair | null = null) {
    return this.#read((db) => findJudged(db, member, { after, limit }));
  }

  judge(entry: JudgementEntry) {
    return this.#write((db) => addJudgement(db, entry));
  }

  judgementsOf(ids: readonly string[]) {
    return this.#read((db) => findJudgementsOf(db, ids));
  }

  history(pair: Pair) {
    return this.#read((db) => findHistory(db, pair));
  }

  statistics() {
    return this.#read((db) => findState(db, 'statistics') ?? null);
  }

  putStatistics(json: string) {
    return this.#write((db) => putState(db, 'statistics', json));
  }

  claimRun(holder: string, forMs: number) {
    const now = this.#options.now().getTime();
    return this.#write((db) => {
      const run: { holder?: string; until?: number } = JSON.parse(findState(db, 'run') ?? '{}');
      const isFree = run.holder === undefined || run.holder === holder || (run.until ?? 0) <= now;
      if (isFree) {
        putState(db, 'run', JSON.stringify({ holder, until: now + forMs }));
      }
      return isFree;
    });
  }

  releaseRun(holder: string) {
    const sql = "DELETE FROM state WHERE name = 'run' AND value ->> 'holder' = ?";
    return this.#write((db) => void db.run(sql, [holder]));
  }

  async close() {
    await this.#lastWrite;
    this.#open?.reader.close();
    this.#open?.writer.close();
    this.#open = undefined;
  }

  #file(): LinkFile {
    if (this.#open === undefined) {
      this.#open = openLinkFile(this.#options.folder);
      this.#areKeysAsMade = false;
    }
    return this.#open;
  }

  async #ensureKeys(db: Connection): Promise<void> {
    if (this.#areKeysAsMade) {
      return;
    }
    const { keysOf } = this.#options;
    const version = keysVersionOf(keysOf);
    if (findState(db, 'keys') !== version) {
      await makeKeysAnew(db, keysOf);
      putState(db, 'keys', version);
    }
  }

  /** Reads at one moment. */
  async #read<T>(work: (db: Connection) => T): Promise<T> {
    const isFirst = this.#open === undefined;
    const { reader } = this.#file();
    if (isFirst) {
      // Where it fails, the next write does it; until then subjects are found by the keys that there are.
      this.#write(() => undefined).catch(() => undefined);
    }
    return reader.reading(() => work(reader));
  }

  #write<T>(work: (db: Connection) => T | Promise<T>): Promise<T> {
    const done = this.#lastWrite.then(() => this.#transact(work));
    this.#lastWrite = done.catch(() => undefined);
    return done;
  }

  async #transact<T>(work: (db: Connection) => T | Promise<T>): Promise<T> {
    const { writer } = this.#file();
    await beginWriting(writer, this.#options.waitMs ?? 5_000);
    try {
      await this.#ensureKeys(writer);
      const result = await work(writer);
      writer.exec('COMMIT');
      this.#areKeysAsMade = true;
      return result;
    } finally {
      rollBack(writer);
    }
  }
}

function findState(db: Connection, name: string): string | undefined {
  const row = db.first('SELECT value FROM state WHERE name = ?', [name]);
  return row === undefined ? undefined : String(row[0]);
}

function putState(db: Connection, name: string, value: string): void {
  db.run('INSERT OR REPLACE INTO state (name, value) VALUES (?, ?)', [name, value]);
}

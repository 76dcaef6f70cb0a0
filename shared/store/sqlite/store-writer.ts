import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../../log/logger.js';
import type { PartyKey } from '../party-references.js';
import type { ImportRun } from '../record-store.js';
import { type Connection, openConnection } from './connection.js';
import { mergeTerms, removeRecords, removeReferences } from './erase-records.js';
import type { Layout } from './layout.js';
import { writeMeta } from './meta.js';
import { SqliteImportRun } from './sqlite-import-run.js';
import { addTombstone } from './tombstones.js';
import { truncateLog } from './truncate-log.js';
import { beginWriting, rollBack } from './write-transaction.js';

const cacheKiB = 16_384;

/** Whatever writes to a store. Each write is a transaction on a connection of its own, one at a time. */
export class StoreWriter {
  readonly #file: string;
  readonly #layouts: ReadonlyMap<string, Layout>;
  readonly #now: () => Date;
  readonly #logger: Logger;
  readonly #waitMs: number;

  constructor(options: {
    readonly file: string;
    readonly layouts: ReadonlyMap<string, Layout>;
    readonly now: () => Date;
    readonly logger: Logger;
    readonly waitMs: number;
  }) {
    this.#file = options.file;
    this.#layouts = options.layouts;
    this.#now = options.now;
    this.#logger = options.logger;
    this.#waitMs = options.waitMs;
  }

  async beginImport(): Promise<ImportRun> {
    const connection = await this.#begin();
    return new SqliteImportRun(connection, this.#layouts, this.#now().toISOString());
  }

  async delete(layout: Layout, locals: readonly string[]): Promise<number> {
    const connection = await this.#begin();
    try {
      const removed = removeRecords(connection, layout, locals);
      if (removed > 0) {
        this.#commit(connection);
      }
      return removed;
    } finally {
      rollBack(connection);
      connection.close();
    }
  }

  async forget(party: PartyKey, reason: string): Promise<boolean> {
    const connection = await this.#begin();
    try {
      const found = this.#erase(connection, party, reason);
      this.#logger.info({ type: party.type, reason }, 'forgot');
      await this.#emptyLog(connection);
      return found;
    } finally {
      rollBack(connection);
      connection.close();
    }
  }

  #erase(connection: Connection, party: PartyKey, reason: string): boolean {
    const at = this.#now().toISOString();
    addTombstone(connection, party, { reason, at });
    let [removed, changed] = [0, 0];
    for (const [name, layout] of this.#layouts) {
      removed += name === party.type ? removeRecords(connection, layout, [party.local]) : 0;
      changed += removeReferences(connection, layout, { party, at });
      mergeTerms(connection, layout);
    }
    if (removed + changed > 0) {
      this.#commit(connection);
    } else {
      connection.exec('COMMIT');
    }
    return removed > 0;
  }

  #commit(connection: Connection): void {
    writeMeta(connection, 'lastCommitAt', this.#now().toISOString());
    connection.exec('COMMIT');
  }

  /** The write-ahead log still holds former contents: it is emptied as soon as its readers are done. */
  async #emptyLog(connection: Connection): Promise<void> {
    for (let waited = 0; !truncateLog(connection); waited += pauseMs) {
      if (waited >= this.#waitMs) {
        this.#logger.warn('former contents stay in the write-ahead log until its readers are done');
        return;
      }
      await sleep(pauseMs);
    }
  }

  async #begin(): Promise<Connection> {
    const connection = openConnection(this.#file, { waitMs: 0, cacheKiB });
    try {
      await beginWriting(connection, this.#waitMs);
      return connection;
    } catch (cause) {
      connection.close();
      throw cause;
    }
  }
}

const pauseMs = 50;

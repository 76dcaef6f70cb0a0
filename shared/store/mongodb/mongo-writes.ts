import type { ImportOptions, ImportRun } from '../record-store.js';
import type { Database, RunDatabase } from './database.js';
import { never } from './document.js';
import { forgetRecord } from './forget-record.js';
import { holdStore } from './hold-store.js';
import { importRecords } from './import-records.js';
import { guarded } from './store-fault.js';
import type { MongoSurroundings } from './surroundings.js';
import { readTombstones } from './tombstones.js';
import { beginWriteRun, type WriteRun } from './write-run.js';

/** The writing half of the store, see the port. */
export class MongoWrites {
  readonly #database: Database;
  readonly #around: MongoSurroundings;

  constructor(database: Database, around: MongoSurroundings) {
    this.#database = database;
    this.#around = around;
  }

  beginImport({ label }: ImportOptions): Promise<ImportRun> {
    return guarded(async () => {
      const run = await beginRun(this.#database, label, this.#around);
      const { typeOf, now } = this.#around;
      const tombstones = await readTombstones(this.#database);
      return importRecords(run, { database: this.#database, typeOf, now, tombstones });
    });
  }

  delete(type: string, locals: readonly string[]): Promise<number> {
    this.#around.typeOf(type);
    return this.#writing('delete', async (run) => {
      const found = await this.#database
        .records(type)
        .find({ local: { $in: [...locals] }, until: never })
        .project<{ _id: string }>({ _id: 1 })
        .toArray();
      await run.stage(type, { added: [], ended: found.map(({ _id }) => _id) });
      await run.commit();
      return found.length;
    });
  }

  async forget(type: string, local: string, reason: string): Promise<boolean> {
    const { logger, types, now } = this.#around;
    this.#around.typeOf(type);
    const wasThere = await this.#writing('forget', (run) =>
      forgetRecord(run, { type, local, reason }, { database: this.#database, types, now }),
    );
    logger.info({ type, reason, wasThere }, 'forgot');
    return wasThere;
  }

  #writing<T>(label: string, write: (run: WriteRun) => Promise<T>): Promise<T> {
    return guarded(async () => {
      const run = await beginRun(this.#database, label, this.#around);
      try {
        return await write(run);
      } catch (cause) {
        await run.abort().catch(() => undefined);
        throw cause;
      }
    });
  }
}

/** Takes the right to write and begins a run under it. */
export async function beginRun(
  database: RunDatabase,
  label: string,
  around: Pick<MongoSurroundings, 'now' | 'timing'> & {
    readonly types: readonly { readonly name: string }[];
  },
): Promise<WriteRun> {
  const { now, timing } = around;
  const hold = await holdStore(database, { label, now, timing });
  try {
    return await beginWriteRun(hold, { database, types: around.types.map(({ name }) => name), now });
  } catch (cause) {
    hold.stopBeat();
    throw cause;
  }
}

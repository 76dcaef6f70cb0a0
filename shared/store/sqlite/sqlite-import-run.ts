import { invariant } from '../../errors/invariant.js';
import { termsOf } from '../keys-of.js';
import { withoutForgotten } from '../party-references.js';
import { assertStorable, comparableContent } from '../record-content.js';
import type { ImportRun, PutOutcome, RecordInput } from '../record-store.js';
import type { RecordBody } from '../record-type.js';
import type { Connection, Parameter, Row } from './connection.js';
import {
  dropIndexStatements,
  indexName,
  indexStatements,
  type Layout,
  localIndexStatement,
  pushKeyValues,
} from './layout.js';
import { LocalRows } from './local-rows.js';
import { storedTerms } from './match-expression.js';
import { writeMeta } from './meta.js';
import { readText } from './read-row.js';
import { RowSet } from './row-set.js';
import { type RowStatements, rowStatements, updateRow } from './row-statements.js';
import { readTombstones, type Tombstones } from './tombstones.js';
import { truncateLog } from './truncate-log.js';
import { rollBack } from './write-transaction.js';

/** What a run knows of one type. */
interface Target {
  readonly layout: Layout;
  readonly statements: RowStatements;
  /** Id and body by local id, through its index. */
  readonly find: string;
  /** The same by row id, if the row has the local id. */
  readonly findAt: string;
  /** The rows this run put, whatever became of them. */
  readonly touched: RowSet;
  /** There was no record when the run began: indexes are made at its end, which is faster than row by row. */
  readonly isFresh: boolean;
  /** Stands in for the index by local id while there is none. */
  fresh: LocalRows | undefined;
}

/** Ids that a run keeps in memory, some 30 MiB; beyond, the index by local id is worth its time. */
const localRowsLimit = 2_000_000;

/** A run is one write transaction on a connection of its own, so that readers go on with what was there before. */
export class SqliteImportRun implements ImportRun {
  readonly #connection: Connection;
  readonly #layouts: ReadonlyMap<string, Layout>;
  readonly #at: string;
  readonly #targets = new Map<string, Target>();
  readonly #tombstones: Tombstones;
  #changed = false;
  #ended = false;

  /** The connection is in the transaction that this run ends; it is closed then. */
  constructor(connection: Connection, layouts: ReadonlyMap<string, Layout>, at: string) {
    this.#connection = connection;
    this.#layouts = layouts;
    this.#at = at;
    this.#tombstones = readTombstones(connection);
  }

  async put(records: readonly RecordInput[]): Promise<PutOutcome[]> {
    invariant(!this.#ended, 'a record was put into a run that has ended');
    try {
      return records.map((record) => this.#put(record));
    } catch (cause) {
      // Some records of the batch may be in: the run is void, and a commit after this is a fault of ours.
      this.#end();
      throw cause;
    }
  }

  async commit(): Promise<void> {
    invariant(!this.#ended, 'a run that has ended was committed');
    try {
      if (this.#changed) {
        this.#makeIndexes();
        writeMeta(this.#connection, 'lastCommitAt', this.#at);
        this.#connection.exec('COMMIT');
      }
    } finally {
      this.#end();
    }
  }

  async abort(): Promise<void> {
    this.#end();
  }

  #end(): void {
    if (!this.#ended) {
      this.#ended = true;
      rollBack(this.#connection);
      truncateLog(this.#connection);
      this.#connection.close();
    }
  }

  #put(record: RecordInput): PutOutcome {
    const { type, local } = record;
    const target = this.#targetOf(type);
    const isForgotten = !this.#tombstones.isEmpty && this.#tombstones.has({ type, local });
    if (isForgotten) {
      return 'forgotten';
    }
    const body = this.#tombstones.isEmpty
      ? record.body
      : withoutForgotten(record.body, (party) => this.#tombstones.has(party));
    const json = JSON.stringify(body);
    // JSON writes what no store can hold as \uXXXX, and little else so: only then the record is looked through.
    if (json.includes('\\u') || !local.isWellFormed() || local.includes('\u0000')) {
      assertStorable({ local, body });
    }
    const found = this.#find(target, local);
    if (found === undefined) {
      this.#insert(target, { local, body, json });
      return 'inserted';
    }
    return this.#putAgain(target, { body, json }, { id: Number(found[0]), json: readText(found[1]) });
  }

  #find(target: Target, local: string): Row | undefined {
    if (target.fresh === undefined) {
      return this.#connection.first(target.find, [local]);
    }
    for (const id of target.fresh.rowsOf(local)) {
      const row = this.#connection.first(target.findAt, [id, local]);
      if (row !== undefined) {
        return row;
      }
    }
    return undefined;
  }

  #putAgain(
    target: Target,
    given: { readonly body: RecordBody; readonly json: string },
    stored: { readonly id: number; readonly json: string },
  ): PutOutcome {
    const isSame =
      given.json === stored.json ||
      comparableContent(given.body) === comparableContent(JSON.parse(stored.json));
    if (target.touched.has(stored.id)) {
      return isSame ? 'repeated' : 'conflict';
    }
    target.touched.add(stored.id);
    if (isSame) {
      return 'unchanged';
    }
    const { layout, statements } = target;
    this.#changed = true;
    updateRow(this.#connection, layout, { id: stored.id, ...given, at: this.#at, statements });
    return 'updated';
  }

  #insert(
    target: Target,
    record: { readonly local: string; readonly body: RecordBody; readonly json: string },
  ): void {
    const { layout, statements } = target;
    const { local, body, json } = record;
    const values: Parameter[] = [null, local, this.#at, this.#at];
    pushKeyValues(values, layout, body);
    const { id } = this.#connection.run(statements.insert, values);
    this.#connection.run(statements.insertBody, [id, json]);
    this.#connection.run(statements.insertTerms, [id, storedTerms(termsOf(layout.type, body))]);
    this.#changed = true;
    target.touched.add(id);
    target.fresh?.add(local, id);
    if (target.fresh !== undefined && target.fresh.size >= localRowsLimit) {
      this.#connection.exec(localIndexStatement(layout.type));
      target.fresh = undefined;
    }
  }

  #targetOf(type: string): Target {
    const known = this.#targets.get(type);
    if (known !== undefined) {
      return known;
    }
    const layout = this.#layouts.get(type);
    invariant(layout !== undefined, `the store was not opened with the record type "${type}"`);
    const { table, bodies } = layout;
    const isFresh = this.#connection.first(`SELECT 1 FROM ${table} LIMIT 1`) === undefined;
    if (isFresh) {
      this.#connection.exec(dropIndexStatements(layout.type).join(';'));
    }
    const found = `SELECT id, (SELECT body FROM ${bodies} WHERE ${bodies}.id = ${table}.id) FROM ${table}`;
    const target: Target = {
      layout,
      statements: rowStatements(layout),
      find: `${found} INDEXED BY ${indexName(layout.type, [])} WHERE local = ?`,
      findAt: `${found} WHERE id = ? AND local = ?`,
      touched: new RowSet(),
      isFresh,
      fresh: isFresh ? new LocalRows() : undefined,
    };
    this.#targets.set(type, target);
    return target;
  }

  #makeIndexes(): void {
    // Sorting takes as much memory as the cache may, in each of its threads; more than this makes it no faster.
    this.#connection.exec('PRAGMA cache_size = -8192; PRAGMA threads = 2');
    for (const { layout, isFresh } of this.#targets.values()) {
      if (isFresh) {
        this.#connection.exec(indexStatements(layout.type).join(';'));
      }
    }
  }
}

import Database from 'better-sqlite3';
import { storeFault } from './store-fault.js';

export type Parameter = string | number | bigint | null;
export type Row = readonly (string | number | bigint | null)[];

/** One connection to the file. Rows come as arrays of their columns; every fault comes as an AccordError. */
export interface Connection {
  run(sql: string, parameters?: readonly Parameter[]): { changes: number; id: number };
  all(sql: string, parameters?: readonly Parameter[]): Row[];
  first(sql: string, parameters?: readonly Parameter[]): Row | undefined;
  /** As `all`, with every integer a bigint. */
  allBig(sql: string, parameters?: readonly Parameter[]): Row[];
  /** Rows one by one; the connection can do nothing else until the last. */
  iterate(sql: string, parameters?: readonly Parameter[]): IterableIterator<Row>;
  /** Runs reads that see one moment of the file. */
  reading<T>(work: () => T): T;
  exec(sql: string): void;
  inTransaction(): boolean;
  close(): void;
}

/** Statements kept ready per connection; queries differ in their filters without bound. */
const keptStatements = 200;

export interface ConnectionOptions {
  readonly readOnly?: boolean;
  readonly waitMs: number;
  readonly cacheKiB: number;
  /** In bytes, of a new file: small where most writes are of a few bytes here and there. */
  readonly pageSize?: number;
}

export function openConnection(file: string, options: ConnectionOptions): Connection {
  const database = guarded(file, () => openDatabase(file, options));
  const statements = new Map<string, Database.Statement<unknown[], unknown>>();
  const prepare = (sql: string) => {
    let statement = statements.get(sql);
    if (statement === undefined) {
      statement = database.prepare(sql);
      if (statement.reader) {
        statement.raw();
      }
    } else {
      statements.delete(sql);
    }
    statements.set(sql, statement);
    const oldest = statements.size > keptStatements ? statements.keys().next().value : undefined;
    if (oldest !== undefined) {
      statements.delete(oldest);
    }
    return statement;
  };
  const guard = <T>(work: () => T): T => guarded(file, work);
  return {
    run: (sql, parameters = []) =>
      guard(() => {
        const { changes, lastInsertRowid } = prepare(sql).run(parameters);
        return { changes, id: Number(lastInsertRowid) };
      }),
    all: (sql, parameters = []) => guard(() => prepare(sql).all(parameters).map(asRow)),
    first: (sql, parameters = []) =>
      guard(() => {
        const row = prepare(sql).get(parameters);
        return row === undefined ? undefined : asRow(row);
      }),
    allBig: (sql, parameters = []) =>
      guard(() => database.prepare(sql).raw().safeIntegers().all(parameters).map(asRow)),
    iterate: (sql, parameters = []) => iterateGuarded(file, () => prepare(sql).iterate(parameters)),
    reading: (work) => guard(() => database.transaction(work)()),
    exec: (sql) => guard(() => void database.exec(sql)),
    inTransaction: () => database.inTransaction,
    close: () => guard(() => void database.close()),
  };
}

function openDatabase(file: string, options: ConnectionOptions): Database.Database {
  const readonly = options.readOnly === true;
  const database = new Database(file, { readonly, fileMustExist: readonly, timeout: options.waitMs });
  try {
    if (!readonly) {
      // Of a new file. A large import is a third faster than with the usual 4 KiB, and its bodies fill pages better.
      database.pragma(`page_size = ${options.pageSize ?? 16_384}`);
      database.pragma('journal_mode = WAL');
      // What was answered as stored stays so when the power goes.
      database.pragma('synchronous = FULL');
      // What is deleted or replaced is overwritten, so that `forget` leaves no trace of earlier contents either.
      database.pragma('secure_delete = ON');
    }
    database.pragma(`cache_size = -${options.cacheKiB}`);
    return database;
  } catch (cause) {
    database.close();
    throw cause;
  }
}

function guarded<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw storeFault(cause, file);
  }
}

function* iterateGuarded(file: string, start: () => IterableIterator<unknown>): IterableIterator<Row> {
  try {
    for (const row of start()) {
      yield asRow(row);
    }
  } catch (cause) {
    throw storeFault(cause, file);
  }
}

function asRow(value: unknown): Row {
  return isRow(value) ? value : [];
}

function isRow(value: unknown): value is Row {
  return Array.isArray(value);
}

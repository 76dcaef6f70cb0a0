import { createReadStream } from 'node:fs';
import Database from 'better-sqlite3';
import { parse } from 'csv-parse';

/**
 * What the import is measured against, run as a process of its own: `bare-insert.ts CSV DATABASE` reads the rows with
 * `csv-parse` and inserts their cells as they are into a plain table, in one transaction, with the pragmas of our store.
 */
async function insertBare(csv: string, file: string): Promise<void> {
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('secure_delete = ON');
  database.exec('CREATE TABLE row (year, department, fund, type, category, amount)');
  const insert = database.prepare('INSERT INTO row VALUES (?, ?, ?, ?, ?, ?)');
  database.exec('BEGIN');
  for await (const cells of createReadStream(csv).pipe(parse({ from_line: 2 }))) {
    insert.run(...cells);
  }
  database.exec('COMMIT');
  database.close();
}

const [csv, file] = process.argv.slice(2);
if (csv !== undefined && file !== undefined) {
  await insertBare(csv, file);
}

import { createReadStream } from 'node:fs';
import Database from 'better-sqlite3';
import { parse } from 'csv-parse';
import { readLines } from '../../shared/importing/read-lines.js';

/**
 * What the import is measured against, run as a process of its own: rows go as they are into a table without indexes,
 * in one transaction, with the journal and overwriting of our store and SQLite's own page size. `bare-insert.ts cells CSV DATABASE` reads a CSV file with
 * `csv-parse` and inserts its cells; `bare-insert.ts records LINES DATABASE` inserts the id and the JSON of each record,
 * from a file with a record a line: the id, a tab and the JSON.
 */
const [mode, source = '', file = ''] = process.argv.slice(2);
const database = new Database(file);
database.pragma('journal_mode = WAL');
database.pragma('secure_delete = ON');
database.exec('BEGIN');
if (mode === 'cells') {
  await insertCells(source);
} else {
  await insertRecords(source);
}
database.exec('COMMIT');
database.close();

async function insertCells(csv: string): Promise<void> {
  database.exec('CREATE TABLE line (year, department, fund, type, category, amount)');
  const insert = database.prepare('INSERT INTO line VALUES (?, ?, ?, ?, ?, ?)');
  for await (const cells of createReadStream(csv).pipe(parse({ from_line: 2 }))) {
    insert.run(...cells);
  }
}

async function insertRecords(lines: string): Promise<void> {
  database.exec('CREATE TABLE record (local TEXT, body TEXT)');
  const insert = database.prepare('INSERT INTO record VALUES (?, ?)');
  for await (const { text } of readLines(lines)) {
    const tab = text.indexOf('\t');
    insert.run(text.slice(0, tab), text.slice(tab + 1));
  }
}

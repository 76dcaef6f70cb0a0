import { basename } from 'node:path';
import { parse } from 'csv-parse/sync';
import { AccordError } from '../errors/accord-error.js';
import type { ImportItem, RowRef } from './importer.js';
import { lineLimit, readLines, type TextLine } from './read-lines.js';

/** A row that cannot be read: an ImportItem that an importer passes on as it is. */
export type CsvReject = Extract<ImportItem, { kind: 'reject' }>;
export type CsvRow = { readonly kind: 'row'; readonly at: RowRef; readonly cells: readonly string[] };
export type CsvRecord = {
  readonly kind: 'row';
  readonly at: RowRef;
  /** The cells by column name, as they are in the file. */
  readonly row: Readonly<Record<string, string>>;
};

/** Lines one row may span. A quote that is opened and never closed costs its own line, not the rest of the file. */
const rowLineLimit = 1_000;
const batchSize = 256;

/**
 * The rows of a headerless CSV file (RFC 4180, UTF-8), as a stream; `at.line` is the line a row starts at and empty
 * lines are none. `csv-parse` reads the cells; the lines are taken to rows here, because after a stray quote that
 * parser drops everything up to the end of the file: a malformed row becomes a reject and the next line is read anew.
 * Throws BAD_FILE where the file cannot be read.
 */
export async function* readCsvRows(path: string): AsyncGenerator<CsvRow | CsvReject> {
  const file = basename(path);
  let lines: TextLine[] = [];
  for await (const line of readLines(path)) {
    lines.push(line);
    if (lines.length % batchSize === 0) {
      const { items, open } = readBatch(file, lines);
      yield* items;
      lines = open;
    }
  }
  while (lines.length > 0) {
    const { items, open } = readBatch(file, lines);
    yield* items;
    const [first, ...later] = open;
    if (first !== undefined) {
      yield rejectOf(file, [first], 'Expected a closing quote, the cell is not closed.');
    }
    lines = later;
  }
}

/**
 * The rows of a CSV file with a header line, by column name. Columns nobody asked for are tolerated. A row of another
 * number of cells than the header is a reject. Throws BAD_FILE naming every required column that is missing or double.
 */
export async function* readCsvRecords(
  path: string,
  required: readonly string[],
): AsyncGenerator<CsvRecord | CsvReject> {
  let header: readonly string[] | undefined;
  for await (const item of readCsvRows(path)) {
    if (header === undefined) {
      header = item.kind === 'row' ? item.cells.map((name) => name.trim()) : [];
      checkHeader(basename(path), header, required);
    } else if (item.kind === 'reject') {
      yield item;
    } else if (item.cells.length !== header.length) {
      const reason = `Expected ${header.length} cells as in the header, the row has ${item.cells.length}.`;
      yield { kind: 'reject', at: item.at, reason, row: item.cells };
    } else {
      yield { kind: 'row', at: item.at, row: byColumn(header, item.cells) };
    }
  }
  if (header === undefined) {
    throw new AccordError('BAD_FILE', `Expected a header line in "${basename(path)}", the file is empty.`);
  }
}

function checkHeader(file: string, header: readonly string[], required: readonly string[]): void {
  const missing = required.filter((name) => !header.includes(name));
  if (missing.length > 0) {
    const names = missing.map((name) => `"${name}"`).join(', ');
    throw new AccordError(
      'BAD_FILE',
      `Expected the ${missing.length === 1 ? 'column' : 'columns'} ${names} in "${file}", not found.`,
    );
  }
  const double = required.filter((name) => header.indexOf(name) !== header.lastIndexOf(name));
  if (double.length > 0) {
    const names = double.map((name) => `"${name}"`).join(', ');
    throw new AccordError(
      'BAD_FILE',
      `Expected one column of each name in "${file}", ${names} occurs twice.`,
    );
  }
}

function byColumn(header: readonly string[], cells: readonly string[]): Record<string, string> {
  const row: Record<string, string> = {};
  for (const [i, name] of header.entries()) {
    row[name] = cells[i] ?? '';
  }
  return row;
}

interface Batch {
  readonly items: readonly (CsvRow | CsvReject)[];
  /** Lines of a row whose quoted cell is still open. */
  readonly open: TextLine[];
}

/** Reads the rows that end within these lines. After a malformed row of several lines its second line is read anew. */
function readBatch(file: string, lines: readonly TextLine[]): Batch {
  const items: (CsvRow | CsvReject)[] = [];
  let rest = lines;
  for (;;) {
    const { rows, open } = splitRows(rest);
    const texts = rows.map(textOf);
    const all = parseRows(texts);
    let retry: TextLine[] | undefined;
    for (const [i, row] of rows.entries()) {
      const cells = all?.[i] ?? parseRows(texts.slice(i, i + 1))?.[0];
      const fault = faultOf(row, cells);
      if (cells !== undefined && fault === undefined) {
        items.push({ kind: 'row', at: { file, line: row[0]?.number ?? 0 }, cells });
        continue;
      }
      items.push(rejectOf(file, row.slice(0, 1), fault ?? 'Expected quotes around whole cells only.'));
      if (row.length > 1) {
        retry = [...row.slice(1), ...rows.slice(i + 1).flat(), ...open];
        break;
      }
    }
    if (retry === undefined) {
      return { items, open };
    }
    rest = retry;
  }
}

/** Takes lines to rows: a row ends with the line that closes its last quote. */
function splitRows(lines: readonly TextLine[]): { rows: TextLine[][]; open: TextLine[] } {
  const rows: TextLine[][] = [];
  let open: TextLine[] = [];
  let quotes = 0;
  for (const line of lines) {
    if (open.length === 0 && line.text === '') {
      continue;
    }
    open.push(line);
    quotes += quotesIn(line.text);
    if (quotes % 2 === 0 || open.length >= rowLineLimit) {
      rows.push(open);
      open = [];
      quotes = 0;
    }
  }
  return { rows, open };
}

function quotesIn(text: string): number {
  let quotes = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    quotes += 1;
  }
  return quotes;
}

function textOf(lines: readonly TextLine[]): string {
  return lines.map((line) => line.text).join('\n');
}

/** The cells of each text, one row each; undefined where one of them is malformed. */
function parseRows(texts: readonly string[]): string[][] | undefined {
  try {
    const rows = parse(texts.join('\n'), { relax_column_count: true, record_delimiter: '\n' });
    return rows.length === texts.length ? rows : undefined;
  } catch {
    return undefined;
  }
}

function faultOf(lines: readonly TextLine[], cells: readonly string[] | undefined): string | undefined {
  if (lines.some((line) => line.cut)) {
    return `Expected a line of at most ${lineLimit} characters, it is longer.`;
  }
  if (cells?.some((cell) => cell.includes('\ufffd'))) {
    return 'Expected UTF-8 text, the row holds bytes that are not.';
  }
  if (cells?.some((cell) => cell.includes('\u0000'))) {
    return 'Expected text without U+0000, the row holds it.';
  }
  return undefined;
}

function rejectOf(file: string, lines: readonly TextLine[], reason: string): CsvReject {
  return { kind: 'reject', at: { file, line: lines[0]?.number ?? 0 }, reason, row: textOf(lines) };
}

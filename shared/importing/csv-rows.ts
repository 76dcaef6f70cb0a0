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

/** Reads the rows that end within these lines: all at once where they are well-formed, else one by one. */
function readBatch(file: string, lines: readonly TextLine[]): Batch {
  const rows: TextLine[][] = [];
  let at = 0;
  for (let end = rowEnd(lines, at); end !== undefined; end = rowEnd(lines, at)) {
    rows.push(lines.slice(at, end));
    at = end;
  }
  const filled = rows.filter((row) => !isBlank(row));
  const cells = parseRows(filled.map(textOf));
  if (cells === undefined) {
    return readCarefully(file, lines);
  }
  return { items: filled.map((row, i) => itemOf(file, row, cells[i])), open: lines.slice(at) };
}

/** A malformed row of several lines is a stray quote in the first: that line is a reject and the next is read anew. */
function readCarefully(file: string, lines: readonly TextLine[]): Batch {
  const items: (CsvRow | CsvReject)[] = [];
  let at = 0;
  for (let end = rowEnd(lines, at); end !== undefined; end = rowEnd(lines, at)) {
    const row = lines.slice(at, end);
    const cells = isBlank(row) ? [] : parseRows([textOf(row)])?.[0];
    if (!isBlank(row)) {
      items.push(itemOf(file, row, cells));
    }
    at = cells === undefined ? at + 1 : end;
  }
  return { items, open: lines.slice(at) };
}

/** Where the row that starts at a line ends: after the line that closes its last quote. Undefined while one is open. */
function rowEnd(lines: readonly TextLine[], start: number): number | undefined {
  let quotes = 0;
  for (let end = start + 1; end <= lines.length; end++) {
    const last = lines[end - 1];
    quotes += quotesIn(last?.text ?? '');
    // The rest of a line that was cut is not known, so no row goes on after one.
    if (quotes % 2 === 0 || last?.cut === true || end - start >= rowLineLimit) {
      return end;
    }
  }
  return undefined;
}

function isBlank(lines: readonly TextLine[]): boolean {
  return lines.length === 1 && lines[0]?.text === '';
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
function parseRows(texts: readonly string[]): (readonly string[])[] | undefined {
  const quoted = parseQuoted(texts.filter((text) => text.includes('"')));
  let at = 0;
  // Without quotes the commas alone part the cells, for which a parser is ten times as slow.
  return quoted && texts.map((text) => (text.includes('"') ? (quoted[at++] ?? []) : text.split(',')));
}

function parseQuoted(texts: readonly string[]): string[][] | undefined {
  try {
    const rows = parse(texts.join('\n'), { relax_column_count: true, record_delimiter: '\n' });
    return rows.length === texts.length ? rows : undefined;
  } catch {
    return undefined;
  }
}

function itemOf(
  file: string,
  lines: readonly TextLine[],
  cells: readonly string[] | undefined,
): CsvRow | CsvReject {
  if (lines.some((line) => line.cut)) {
    return rejectOf(file, lines, `Expected a line of at most ${lineLimit} characters, it is longer.`);
  }
  if (cells === undefined) {
    return rejectOf(file, lines.slice(0, 1), 'Expected quotes around whole cells only.');
  }
  if (lines.some(({ text }) => text.includes('\ufffd'))) {
    return rejectOf(file, lines, 'Expected UTF-8 text, the row holds bytes that are not.');
  }
  if (lines.some(({ text }) => text.includes('\u0000'))) {
    return rejectOf(file, lines, 'Expected text without U+0000, the row holds it.');
  }
  return { kind: 'row', at: { file, line: lines[0]?.number ?? 0 }, cells };
}

function rejectOf(file: string, lines: readonly TextLine[], reason: string): CsvReject {
  return { kind: 'reject', at: { file, line: lines[0]?.number ?? 0 }, reason, row: textOf(lines) };
}

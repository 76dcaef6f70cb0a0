import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readCsvRecords, readCsvRows } from '../../../../shared/importing/csv-rows.js';
import { lineLimit } from '../../../../shared/importing/read-lines.js';

const folder = mkdtempSync(join(tmpdir(), 'accord-csv-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(content: string | Buffer): string {
  const path = join(folder, 'rows.csv');
  writeFileSync(path, content);
  return path;
}

async function rowsOf(content: string | Buffer) {
  const out: unknown[] = [];
  for await (const item of readCsvRows(fileOf(content))) {
    out.push(item.kind === 'row' ? [item.at.line, ...item.cells] : [item.at.line, { reject: item.reason }]);
  }
  return out;
}

async function recordsOf(content: string, required: readonly string[]) {
  const out: unknown[] = [];
  for await (const item of readCsvRecords(fileOf(content), required)) {
    out.push(item.kind === 'row' ? item.row : { line: item.at.line, reject: item.reason });
  }
  return out;
}

const stray = { reject: 'Expected quotes around whole cells only.' };
const unclosed = { reject: 'Expected a closing quote, the cell is not closed.' };

describe('reading CSV rows', () => {
  it.each([
    [
      'plain rows',
      'a,b\n1,2\n',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'a byte order mark, CRLF and no last line end',
      '\ufeffa,b\r\n1,2',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    ['a quoted comma, a doubled quote and an empty cell', '"a,b","c ""d""",\n', [[1, 'a,b', 'c "d"', '']]],
    [
      'a cell of several lines, at its first line',
      'a\n\n"x\n\ny",1\nb\n',
      [
        [1, 'a'],
        [3, 'x\n\ny', '1'],
        [6, 'b'],
      ],
    ],
    ['U+2028 within a cell', 'a\u2028b,c\n', [[1, 'a\u2028b', 'c']]],
    [
      'rows of different lengths',
      'a\nb,c\n',
      [
        [1, 'a'],
        [2, 'b', 'c'],
      ],
    ],
    ['nothing', '', []],
    [
      'a stray quote, which costs its own row only',
      'a\n"b"c,1\nd\n',
      [
        [1, 'a'],
        [2, stray],
        [3, 'd'],
      ],
    ],
    [
      'a bare quote',
      'a,1\nb"c"d,2\nd,3\n',
      [
        [1, 'a', '1'],
        [2, stray],
        [3, 'd', '3'],
      ],
    ],
    [
      'a quote never closed',
      'a,1\n"b,2\nc,3\nd,4\n',
      [
        [1, 'a', '1'],
        [2, unclosed],
        [3, 'c', '3'],
        [4, 'd', '4'],
      ],
    ],
    [
      'a quote not closed before the next quoted cell',
      '"b,2\n"c\nd",3\ne,4\n',
      [
        [1, stray],
        [2, 'c\nd', '3'],
        [4, 'e', '4'],
      ],
    ],
    [
      'U+0000',
      'a\u0000,1\nb,2\n',
      [
        [1, { reject: 'Expected text without U+0000, the row holds it.' }],
        [2, 'b', '2'],
      ],
    ],
  ])('reads %s', async (_, content, expected) => {
    expect(await rowsOf(content)).toEqual(expected);
  });

  it('rejects a row that is not UTF-8 and reads the next', async () => {
    const content = Buffer.concat([
      Buffer.from('ok,1\n'),
      Buffer.from([0x63, 0xe9, 0x2c, 0x32, 0x0a]),
      Buffer.from('é,3\n'),
    ]);
    expect(await rowsOf(content)).toEqual([
      [1, 'ok', '1'],
      [2, { reject: 'Expected UTF-8 text, the row holds bytes that are not.' }],
      [3, 'é', '3'],
    ]);
  });

  it('rejects a line that is too long without keeping it', async () => {
    const rows = await rowsOf(`a,1\n"${'x'.repeat(lineLimit + 5)}",2\nb,3\n`);
    expect(rows).toEqual([
      [1, 'a', '1'],
      [2, { reject: 'Expected a line of at most 1000000 characters, it is longer.' }],
      [3, 'b', '3'],
    ]);
  });

  it('loses no row around a stray quote in the middle of many', async () => {
    const lines = Array.from({ length: 5_000 }, (_, i) => `${i},"n\n${i}"`);
    lines[700] = '700,"open';
    const rows = await rowsOf(lines.join('\n'));
    expect(rows).toHaveLength(5_000);
    expect(rows.filter((row) => Array.isArray(row) && typeof row[1] === 'object')).toEqual([[1401, stray]]);
    expect(rows.at(-1)).toEqual([9998, '4999', 'n\n4999']);
  });

  it.each([
    ['there is none', join(folder, 'absent.csv'), 'Expected a readable file "absent.csv", there is none.'],
    ['it is a folder', folder, 'it is a folder.'],
  ])('throws BAD_FILE where %s', async (_, path, message) => {
    await expect(readCsvRows(path).next()).rejects.toMatchObject({
      code: 'BAD_FILE',
      message: expect.stringContaining(message),
    });
  });

  it('throws BAD_FILE on UTF-16', async () => {
    await expect(rowsOf(Buffer.from('\ufeffa,b', 'utf16le'))).rejects.toMatchObject({
      code: 'BAD_FILE',
      message: 'Expected UTF-8 text in "rows.csv", it is UTF-16.',
    });
  });
});

describe('reading CSV rows by column name', () => {
  it('tolerates columns nobody asked for and rejects a row of another length', async () => {
    expect(await recordsOf('id, more ,name\n1,x,Ann\n2,y\n', ['id', 'name'])).toEqual([
      { id: '1', more: 'x', name: 'Ann' },
      { line: 3, reject: 'Expected 3 cells as in the header, the row has 2.' },
    ]);
  });

  it.each([
    ['id\n1\n', 'Expected the columns "name", "year" in "rows.csv", not found.'],
    ['id,name\n1,2\n', 'Expected the column "year" in "rows.csv", not found.'],
    ['id,name,year,id\n', 'Expected one column of each name in "rows.csv", "id" occurs twice.'],
    ['', 'Expected a header line in "rows.csv", the file is empty.'],
  ])('throws BAD_FILE on the header of %j', async (content, message) => {
    await expect(recordsOf(content, ['id', 'name', 'year'])).rejects.toMatchObject({
      code: 'BAD_FILE',
      message,
    });
  });
});

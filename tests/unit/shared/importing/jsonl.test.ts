import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readMemberId } from '../../../../shared/domain/ids.js';
import { OrganizationBody, PersonBody } from '../../../../shared/domain/party-body.js';
import { exportRecords } from '../../../../shared/importing/export-records.js';
import type { ImportItem } from '../../../../shared/importing/importer.js';
import { createJsonlImporter } from '../../../../shared/importing/jsonl-importer.js';
import { runImport } from '../../../../shared/importing/run-import.js';
import { partyRecordTypes } from '../../../../shared/kit/party-record-types.js';
import type { RecordStore } from '../../../../shared/store/record-store.js';
import { MemoryRecordStore } from '../../../fixtures/memory-record-store.js';

const importer = createJsonlImporter({ Person: PersonBody, Organization: OrganizationBody });
const header = '{"accord":"records","version":1,"member":"harbour-watch"}';
const orro = {
  provenance: { publisher: 'Harbour Watch', retrievedAt: '2026-04-30T00:00:00.000Z' },
  handling: { tlp: 'TLP:CLEAR' },
  name: 'Ana Orro \u{1f30a} 안나',
  birthDate: '1971-03',
};
const never = new AbortController().signal;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-jsonl-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function source(...paths: string[]) {
  return { paths, member: 'harbour-watch', retrievedAt: '2026-05-01T00:00:00.000Z', keyedId: () => 'k' };
}

function write(text: string | Buffer, name = 'records.jsonl'): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function read(...lines: string[]): Promise<ImportItem[]> {
  const items: ImportItem[] = [];
  for await (const item of importer.read(source(write(lines.join('\n'))))) {
    items.push(item);
  }
  return items;
}

function line(over: object, body: object = orro): string {
  return JSON.stringify({ type: 'Person', local: 'p-1', body, ...over });
}

describe('jsonl', () => {
  test('gives records as they are written, empty lines aside', async () => {
    const items = await read(
      header,
      line({ createdAt: '2026-01-01T00:00:00.000Z' }),
      '',
      `${line({ local: 'p-2' })}\r`,
      '',
    );
    expect(items).toEqual([
      {
        kind: 'records',
        at: { file: 'records.jsonl', line: 2 },
        records: [{ type: 'Person', local: 'p-1', body: orro }],
      },
      {
        kind: 'records',
        at: { file: 'records.jsonl', line: 4 },
        records: [{ type: 'Person', local: 'p-2', body: orro }],
      },
    ]);
  });

  test.each([
    ['no JSON', '{"type":"Person"', undefined, 'Expected a line of JSON.'],
    ['not a record', '[1]', undefined, /^Invalid input: expected object, received array$/],
    [
      'another type',
      line({ type: 'Ghost' }),
      'type',
      'Expected a type that the member serves: Organization, Person.',
    ],
    ['a name of Object', line({ type: 'constructor' }), 'type', /^Expected a type that the member serves/],
    ['an id with a blank', line({ local: 'p 1' }), 'local', 'local: a local id'],
    ['a field we do not know', line({ colour: 1 }), undefined, 'Unrecognized key: "colour"'],
    [
      'no handling',
      line({}, { ...orro, handling: undefined }),
      'body.handling',
      /^body\.handling: Invalid input/,
    ],
    [
      'a wrong date',
      line({}, { ...orro, birthDate: '1971-13' }),
      'body.birthDate',
      /^body\.birthDate: a date such as/,
    ],
    [
      'a fault deep in a list',
      line({}, { ...orro, identifiers: [{ scheme: 'GB-COH' }] }),
      'body.identifiers.0.id',
      /^body\.identifiers\.0\.id: /,
    ],
    [
      'text no store can hold',
      line({}, { ...orro, name: 'a\u0000' }),
      'body.name',
      'body.name: well-formed text without U+0000',
    ],
    [
      'half a surrogate pair',
      line({}, { ...orro, name: '\ud83c' }),
      'body.name',
      'body.name: well-formed text without U+0000',
    ],
    ['a null', line({}, { ...orro, name: null }), 'body.name', /^body\.name: Invalid input/],
    [
      'an endless line',
      line({}, { ...orro, name: 'x'.repeat(1_000_001) }),
      undefined,
      'Expected a line of at most 1000000 characters, it is longer.',
    ],
  ])('rejects %s and reads on', async (_, faulty, column, reason) => {
    const items = await read(header, faulty, line({}));
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({ kind: 'reject', at: { file: 'records.jsonl', line: 2 } });
    expect(items[0]?.at.column).toBe(column);
    expect(items[0]?.kind === 'reject' && items[0].reason).toEqual(
      typeof reason === 'string' ? reason : expect.stringMatching(reason),
    );
    expect(items[1]?.kind).toBe('records');
  });

  test('rejects bytes that are not UTF-8', async () => {
    const path = write(
      Buffer.concat([Buffer.from(`${header}\n{"type":"`), Buffer.from([0xe9]), Buffer.from('"}\n')]),
    );
    const items: ImportItem[] = [];
    for await (const item of importer.read(source(path))) {
      items.push(item);
    }
    expect(items).toMatchObject([
      { kind: 'reject', reason: 'Expected UTF-8 text, the line holds bytes that are not.' },
    ]);
  });

  test.each([
    ['an empty file', '', 'Expected a header line in "records.jsonl", the file is empty.'],
    [
      'a file without our header',
      `${line({})}\n`,
      'Expected the first line of "records.jsonl" to be {"accord":"records","version":1,"member":"harbour-watch"}, it is not.',
    ],
    [
      'a later version',
      header.replace('1', '2'),
      'Expected the first line of "records.jsonl" to be {"accord":"records","version":1,"member":"harbour-watch"}, it is not.',
    ],
    [
      'the records of another member',
      header.replace('harbour-watch', 'open-ledger'),
      'Expected records of the member "harbour-watch" in "records.jsonl", they are those of another member.',
    ],
  ])('refuses %s', async (_, text, message) => {
    await expect(read(text)).rejects.toMatchObject({ code: 'BAD_FILE', message });
  });

  test('refuses a folder and a file that is not there', async () => {
    mkdirSync(join(folder, 'sub'));
    const readAll = async (path: string) => {
      for await (const _ of importer.read(source(join(folder, path)))) {
        throw new Error('there is nothing to read');
      }
    };
    await expect(readAll('sub')).rejects.toMatchObject({
      code: 'BAD_FILE',
      message: 'Expected a readable file "sub", it is a folder.',
    });
    await expect(readAll('none')).rejects.toMatchObject({
      code: 'BAD_FILE',
      message: 'Expected a readable file "none", there is none.',
    });
  });

  test('export, import into an empty store and export give the same records', async () => {
    const types = partyRecordTypes;
    const member = readMemberId('harbour-watch');
    const first = new MemoryRecordStore({ member, types, now: () => new Date('2026-05-01T00:00:00.000Z') });
    const run = await first.beginImport();
    const organization = { handling: {}, provenance: {}, name: 'Orro & Daughters', countries: ['GB', 'KR'] };
    await run.put([
      { type: 'Person', local: 'p:1', body: orro },
      { type: 'Organization', local: 'o-1', body: organization },
    ]);
    await run.commit();
    const exported = await exportText(first);
    const second = new MemoryRecordStore({ member, types, now: () => new Date('2026-06-01T00:00:00.000Z') });
    await runImport({
      importer,
      source: source(write(exported)),
      store: second,
      rejects: { add: async () => undefined, commit: async () => undefined, discard: async () => undefined },
      onProgress: () => undefined,
      signal: never,
    });
    expect(await exportText(second)).toBe(exported.replaceAll('2026-05-01T', '2026-06-01T'));
  });
});

async function exportText(store: RecordStore): Promise<string> {
  let text = '';
  const count = await exportRecords({
    store,
    signal: never,
    write: async (part) => {
      text += part;
    },
  });
  expect(count).toBe(2);
  return text;
}

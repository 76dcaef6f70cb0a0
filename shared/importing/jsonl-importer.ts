import { basename } from 'node:path';
import type { z } from 'zod';
import { AccordError } from '../errors/accord-error.js';
import type { RecordBody } from '../store/record-type.js';
import type { Importer, ImportItem, ImportSource, RowRef } from './importer.js';
import { JsonlHeader, JsonlRecord } from './jsonl-format.js';
import { lineLimit, readLines, type TextLine } from './read-lines.js';

export type BodySchemas = Readonly<Record<string, z.ZodType<RecordBody>>>;

/**
 * The importer of our own record format. `bodies` are the schemas of the types that the member serves; a record of
 * another type or form is a reject that names the exact place of the fault. Throws BAD_FILE for a file without our
 * header, and for the records of another member, since a record's owner never changes.
 */
export function createJsonlImporter(bodies: BodySchemas): Importer {
  return {
    format: 'jsonl',
    domain: null,
    describes: "records in Accord's own format, as `accord export` writes them",
    takes: 'one or more .jsonl files',
    async *read(source) {
      for (const path of source.paths) {
        yield* readFile(path, source, bodies);
      }
    },
  };
}

async function* readFile(
  path: string,
  source: ImportSource,
  bodies: BodySchemas,
): AsyncGenerator<ImportItem> {
  const file = basename(path);
  let headed = false;
  for await (const line of readLines(path)) {
    if (!headed) {
      checkHeader(line, file, source.member);
      headed = true;
    } else if (line.text.trim() !== '') {
      yield readRecord(line, { file, line: line.number }, bodies);
    }
  }
  if (!headed) {
    throw new AccordError('BAD_FILE', `Expected a header line in "${file}", the file is empty.`);
  }
}

function checkHeader(line: TextLine, file: string, member: string): void {
  const header = JsonlHeader.safeParse(parseJson(line.text));
  if (!header.success) {
    throw new AccordError(
      'BAD_FILE',
      `Expected the first line of "${file}" to be {"accord":"records","version":1,"member":"${member}"}, it is not.`,
    );
  }
  if (header.data.member !== member) {
    throw new AccordError(
      'BAD_FILE',
      `Expected records of the member "${member}" in "${file}", they are those of another member.`,
    );
  }
}

function readRecord(line: TextLine, at: RowRef, bodies: BodySchemas): ImportItem {
  if (line.cut) {
    return {
      kind: 'reject',
      at,
      reason: `Expected a line of at most ${lineLimit} characters, it is longer.`,
    };
  }
  if (line.text.includes('\ufffd')) {
    return { kind: 'reject', at, reason: 'Expected UTF-8 text, the line holds bytes that are not.' };
  }
  const value = parseJson(line.text);
  if (value === undefined) {
    return { kind: 'reject', at, reason: 'Expected a line of JSON.', row: line.text };
  }
  const record = JsonlRecord.safeParse(value);
  if (!record.success) {
    return reject(at, record.error, value, []);
  }
  const { type, local, body } = record.data;
  const schema = Object.hasOwn(bodies, type) ? bodies[type] : undefined;
  if (schema === undefined) {
    const reason = `Expected a type that the member serves: ${Object.keys(bodies).sort().join(', ')}.`;
    return { kind: 'reject', at: { ...at, column: 'type' }, reason, row: value };
  }
  const checked = schema.safeParse(body);
  // The body goes on as it came, since a schema's output has its own order of fields.
  return checked.success
    ? { kind: 'records', at, records: [{ type, local, body }] }
    : reject(at, checked.error, value, ['body']);
}

function reject(at: RowRef, error: z.ZodError, row: unknown, under: readonly string[]): ImportItem {
  const faults = error.issues.map((issue) => ({
    path: [...under, ...issue.path.map(String)].join('.'),
    says: issue.message,
  }));
  const reason = faults.map(({ path, says }) => (path === '' ? says : `${path}: ${says}`)).join('; ');
  return { kind: 'reject', at: { ...at, column: faults[0]?.path || undefined }, reason, row };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

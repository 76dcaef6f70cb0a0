import { randomUUID } from 'node:crypto';
import { isDuplicate } from '../../../shared/store/mongodb/store-fault.js';
import type { LinkDatabase } from './mongodb-link-store-database.js';

/** A document holds 16 MB, a character at most four bytes. */
const partLength = 2_000_000;

/** What a writer that was killed left is removed after so long. */
const leftMs = 3_600_000;

/** Writes the statistics in parts, and then the document that makes them the ones that are read. */
export async function writeStatistics(database: LinkDatabase, json: string, now: Date): Promise<void> {
  const { texts, parts } = database;
  const version = randomUUID();
  const pieces = piecesOf(json);
  for (const [i, text] of pieces.entries()) {
    await parts.insertOne({ _id: `${version}:${i}`, version, text, at: now });
  }
  const number = await insertNext(database, { version, parts: pieces.length });
  const former = await texts.find({ _id: { $lt: number } }).toArray();
  const left = { at: { $lt: new Date(now.getTime() - leftMs) }, version: { $ne: version } };
  await parts.deleteMany({ $or: [{ version: { $in: former.map((one) => one.version) } }, left] });
  await texts.deleteMany({ _id: { $lt: number } });
}

/** Null where none were written. */
export async function readStatistics({ texts, parts }: LinkDatabase): Promise<string | null> {
  for (;;) {
    const last = await texts.findOne({}, { sort: { _id: -1 } });
    if (last === null) {
      return null;
    }
    const ids = Array.from({ length: last.parts }, (_, i) => `${last.version}:${i}`);
    const found = new Map(
      (await parts.find({ _id: { $in: ids } }).toArray()).map((part) => [part._id, part]),
    );
    const pieces = ids.flatMap((id) => found.get(id)?.text ?? []);
    // Another writer may have taken them away meanwhile, and put its own in their place.
    if (pieces.length === last.parts) {
      return pieces.join('');
    }
  }
}

async function insertNext(
  { texts }: LinkDatabase,
  text: { readonly version: string; readonly parts: number },
): Promise<number> {
  for (;;) {
    const last = await texts.findOne({}, { sort: { _id: -1 } });
    const number = (last?._id ?? 0) + 1;
    try {
      await texts.insertOne({ _id: number, ...text });
      return number;
    } catch (cause) {
      if (!isDuplicate(cause)) {
        throw cause;
      }
    }
  }
}

/** Never cut between the two halves of a character. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = at + partLength;
    const isCut = end < text.length && /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
    pieces.push(text.slice(at, isCut ? end - 1 : end));
    at = isCut ? end - 1 : end;
  }
  return pieces;
}

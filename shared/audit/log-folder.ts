import { chmodSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A file of one day's lines, or of part of them; all but the last of a stream are sealed: nothing is added to them. */
export interface Segment {
  readonly path: string;
  readonly name: string;
  /** The number of its first line. */
  readonly firstSeq: number;
  /** The day of its first line, `2026-01-31`. */
  readonly day: string;
}

/** Where the heads that others have shown are kept, within a stream's folder. */
export const headsFolder = 'heads';

/** What says whose log a stream's folder is. */
export const streamFile = 'stream.json';

/** What a stream says of the segments that were taken away. */
export const sealsFile = 'seals.jsonl';

const segmentPattern = /^(\d{12})\.(\d{4}-\d{2}-\d{2})\.jsonl$/;
const streamPattern = /^[a-z0-9]{8,32}$/;

export function segmentName(firstSeq: number, day: string): string {
  return `${String(firstSeq).padStart(12, '0')}.${day}.jsonl`;
}

/** A stream's segments, oldest first. */
export function listSegments(folder: string): Segment[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const [, seq, day] = segmentPattern.exec(name) ?? [];
      return seq === undefined || day === undefined
        ? []
        : [{ path: join(folder, name), name, firstSeq: Number(seq), day }];
    });
}

/** The streams of an access log's folder. */
export function listStreams(root: string): string[] {
  return existsSync(root)
    ? readdirSync(root).filter((name) => streamPattern.test(name) && existsSync(join(root, name, streamFile)))
    : [];
}

/** Makes a folder for its owner alone, or makes one that is there so. */
export function makeOwnFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  chmodSync(path, 0o700);
}

/** Makes the names in a folder survive a power cut. Not every system lets a folder be synced. */
export function syncFolder(path: string): void {
  try {
    const folder = openSync(path, 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch {
    // The file itself is synced; its name is on the disk with the next sync of the system.
  }
}

import { appendFileSync, closeSync, openSync, readSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type LogName, readLine } from './log-chain.js';
import { listSegments, type Segment, sealsFile, syncFolder } from './log-folder.js';
import { signSeal } from './seals.js';
import type { LogKey } from './signed-text.js';

export interface PruneOptions {
  readonly folder: string;
  readonly name: LogName;
  readonly retentionDays: number;
  readonly now: Date;
  readonly key: LogKey;
}

const dayMs = 86_400_000;
const firstLineBytes = 262_144;

/**
 * Takes away sealed segments whose last day is longer ago than the log is kept, and leaves a seal of where the chain goes
 * on; the seal is on the disk before anything goes. Gives how many went. Throws what the disk says.
 */
export function pruneSegments(options: PruneOptions): number {
  const { folder, name, retentionDays, now, key } = options;
  const segments = listSegments(folder);
  const oldest = new Date(now.getTime() - retentionDays * dayMs).toISOString().slice(0, 10);
  const kept = segments.findIndex(({ day }, i) => day >= oldest || i === segments.length - 1);
  const past = segments.slice(0, Math.max(0, kept));
  const next = segments[past.length];
  const last = past.at(-1);
  const first = next === undefined ? null : readFirstLine(next);
  if (last === undefined || first === null) {
    return 0;
  }
  const { issuer: iss, stream } = name;
  const place = { lastSeq: first.seq - 1, lastHash: first.prev, lastDay: last.day };
  const seal = signSeal({ iss, stream, ...place, at: now.toISOString() }, key);
  appendFileSync(join(folder, sealsFile), `${seal}\n`, { mode: 0o600, flush: true });
  syncFolder(folder);
  for (const { path } of past) {
    rmSync(path);
    rmSync(`${path}.torn`, { force: true });
  }
  return past.length;
}

function readFirstLine({ path }: Segment) {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(firstLineBytes);
    const read = readSync(file, bytes, 0, bytes.length, 0);
    const [line = ''] = bytes.subarray(0, read).toString('utf8').split('\n');
    return readLine(line);
  } finally {
    closeSync(file);
  }
}

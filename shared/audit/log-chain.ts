import { createHash } from 'node:crypto';
import { LogEntry, type LogNote } from './access-entry.js';

/** Which log: whose, and which of theirs. Replicas have one each. */
export interface LogName {
  /** The member's id, or the hub's. */
  readonly issuer: string;
  readonly stream: string;
}

/** How far a chain has come: the number of its last line and that line's hash. */
export interface ChainEnd {
  readonly seq: number;
  readonly hash: string;
}

/** The chain before its first line. It is of one log alone, so that no log can stand in for another. */
export function chainStart({ issuer, stream }: LogName): ChainEnd {
  return { seq: 0, hash: hashOf(JSON.stringify(['accord-access-log', issuer, stream])) };
}

/** SHA-256 of a line without its end, in base64url. */
export function hashOf(line: string): string {
  return createHash('sha256').update(line).digest('base64url');
}

/** The next line of a chain, without its end, and the chain after it. */
export function nextLine(
  end: ChainEnd,
  note: LogNote,
  time: string,
): { readonly line: string; readonly end: ChainEnd } {
  const seq = end.seq + 1;
  const line = JSON.stringify({ seq, time, ...note, prev: end.hash });
  return { line, end: { seq, hash: hashOf(line) } };
}

/** Null for what is no line of a log. */
export function readLine(line: string): LogEntry | null {
  try {
    return LogEntry.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { AccessEntry } from './access-entry.js';
import { readLine } from './log-chain.js';
import { listStreams } from './log-folder.js';
import { linesBackwards } from './read-backwards.js';

/** Where an entry stands among all of a log's streams: by time, then stream, then number. */
export interface EntryPlace {
  readonly time: string;
  readonly stream: string;
  readonly seq: number;
}

export interface PageWish {
  /** Whose entries: those of what was asked of this member. */
  readonly member: string;
  readonly first: number;
  /** Only what is older than this. */
  readonly after: EntryPlace | undefined;
  readonly maxLines?: number;
}

export interface EntryPage {
  /** Newest first. */
  readonly entries: readonly (EntryPlace & { readonly entry: AccessEntry })[];
  readonly hasNextPage: boolean;
  /** Where the next page begins, which may be beyond the last entry of this one; null for a log without any. */
  readonly end: EntryPlace | null;
}

/** Lines of a stream that are looked at for one page, and those after which others have their turn. */
const defaultMaxLines = 100_000;
const linesAtOnce = 2000;
/** After every time there is. */
const lastDay = '9999-12-31';

/**
 * Reads a page of a log backwards. A page may hold fewer entries than asked for and yet not be the last: it ends where
 * as many lines were looked at as one page may cost.
 */
export async function readEntryPage(folder: string, wish: PageWish): Promise<EntryPage> {
  const found = await Promise.all(listStreams(folder).map((stream) => readStream(folder, stream, wish)));
  // Beyond where the search of one stream was broken off nothing can be said of the order.
  const brokenOff = found.flatMap(({ stoppedAt }) => stoppedAt ?? []).toSorted(newestFirst)[0];
  const all = found
    .flatMap(({ entries }) => entries)
    .toSorted(newestFirst)
    .filter((place) => brokenOff === undefined || newestFirst(place, brokenOff) <= 0);
  const entries = all.slice(0, wish.first);
  const isCut = all.length > entries.length;
  const last = entries.at(-1) ?? wish.after ?? null;
  return {
    entries,
    hasNextPage: isCut || brokenOff !== undefined,
    end: isCut ? last : (brokenOff ?? last),
  };
}

interface StreamPart {
  readonly entries: readonly (EntryPlace & { readonly entry: AccessEntry })[];
  /** The line at which the search was broken off, if it was. */
  readonly stoppedAt: EntryPlace | undefined;
}

async function readStream(folder: string, stream: string, wish: PageWish): Promise<StreamPart> {
  const { member, first, after } = wish;
  // Most lines are of others: they are not even parsed.
  const mark = `"member":${JSON.stringify(member)}`;
  const entries: (EntryPlace & { readonly entry: AccessEntry })[] = [];
  let read = 0;
  let looked = 0;
  for (const line of linesBackwards(join(folder, stream), after?.time.slice(0, 10) ?? lastDay)) {
    read += 1;
    if (read % linesAtOnce === 0) {
      await setImmediate();
    }
    const place = placeOf(line, stream);
    if (place === undefined || (after !== undefined && newestFirst(place, after) <= 0)) {
      continue;
    }
    looked += 1;
    const entry = line.includes(mark) ? readLine(line) : null;
    if (entry?.event === 'ACCESS' && entry.member === member) {
      entries.push({ ...place, entry });
    }
    if (entries.length > first) {
      break;
    }
    if (looked >= (wish.maxLines ?? defaultMaxLines)) {
      return { entries, stoppedAt: place };
    }
  }
  return { entries, stoppedAt: undefined };
}

/** Read off the beginning of the line, as the log writes it: a whole line takes fifty times as long to parse. */
function placeOf(line: string, stream: string): EntryPlace | undefined {
  const [, seq, time] = /^\{"seq":(\d+),"time":"([^"]+)"/.exec(line) ?? [];
  return seq === undefined || time === undefined ? undefined : { time, stream, seq: Number(seq) };
}

/** Negative when `a` is newer. */
function newestFirst(a: EntryPlace, b: EntryPlace): number {
  if (a.time !== b.time) {
    return a.time > b.time ? -1 : 1;
  }
  return a.stream === b.stream ? b.seq - a.seq : a.stream > b.stream ? -1 : 1;
}

import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readStreamName } from './hold-stream.js';
import { chainStart, hashOf, type LogName, readLine } from './log-chain.js';
import { listSegments, type Segment, sealsFile } from './log-folder.js';
import type { LogHead } from './log-head.js';
import { linesOf } from './read-lines.js';
import { readSeals } from './seals.js';

/** What a stream of a log is found to be. */
export interface StreamFindings {
  readonly name: LogName | null;
  /** Whole lines that were read. */
  readonly lines: number;
  readonly lastSeq: number;
  /** The last line that was taken away after its time, if any was. */
  readonly sealedSeq: number;
  /** One sentence for each way in which it is not what it should be. */
  readonly faults: readonly string[];
  /** What is to be known of it and is no fault. */
  readonly notices: readonly string[];
}

const maxFaults = 100;

/** What a stream is held against. */
export interface StreamProofs {
  /** The heads of it that were seen. */
  readonly heads: readonly LogHead[];
  /** Thumbprints of the keys that may seal it; empty: any. */
  readonly keys: ReadonlySet<string>;
}

/** Reads a stream from its first line to its last. Throws what the disk says. */
export function verifyStream(folder: string, proofs: StreamProofs): StreamFindings {
  const name = readStreamName(folder);
  if (name === null || name.stream !== basename(folder)) {
    const faults = [`"${basename(folder)}" does not say whose log it is.`];
    return { name: null, lines: 0, lastSeq: 0, sealedSeq: 0, faults, notices: [] };
  }
  return new StreamReading(folder, name, proofs).read();
}

/** One reading of a stream. */
class StreamReading {
  readonly #folder: string;
  readonly #name: LogName;
  readonly #keys: StreamProofs['keys'];
  readonly #bySeq = new Map<number, LogHead[]>();
  readonly #faults: string[] = [];
  readonly #notices: string[] = [];
  #lines = 0;
  #seq = 0;
  #hash = '';
  #sealedSeq = 0;

  constructor(folder: string, name: LogName, { heads, keys }: StreamProofs) {
    this.#folder = folder;
    this.#keys = keys;
    this.#name = name;
    for (const head of heads) {
      this.#bySeq.set(head.seq, [...(this.#bySeq.get(head.seq) ?? []), head]);
    }
  }

  read(): StreamFindings {
    const segments = listSegments(this.#folder);
    this.#begin(segments[0]);
    this.#compareHeads();
    segments.forEach((segment, i) => {
      this.#readSegment(segment, i === segments.length - 1);
    });
    this.#findForks();
    this.#findTruncation();
    return {
      name: this.#name,
      lines: this.#lines,
      lastSeq: this.#seq,
      sealedSeq: this.#sealedSeq,
      faults: this.#faults.slice(0, maxFaults),
      notices: this.#notices,
    };
  }

  /** The chain begins at its start, or where a seal says that what was before was taken away after its time. */
  #begin(first: Segment | undefined): void {
    const start = chainStart(this.#name);
    const seals = this.#readOwnSeals();
    const from =
      first === undefined ? seals.at(-1) : seals.find(({ lastSeq }) => lastSeq === first.firstSeq - 1);
    this.#seq = from?.lastSeq ?? start.seq;
    this.#hash = from?.lastHash ?? start.hash;
    if (from !== undefined) {
      this.#sealedSeq = from.lastSeq;
      this.#notices.push(`lines up to ${from.lastSeq}, of ${from.lastDay}, were taken away after their time`);
    }
  }

  #readOwnSeals() {
    const path = join(this.#folder, sealsFile);
    const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
    const seals = readSeals(text);
    const good = seals.filter(({ kid }) => this.#keys.size === 0 || this.#keys.has(kid));
    if (good.length !== text.split('\n').filter((line) => line !== '').length) {
      this.#faults.push(`"${sealsFile}" has a seal that is not signed as it should be.`);
    }
    return good
      .map(({ seal }) => seal)
      .filter(({ iss, stream }) => iss === this.#name.issuer && stream === this.#name.stream);
  }

  #readSegment(segment: Segment, isLast: boolean): void {
    if (segment.firstSeq !== this.#seq + 1) {
      this.#faults.push(
        `Line ${this.#seq + 1} should follow, "${segment.name}" begins with line ${segment.firstSeq}: what was between is missing.`,
      );
      this.#seq = segment.firstSeq - 1;
      this.#hash = '';
    }
    for (const { text, isWhole } of linesOf(segment.path)) {
      if (isWhole) {
        this.#readLine(text, segment);
      } else if (isLast) {
        this.#notices.push(`"${segment.name}" ends within a line, which the next start sets aside`);
      } else {
        this.#faults.push(`"${segment.name}" ends within a line, although others follow it.`);
      }
    }
  }

  #readLine(text: string, { name }: Segment): void {
    const entry = readLine(text);
    const hash = hashOf(text);
    const seq = this.#seq + 1;
    this.#lines += 1;
    if (entry === null) {
      this.#faults.push(`Line ${seq} in "${name}" is not one that a log writes.`);
    } else if (entry.seq !== seq) {
      this.#faults.push(`Line ${seq} should follow in "${name}", it is line ${entry.seq}.`);
    } else if (this.#hash !== '' && entry.prev !== this.#hash) {
      this.#faults.push(
        seq === 1
          ? `Line 1 in "${name}" is not the beginning of this log.`
          : `Line ${seq} in "${name}" does not follow from the one before, which was changed or put there later.`,
      );
    }
    this.#seq = entry?.seq ?? seq;
    this.#hash = hash;
    this.#compareHeads();
  }

  /** Holds the line that was just read against the heads of it. */
  #compareHeads(): void {
    const other = this.#bySeq.get(this.#seq)?.find(({ hash }) => this.#hash !== '' && hash !== this.#hash);
    if (other !== undefined) {
      this.#faults.push(
        `Line ${this.#seq} is not the one that was there when its head was signed at ${other.at}: the log was rewritten.`,
      );
    }
  }

  #findForks(): void {
    for (const [seq, heads] of this.#bySeq) {
      if (new Set(heads.map(({ hash }) => hash)).size > 1) {
        this.#faults.push(
          `Two heads of line ${seq} are signed that say different things: the log was forked.`,
        );
      }
    }
  }

  #findTruncation(): void {
    const furthest = [...this.#bySeq.values()].flat().toSorted((a, b) => b.seq - a.seq)[0];
    if (furthest !== undefined && furthest.seq > this.#seq) {
      this.#faults.push(
        `The log ends with line ${this.#seq}, the head signed at ${furthest.at} is of line ${furthest.seq}: it was cut at its end.`,
      );
    }
  }
}

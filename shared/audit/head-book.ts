import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Logger } from '../log/logger.js';
import { headsFolder } from './log-folder.js';
import { type LogHead, readHead } from './log-head.js';

/** A head as it is kept: as it came, since nobody but its signer could make it again. */
export const KeptHead = z.strictObject({
  head: z.string(),
  seenAt: z.iso.datetime(),
  /** Whether the key was known as the peer's when it came; null where no key of it was known. */
  isKnownKey: z.boolean().nullable(),
});
export type KeptHead = Readonly<z.infer<typeof KeptHead>>;

export interface HeadBookOptions {
  /** The folder of the stream that is written now; undefined while there is none. */
  readonly folder: () => string | undefined;
  /** Whether a key is the peer's, by its thumbprint; null where none of its keys is known. */
  readonly isKeyOf: (peer: string, kid: string) => boolean | null;
  readonly now: () => Date;
  readonly logger: Logger;
}

/** Of a peer whose log moves fast one head in so many milliseconds is kept: each stands for all lines before it. */
const keepEveryMs = 10_000;
/** Streams of a peer that are told apart, and heads that are held against it in one go. */
const maxStreams = 50;
const maxSuspects = 20;
const longestHead = 2048;

interface Seen {
  /** The newest that was looked at. */
  readonly newest: LogHead;
  readonly keptAt: number;
  readonly suspects: number;
}

/**
 * Keeps the heads that a peer shows of its log, in `heads/<peer>.jsonl`. Never throws, and nobody waits for it: a peer's
 * bad head must not cost a request. One that takes back what was shown before is always kept, and logged.
 */
export class HeadBook {
  readonly #options: HeadBookOptions;
  readonly #seen = new Map<string, Map<string, Seen>>();
  readonly #last = new Map<string, string>();
  #writing: Promise<void> = Promise.resolve();

  constructor(options: HeadBookOptions) {
    this.#options = options;
  }

  take(peer: string, jws: string | undefined): void {
    if (jws === undefined || jws.length > longestHead || this.#last.get(peer) === jws) {
      return;
    }
    this.#last.set(peer, jws);
    const read = readHead(jws);
    if (read === null) {
      this.#options.logger.warn({ peer }, 'a head of a log is not signed as it says');
      return;
    }
    if (this.#isWorthKeeping(peer, read.head)) {
      this.#keep(peer, jws, read.kid);
    }
  }

  /** Resolves when all that was taken is in the files. */
  settled(): Promise<void> {
    return this.#writing;
  }

  #isWorthKeeping(peer: string, head: LogHead): boolean {
    const time = this.#options.now().getTime();
    const streams = this.#seen.get(peer) ?? new Map<string, Seen>();
    this.#seen.set(peer, streams);
    const stream = `${head.iss} ${head.stream}`;
    const seen = streams.get(stream);
    if (seen === undefined) {
      const isKept = streams.size < maxStreams;
      if (isKept) {
        streams.set(stream, { newest: head, keptAt: time, suspects: 0 });
      }
      return isKept;
    }
    const { newest, keptAt, suspects } = seen;
    const takesBack = head.seq < newest.seq && Date.parse(head.at) > Date.parse(newest.at);
    if (takesBack || (head.seq === newest.seq && head.hash !== newest.hash)) {
      this.#options.logger.warn({ peer, seq: head.seq }, 'a log takes back what it has shown before');
      streams.set(stream, { newest: head, keptAt, suspects: suspects + 1 });
      return suspects < maxSuspects;
    }
    if (head.seq <= newest.seq || time - keptAt < keepEveryMs) {
      return false;
    }
    streams.set(stream, { newest: head, keptAt: time, suspects: 0 });
    return true;
  }

  #keep(peer: string, head: string, kid: string): void {
    const { folder, isKeyOf, now, logger } = this.#options;
    const into = folder();
    if (into === undefined) {
      return;
    }
    const kept: KeptHead = { head, seenAt: now().toISOString(), isKnownKey: isKeyOf(peer, kid) };
    const path = join(into, headsFolder, `${fileSafe(peer)}.jsonl`);
    this.#writing = this.#writing
      .then(() => appendFile(path, `${JSON.stringify(kept)}\n`, { mode: 0o600 }))
      .catch((err: unknown) => logger.warn({ err, peer }, 'a head could not be kept'));
  }
}

function fileSafe(peer: string): string {
  return peer.replaceAll(/[^a-zA-Z0-9.-]/g, '_');
}

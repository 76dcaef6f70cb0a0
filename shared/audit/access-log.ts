import { AccordError } from '../errors/accord-error.js';
import type { Logger } from '../log/logger.js';
import type { AccessNote, LogNote } from './access-entry.js';
import { type HeldStream, holdStream } from './hold-stream.js';
import type { LogName } from './log-chain.js';
import { type OpenLogFile, openLogFile } from './log-file.js';
import { signHead } from './log-head.js';
import { pruneSegments } from './prune-segments.js';
import { recoverStream } from './recover-stream.js';
import { SegmentWriter, type TimedNote } from './segment-writer.js';
import type { LogKey } from './signed-text.js';

export interface AccessLogOptions {
  /** The folder of the log, with one folder per stream in it. */
  readonly folder: string;
  /** The member's id, or the hub's. */
  readonly issuer: string;
  /** The key in force. What it throws is logged: the log then has no head to show. */
  readonly key: () => LogKey;
  readonly retentionDays: number;
  readonly now: () => Date;
  /** Does something after so many milliseconds, unless the function it gives is called before. */
  readonly after: (ms: number, work: () => void) => () => void;
  /** Told each time that the log could not be written. */
  readonly onFault: () => void;
  readonly logger: Logger;
  readonly openFile?: OpenLogFile | undefined;
  readonly segmentBytes?: number;
  readonly maxWaiting?: number;
}

/** How long an entry that nobody waits for may wait for others to be written with. */
const gatherMs = 40;
const tryAgainMs = 1000;
const defaultSegmentBytes = 64 * 1_048_576;
const defaultMaxWaiting = 10_000;
const maxBatch = 1000;

interface Waiting extends TimedNote {
  /** What is to be told of it once; nobody waits for an entry that is tried again. */
  settle: { readonly written: () => void; readonly failed: (fault: AccordError) => void } | undefined;
}

interface OpenStream {
  readonly held: HeldStream;
  readonly writer: SegmentWriter;
}

/**
 * The log of one process: entries are gathered while others are written, so that many share one write to the disk.
 * While it cannot be written it is not healthy; entries then wait, as many as it can hold, and the rest are counted.
 */
export class AccessLog {
  readonly #options: AccessLogOptions;
  readonly #waiting: Waiting[] = [];
  #open: OpenStream | undefined;
  #isHealthy = true;
  #isClosed = false;
  #lost = 0;
  #writing: Promise<void> | undefined;
  #timer: { readonly at: number; readonly cancel: () => void } | undefined;
  #head: { readonly seq: number; readonly jws: string } | undefined;

  /** Opens the log. A folder that cannot be written makes it unhealthy, and is tried again. */
  constructor(options: AccessLogOptions) {
    this.#options = options;
    try {
      this.#openStream();
    } catch (fault) {
      this.#failed(fault);
    }
  }

  /** False from a write that failed until one succeeds. */
  isHealthy(): boolean {
    return this.#isHealthy;
  }

  /** Undefined until it could be opened. */
  get name(): LogName | undefined {
    return this.#open?.held.name;
  }

  /** The stream's own folder. */
  get folder(): string | undefined {
    return this.#open?.held.folder;
  }

  /** Resolves when the entry is on the disk. Throws LOG_UNAVAILABLE. */
  append(note: AccessNote): Promise<void> {
    return new Promise((written, failed) => this.#take(note, { written, failed }));
  }

  /** Takes an entry that nobody waits for. */
  note(note: AccessNote): void {
    this.#take(note, undefined);
  }

  /** The newest head, signed once; undefined where there is nothing to sign or to sign with. */
  head(): string | undefined {
    if (this.#open === undefined) {
      return undefined;
    }
    const { held, writer } = this.#open;
    const { seq, hash } = writer.end;
    if (this.#head?.seq !== seq) {
      const { issuer: iss, stream } = held.name;
      const at = this.#options.now().toISOString();
      const jws = this.#withKey((key) => signHead({ iss, stream, seq, hash, at }, key));
      this.#head = jws === undefined ? undefined : { seq, jws };
    }
    return this.#head?.jws;
  }

  /** Writes what waits, and lets go of the log. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#timer?.cancel();
    await this.#writing;
    while (this.#waiting.length > 0 && this.#isHealthy) {
      await this.#writeBatch();
    }
    const lost = this.#waiting.length + this.#lost;
    if (lost > 0) {
      this.#options.logger.error({ lost }, 'the access log ends without its last entries');
    }
    for (const { settle } of this.#waiting.splice(0)) {
      settle?.failed(unavailable());
    }
    await this.#open?.writer.close().catch(() => undefined);
    this.#open?.held.release();
    this.#open = undefined;
  }

  #take(note: AccessNote, settle: Waiting['settle']): void {
    if (this.#isClosed || this.#waiting.length >= (this.#options.maxWaiting ?? defaultMaxWaiting)) {
      this.#lost += 1;
      settle?.failed(unavailable());
      return;
    }
    this.#push(note, settle);
    if (settle !== undefined) {
      this.#writeIn(0);
    } else {
      this.#writeIn(this.#isHealthy ? gatherMs : tryAgainMs);
    }
  }

  #push(note: LogNote, settle: Waiting['settle']): void {
    this.#waiting.push({ note, time: this.#options.now().toISOString(), settle });
  }

  /** Writes after so many milliseconds at the latest. What comes while a batch is written goes with the next. */
  #writeIn(ms: number): void {
    if (this.#isClosed || this.#writing !== undefined) {
      return;
    }
    const at = this.#options.now().getTime() + ms;
    if (this.#timer !== undefined && this.#timer.at <= at) {
      return;
    }
    this.#timer?.cancel();
    const cancel = this.#options.after(ms, () => {
      this.#timer = undefined;
      this.#writing = this.#writeBatch().finally(() => {
        this.#writing = undefined;
        if (this.#waiting.length > 0) {
          this.#writeIn(this.#isHealthy ? 0 : tryAgainMs);
        }
      });
    });
    this.#timer = { at, cancel };
  }

  async #writeBatch(): Promise<void> {
    let batch: Waiting[] = [];
    try {
      const { writer } = this.#open ?? this.#openStream();
      this.#noteLost();
      batch = this.#takeBatch();
      await writer.write(batch);
    } catch (fault) {
      this.#waiting.unshift(...batch);
      this.#failed(fault);
      return;
    }
    if (!this.#isHealthy) {
      this.#isHealthy = true;
      this.#options.logger.info('the access log can be written again');
    }
    for (const { settle } of batch) {
      settle?.written();
    }
  }

  /** Entries of one day, since a segment is of one. */
  #takeBatch(): Waiting[] {
    const day = this.#waiting[0]?.time.slice(0, 10);
    const other = this.#waiting.slice(0, maxBatch).findIndex(({ time }) => time.slice(0, 10) !== day);
    return this.#waiting.splice(0, other < 0 ? maxBatch : other);
  }

  #noteLost(): void {
    if (this.#lost > 0) {
      this.#push({ event: 'LOST', entries: this.#lost }, undefined);
      this.#lost = 0;
    }
  }

  #failed(fault: unknown): void {
    const { onFault, logger } = this.#options;
    this.#isHealthy = false;
    onFault();
    logger.error({ err: fault }, 'the access log cannot be written: only public fields are served');
    for (const waiting of this.#waiting) {
      waiting.settle?.failed(unavailable());
      waiting.settle = undefined;
    }
    this.#writeIn(tryAgainMs);
  }

  #openStream(): OpenStream {
    const { folder, issuer, openFile = openLogFile, segmentBytes = defaultSegmentBytes } = this.#options;
    const held = holdStream(folder, issuer);
    try {
      const recovered = recoverStream(held.folder, held.name);
      const writer = new SegmentWriter({
        folder: held.folder,
        recovered,
        segmentBytes,
        openFile,
        onSealed: () => this.#prune(held),
      });
      if (recovered.tornBytes > 0) {
        this.#push({ event: 'TORN', bytes: recovered.tornBytes }, undefined);
        this.#writeIn(0);
      }
      this.#open = { held, writer };
      this.#prune(held);
      return this.#open;
    } catch (fault) {
      held.release();
      throw fault;
    }
  }

  #prune({ folder, name }: HeldStream): void {
    const { retentionDays, now, logger } = this.#options;
    try {
      this.#withKey((key) => pruneSegments({ folder, name, retentionDays, now: now(), key }));
    } catch (err) {
      logger.error({ err }, 'the access log could not take away what is past its time');
    }
  }

  #withKey<T>(use: (key: LogKey) => T): T | undefined {
    let key: LogKey;
    try {
      key = this.#options.key();
    } catch (err) {
      this.#options.logger.error({ err }, 'the access log has no key to sign with');
      return undefined;
    }
    return use(key);
  }
}

function unavailable(): AccordError {
  return new AccordError(
    'LOG_UNAVAILABLE',
    'Expected to keep in the access log what was asked, it cannot be written.',
  );
}

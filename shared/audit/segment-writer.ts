import { join } from 'node:path';
import type { LogNote } from './access-entry.js';
import { type ChainEnd, nextLine } from './log-chain.js';
import type { LogFile, OpenLogFile } from './log-file.js';
import { segmentName, syncFolder } from './log-folder.js';
import type { RecoveredStream } from './recover-stream.js';

/** A note with the moment it was made at. */
export interface TimedNote {
  readonly note: LogNote;
  /** UTC with milliseconds. */
  readonly time: string;
}

export interface SegmentWriterOptions {
  readonly folder: string;
  readonly recovered: RecoveredStream;
  /** A segment that is as large gets no more lines. */
  readonly segmentBytes: number;
  readonly openFile: OpenLogFile;
  /** Told when a segment was sealed, since others may be past their time then. */
  readonly onSealed: () => void;
}

/** Writes the lines of a stream, batch by batch. One batch at a time. */
export class SegmentWriter {
  readonly #options: SegmentWriterOptions;
  #end: ChainEnd;
  #path: string | undefined;
  #day: string;
  #size: number;
  #file: LogFile | undefined;

  constructor(options: SegmentWriterOptions) {
    const { end, open } = options.recovered;
    this.#options = options;
    this.#end = end;
    this.#path = open?.segment.path;
    this.#day = open?.segment.day ?? '';
    this.#size = open?.size ?? 0;
  }

  /** How far the chain is on the disk. */
  get end(): ChainEnd {
    return this.#end;
  }

  /**
   * Writes notes of one day, in their order; all of them are on the disk when it resolves. Throws what the disk says:
   * then none of them is in the log, and they can be written again.
   */
  async write(notes: readonly TimedNote[]): Promise<void> {
    const day = notes[0]?.time.slice(0, 10) ?? this.#day;
    const file = await this.#fileFor(day);
    let end = this.#end;
    const lines = notes.map(({ note, time }) => {
      const next = nextLine(end, note, time);
      end = next.end;
      return `${next.line}\n`;
    });
    const bytes = Buffer.from(lines.join(''));
    try {
      await file.write(bytes, this.#size);
      await file.sync();
    } catch (fault) {
      await this.#giveUp(file);
      throw fault;
    }
    this.#size += bytes.length;
    this.#end = end;
  }

  async close(): Promise<void> {
    await this.#file?.close();
    this.#file = undefined;
  }

  /** The open segment, or a new one where that is full or of another day. */
  async #fileFor(day: string): Promise<LogFile> {
    const { folder, segmentBytes, openFile, onSealed } = this.#options;
    if (this.#path !== undefined && this.#size > 0 && (this.#size >= segmentBytes || this.#day !== day)) {
      await this.close();
      this.#path = undefined;
      onSealed();
    }
    if (this.#path === undefined) {
      this.#path = join(folder, segmentName(this.#end.seq + 1, day));
      this.#day = day;
      this.#size = 0;
    }
    if (this.#file === undefined) {
      const file = await openFile(this.#path);
      // What a write that failed left behind the whole lines.
      await file.truncate(this.#size);
      this.#file = file;
      syncFolder(folder);
    }
    return this.#file;
  }

  /** After a fault nobody knows what of the batch is on the disk: it is cut off, now or when the file is opened again. */
  async #giveUp(file: LogFile): Promise<void> {
    this.#file = undefined;
    await file.truncate(this.#size).catch(() => undefined);
    await file.close().catch(() => undefined);
  }
}

import type { Domain } from '../domain/domains.js';
import type { RecordInput } from '../store/record-store.js';

/**
 * Reads one published format into records. Importers are pure readers: they stream, they write nothing, and a row
 * they cannot read becomes a `reject` and never stops the others. `run-import.ts` stores what they give.
 */
export interface Importer {
  /** The FORMAT of `accord import FORMAT`, for example `uk-register`. */
  readonly format: string;
  /** The domain its records belong to; null when the file itself says (`jsonl`). */
  readonly domain: Domain | null;
  /** One line of help: what it reads. */
  readonly describes: string;
  /** One line of help: what PATH… is, for example `the folder with the twelve CSV files`. */
  readonly takes: string;
  read(source: ImportSource): AsyncIterable<ImportItem>;
}

export interface ImportSource {
  /** Files or folders as given on the command line; at least one. */
  readonly paths: readonly string[];
  /** The member that imports. */
  readonly member: string;
  /** The instant of the run, for `provenance.retrievedAt`. */
  readonly retrievedAt: string;
  /**
   * A local id for what has no public id: HMAC-SHA-256 of the parts under the member's own key, as 26 characters of
   * base32. The same parts always give the same id; nobody without the key can tell the parts from it.
   */
  readonly keyedId: (...parts: readonly string[]) => string;
}

/** Where in the input something is. `file` is a base name, never a path; `line` counts from 1. */
export interface RowRef {
  readonly file: string;
  readonly line: number;
  readonly column?: string | undefined;
}

/**
 * `records`: one source row, its own record first, then the parties it names · `reject`: a row that cannot be read
 * and why; `row` are its raw values, written out only with `--rejects-with-values` · `skip`: a row that is no record,
 * and why, for example an amount of zero.
 */
export type ImportItem =
  | {
      readonly kind: 'records';
      readonly at: RowRef;
      readonly records: readonly RecordInput[];
      /** How many source rows it was read from; 1 unless said. */
      readonly rows?: number;
    }
  | { readonly kind: 'reject'; readonly at: RowRef; readonly reason: string; readonly row?: unknown }
  | { readonly kind: 'skip'; readonly at: RowRef; readonly reason: string };

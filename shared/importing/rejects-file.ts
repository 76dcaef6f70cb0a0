import { type FileHandle, open, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { AccordError } from '../errors/accord-error.js';
import { type AtomicFile, assertReplaceable, createAtomicFile } from './atomic-file.js';
import type { ImportItem } from './importer.js';

export type Reject = Extract<ImportItem, { kind: 'reject' }>;

/** Where a run tells the rows it could not read. */
export interface Rejects {
  add(reject: Reject): Promise<void>;
  /** Keeps what was told. */
  commit(): Promise<void>;
  /** Leaves all as it was before the run. */
  discard(): Promise<void>;
}

const columns = ['file', 'line', 'column', 'reason'];

/**
 * A CSV file that appears with `commit`, or goes away when the run had no rejects: with a line per reject: file, line, column and reason, and the raw row as JSON only when `withValues`,
 * since it may name persons. Throws BAD_OUTPUT when something else than an earlier rejects file is under the name.
 */
export async function createRejectsFile(path: string, withValues: boolean): Promise<Rejects> {
  await assertReplaceable(path);
  await assertOurs(path);
  let file: AtomicFile | undefined;
  return {
    async add({ at, reason, row }) {
      if (file === undefined) {
        file = await createAtomicFile(path);
        await file.write(csvLine(withValues ? [...columns, 'row'] : columns));
      }
      const cells = [at.file, String(at.line), at.column ?? '', reason];
      await file.write(csvLine(withValues ? [...cells, JSON.stringify(row ?? null)] : cells));
    },
    async commit() {
      if (file === undefined) {
        await rm(path, { force: true });
      } else {
        await file.commit();
      }
    },
    discard: async () => file?.discard(),
  };
}

/** A run without rejects removes the file, so a mistyped name must not cost a file that is something else. */
async function assertOurs(path: string): Promise<void> {
  const start = columns.join(',');
  const handle = await openIfThere(path);
  if (handle === null) {
    return;
  }
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(start.length), 0, start.length, 0);
    if (buffer.toString('utf8', 0, bytesRead) !== start) {
      throw new AccordError(
        'BAD_OUTPUT',
        `Expected "${basename(path)}" to be free or an earlier rejects file, it is another file.`,
      );
    }
  } finally {
    await handle.close();
  }
}

async function openIfThere(path: string): Promise<FileHandle | null> {
  try {
    return await open(path);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') {
      return null;
    }
    throw new AccordError(
      'BAD_OUTPUT',
      `Expected to write the file "${basename(path)}", it cannot be read.`,
      {
        cause,
      },
    );
  }
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\n`;
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AccordError } from '../errors/accord-error.js';

/** A file that appears under its name complete or not at all. */
export interface AtomicFile {
  write(text: string): Promise<void>;
  /** Makes the file appear, in place of one that was there. */
  commit(): Promise<void>;
  /** Removes what was written, unless it has appeared; what was there before stays. */
  discard(): Promise<void>;
}

const bufferLength = 64 * 1024;

/**
 * Starts a file beside its final name (`<path>.part`), readable by its owner alone since it may hold personal rows.
 * Faults of the disk throw BAD_OUTPUT, here and from `write` and `commit`.
 */
export async function createAtomicFile(path: string): Promise<AtomicFile> {
  await assertReplaceable(path);
  const part = `${path}.part`;
  const handle = await orBadOutput(path, async () => {
    await rm(part, { force: true });
    return open(part, 'wx', 0o600);
  });
  let buffered = '';
  const flush = async (): Promise<void> => {
    const text = buffered;
    buffered = '';
    await handle.writeFile(text);
  };
  return {
    async write(text) {
      buffered += text;
      if (buffered.length >= bufferLength) {
        await orBadOutput(path, flush);
      }
    },
    commit: () =>
      orBadOutput(path, async () => {
        await flush();
        await handle.sync();
        await handle.close();
        await rename(part, path);
      }),
    discard: () => discard(handle, part),
  };
}

/** Throws BAD_OUTPUT unless a file can stand under this name: a folder, a device or a pipe must not be replaced. */
export async function assertReplaceable(path: string): Promise<void> {
  const there = await stat(path).catch(() => null);
  if (there !== null && !there.isFile()) {
    const came = there.isDirectory() ? 'it is a folder' : 'it is no regular file';
    throw new AccordError('BAD_OUTPUT', `Expected to write the file "${basename(path)}", ${came}.`);
  }
}

async function discard(handle: FileHandle, part: string): Promise<void> {
  await handle.close().catch(() => undefined);
  await rm(part, { force: true });
}

/** Does something that writes to `path`; a fault of the disk becomes BAD_OUTPUT. */
async function orBadOutput<T>(path: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (cause) {
    throw new AccordError('BAD_OUTPUT', `Expected to write the file "${basename(path)}", ${reason(cause)}.`, {
      cause,
    });
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOENT: 'its folder is not there',
  ENOTDIR: 'its folder is not there',
  EACCES: 'permission was denied',
  EPERM: 'permission was denied',
  EROFS: 'the disk is read-only',
};

function reason(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return reasons[code] ?? 'it cannot be written';
}

import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { invariant } from '../errors/invariant.js';
import { writeOwnJson } from '../identity/own-file.js';
import type { LogName } from './log-chain.js';
import { headsFolder, listStreams, makeOwnFolder, streamFile } from './log-folder.js';

/** A stream that this process alone writes, until it lets go of it or ends. */
export interface HeldStream {
  readonly name: LogName;
  readonly folder: string;
  release(): void;
}

export const StreamDescription = z.strictObject({
  version: z.literal(1),
  issuer: z.string().min(1),
  stream: z.string().min(1),
});

const lockFile = 'lock.sqlite';

/**
 * Takes a stream of the log for writing: the first that no other process has, or else a new one. Replicas that share the
 * folder so get a stream each, and one that starts again goes on with one. Throws what the disk says.
 */
export function holdStream(root: string, issuer: string): HeldStream {
  makeOwnFolder(root);
  for (const stream of listStreams(root).sort()) {
    const folder = join(root, stream);
    const release = readStreamName(folder)?.issuer === issuer ? tryLock(folder) : undefined;
    if (release !== undefined) {
      return { name: { issuer, stream }, folder, release };
    }
  }
  return holdNewStream(root, issuer);
}

/** Whose log a stream's folder is; null where nothing says so. */
export function readStreamName(folder: string): LogName | null {
  try {
    return StreamDescription.parse(JSON.parse(readFileSync(join(folder, streamFile), 'utf8')));
  } catch {
    return null;
  }
}

function holdNewStream(root: string, issuer: string): HeldStream {
  const stream = randomBytes(6).toString('hex');
  const folder = join(root, stream);
  let release: (() => void) | undefined;
  try {
    makeOwnFolder(folder);
    makeOwnFolder(join(folder, headsFolder));
    release = tryLock(folder);
    invariant(release !== undefined, 'nobody else has a stream that is new');
    writeOwnJson(join(folder, streamFile), { version: 1, issuer, stream }, { replaces: false });
    return { name: { issuer, stream }, folder, release };
  } catch (fault) {
    release?.();
    // It is tried again every second: a full disk must not be filled with folders as well.
    rmSync(folder, { recursive: true, force: true });
    throw fault;
  }
}

/**
 * The lock is the system's own on a file, by way of SQLite: it ends with the process however that ends, so that none
 * is ever left behind. Undefined while another process has it.
 */
function tryLock(folder: string): (() => void) | undefined {
  const path = join(folder, lockFile);
  if (!existsSync(path)) {
    closeSync(openSync(path, 'a', 0o600));
  }
  const database = new Database(path, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
    return () => database.close();
  } catch (fault) {
    database.close();
    if (fault instanceof Database.SqliteError && fault.code.startsWith('SQLITE_BUSY')) {
      return undefined;
    }
    throw fault;
  }
}

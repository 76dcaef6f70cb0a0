import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { AccordError } from '../errors/accord-error.js';

/**
 * The CSV files that paths name: a file is itself, a folder stands for its CSV files in the order of their names. A
 * file named twice is taken once. Throws BAD_FILE for a path that is not there and for a folder without CSV files.
 */
export async function csvFilesOf(paths: readonly string[]): Promise<string[]> {
  const files = new Set<string>();
  for (const path of paths) {
    const found = (await isFolder(path)) ? await csvFilesIn(path) : [path];
    for (const file of found) {
      files.add(file);
    }
  }
  return [...files];
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (cause) {
    const came =
      cause instanceof Error && 'code' in cause && cause.code === 'ENOENT' ? 'there is none' : unreadable;
    throw new AccordError('BAD_FILE', `Expected a file or folder "${basename(path)}", ${came}.`, { cause });
  }
}

async function csvFilesIn(folder: string): Promise<string[]> {
  const names = (await namesIn(folder)).filter((name) => extname(name).toLowerCase() === '.csv').sort();
  if (names.length === 0) {
    throw new AccordError('BAD_FILE', `Expected CSV files in the folder "${basename(folder)}", it has none.`);
  }
  return names.map((name) => join(folder, name));
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (cause) {
    throw new AccordError('BAD_FILE', `Expected a folder "${basename(folder)}" to read, ${unreadable}.`, {
      cause,
    });
  }
}

const unreadable = 'it cannot be read';

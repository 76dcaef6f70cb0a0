import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { storeFault } from './store-fault.js';

/** The one file of a store in its folder. */
export function storeFile(folder: string): string {
  return join(folder, 'records.sqlite');
}

/** Makes folder and file where they are missing, readable by their owner only; SQLite's side files follow the file. */
export function makeStoreFile(folder: string, file = storeFile(folder)): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    closeSync(openSync(file, 'a', 0o600));
    chmodSync(file, 0o600);
  } catch (cause) {
    throw storeFault(cause, file);
  }
}

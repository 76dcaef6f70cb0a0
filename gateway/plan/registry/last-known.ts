import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { RegistryEntry } from './registry-entry.js';
import type { RegistrySnapshot } from './registry-store.js';

const fileName = 'registry-last-known.json';
const Snapshot = z.strictObject({ version: z.int().min(0), entries: z.array(RegistryEntry) });

/** What a hub last read of the registry, kept on its own disk so that it starts while the registry is away. */
export interface LastKnown {
  /** Undefined where there is none or it cannot be read. */
  read(): RegistrySnapshot | undefined;
  /** Throws the system's error. */
  write(snapshot: RegistrySnapshot): void;
}

/** Keeps it in a file of the folder, readable by its owner only, whole or not at all. */
export function createLastKnown(folder: string, createId: () => string): LastKnown {
  const path = join(folder, fileName);
  return {
    read() {
      try {
        return Snapshot.parse(JSON.parse(readFileSync(path, 'utf8')));
      } catch {
        return undefined;
      }
    },
    write(snapshot) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const draft = `${path}.${createId()}`;
      writeFileSync(draft, JSON.stringify(snapshot), { mode: 0o600, flag: 'wx', flush: true });
      chmodSync(draft, 0o600);
      renameSync(draft, path);
    },
  };
}

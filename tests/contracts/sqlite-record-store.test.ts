import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openSqliteStore } from '../../shared/store/sqlite/open-sqlite-store.js';
import { describeRecordStore } from './record-store.js';

const root = mkdtempSync(join(tmpdir(), 'accord-sqlite-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describeRecordStore('SQLite', {
  // Two runs of the suite wait for each other on purpose; a second is as good as five.
  open: ({ place, ...options }) =>
    openSqliteStore({ ...options, folder: join(root, place), writeWaitMs: 1_000 }),
  propertyRuns: 150,
  refusesTooBroad: true,
  traces: async (place) => {
    const folder = join(root, place);
    return readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('\n');
  },
});

import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openSqliteReplayGuard } from '../../shared/store/sqlite/open-sqlite-replay-guard.js';
import { describeReplayGuard } from './replay-guard.js';

const folder = mkdtempSync(join(tmpdir(), 'accord-tokens-'));
const now = () => new Date(0);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeReplayGuard('SQLite', {
  open: async (place, clock) => openSqliteReplayGuard({ folder: join(folder, place), now: clock }),
});

test('the file of ids is for its owner alone', async () => {
  const own = join(folder, 'modes');
  const guard = openSqliteReplayGuard({ folder: own, now });
  await guard.spend('token', new Date(60_000));
  expect(statSync(own).mode & 0o777).toBe(0o700);
  for (const name of ['tokens.sqlite', 'tokens.sqlite-wal']) {
    expect(statSync(join(own, name)).mode & 0o777).toBe(0o600);
  }
  await guard.close();
});

test('a file that is none of ids is said to be none', () => {
  const own = join(folder, 'foreign');
  openSqliteReplayGuard({ folder: own, now }).close();
  writeFileSync(join(own, 'tokens.sqlite'), 'x'.repeat(4096));
  expect(() => openSqliteReplayGuard({ folder: own, now })).toThrow(
    expect.objectContaining({ code: 'STORE_UNAVAILABLE' }),
  );
});

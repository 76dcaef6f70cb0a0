import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Child, startChild } from '../../../../cli/demo/child.js';

let folder = '';
let logPath = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-child-'));
  logPath = join(folder, 'child.log');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('a process of the demo', () => {
  it.each([
    ['that ends well', 'process.exitCode = 0', { ok: true, says: 'ended.' }],
    [
      'that fails with words',
      "process.stderr.write('accord: Expected a port, got none. (BAD_CONFIG)\\n'); process.exitCode = 1",
      { ok: false, says: 'stopped with code 1: Expected a port, got none. (BAD_CONFIG)' },
    ],
    [
      'that fails without words',
      'process.exit(7)',
      { ok: false, says: 'stopped with code 7; see child.log in the folder of logs.' },
    ],
    [
      'that is killed',
      "process.kill(process.pid, 'SIGKILL')",
      { ok: false, says: 'was stopped by SIGKILL; see child.log in the folder of logs.' },
    ],
  ])('%s says how it ended', async (_, code, expected) => {
    expect(await start(code).ended).toEqual(expected);
    expect(statSync(logPath).mode & 0o777).toBe(0o600);
  });

  it('is told to stop first', async () => {
    const child = start(
      "process.once('SIGTERM', () => { process.stderr.write('draining\\n'); process.exit(0); }); setInterval(() => 0, 1000); process.stderr.write('up\\n')",
    );
    await logged('up');
    await child.stop(10_000);
    expect(await child.ended).toEqual({ ok: true, says: 'ended.' });
    expect(readFileSync(logPath, 'utf8')).toContain('draining');
  });

  it('is killed when it does not stop', async () => {
    const child = start(
      "process.on('SIGTERM', () => 0); setInterval(() => 0, 1000); process.stderr.write('up\\n')",
    );
    await logged('up');
    await child.stop(100);
    expect(await child.ended).toMatchObject({ ok: false, says: expect.stringContaining('SIGKILL') });
    await child.stop(100);
  });
});

function start(code: string): Child {
  const file = join(folder, 'entry.mjs');
  writeFileSync(file, code);
  return startChild({ entry: pathToFileURL(file), args: [], env: process.env, logPath });
}

async function logged(text: string): Promise<void> {
  while (!readFileSync(logPath, 'utf8').includes(text)) {
    await delay(20);
  }
}

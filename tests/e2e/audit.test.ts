import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listSegments } from '../../shared/audit/log-folder.js';
import { verifyAccessLog } from '../../shared/audit/verify-access-log.js';
import { createMemberFolder } from '../fixtures/member-folder.js';
import { runInProcess } from '../fixtures/run-command-line.js';
import {
  aNote,
  createLogFolder,
  entriesOf,
  openTestLog,
  streamOf,
  testLogKey,
  writeLog,
} from '../fixtures/test-access-log.js';

let folder: ReturnType<typeof createLogFolder>;
beforeEach(() => {
  folder = createLogFolder();
});
afterEach(() => folder.remove());

describe('accord audit verify', () => {
  test('finds no fault in a log as it was written', async () => {
    const stream = await writeLog(folder.path, 3);
    const { code, stdout, stderr } = await runInProcess(['audit', 'verify', '--log', folder.path]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toBe(
      `harbour-watch ${stream.slice(-12)}: 3 lines, the last is 3\nheld against 0 heads\nno fault\n`,
    );
  });

  test('prints a line per fault and exits 1', async () => {
    const stream = await writeLog(folder.path, 3);
    const log = openTestLog(folder.path);
    const heads = join(folder.path, 'heads.txt');
    writeFileSync(heads, `${log.head()}\n`);
    await log.close();
    const [segment] = listSegments(stream);
    rmSync(segment?.path ?? '');
    await writeLogAgain();
    const args = ['audit', 'verify', '--log', folder.path, '--against', heads, '--key', testLogKey.kid];
    const { code, stdout, stderr } = await runInProcess(args);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^fault: The log ends with line 1, the head signed at .+ is of line 3: it was cut at its end\.$/m,
    );
    expect(stderr).toBe('accord: Expected an access log that is whole, it has one fault. (LOG_BROKEN)\n');
  });

  async function writeLogAgain() {
    const log = openTestLog(folder.path);
    await log.append(aNote('request-1'));
    await log.close();
  }

  test.each([
    [['audit', 'verify'], 1, 'Expected "--log" with a folder or "--config" with a file, got neither.'],
    [
      ['audit', 'verify', '--log', '/no/such/log'],
      1,
      'Expected an access log in the folder "log", there is none.',
    ],
    [['audit', 'verify', '--log', 'a', '--config', 'b'], 2, "option '--log <folder>' cannot be used with"],
    [['audit', 'show', '--log', 'a', '--since', 'yesterday'], 2, 'Expected a day or a moment'],
  ])('says what is wrong with %j', async (args, code, words) => {
    const result = await runInProcess(args);
    expect(result.code).toBe(code);
    expect(result.stderr).toContain(words);
  });

  test('finds the log of a configuration', async () => {
    const member = createMemberFolder();
    try {
      await writeLog(join(member.folder, 'data', 'access-log'), 2);
      const ofMember = await runInProcess(['audit', 'verify', '--config', member.config]);
      expect([ofMember.code, ofMember.stdout]).toEqual([0, expect.stringContaining('2 lines')]);
      const hub = member.write('hub.yaml', 'members: []\ndata: ./hub\n');
      await writeLog(join(member.folder, 'hub', 'access-log'), 4);
      const ofHub = await runInProcess(['audit', 'verify', '--config', hub]);
      expect([ofHub.code, ofHub.stdout]).toEqual([0, expect.stringContaining('4 lines')]);
    } finally {
      member.remove();
    }
  });
});

describe('accord audit show', () => {
  test('prints entries oldest first, of a member and from a day on, or whole', async () => {
    let day = 1;
    const log = openTestLog(folder.path, { now: () => new Date(Date.UTC(2026, 0, day, 9)) });
    for (; day <= 4; day += 1) {
      const member = day % 2 === 0 ? 'alpha' : 'beta';
      await log.append(aNote(`request-${day}`, { member }));
    }
    await log.close();
    const show = async (...more: string[]) =>
      (await runInProcess(['audit', 'show', '--log', folder.path, ...more])).stdout;
    expect(await show('--member', 'alpha')).toBe(
      [2, 4]
        .map(
          (n) =>
            `2026-01-0${n}T09:00:00.000Z #${n} ALLOWED person pseudonym-1 of open-ledger for INVESTIGATION asked alpha budgets: 3 rows, Budget.title Query.budgets\n`,
        )
        .join(''),
    );
    expect((await show('--since', '2026-01-03')).split('\n')).toHaveLength(3);
    const lines = (await show('--json')).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).requestId)).toEqual([1, 2, 3, 4].map((n) => `request-${n}`));
  });
});

describe('a process that is killed while it writes', { timeout: 60_000 }, () => {
  test('loses no entry that it was told to be on the disk, and the next goes on with its log', async () => {
    const entry = fileURLToPath(new URL('../fixtures/log-until-killed.ts', import.meta.url));
    for (let round = 1; round <= 3; round += 1) {
      const before = entriesOf(folder.path).at(-1)?.seq ?? 0;
      const child = spawn(process.execPath, ['--import', 'tsx', entry, folder.path], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let told = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        told += text;
        if (told.split('\n').length > 5 + round * 3) {
          child.kill('SIGKILL');
        }
      });
      await new Promise((resolve) => child.once('close', resolve));
      const batches = Number(told.trim().split('\n').at(-1));
      expect(batches).toBeGreaterThan(5);
      const [last] = entriesOf(folder.path).slice(-1);
      expect(last?.seq).toBeGreaterThanOrEqual(before + batches * 40);
      expect(verifyAccessLog(folder.path, { keys: new Set() }).faults).toEqual([]);
    }
    appendFileSync(listSegments(streamOf(folder.path)).at(-1)?.path ?? '', '{"seq":');
    const log = openTestLog(folder.path);
    await log.append(aNote('request-after'));
    await log.close();
    expect(entriesOf(folder.path).slice(-2)).toMatchObject([
      { event: 'TORN', bytes: 7 },
      { requestId: 'request-after' },
    ]);
    expect(verifyAccessLog(folder.path, { keys: new Set() }).faults).toEqual([]);
  });
});

/** A disk of one megabyte, which only some machines let a test have. */
const disk = mkdtempSync(join(tmpdir(), 'accord-disk-'));
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'accord-test', disk]).status === 0;
if (!mounted) {
  process.stderr.write('Skipped: tests of a full disk need the right to mount a tmpfs.\n');
}

describe.skipIf(!mounted)('on a full disk', () => {
  test('the log says that it cannot be written, and goes on once there is room', async () => {
    const path = join(disk, 'access-log');
    const log = openTestLog(path);
    await log.append(aNote('request-first'));
    const ballast = join(disk, 'ballast');
    writeFileSync(ballast, '');
    expect(() => appendFileSync(ballast, Buffer.alloc(2_000_000))).toThrow('ENOSPC');
    const write = async (): Promise<void> => {
      for (let i = 0; i < 100; i += 1) {
        await log.append(aNote(`request-${i}`));
      }
    };
    await expect(write()).rejects.toMatchObject({ code: 'LOG_UNAVAILABLE' });
    expect(log.isHealthy()).toBe(false);
    rmSync(ballast);
    await expect.poll(() => log.isHealthy(), { timeout: 5000 }).toBe(true);
    await log.append(aNote('request-last'));
    await log.close();
    expect(entriesOf(path).at(-1)).toMatchObject({ requestId: 'request-last' });
    expect(verifyAccessLog(path, { keys: new Set() }).faults).toEqual([]);
  });
});

afterAll(() => {
  if (mounted) {
    spawnSync('umount', [disk]);
  }
  rmSync(disk, { recursive: true, force: true });
});

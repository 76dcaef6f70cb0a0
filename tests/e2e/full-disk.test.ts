import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { budgetCsv, createMemberFolder, type MemberFolder } from '../fixtures/member-folder.js';
import { runCli } from '../fixtures/run-cli.js';

/** A disk of three megabytes, which only some machines let a test have. */
const disk = mkdtempSync(join(tmpdir(), 'accord-disk-'));
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'accord-test', disk]).status === 0;
if (!mounted) {
  process.stderr.write('Skipped: tests of a full disk need the right to mount a tmpfs.\n');
}

describe.skipIf(!mounted)('on a full disk', { timeout: 60_000 }, () => {
  let member: MemberFolder;
  let small: string;
  beforeAll(async () => {
    member = createMemberFolder(`{ kind: sqlite, folder: ${join(disk, 'data')} }`);
    small = member.write('adopted.csv', budgetCsv(30));
    await runCli(['import', 'oakland-flow', small, '--config', member.config]);
  });
  afterAll(() => member.remove());

  test('an import stores nothing and says why; what was there before is still there', async () => {
    const before = await runCli(['export', '--config', member.config]);
    const large = member.write('large-adjusted.csv', budgetCsv(20_000));
    const full = await runCli(['import', 'oakland-flow', large, '--config', member.config]);
    expect(full).toMatchObject({
      code: 1,
      stdout: '',
      // On a busy machine a line of progress comes first.
      stderr: expect.stringMatching(
        /(^|\n)accord: Expected room for the store on its disk, the disk is full\. Nothing was stored\. \(STORE_FULL\)\n$/,
      ),
    });
    expect((await runCli(['export', '--config', member.config])).stdout).toBe(before.stdout);
    const again = await runCli(['import', 'oakland-flow', small, '--config', member.config]);
    expect(again.stdout).toContain('30 stored: 0 inserted, 0 updated, 30 unchanged');
  });

  test('neither an export, a backup nor a rejects file is left half-written', async () => {
    const here = createMemberFolder();
    try {
      const csv = here.write('adopted.csv', `${budgetCsv(6_000)}${'x\n'.repeat(60_000)}`);
      await runCli(['import', 'oakland-flow', csv, '--config', here.config]);
      mkdirSync(join(disk, 'out'));
      const out = join(disk, 'out', 'copy');
      for (const command of ['export', 'backup']) {
        const { code, stderr } = await runCli([command, '--config', here.config, '--out', out]);
        expect(code).toBe(1);
        expect(stderr).toMatch(/^accord: Expected .*the disk is full\. \((BAD_OUTPUT|STORE_FULL)\)\n$/);
      }
      const args = ['import', 'oakland-flow', csv, '--config', here.config, '--rejects', out];
      expect(await runCli(args)).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(
          /(^|\n)accord: Expected to write the file "copy", the disk is full\. Nothing was stored\. \(BAD_OUTPUT\)\n$/,
        ),
      });
      expect(readdirSync(join(disk, 'out'))).toEqual([]);
    } finally {
      here.remove();
    }
  });
});

afterAll(() => {
  if (mounted) {
    spawnSync('umount', [disk]);
  }
  rmSync(disk, { recursive: true, force: true });
});

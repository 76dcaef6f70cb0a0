import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runInProcess } from '../../fixtures/run-command-line.js';

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-key-'));
  path = join(folder, 'hub-keys.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const key = (...args: string[]) => runInProcess(['key', ...args, '--keys', path]);
const line = (use: string, from: string, until = '') =>
  `[\\w-]{43}  ${use.padEnd(8)}  from ${from}${until === '' ? '' : ` until ${until}`}\\n`;
const now = '2026-05-01T00:00:00.000Z';

describe('accord key', () => {
  test('makes a key file once, and lists it', async () => {
    const made = await key('create');
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect(made.stdout).toMatch(new RegExp(`^${line('current', now)}$`));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(await key('list')).toEqual(made);
    const before = readFileSync(path, 'utf8');
    expect(await key('create')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'accord: Expected to write the key file "hub-keys.json", it is there already. (BAD_OUTPUT)\n',
    });
    expect(await key('create', '--keep')).toEqual(made);
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  test('prints no secret', async () => {
    const { stdout } = await key('create');
    const text = readFileSync(path, 'utf8');
    const secrets = [...text.matchAll(/"(?:d|cursorSecret|subjectSecret)": "([^"]+)"/g)].map(
      ([, value]) => value,
    );
    expect(secrets).toHaveLength(3);
    for (const secret of secrets) {
      expect(stdout).not.toContain(secret);
    }
  });

  test('rotates with an overlap of a day unless told otherwise', async () => {
    await key('create');
    const rotated = await key('rotate');
    expect(rotated.stdout).toMatch(
      new RegExp(
        `^${line('current', now, '2026-05-03T00:00:00.000Z')}${line('next', '2026-05-02T00:00:00.000Z')}$`,
      ),
    );
    expect(await key('rotate')).toMatchObject({
      code: 1,
      stderr:
        'accord: Expected no rotation under way, there is one until 2026-05-02T00:00:00.000Z. (BAD_INPUT)\n',
    });
  });

  test('takes all former keys back at once without an overlap', async () => {
    const made = await key('create');
    const { stdout } = await key('rotate', '--overlap', '0');
    expect(stdout).toMatch(new RegExp(`^${line('current', now)}$`));
    expect(stdout).not.toBe(made.stdout);
  });

  test.each(['-1', '721', '1.5', 'day', ''])('refuses an overlap of "%s" hours', async (hours) => {
    await key('create');
    const before = readFileSync(path, 'utf8');
    expect((await key('rotate', `--overlap=${hours}`)).code).toBe(2);
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  test('refuses a file that others can read, and one that is not there', async () => {
    expect((await key('list')).stderr).toBe(
      'accord: Expected a readable key file "hub-keys.json". (BAD_CONFIG)\n',
    );
    expect((await key('rotate')).code).toBe(1);
    expect(existsSync(path)).toBe(false);
    await key('create');
    chmodSync(path, 0o644);
    expect((await key('rotate')).stderr).toBe(
      'accord: Expected "hub-keys.json" with mode 0600, others can read or write it. (BAD_CONFIG)\n',
    );
  });
});

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openApiKeys } from '../../../gateway/identity/api-keys.js';
import { createLogger } from '../../../shared/log/logger.js';
import { runInProcess } from '../../fixtures/run-command-line.js';

let folder = '';
let config = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-service-keys-'));
  config = join(folder, 'hub.yaml');
  writeFileSync(config, 'data: ./own\nmembers: []\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const logger = createLogger({ name: 'test', level: 'silent' });
const now = () => new Date('2026-05-01T00:00:00.000Z');
const path = () => join(folder, 'own', 'api-keys.json');
const key = (...args: string[]) => runInProcess(['key', ...args, '--config', config]);
const found = (text: string) => openApiKeys(join(folder, 'own'), { now, logger })(text);

describe('accord key, for services', () => {
  test('makes a key that the hub knows, prints it once, and keeps nothing to make it from', async () => {
    const { code, stdout, stderr } = await key(
      ...['create', '--service', 'charts', '--org', 'civic-charts', '--clearance', 'TLP:AMBER'],
      ...['--scope', 'budgets:read', 'declarations:read', '--scope', 'investigations:read'],
      ...['--purpose', 'DASHBOARD', '--expires-days', '30'],
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/^accord_[0-9a-f]{12}_[\w-]{43}\n$/);
    const prefix = stdout.slice(7, 19);
    expect(stderr).toBe(
      `This key is shown once. ${prefix}  ACTIVE   until 2026-05-31T00:00:00.000Z  charts\n`,
    );
    const kept = found(stdout.trim());
    expect(kept).toEqual({
      prefix,
      digest: expect.any(String),
      name: 'charts',
      organization: 'civic-charts',
      scopes: ['budgets:read', 'declarations:read', 'investigations:read'],
      clearance: 'TLP:AMBER',
      purposes: ['DASHBOARD'],
      createdAt: '2026-05-01T00:00:00.000Z',
      expiresAt: '2026-05-31T00:00:00.000Z',
    });
    expect(readFileSync(path(), 'utf8')).not.toContain(stdout.trim().slice(20));
    expect([statSync(path()).mode & 0o777, statSync(join(folder, 'own')).mode & 0o777]).toEqual([
      0o600, 0o700,
    ]);
  });

  test('lists keys without their secrets, and revokes one for good', async () => {
    const [one, two] = [await key('create', '--service', 'one'), await key('create', '--service', 'two')];
    const prefix = one.stdout.slice(7, 19);
    const listed = await key('list');
    expect(listed.stdout.split('\n').map((line) => line.split(/ {2,}/))).toEqual([
      [prefix, 'ACTIVE', 'until 2026-07-30T00:00:00.000Z', 'one'],
      [two.stdout.slice(7, 19), 'ACTIVE', 'until 2026-07-30T00:00:00.000Z', 'two'],
      [''],
    ]);
    for (const { stdout } of [one, two]) {
      expect(listed.stdout).not.toContain(stdout.trim().slice(20));
    }
    expect((await key('revoke', prefix)).stdout).toBe(
      `${prefix}  REVOKED  until 2026-07-30T00:00:00.000Z  one\n`,
    );
    expect((await key('revoke', prefix)).code).toBe(0);
    expect([found(one.stdout.trim()), found(two.stdout.trim())]).toEqual([
      'api-key-revoked',
      expect.objectContaining({ name: 'two', clearance: 'TLP:GREEN', scopes: [], purposes: [] }),
    ]);
  });

  test('fails with one line where there is no such key, and no folder', async () => {
    expect(await key('revoke', '0123456789ab')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'accord: Expected the prefix of an API key as "accord key list" prints it. (BAD_INPUT)\n',
    });
    writeFileSync(config, 'members: []\n');
    expect(await key('list')).toMatchObject({ code: 1, stderr: expect.stringContaining('Expected "data"') });
  });

  test.each([
    [['create']],
    [['create', '--service', 'charts', '--keys', 'hub-keys.json']],
    [['create', '--keys', 'hub-keys.json', '--scope', 'budgets:read']],
    [['create', '--service', 'charts', '--keep']],
    [['create', '--service', '']],
    [['create', '--service', 'charts', '--scope', 'budgets:"']],
    [['create', '--service', 'charts', '--clearance', 'TLP:WHITE']],
    [['create', '--service', 'charts', '--purpose', 'dashboard']],
    [['create', '--service', 'charts', '--expires-days', '0']],
    [['create', '--service', 'charts', '--expires-days', '731']],
    [['list', '--keys', 'hub-keys.json']],
    [['revoke']],
  ])('is used otherwise: %j', async (args) => {
    const { code, stderr } = await key(...args);
    expect([code, stderr.startsWith('error: ')]).toEqual([2, true]);
  });

  test.each([[['create']], [['create', '--service', 'charts']], [['list']], [['revoke', '0123456789ab']]])(
    'needs to know where the keys are: %j',
    async (args) => {
      expect((await runInProcess(['key', ...args])).code).toBe(2);
    },
  );
});

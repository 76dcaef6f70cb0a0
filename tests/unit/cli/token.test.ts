import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoMembers } from '../../../cli/demo/coalition.js';
import { demoScopes } from '../../../cli/demo/demo-callers.js';
import { writeDemoConfigs } from '../../../cli/demo/demo-files.js';
import { readHubConfig } from '../../../gateway/config.js';
import { openReadCaller } from '../../../gateway/identity/open-read-caller.js';
import { createLogger } from '../../../shared/log/logger.js';
import { runInProcess } from '../../fixtures/run-command-line.js';

const logger = createLogger({ name: 'test', level: 'silent' });
const now = () => new Date('2026-05-01T00:00:00.000Z');
const members = new Set(demoMembers.map(({ id }) => id));
let root = '';
let folder = '';
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'accord-token-'));
  folder = join(root, 'demo');
  await writeDemoConfigs(folder, {
    hubPort: 5000,
    brokerPort: 5007,
    placements: demoMembers.map((member, i) => ({ member, port: 5001 + i })),
  });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const token = (...args: string[]) => runInProcess(['token', ...args, '--folder', folder]);
const claimsOf = (text: string) =>
  JSON.parse(Buffer.from(text.split('.')[1] ?? '', 'base64url').toString('utf8'));

/** What the demo's hub makes of a token. */
async function callerOf(text: string) {
  const config = readHubConfig({}, { file: join(folder, 'hub.yaml') });
  const read = openReadCaller(config, { isMember: (id) => members.has(id), now, logger });
  const verdict = await read({ authorization: `Bearer ${text.trim()}` });
  return verdict.passes ? verdict.caller : verdict.refusal;
}

describe('accord token', () => {
  test.each([
    [
      'dashboard',
      {
        ...{ kind: 'service', organization: 'civic-charts', isMember: false, clearance: 'TLP:GREEN' },
        ...{ scopes: ['budgets:read', 'declarations:read'], purpose: 'DASHBOARD' },
      },
    ],
    [
      'investigator',
      {
        ...{ kind: 'person', organization: 'lantern-desk', isMember: true, clearance: 'TLP:RED' },
        scopes: ['declarations:personal', 'investigations:findings', 'investigations:read', 'links:decide'],
        purpose: 'INVESTIGATION',
      },
    ],
    [
      'member-analyst',
      {
        ...{ kind: 'person', organization: 'plain-pages', isMember: true, clearance: 'TLP:RED' },
        ...{ scopes: [], purpose: 'RESEARCH' },
      },
    ],
    [
      'lead',
      {
        ...{ kind: 'person', organization: 'harbour-watch', isMember: true, clearance: 'TLP:RED' },
        ...{ scopes: demoScopes, purpose: 'INVESTIGATION' },
      },
    ],
  ])("prints what the demo's hub believes: %s", async (caller, expected) => {
    const { code, stdout, stderr } = await token('--caller', caller);
    expect([code, stderr, stdout.split('\n').length]).toEqual([0, '', 2]);
    expect(await callerOf(stdout)).toMatchObject({ ...expected, isProven: false });
  });

  test('prints a token of anybody else', async () => {
    const { stdout } = await token(
      ...['--sub', 'somebody', '--kind', 'service', '--org', 'open-ledger', '--clearance', 'TLP:CLEAR'],
      ...['--scope', 'budgets:read', '--purpose', 'AUDIT', '--expires-minutes', '5'],
    );
    expect(claimsOf(stdout)).toMatchObject({ aud: 'hub', exp: now().getTime() / 1000 + 300 });
    expect(await callerOf(stdout)).toMatchObject({
      ...{ kind: 'service', organization: 'open-ledger', isMember: true, clearance: 'TLP:CLEAR' },
      ...{ scopes: ['budgets:read'], purpose: 'AUDIT' },
    });
  });

  test('prints nothing for nobody, and says why', async () => {
    const { code, stdout, stderr } = await token('--caller', 'anonymous');
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain('sends no token');
  });

  test('prints a proof for a member, good for ten minutes, which is no token for the hub', async () => {
    const { stdout } = await token('--caller', 'lead', '--aud', 'harbour-watch');
    const { aud, iat, exp } = claimsOf(stdout);
    expect([aud, exp - iat]).toEqual(['harbour-watch', 600]);
    expect(await callerOf(stdout)).toBe('audience');
  });

  test('may say of an organisation that the demo has not, which its hub does not believe', async () => {
    expect(await callerOf((await token('--sub', 'somebody', '--org', 'nobody')).stdout)).toBe('organization');
  });

  test.each([
    [[]],
    [['--caller', 'nobody']],
    [['--caller', 'lead', '--org', 'plain-pages']],
    [['--org', 'plain-pages']],
    [['--sub', 'a', '--clearance', 'TLP:WHITE']],
    [['--sub', 'a', '--purpose', 'audit']],
    [['--caller', 'lead', '--expires-minutes', '1441']],
    [['--caller', 'lead', '--aud', 'harbour-watch', '--expires-minutes', '11']],
  ])('is used otherwise: %j', async (args) => {
    const { code, stdout, stderr } = await token(...args);
    expect([code, stdout, stderr.startsWith('error: ')]).toEqual([2, '', true]);
  });

  test('says that the demo has not run in a folder', async () => {
    expect(await runInProcess(['token', '--caller', 'lead', '--folder', join(root, 'other')])).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'accord: Expected the issuer of a demo in this folder, the demo has not run in it; "--folder" names another. (BAD_CONFIG)\n',
    });
  });

  test('is signed by a key that its owner alone reads, the same at the next start', async () => {
    const [key, jwks] = ['demo-issuer.json', 'demo-issuer.jwks.json'].map((name) => join(folder, name));
    const before = readFileSync(key ?? '', 'utf8');
    expect(statSync(key ?? '').mode & 0o777).toBe(0o600);
    expect(readFileSync(jwks ?? '', 'utf8')).not.toContain('"d"');
    await writeDemoConfigs(folder, { hubPort: 5000, brokerPort: 5007, placements: [] });
    expect(readFileSync(key ?? '', 'utf8')).toBe(before);
  });
});

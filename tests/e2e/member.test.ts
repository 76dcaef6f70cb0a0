import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

let folder: string;
let child: ChildProcess | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-member-'));
});
afterEach(() => {
  child?.kill('SIGKILL');
  child = undefined;
  rmSync(folder, { recursive: true, force: true });
});

interface Run {
  readonly child: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
}

/** Starts `accord member` with a configuration in a process of its own. */
function runMember(
  port: number,
  options: {
    readonly env?: NodeJS.ProcessEnv;
    readonly domain?: string;
    readonly hub?: string;
    readonly host?: string;
  } = {},
): Run {
  const config = join(folder, 'member.yaml');
  writeFileSync(
    config,
    `id: harbour-watch\nname: Harbour Watch\ncountry: GB\nlicence: CC0-1.0\ndomains: [${options.domain ?? 'budgets'}]\nstore: { kind: sqlite, folder: ./data }\nhub: ${options.hub ?? 'open'}\nlisten: { host: ${options.host ?? '127.0.0.1'}, port: ${port} }\n`,
  );
  const started = spawn(process.execPath, ['--import', 'tsx', 'cli/main.ts', 'member', '--config', config], {
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child = started;
  let stdout = '';
  let stderr = '';
  started.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  started.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  return { child: started, stdout: () => stdout, stderr: () => stderr };
}

async function readyUrl(run: Run): Promise<string> {
  for (;;) {
    const ready = /^ready (http:\S+)\n$/.exec(run.stdout());
    if (ready?.[1] !== undefined) {
      return ready[1];
    }
    if (run.child.exitCode !== null) {
      throw new Error(`the member ended: ${run.stderr()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function exitOf(run: Run): Promise<unknown> {
  if (run.child.exitCode === null && run.child.signalCode === null) {
    await once(run.child, 'close');
  }
  return run.child.exitCode;
}

describe('accord member', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('serves its domains until %s', async (signal) => {
    const run = runMember(0);
    const url = await readyUrl(run);
    const response = await fetch(`${url}/budgets/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ budgetLines { pageInfo { hasNextPage complete } } }' }),
    });
    expect(await response.json()).toMatchObject({
      data: { budgetLines: { pageInfo: { hasNextPage: false, complete: true } } },
    });
    expect((await fetch(`${url}/ready`)).status).toBe(200);
    expect((await fetch(`${url}/investigations/graphql`, { method: 'POST' })).status).toBe(404);
    run.child.kill(signal);
    expect(await exitOf(run)).toBe(0);
    expect(run.stdout()).toBe(`ready ${url}\n`);
  });

  test('does not start where Apollo would be reported to', async () => {
    const run = runMember(0, { env: { APOLLO_KEY: 'service:x:y' } });
    expect(await exitOf(run)).toBe(1);
    expect(run.stderr()).toContain('Expected APOLLO_KEY to be unset: a member reports to nobody, it is set.');
    expect(run.stdout()).toBe('');
  });

  test.each([
    ['null', '127.0.0.1', 'Configuration in "member.yaml" is not valid: hub: '],
    ['open', '0.0.0.0', 'Expected a member with "hub: open" to listen on this machine alone'],
    [
      '{ keys: [short] }',
      '127.0.0.1',
      'hub.keys.0: expected the thumbprint of a key: 43 characters of base64url',
    ],
  ])('does not start with hub: %s on %s', async (hub, host, words) => {
    const run = runMember(0, { hub, host });
    expect(await exitOf(run)).toBe(1);
    expect(run.stderr()).toContain(words);
  });

  test('says that its port is in use', async () => {
    const other = createServer();
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const run = runMember(port);
    expect(await exitOf(run)).toBe(1);
    expect(run.stderr()).toContain(`Expected port ${port} to be free to listen on, it is in use.`);
    other.close();
  });

  test('says what is wrong with its configuration', async () => {
    const run = runMember(70_000, { domain: 'fisheries' });
    expect(await exitOf(run)).toBe(1);
    expect(run.stderr()).toMatch(
      /^.*Configuration in "member\.yaml" is not valid: domains\.0: .*; listen\.port: .*\n$/,
    );
  });
});

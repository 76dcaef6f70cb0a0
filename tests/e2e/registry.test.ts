import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCommandLine } from '../../cli/run-command-line.js';
import { type CliRun, startCli } from '../fixtures/run-cli.js';

let folder = '';
const running: CliRun[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-registry-cli-'));
});

afterAll(async () => {
  for (const { child } of running) {
    child.kill('SIGTERM');
  }
  await Promise.all(running.map(({ result }) => result));
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** Runs a command in this process: each of its own would take a second to start. */
async function run(args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const out = { stdout: '', stderr: '' };
  const into = (name: keyof typeof out) =>
    new Writable({
      write(chunk: Buffer, _, done) {
        out[name] += chunk.toString();
        done();
      },
    });
  const code = await runCommandLine(args, {
    env: {},
    stdout: into('stdout'),
    stderr: into('stderr'),
    now: () => new Date(),
    stopSignal: () => new AbortController().signal,
  });
  return { code, ...out };
}

/** Starts a server and gives the URL of its `ready` line. */
async function serve(args: readonly string[]): Promise<string> {
  const run = startCli(args, { LOG_LEVEL: 'error' });
  running.push(run);
  let text = '';
  return await new Promise((resolve, reject) => {
    run.child.stdout?.on('data', (chunk: string) => {
      text += chunk;
      const url = /^ready (http:\/\/[^/\s]+)/m.exec(text)?.[1];
      if (url !== undefined) {
        resolve(url);
      }
    });
    run.result.then(({ stderr }) => reject(new Error(stderr)), reject);
  });
}

async function states(hub: string): Promise<unknown> {
  const response = await fetch(`${hub}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ budgetLines { edges { node { id } } } }' }),
  });
  const answer: { extensions?: { members?: { member: string; state: string }[] } } = JSON.parse(
    await response.text(),
  );
  return (answer.extensions?.members ?? []).map(({ member, state }) => `${member} ${state}`);
}

async function untilStates(hub: string, expected: string[]): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    if (JSON.stringify(await states(hub)) === JSON.stringify(expected)) {
      return;
    }
    await sleep(20);
  }
  expect(await states(hub)).toEqual(expected);
}

it('a member joins a running hub, pauses, resumes, rotates its key and is put out, all by commands', async () => {
  const created = await run(['key', 'create', '--keys', join(folder, 'hub-keys.json')]);
  const hubKey = created.stdout.match(/[\w-]{43}/)?.[0] ?? '';
  const port = await freePort();
  const hubConfig = write(
    'hub.yaml',
    `keys: ./hub-keys.json
data: ./hub
registry: { url: "http://127.0.0.1:${port}" }
allowAddresses: ["127.0.0.0/8"]
`,
  );
  const hub = await serve(['hub', '--config', hubConfig, '--port', `${port}`]);
  const yaml = (url: string) => `id: harbour-watch
name: Harbour Watch
country: GB
licence: CC0-1.0
domains: [budgets]
store: { kind: sqlite, folder: ./data }
hub: { keys: ["${hubKey}"], jwksUrl: "${hub}/.well-known/jwks.json" }
listen: { port: 0 }
registration: { hub: "${hub}", url: "${url}" }
`;
  const config = write('member.yaml', yaml('http://127.0.0.1:1'));
  const member = await serve(['member', '--config', config]);
  write('member.yaml', yaml(member));
  const tell = (command: string) => run(['member', command, '--config', config]);
  const operate = (...args: string[]) => run(['hub', ...args, '--config', hubConfig]);
  expect(await states(hub)).toEqual([]);

  const registered = await tell('register');
  expect(registered).toMatchObject({ code: 0, stderr: '' });
  const [, key = ''] = /^key {5}([\w-]{43})$/m.exec(registered.stdout) ?? [];
  expect(registered.stdout).toBe(`member  harbour-watch\nstate   PENDING\nkey     ${key}\n`);
  expect((await operate('list')).stdout).toContain(`harbour-watch\tPENDING\t${key}\t`);
  expect(await operate('approve', 'harbour-watch', '--key', hubKey)).toMatchObject({
    code: 1,
    stderr: `accord: Expected the key "${hubKey}" of member "harbour-watch", it registered another. (BAD_INPUT)\n`,
  });
  expect((await operate('approve', 'harbour-watch', '--key', key)).stdout).toContain('\tACTIVE\t');
  await untilStates(hub, ['harbour-watch EMPTY']);

  expect((await tell('pause')).stdout).toContain('state   PAUSED');
  expect((await operate('list')).stdout).toContain('\tPAUSED by member\t');
  await untilStates(hub, ['harbour-watch PAUSED']);
  expect((await tell('resume')).stdout).toContain('state   ACTIVE');
  await untilStates(hub, ['harbour-watch EMPTY']);

  const rotated = await tell('rotate-key');
  expect(rotated.code).toBe(0);
  expect(rotated.stdout).not.toContain(key);
  expect((await tell('register')).stdout).toContain('state   ACTIVE');

  expect((await operate('revoke', 'harbour-watch')).stdout).toContain('\tREVOKED\t');
  await untilStates(hub, []);
  const refused = await tell('pause');
  expect(refused.code).toBe(1);
  expect(refused.stderr).toBe(
    'accord: Expected a request that a key of the member has just signed. The member is paused: its own server refuses. (UNAUTHENTICATED)\n',
  );
}, 90_000);

it.each([
  [
    'no registration in its configuration',
    ['member', 'register'],
    '',
    'Expected "registration" in "member.yaml" with the URL where the hub reaches the member, it is not there. (BAD_CONFIG)',
  ],
  [
    'no hub to register at',
    ['member', 'rotate-key'],
    'registration: { url: "http://127.0.0.1:1" }',
    'Expected the URL of a hub by "--hub" or in "member.yaml", there is none. (BAD_CONFIG)',
  ],
  [
    'a hub that is no URL',
    ['member', 'rotate-key', '--hub', 'hub.example'],
    '',
    'Expected an http or https URL of a hub for "--hub". (BAD_INPUT)',
  ],
  [
    'a hub that is away, to pause',
    ['member', 'pause', '--hub', 'http://127.0.0.1:1'],
    '',
    'Expected an answer of the hub within 30000 ms, it could not be reached or gave none. The member is paused: its own server refuses. (HUB_UNAVAILABLE)',
  ],
  [
    'half of an extension',
    ['member', 'register', '--extension-url', 'http://127.0.0.1:1'],
    'registration: { url: "http://127.0.0.1:1" }',
    'Expected both "--extension" and "--extension-url", got one of them. (BAD_INPUT)',
  ],
])('a member with %s gets one clear line', async (_, args, more, line) => {
  const config = write(
    'other.yaml',
    `id: harbour-watch
name: Harbour Watch
country: GB
licence: CC0-1.0
domains: [budgets]
store: { kind: sqlite, folder: ./other }
listen: { port: 0 }
${more}
`,
  );
  const result = await run([...args, '--config', config]);
  expect(result).toMatchObject({ code: 1, stdout: '', stderr: `accord: ${line}\n` });
});

it('an operator whose hub has no registry gets one clear line', async () => {
  const config = write('plain.yaml', 'members: []\n');
  expect(await run(['hub', 'list', '--config', config])).toMatchObject({
    code: 1,
    stderr: 'accord: Expected "registry" in the configuration of the hub, it is not there. (BAD_CONFIG)\n',
  });
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

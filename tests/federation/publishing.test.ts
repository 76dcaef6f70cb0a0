import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { leiOf } from '../../cli/demo/world/identifiers.js';
import { runCommandLine } from '../../cli/run-command-line.js';
import { createHubKeyFile } from '../../shared/identity/hub-key-file.js';
import { createHubKeys } from '../../shared/identity/hub-keys.js';
import { publicKeyOf } from '../../shared/identity/signing-key.js';
import { openMemberKey } from '../../shared/kit/member-key-file.js';
import { freePort } from '../fixtures/free-port.js';
import { publicOf, startTestBroker, type TestBroker } from '../fixtures/test-broker.js';

let folder = '';
let hub = '';
let hubPort = 0;
let hubConfig = '';
let broker: TestBroker;
const running: { stop: AbortController; done: Promise<unknown>; isHub: boolean }[] = [];

/** Runs a command in this process; one that serves is stopped by its controller. */
function start(args: readonly string[]) {
  const out = { stdout: '', stderr: '' };
  const stop = new AbortController();
  const into = (name: keyof typeof out) =>
    new Writable({
      write(chunk: Buffer, _, done) {
        out[name] += chunk.toString();
        done();
      },
    });
  const done = runCommandLine(args, {
    env: { LOG_LEVEL: 'warn' },
    stdout: into('stdout'),
    stderr: into('stderr'),
    now: () => new Date(),
    stopSignal: () => stop.signal,
  });
  return { out, stop, done };
}

async function run(args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const { out, done } = start(args);
  return { code: await done, ...out };
}

async function serve(args: readonly string[]) {
  const started = start(args);
  running.push({ ...started, isHub: args[0] === 'hub' });
  await until(() => started.out.stdout.includes('ready '));
  return started;
}

async function until(test: () => unknown, ms = 15_000): Promise<void> {
  for (let waited = 0; waited < ms; waited += 25) {
    if (await test()) {
      return;
    }
    await sleep(25);
  }
  expect(await test()).toBeTruthy();
}

async function ask(query: string, apiKey = ''): Promise<unknown> {
  const response = await fetch(`${hub}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(apiKey !== '' && { 'x-api-key': apiKey }) },
    body: JSON.stringify({ query }),
  });
  const answer: { data?: unknown; errors?: unknown } = JSON.parse(await response.text());
  expect(answer.errors).toBeUndefined();
  return answer.data;
}

/** The record ids of the entities that a search finds, in order. */
async function found(search: string): Promise<string[]> {
  const data = JSON.stringify(await ask(`{ entities(search: "${search}") { edges { node { subjects } } } }`));
  return (data?.match(/[a-z-]+:p-\d+/g) ?? []).sort();
}

/** The lines of a person and of a contract that names them for everybody to read. */
function person(id: number, fields: object = {}, tlp = 'TLP:CLEAR'): string {
  const ref = { ref: 'Person', id: `p-${id}` };
  const body = { handling: { tlp }, provenance: {}, countries: ['PT'], birthDate: '1970-02-03', ...fields };
  const contract = { handling: { tlp: 'TLP:CLEAR' }, provenance: {}, country: 'PT', suppliers: [ref] };
  return [
    { type: 'Person', local: ref.id, body },
    { type: 'ContractingProcess', local: `c-${id}`, body: contract },
  ]
    .map((record) => `${JSON.stringify(record)}\n`)
    .join('');
}

interface Folder {
  readonly id: string;
  readonly config: string;
  readonly data: string;
  readonly port: number;
}

async function memberFolder(id: string): Promise<Folder> {
  const own = mkdtempSync(join(folder, `${id}-`));
  return { id, config: join(own, 'member.yaml'), data: join(own, 'data'), port: await freePort() };
}

function configure({ id, config, port }: Folder, linking: object): void {
  writeFileSync(
    config,
    stringify({
      ...{ id, name: id, country: 'PT', licence: 'CC0-1.0', domains: ['budgets'] },
      store: { kind: 'sqlite', folder: './data' },
      hub: { keys: hubKeys },
      linking: { hub, ...linking },
      listen: { port },
    }),
  );
}

async function importPeople({ id, config }: Folder, lines: readonly string[]): Promise<void> {
  const path = join(folder, 'people.jsonl');
  writeFileSync(path, `${JSON.stringify({ accord: 'records', version: 1, member: id })}\n${lines.join('')}`);
  const imported = await run(['import', 'jsonl', path, '--config', config]);
  expect(imported).toMatchObject({ code: 0, stderr: expect.not.stringContaining('rejected: 1') });
}

let clear: Folder;
let hidden: Folder;
let hubKeys: unknown;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'accord-publishing-'));
  const keys = createHubKeys(new Date());
  createHubKeyFile(join(folder, 'hub-keys.json'), keys);
  hubKeys = keys.generations.map(({ key }) => publicKeyOf(key));
  hubPort = await freePort();
  hub = `http://127.0.0.1:${hubPort}`;
  [clear, hidden] = [await memberFolder('alpha'), await memberFolder('beta')];
  const [alpha, beta] = [openMemberKey(clear.data), openMemberKey(hidden.data)];
  broker = await startTestBroker({ members: { alpha, beta }, now: () => new Date() });
  configure(clear, {});
  configure(hidden, {
    ...{ names: 'tokens', birthDate: 'none', identifiers: { clear: ['XI-LEI'] } },
    broker: { url: broker.url, key: broker.key, tokensPerMinute: 100_000 },
  });
  hubConfig = join(folder, 'hub.yaml');
  const members = [
    { ...clear, key: alpha },
    { ...hidden, key: beta },
  ].map(({ id, port, key }) => ({
    ...{ id, name: id, country: 'PT', licence: 'CC0-1.0', keys: [publicOf(key)] },
    providers: [{ domain: 'budgets', url: `http://127.0.0.1:${port}/budgets/graphql` }],
  }));
  const places = { keys: './hub-keys.json', data: './hub', url: hub, allowAddresses: ['127.0.0.1'] };
  writeFileSync(hubConfig, stringify({ ...places, members }));
}, 60_000);

afterAll(async () => {
  for (const { stop } of running) {
    stop.abort();
  }
  await Promise.all(running.map(({ done }) => done));
  await broker?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

describe('a member that publishes in clear', () => {
  test('publishes once the hub is there, what changes alone, and takes back what goes', async () => {
    await importPeople(clear, [
      person(1, { name: 'Ada Invented' }),
      person(2, { name: 'Ben Invented' }),
      person(3, { name: 'Cyd Invented' }, 'TLP:AMBER'),
      person(4, { name: 'Dot Invented', birthDate: String(new Date().getFullYear() - 10) }),
    ]);
    await serve(['member', '--config', clear.config]);
    await sleep(1500);
    await serve(['hub', '--config', hubConfig, '--port', String(hubPort)]);
    await until(async () => (await found('Invented')).length === 2, 30_000);
    expect(await found('Invented')).toEqual(['alpha:p-1', 'alpha:p-2']);
    await until(async () => /subjects {3}2\n[\s\S]*sequence {3}1\n/.test(await status(clear)));
    expect(statSync(join(clear.data, 'published.sqlite')).mode & 0o077).toBe(0);

    await importPeople(clear, [person(1, { name: 'Ada Invented' }), person(5, { name: 'Eve Invented' })]);
    await until(async () => (await found('Invented')).length === 3);
    await until(async () => /sequence {3}2\n/.test(await status(clear)));
    await run(['delete', 'alpha:p-5', '--config', clear.config]);
    expect(await found('Invented')).toEqual(['alpha:p-1', 'alpha:p-2']);
  }, 90_000);

  test('a party that is withdrawn is gone from entity, entities and links within a second, and stays away', async () => {
    const before = JSON.stringify(await ask('{ entities(search: "Ada") { edges { node { id } } } }'));
    const [id = ''] = before.match(/ent-[a-z0-9]+/) ?? [];
    expect(await ask(`{ entity(id: "${id}") { id name } }`)).toEqual({
      entity: { id, name: 'Ada Invented' },
    });
    const withdrawn = await run([
      'link',
      'withdraw',
      'alpha:p-1',
      '--config',
      clear.config,
      '--reason',
      'a test',
    ]);
    const at = performance.now();
    expect(withdrawn).toMatchObject({ code: 0, stdout: 'withdrew 1 party\n', stderr: '' });
    expect(await ask(`{ entity(id: "${id}") { id name links { candidate } } }`)).toEqual({ entity: null });
    expect(await found('Ada')).toEqual([]);
    expect(performance.now() - at).toBeLessThan(1000);
    await importPeople(clear, [
      person(1, { name: 'Ada Invented', topics: ['x'] }),
      person(6, { name: 'Fay Invented' }),
    ]);
    await until(async () => (await found('Fay')).length === 1);
    expect(await found('Invented')).toEqual(['alpha:p-2', 'alpha:p-6']);
    const wrong = await run(['link', 'withdraw', 'beta:p-1', '--config', clear.config, '--reason', 'a test']);
    expect(wrong).toMatchObject({ code: 1, stderr: expect.stringContaining('(BAD_ID)') });
  }, 60_000);

  test('a party that is forgotten is gone at the hub when the command ends', async () => {
    const forgot = await run(['forget', 'alpha:p-6', '--config', clear.config, '--reason', 'a test']);
    expect(forgot).toMatchObject({ code: 0, stdout: 'forgot one Person\n' });
    expect(await found('Fay')).toEqual([]);
  });
});

describe('a member that publishes by tokens', () => {
  const name = 'Gus Hiddenname';

  test('waits for the broker with what is tokens alone, and not with what is in clear', async () => {
    await broker.pause();
    await importPeople(hidden, [
      person(7, { name }),
      person(8, { name: 'Hal Hiddenname', identifiers: [{ scheme: 'XI-LEI', id: leiOf(17) }] }),
    ]);
    await serve(['member', '--config', hidden.config]);
    await until(async () => (await status(hidden)).includes('subjects   1\n'));
    await sleep(300);
    expect(await status(hidden)).toContain('tokens     of 0 subjects');
    await broker.resume();
  }, 60_000);

  test('no name reaches hub or broker, no key the hub, and who knows the name finds it by its token', async () => {
    await until(async () => (await status(hidden)).includes('tokens     of 2 subjects'), 60_000);
    await until(async () => (await status(hidden)).includes('subjects   2\n'));
    const token = async (...wish: string[]) =>
      (await run(['link', 'token', '--config', hidden.config, ...wish])).stdout.trim();
    const service = ['--service', 'desk', '--org', 'alpha', '--clearance', 'TLP:AMBER'];
    const { stdout } = await run(['key', 'create', ...service, '--config', hubConfig]);
    const byToken = async (text: string, apiKey = '') =>
      JSON.stringify(
        await ask(`{ entities(searchToken: "${text}") { edges { node { subjects } } } }`, apiKey),
      );
    const asked = await token('--name', 'HIDDENNAME, Gus', '--birth-year', '1970', '--country', 'PT');
    expect(asked).toMatch(/^\d{8}-[0-9a-f]{24}:[\w-]{43}$/);
    await sleep(6000);
    expect(await byToken(asked, stdout.trim())).toBe(
      '{"entities":{"edges":[{"node":{"subjects":["beta:p-7"]}}]}}',
    );
    expect(await byToken(asked)).toBe('{"entities":{"edges":[]}}');
    expect(
      await byToken(await token('--identifier', `xi-lei:${leiOf(17).replace(/(....)/g, '$1 ')}`)),
    ).toContain('beta:p-8');
    expect(await byToken(await token('--name', name, '--birth-year', '1971'), stdout.trim())).toBe(
      '{"entities":{"edges":[]}}',
    );
    expect(await found('Hiddenname')).toEqual([]);
    const secrets = broker.keys().rounds.map(({ secretKey }) => secretKey);
    const atHub = filesOf(join(folder, 'hub'));
    const atBroker = [...broker.seen, ...broker.log].join('\n');
    const seen = [atHub, atBroker].flatMap((text) => [text, decoded(text)]).join('\n');
    expect(atHub.length).toBeGreaterThan(10_000);
    expect(seen).not.toMatch(/hiddenname|gus /i);
    for (const secret of secrets) {
      expect(atHub).not.toContain(secret);
      expect(atHub).not.toContain(Buffer.from(secret, 'base64url').toString('latin1'));
    }
  }, 120_000);

  test('a party that is withdrawn is gone from links within a second', async () => {
    const identifiers = [{ scheme: 'XI-LEI', id: leiOf(17) }];
    await importPeople(clear, [
      person(2, { name: 'Ben Invented' }),
      person(9, { name: 'Hal Hiddenname', identifiers }),
    ]);
    const search = '{ entities(search: "Hal") { edges { node { subjects links { candidate match } } } } }';
    const ends = { candidate: 'alpha:p-9', match: 'beta:p-8' };
    const linked = { entities: { edges: [{ node: { subjects: Object.values(ends), links: [ends] } }] } };
    await until(async () => JSON.stringify(await ask(search)) === JSON.stringify(linked));
    const id = `XI-LEI:${leiOf(17)}`;
    const token = await run(['link', 'token', '--config', hidden.config, '--identifier', id]);
    const rest = `{ entities(searchToken: "${token.stdout.trim()}") { edges { node { subjects links { candidate match } } } } }`;
    const withdraw = ['link', 'withdraw', 'alpha:p-9', '--config', clear.config, '--reason', 'a test'];
    expect(await run(withdraw)).toMatchObject({ code: 0, stderr: '' });
    const at = performance.now();
    expect(await ask(search)).toEqual({ entities: { edges: [] } });
    expect(await ask(rest)).toEqual({
      entities: { edges: [{ node: { subjects: ['beta:p-8'], links: [] } }] },
    });
    expect(performance.now() - at).toBeLessThan(1000);
  }, 60_000);

  test('all is published again to a hub that lost it', async () => {
    await broker.pause();
    const before = await status(hidden);
    const [hubRun] = running.splice(running.indexOf(running.find((one) => one.isHub) ?? fail()), 1);
    hubRun?.stop.abort();
    await hubRun?.done;
    for (const file of readdirSync(join(folder, 'hub')).filter((one) => one.startsWith('links'))) {
      rmSync(join(folder, 'hub', file));
    }
    await serve(['hub', '--config', hubConfig, '--port', String(hubPort)]);
    // Whoever withdraws sees it at once; others when they next look whether the hub has what they believe.
    await run(['link', 'withdraw', 'beta:p-9', '--config', hidden.config, '--reason', 'a test']);
    await until(async () => /sequence {3}1\n/.test(await status(hidden)), 30_000);
    expect(/subjects.*/.exec(await status(hidden))?.[0]).toBe(/subjects.*/.exec(before)?.[0]);
    await broker.resume();
    const id = `XI-LEI:${leiOf(17)}`;
    const asked = await run(['link', 'token', '--config', hidden.config, '--identifier', id]);
    const search = `{ entities(searchToken: "${asked.stdout.trim()}") { edges { node { subjects } } } }`;
    // Until the hub knows the member's policy again, nothing of it is searched.
    await until(async () => JSON.stringify(await ask(search)).includes('beta:p-8'), 30_000);
  }, 90_000);
});

async function status({ config }: Folder): Promise<string> {
  return (await run(['link', 'status', '--config', config])).stdout;
}

/** All that is in a folder, as text of one byte each. */
function filesOf(path: string): string {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

/** What is in base64url within a text. */
function decoded(text: string): string {
  return (text.match(/[\w-]{16,}/g) ?? [])
    .map((part) => Buffer.from(part, 'base64url').toString('latin1'))
    .join('\n');
}

function fail(): never {
  throw new Error('it is not there');
}

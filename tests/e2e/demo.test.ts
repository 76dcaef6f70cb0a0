import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { demoMembers } from '../../cli/demo/coalition.js';
import { assertPortsFree } from '../../cli/demo/ports.js';
import { faultsOfFtm } from '../fixtures/ftm-model.js';
import { readmeExamples } from '../fixtures/readme.js';
import { type CliRun, startCli } from '../fixtures/run-cli.js';

/** The demo promises 30 s on an idle machine; this one runs other suites at the same time. */
const patienceMs = 120_000;
let folder = '';
let port = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'accord-demo-'));
  port = await freePorts();
});
afterAll(async () => {
  await nothingLeft();
  rmSync(folder, { recursive: true });
});

describe('accord demo', { timeout: patienceMs * 2 }, () => {
  it('leaves nothing running when it is killed while it fills its members', async () => {
    const demo = startDemo();
    await until(() => existsSync(join(folder, 'harbour-watch', 'data')));
    demo.child.kill('SIGKILL');
    await demo.result;
    await nothingLeft();
    expect(existsSync(join(folder, 'glass-register', 'filled.json'))).toBe(false);
  });

  it('fills what was left half done, answers over all members, and goes on when one is killed', async () => {
    const demo = startDemo();
    await ready(demo);
    expect(demo.stdout()).toBe(`ready http://127.0.0.1:${port}/graphql\n`);
    expect(demo.stderr()).toMatch(/^Filling .* with invented records\.\n$/);
    expect(
      await ask(
        '{ investigations { totalCount { value } } courtCases { totalCount { value } } sanctions { totalCount { value } } budgetLines { totalCount { value } } declarations { totalCount { value } } members { id } }',
      ),
    ).toEqual({
      data: {
        // What is labelled for everybody, of 3,200, 3,800, 3,000, 6,000 and 10,000.
        investigations: { totalCount: { value: 779 } },
        courtCases: { totalCount: { value: 3_067 } },
        sanctions: { totalCount: { value: 2_415 } },
        budgetLines: { totalCount: { value: 4_809 } },
        declarations: { totalCount: { value: 6_465 } },
        members: demoMembers.map(({ id }) => ({ id })).sort((a, b) => (a.id < b.id ? -1 : 1)),
      },
    });

    const examples = readmeExamples();
    const withoutOne = examples.pop();
    for (const { query, caller, answer } of examples) {
      const token = await tokenOf(caller);
      const holds = async () => expect(await askWhole(query, token), query).toEqual(answer);
      // What members publish for linking is linked a while after the demo is ready.
      await (query.includes('entities(')
        ? vi.waitFor(holds, { timeout: patienceMs, interval: 2_000 })
        : holds());
    }
    await exportsWhatIsLinked();
    for (const pid of processesOf(join('tally-room', 'member.yaml'))) {
      process.kill(pid, 'SIGKILL');
    }
    await until(() => demo.stderr().includes('Member "tally-room" was stopped by SIGKILL'));
    expect(await askWhole(withoutOne?.query ?? '')).toEqual(withoutOne?.answer);

    const second = await startDemo().result;
    expect(second).toMatchObject({
      code: 1,
      stdout: '',
      stderr: `accord: Expected port ${port} to be free for the demo, it is in use. (BAD_CONFIG)\n`,
    });

    for (const pid of processesOf('hub.yaml')) {
      process.kill(pid, 'SIGKILL');
    }
    const end = await demo.result;
    expect(end.code).toBe(1);
    expect(end.stderr.trimEnd().split('\n').at(-1)).toBe(
      'accord: Expected the hub to go on, but it was stopped by SIGKILL; see hub.log in the folder of logs. (NOT_READY)',
    );
    await nothingLeft();
  });

  it('starts again from the same data and stops all its processes at SIGTERM', async () => {
    const demo = startDemo();
    await ready(demo);
    expect(demo.stderr()).toBe('');
    demo.child.kill('SIGTERM');
    expect(await demo.result).toMatchObject({ code: 0, stderr: '' });
    await nothingLeft();
    await assertPortsFree(portsFrom(port));
  });

  it.each([
    [
      '65535',
      `accord: Expected a port from 1 to ${65_535 - demoMembers.length - 1} for the demo, since its members take those after it, got 65535. (BAD_CONFIG)\n`,
    ],
    [
      'http',
      'accord: Configuration in the environment is not valid: PORT: expected a port number, for example 4000. (BAD_CONFIG)\n',
    ],
  ])('says in one line that %s is no port for it', async (value, stderr) => {
    const { result } = startCli(['demo', '--data', folder], { PORT: value });
    expect(await result).toMatchObject({ code: 1, stdout: '', stderr });
  });
});

/** One company over all members, as FollowTheMoney knows it. */
async function exportsWhatIsLinked(): Promise<void> {
  const lei = '{ scheme: "XI-LEI", id: "DEMO00002J2S5MT3B517" }';
  const found = await askWhole(
    `{ entities(search: "danatchak", filter: { identifier: ${lei} }) { edges { node { id } } } }`,
  );
  const [, id = ''] = /"id":"(ent-[^"]+)"/.exec(JSON.stringify(found)) ?? [];
  const hub = `http://127.0.0.1:${port}`;
  const exported = await startCli(['link', 'export', id, '--hub', hub, '--all'], {}).result;
  expect(exported).toMatchObject({
    code: 0,
    stderr: expect.stringMatching(/^\d+ entities of \d+ records\n/),
  });
  const entities = exported.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(entities[0]).toMatchObject({ id, schema: 'Company' });
  expect(faultsOfFtm(entities)).toEqual([]);
}

interface DemoRun extends CliRun {
  readonly stdout: () => string;
  readonly stderr: () => string;
}

function startDemo(): DemoRun {
  const run = startCli(['demo', '--data', folder], { PORT: String(port) });
  let [stdout, stderr] = ['', ''];
  run.child.stdout?.on('data', (text: string) => {
    stdout += text;
  });
  run.child.stderr?.on('data', (text: string) => {
    stderr += text;
  });
  return { ...run, stdout: () => stdout, stderr: () => stderr };
}

async function ready(demo: DemoRun): Promise<void> {
  await until(() => demo.stdout().includes('ready ') || demo.child.exitCode !== null);
  expect(demo.child.exitCode, demo.stderr()).toBeNull();
}

async function ask(query: string): Promise<unknown> {
  const { extensions, ...rest } = await askWhole(query);
  return rest;
}

/** A token as the README has readers make one; nobody in particular needs none. */
async function tokenOf(caller: string): Promise<string | undefined> {
  if (caller === 'anonymous') {
    return undefined;
  }
  const { stdout } = await startCli(['token', '--caller', caller, '--folder', folder]).result;
  return stdout.trim();
}

async function askWhole(query: string, token?: string): Promise<Record<string, unknown>> {
  const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query }),
  });
  return Object.fromEntries(Object.entries(Object(await answer.json())));
}

/** The processes whose command line names this file of the demo's folder. */
function processesOf(file: string): number[] {
  const listing = execFileSync('ps', ['-A', '-o', 'pid=', '-o', 'args='], { encoding: 'utf8' });
  return listing
    .split('\n')
    .filter((line) => line.includes(join(folder, file)))
    .map((line) => Number.parseInt(line, 10));
}

async function nothingLeft(): Promise<void> {
  await until(() => processesOf('').length === 0);
}

async function until(holds: () => boolean): Promise<void> {
  const giveUpAt = performance.now() + patienceMs;
  while (!holds()) {
    expect(performance.now(), 'waited too long').toBeLessThan(giveUpAt);
    await delay(50);
  }
}

function portsFrom(first: number): number[] {
  return Array.from({ length: demoMembers.length + 2 }, (_, i) => first + i);
}

/** The first port of hub and members in a row that nobody uses. */
async function freePorts(): Promise<number> {
  for (let candidate = 20_000 + (process.pid % 20_000); ; candidate += 7) {
    const areFree = await assertPortsFree(portsFrom(candidate)).then(
      () => true,
      () => false,
    );
    if (areFree) {
      return candidate;
    }
  }
}

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Agent, request } from 'undici';
import {
  demoIssuerName,
  prepareDemoIssuer,
  readDemoIssuerKey,
  signDemoToken,
} from '../cli/demo/demo-issuer.js';
import { invariant } from '../shared/errors/invariant.js';
import { createHubKeyFile } from '../shared/identity/hub-key-file.js';
import { createHubKeys } from '../shared/identity/hub-keys.js';
import { costOfDecisions } from './policy/decision-cost.js';
import { fillMember } from './policy/invent-declarations.js';
import { type Arm, arms, question } from './policy/policy-arms.js';

const members = ['alpha', 'beta'] as const;
const records = 500;
const rounds = 12;
const perRound = 40;
const atOnce = 4;
/** What is left of the throughput without policies. */
const least = 0.75;
/** In microseconds; the house margin of 3 is for another machine. */
const most = { static: 2 * 3, record: 10 * 3 } as const;

/**
 * 100 declarations from two members over HTTP, with identity and caller tokens, by turns under policies and without any:
 * how many answers a second are left. Then what one decision takes. Gives whether the limits hold.
 */
export async function benchPolicies(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'accord-bench-policy-'));
  const agent = new Agent({ connections: atOnce });
  const running: Running[] = [];
  try {
    for (const arm of arms) {
      running.push(await startArm(join(folder, arm), arm));
    }
    const rates = await walkRounds(running, agent);
    const share = median(rates.map(({ policies, none }) => policies / none));
    console.table({
      'with policies': { 'answers a second': median(rates.map(({ policies }) => policies)).toFixed(1) },
      'without any': { 'answers a second': median(rates.map(({ none }) => none)).toFixed(1) },
    });
    console.log(`policies leave ${share.toFixed(2)} of the throughput (at least ${least})`);
    const cost = costOfDecisions();
    console.log(
      `one static decision ${cost.static.toFixed(2)} µs (at most 2, asserted ${most.static}), one record decision ${cost.record.toFixed(2)} µs (at most 10, asserted ${most.record})`,
    );
    return share >= least && cost.static <= most.static && cost.record <= most.record;
  } finally {
    for (const { child } of running) {
      child.kill('SIGTERM');
    }
    await agent.close();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Running {
  readonly arm: Arm;
  readonly url: string;
  readonly token: string;
  readonly child: ChildProcess;
}

async function startArm(folder: string, arm: Arm): Promise<Running> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  prepareDemoIssuer(folder);
  createHubKeyFile(join(folder, 'hub-keys.json'), createHubKeys(new Date()));
  const ports = await freePorts(members.length);
  for (const member of members) {
    await mkdir(join(folder, member), { mode: 0o700 });
    await fillMember(join(folder, member), member, records);
  }
  await writeFile(join(folder, 'hub.yaml'), JSON.stringify(hubFile(ports)));
  const entry = fileURLToPath(new URL('./policy/serve-coalition.ts', import.meta.url));
  const places = members.map((member, i) => `${member}:${ports[i]}`);
  const child = spawn(process.execPath, ['--import', 'tsx', entry, arm, folder, ...places], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { stdout } = child;
  invariant(stdout !== null, 'the coalition was started with a pipe');
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(stdout).on('line', (line) => resolve(line.replace(/^ready /, '')));
    child.once('close', () => reject(new Error('The coalition ended before it was ready.')));
  });
  const token = await signDemoToken(
    { sub: 'bench', org: 'alpha', scopes: ['declarations:read'], purposes: ['RESEARCH'] },
    readDemoIssuerKey(folder),
    { audience: 'hub', now: new Date(), minutes: 60 },
  );
  return { arm, url, token, child };
}

function hubFile(ports: readonly number[]): unknown {
  return {
    keys: './hub-keys.json',
    data: './hub',
    identity: {
      issuers: [
        {
          issuer: demoIssuerName,
          jwks: './demo-issuer.jwks.json',
          algorithms: ['EdDSA'],
          organizations: [...members],
          scopes: ['declarations:*'],
          clearance: 'TLP:RED',
          purposes: ['RESEARCH'],
        },
      ],
    },
    allowAddresses: ['127.0.0.1'],
    members: members.map((id, i) => ({
      id,
      name: id,
      country: 'XX',
      licence: 'CC0-1.0',
      providers: [
        { domain: 'asset-declarations', url: `http://127.0.0.1:${ports[i]}/asset-declarations/graphql` },
      ],
    })),
  };
}

/** Both arms by turns, so that what the machine does besides meets both. The first round warms up. */
async function walkRounds(running: readonly Running[], agent: Agent): Promise<Record<Arm, number>[]> {
  const rates: Record<Arm, number>[] = [];
  for (let round = 0; round <= rounds; round++) {
    const rate: Record<Arm, number> = { policies: 0, none: 0 };
    for (const one of round % 2 === 0 ? running : [...running].reverse()) {
      rate[one.arm] = await rateOf(one, agent);
    }
    if (round > 0) {
      rates.push(rate);
    }
  }
  return rates;
}

async function rateOf({ url, token }: Running, agent: Agent): Promise<number> {
  let left = perRound;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (left > 0) {
        left--;
        await ask(agent, url, token);
      }
    }),
  );
  return (perRound / (performance.now() - start)) * 1000;
}

async function ask(agent: Agent, url: string, token: string): Promise<void> {
  const answer = await request(url, {
    dispatcher: agent,
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: question }),
  });
  const text = await answer.body.text();
  const rows = text.match(/"handling":\{/g)?.length ?? 0;
  if (answer.statusCode !== 200 || rows !== 100) {
    throw new Error(`expected 100 rows, got ${rows} with status ${answer.statusCode}: ${text.slice(0, 500)}`);
  }
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<ReturnType<typeof createServer>>((resolve) => {
          const server = createServer();
          server.listen(0, '127.0.0.1', () => resolve(server));
        }),
    ),
  );
  const ports = servers.map((server) => Object(server.address()).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports.map(Number);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeMember, startFakeMember } from '../fixtures/fake-member.js';

const recorder = new URL('../fixtures/record-sockets.mjs', import.meta.url).href;
const runner = new URL('../fixtures/run-hub.ts', import.meta.url).pathname;

let folder: string;
let member: FakeMember;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'accord-sockets-'));
  member = await startFakeMember(() => ({ data: { budgetLines: { edges: [] } } }));
});
afterAll(async () => {
  await member.close();
  rmSync(folder, { recursive: true, force: true });
});

async function started(child: ChildProcess): Promise<string> {
  let text = '';
  for await (const chunk of child.stdout ?? []) {
    text += String(chunk);
    const match = /^ready (\S+)\/graphql$/m.exec(text);
    if (match?.[1] !== undefined) {
      return match[1];
    }
  }
  throw new Error('the hub ended before it was ready');
}

describe('a hub in a process of its own', () => {
  it('reaches the configured members and nothing else, and ends cleanly at SIGTERM', async () => {
    const sockets = join(folder, 'sockets');
    const config = join(folder, 'hub.yaml');
    const provider = `{ domain: budgets, url: "${member.url}/graphql" }`;
    writeFileSync(
      config,
      `members: [{ id: alpha, name: A, country: GB, licence: X, providers: [${provider}] }]\nallowAddresses: ["127.0.0.1"]\n`,
    );
    const { APOLLO_TELEMETRY_DISABLED: _unset, ...inherited } = process.env;
    const child = spawn(process.execPath, ['--import', recorder, '--import', 'tsx', runner], {
      env: {
        ...inherited,
        ACCORD_SOCKETS_FILE: sockets,
        ACCORD_HUB_CONFIG: config,
        PORT: '0',
        LOG_LEVEL: 'silent',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const url = await started(child);
    for (const query of ['{ members { id } }', '{ budgetLines { edges { cursor } } }', '{ nothing }']) {
      const headers = { 'content-type': 'application/json' };
      await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
    }
    await fetch(`${url}/graphql`, { headers: { accept: 'text/html' } });
    // Apollo's gateway probes the metadata addresses of clouds as soon as it is made.
    await sleep(500);
    child.kill('SIGTERM');
    const [code, signal] = await once(child, 'exit');
    expect({ code, signal }).toEqual({ code: 0, signal: null });
    const lines = existsSync(sockets) ? readFileSync(sockets, 'utf8').split('\n').filter(Boolean) : [];
    const port = new URL(member.url).port;
    expect(new Set(lines)).toEqual(new Set([`connect 127.0.0.1:${port}`]));
  });
});

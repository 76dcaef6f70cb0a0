import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHubKeyFile } from '../../shared/identity/hub-key-file.js';
import { createHubKeys } from '../../shared/identity/hub-keys.js';
import { publicKeyOf } from '../../shared/identity/signing-key.js';
import { type CliRun, startCli } from '../fixtures/run-cli.js';

const recorder = new URL('../fixtures/record-sockets.mjs', import.meta.url).href;

const keys = createHubKeys(new Date());
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-sockets-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts a command with its sockets recorded under a name, as an operator would who set nothing. */
function startRecorded(name: string, args: readonly string[]): CliRun {
  return startCli(args, {
    NODE_OPTIONS: `--import ${recorder}`,
    ACCORD_SOCKETS_FILE: join(folder, `${name}.sockets`),
    APOLLO_TELEMETRY_DISABLED: '',
  });
}

function reachedBy(name: string): string[] {
  const file = join(folder, `${name}.sockets`);
  return existsSync(file) ? [...new Set(readFileSync(file, 'utf8').split('\n').filter(Boolean))] : [];
}

/** The base URL that a process prints once it is ready. */
async function readyUrl({ child, result }: CliRun): Promise<string> {
  const url = new Promise<string>((resolve) => {
    let text = '';
    child.stdout?.on('data', (chunk) => {
      text += String(chunk);
      const match = /^ready (http:\/\/[^/\s]+)/m.exec(text);
      if (match?.[1] !== undefined) {
        resolve(match[1]);
      }
    });
  });
  const ended = result.then(({ stderr }) => {
    throw new Error(`expected a ready line, it ended: ${stderr}`);
  });
  return await Promise.race([url, ended]);
}

function writeMember(): string {
  const path = join(folder, 'member.yaml');
  const [generation] = keys.generations;
  const pinned = JSON.stringify(generation === undefined ? [] : [publicKeyOf(generation.key)]);
  const about = 'id: alpha\nname: Alpha Watch\ncountry: GB\nlicence: CC0-1.0\ndomains: [budgets]\n';
  writeFileSync(
    path,
    `${about}store: { kind: sqlite, folder: ./data }\nhub: { keys: ${pinned} }\nlisten: { host: 127.0.0.1, port: 0 }\n`,
  );
  return path;
}

function writeHub(memberUrl: string): string {
  const path = join(folder, 'hub.yaml');
  const provider = `{ domain: budgets, url: "${memberUrl}/budgets/graphql" }`;
  const member = `{ id: alpha, name: Alpha Watch, country: GB, licence: CC0-1.0, providers: [${provider}] }`;
  createHubKeyFile(join(folder, 'hub-keys.json'), keys);
  writeFileSync(path, `keys: ./hub-keys.json\nmembers: [${member}]\nallowAddresses: ["127.0.0.1"]\n`);
  return path;
}

describe('a hub and a member in processes of their own', () => {
  it('reach what is configured and nothing else, and end cleanly at SIGTERM', async () => {
    const member = startRecorded('member', ['member', '--config', writeMember()]);
    const memberUrl = await readyUrl(member);
    const hub = startRecorded('hub', ['hub', '--port', '0', '--config', writeHub(memberUrl)]);
    const hubUrl = await readyUrl(hub);
    const answers = [];
    for (const query of [
      '{ member(id: "alpha") { name } }',
      '{ budgetLines { edges { cursor } } }',
      '{ nothing }',
    ]) {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ query });
      answers.push(await (await fetch(`${hubUrl}/graphql`, { method: 'POST', headers, body })).json());
    }
    await fetch(`${hubUrl}/graphql`, { headers: { accept: 'text/html' } });
    // Apollo's gateway probes the metadata addresses of clouds as soon as it is made.
    await sleep(500);
    hub.child.kill('SIGTERM');
    member.child.kill('SIGTERM');
    expect([(await hub.result).code, (await member.result).code]).toEqual([0, 0]);
    expect(answers.slice(0, 2)).toMatchObject([
      { data: { member: { name: 'Alpha Watch' } } },
      {
        data: { budgetLines: { edges: [] } },
        extensions: { members: [{ member: 'alpha', state: 'EMPTY' }] },
      },
    ]);
    expect(reachedBy('hub')).toEqual([`connect 127.0.0.1:${new URL(memberUrl).port}`]);
    expect(reachedBy('member')).toEqual([]);
  }, 60_000);
});

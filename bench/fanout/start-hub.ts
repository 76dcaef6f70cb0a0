import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { invariant } from '../../shared/errors/invariant.js';

export interface HubProcess {
  /** Of the graph. */
  readonly url: string;
  stop(): Promise<void>;
}

const cli = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));

/** Runs the hub of a coalition as an operator would, in a process of its own, with its files in `folder`. */
export async function startHub(
  folder: string,
  members: readonly { readonly id: string; readonly url: string }[],
): Promise<HubProcess> {
  const config = join(folder, 'hub.yaml');
  const log = join(folder, 'hub.log');
  await writeFile(config, JSON.stringify(hubFile(members)));
  const args = ['--import', 'tsx', cli, 'hub', '--config', config, '--port', '0'];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', openSync(log, 'w')],
    env: { ...process.env, NODE_ENV: 'development' },
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    invariant(child.stdout !== null, 'the hub was started with a pipe');
    createInterface(child.stdout).on('line', (line) => resolve(line.replace(/^ready /, '')));
    child.once('error', reject);
    child.once('close', () => reject(new Error('The hub ended before it was ready.')));
  });
  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function hubFile(members: readonly { readonly id: string; readonly url: string }[]) {
  return {
    allowAddresses: ['127.0.0.1'],
    members: members.map(({ id, url }) => ({
      id,
      name: id,
      country: 'XX',
      licence: 'CC0-1.0',
      providers: [{ domain: 'budgets', url }],
    })),
  };
}

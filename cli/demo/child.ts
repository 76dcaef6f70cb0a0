import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export interface ChildOptions {
  /** A TypeScript file of ours and its arguments. */
  readonly entry: URL;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Where its standard error goes; written anew. */
  readonly logPath: string;
}

/** A process of the demo. */
export interface Child {
  /** Resolves when it has ended. */
  readonly ended: Promise<ChildEnd>;
  /** Lets it finish what is under way; after `graceMs` it is killed. Resolves when it has ended. */
  stop(graceMs: number): Promise<void>;
}

export interface ChildEnd {
  readonly ok: boolean;
  /** Why, in one sentence for people: its own last words where it left any. */
  readonly says: string;
}

/**
 * Starts a process of its own group, so that a Ctrl-C meant for the demo reaches it through the demo alone, and once.
 * It stops by itself when this process is gone (`stop-with-parent.ts`).
 */
export function startChild(options: ChildOptions): Child {
  const log = openSync(options.logPath, 'w', 0o600);
  const loaders = [import.meta.resolve('tsx'), new URL('./stop-with-parent.ts', import.meta.url).href];
  const started = spawn(
    process.execPath,
    [...loaders.flatMap((loader) => ['--import', loader]), fileURLToPath(options.entry), ...options.args],
    { env: options.env, stdio: ['pipe', 'ignore', log], detached: true },
  );
  closeSync(log);
  // A child that is gone closes its input; that it cannot be reached is told by its end.
  started.stdin?.on('error', () => undefined);
  const ended = new Promise<ChildEnd>((resolve) => {
    started.once('error', (error) => resolve({ ok: false, says: `could not be started: ${error.message}.` }));
    started.once('exit', (code, signal) => {
      if (code === 0) {
        resolve({ ok: true, says: 'ended.' });
      } else {
        const how = signal === null ? `stopped with code ${code}` : `was stopped by ${signal}`;
        void lastWords(options.logPath).then((words) => resolve({ ok: false, says: `${how}${words}` }));
      }
    });
  });
  return {
    ended,
    async stop(graceMs) {
      started.kill('SIGTERM');
      const patience = new AbortController();
      const killLater = delay(graceMs, undefined, { signal: patience.signal }).then(
        () => started.kill('SIGKILL'),
        () => false,
      );
      await ended;
      patience.abort();
      await killLater;
    },
  };
}

/** The line that a command of ours leaves when it fails, if there is one. */
async function lastWords(logPath: string): Promise<string> {
  const text = await readFile(logPath, 'utf8').catch(() => '');
  const line = text.split('\n').findLast((candidate) => candidate.startsWith('accord: '));
  return line === undefined
    ? `; see ${basename(logPath)} in the folder of logs.`
    : `: ${line.slice('accord: '.length)}`;
}

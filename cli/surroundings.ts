import type { Writable } from 'node:stream';
import type { Command } from 'commander';

/** What a command sees of its process. Only `main.ts` touches the process itself. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  /** Results. */
  readonly stdout: Writable;
  /** Progress, logs and faults. */
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly now: () => Date;
  /** Aborts at the first SIGINT or SIGTERM. Signals are only taken over once a command asks for this. */
  readonly stopSignal: () => AbortSignal;
}

/** What a file of `commands/` exports: adds one command to the program. */
export type AddCommand = (program: Command, surroundings: Surroundings) => void;

import type { Surroundings } from './surroundings.js';

export interface Progress {
  /** Tells how many rows were read so far. */
  rows(count: number): void;
  /** Ends the line that is being updated. */
  end(): void;
}

const onTerminalMs = 100;
const elsewhereMs = 5_000;

/** Rows read and their rate on stderr: one line that is updated on a terminal, a line every few seconds elsewhere. */
export function createProgress({ stderr, now }: Pick<Surroundings, 'stderr' | 'now'>): Progress {
  const terminal = stderr.isTTY === true;
  const startedAt = now().getTime();
  let toldAt = startedAt;
  let open = false;
  return {
    rows(count) {
      const at = now().getTime();
      if (at - toldAt < (terminal ? onTerminalMs : elsewhereMs)) {
        return;
      }
      toldAt = at;
      const line = `${count} rows read, ${Math.round((count * 1000) / (at - startedAt))} rows/s`;
      stderr.write(terminal ? `\r\u001b[K${line}` : `${line}\n`);
      open = terminal;
    },
    end() {
      if (open) {
        stderr.write('\r\u001b[K');
        open = false;
      }
    },
  };
}

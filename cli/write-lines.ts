import type { Writable } from 'node:stream';
import { createAtomicFile } from '../shared/importing/atomic-file.js';
import { print } from './print.js';

/** Writes lines to a file that appears when all are written, or else to the output. Throws BAD_OUTPUT. */
export async function writeLines(
  lines: readonly string[],
  to: { readonly out: string | undefined; readonly stdout: Writable },
): Promise<void> {
  if (to.out === undefined) {
    for (const line of lines) {
      await print(to.stdout, `${line}\n`);
    }
    return;
  }
  const file = await createAtomicFile(to.out);
  try {
    for (const line of lines) {
      await file.write(`${line}\n`);
    }
    await file.commit();
  } catch (fault) {
    await file.discard();
    throw fault;
  }
}

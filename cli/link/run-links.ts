import { randomUUID } from 'node:crypto';
import { print } from '../print.js';
import type { Surroundings } from '../surroundings.js';

const everyMs = 2_000;

/** Links what members published, with a line of progress every two seconds on stderr, and prints what was done. */
export async function runLinks(
  options: { readonly config?: string | undefined; readonly isFull: boolean },
  { env, now, stdout, stderr, stopSignal }: Surroundings,
): Promise<void> {
  const { runLinking } = await import('../../gateway/manage-links.js');
  let toldAt = now().getTime();
  const outcome = await runLinking({
    ...{ env, config: options.config, isFull: options.isFull, now },
    createId: randomUUID,
    signal: stopSignal(),
    onProgress({ step, done, of }) {
      const at = now().getTime();
      if (at - toldAt >= everyMs) {
        toldAt = at;
        stderr.write(`${step} ${done} of ${of} subjects\n`);
      }
    },
  });
  await print(
    stdout,
    outcome.outcome === 'busy'
      ? 'another process links at present, which does this work too\n'
      : `linked ${outcome.subjects} subjects, found ${outcome.links} links\n`,
  );
}

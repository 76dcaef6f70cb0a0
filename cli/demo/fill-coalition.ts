import { AccordError } from '../../shared/errors/accord-error.js';
import { demoSeed } from './coalition.js';
import type { Crew } from './crew.js';
import type { DemoFiles, Placement } from './demo-files.js';
import { isFilled } from './fill-member.js';

export interface FillCoalition {
  readonly crew: Crew;
  readonly files: DemoFiles;
  readonly placements: readonly Placement[];
  readonly tell: (line: string) => void;
}

const filler = new URL('./fill-main.ts', import.meta.url);

/** Fills the members whose data is not complete, each in a process of its own. Throws NOT_READY when one fails. */
export async function fillCoalition({ crew, files, placements, tell }: FillCoalition): Promise<void> {
  const filled = await Promise.all(
    placements.map(({ member }) => isFilled(files.member(member.id), demoSeed)),
  );
  const empty = placements.filter((_, i) => filled[i] === false).map(({ member }) => member);
  if (empty.length > 0) {
    tell(`Filling ${empty.map(({ name }) => name).join(', ')} with invented records.`);
  }
  await Promise.all(
    empty.map(async ({ id }) => {
      const child = crew.start({
        entry: filler,
        args: [files.member(id).config],
        logPath: files.log(`fill-${id}`),
      });
      const end = await child.ended;
      if (!end.ok) {
        throw new AccordError(
          'NOT_READY',
          `Expected member "${id}" to be filled, but its process ${end.says}`,
        );
      }
    }),
  );
}

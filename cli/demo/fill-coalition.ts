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
  /** How many processes may fill members at once. */
  readonly processors: number;
}

const filler = new URL('./fill-main.ts', import.meta.url);

/** Fills the members whose data is not complete, dealt out to as many processes as help. Throws NOT_READY when one fails. */
export async function fillCoalition(options: FillCoalition): Promise<void> {
  const { crew, files, placements, tell } = options;
  const filled = await Promise.all(
    placements.map(({ member }) => isFilled(files.member(member.id), demoSeed)),
  );
  const empty = placements.filter((_, i) => filled[i] === false).map(({ member }) => member);
  if (empty.length > 0) {
    tell(`Filling ${empty.map(({ name }) => name).join(', ')} with invented records.`);
  }
  await Promise.all(
    dealt(empty, options.processors).map(async (members, i) => {
      const child = crew.start({
        entry: filler,
        args: members.map(({ id }) => files.member(id).config),
        logPath: files.log(`fill-${i + 1}`),
      });
      const end = await child.ended;
      if (!end.ok) {
        const names = members.map(({ id }) => `"${id}"`).join(', ');
        throw new AccordError('NOT_READY', `Expected ${names} to be filled, but the process ${end.says}`);
      }
    }),
  );
}

/** Deals a list out to at most so many lists, as evenly as can be. None of them is empty. */
export function dealt<T>(list: readonly T[], most: number): T[][] {
  const hands = Math.min(list.length, Math.max(1, most));
  return Array.from({ length: hands }, (_, hand) => list.filter((_item, i) => i % hands === hand));
}

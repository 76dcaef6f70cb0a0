import { existsSync } from 'node:fs';
import { z } from 'zod';
import { readOwnJson, writeOwnJson } from '../identity/own-file.js';

const Counted = z.object({ day: z.string(), members: z.record(z.string(), z.int().min(0)) });

/** How many points each member had evaluated on the day that it is, UTC; kept over restarts. */
export interface PointsUsed {
  /** Counts points of a member, unless that is more than it may have. Throws BAD_OUTPUT. */
  take(member: string, points: number): boolean;
}

export function openPointsUsed(path: string, most: number, now: () => Date): PointsUsed {
  const kept = existsSync(path) ? Counted.safeParse(readOwnJson(path)).data : undefined;
  let counted = kept ?? { day: '', members: {} };
  return {
    take(member, points) {
      const day = now().toISOString().slice(0, 10);
      const members = counted.day === day ? counted.members : {};
      const used = (Object.hasOwn(members, member) ? (members[member] ?? 0) : 0) + points;
      if (used > most) {
        return false;
      }
      counted = { day, members: { ...members, [member]: used } };
      writeOwnJson(path, counted, { replaces: true });
      return true;
    },
  };
}

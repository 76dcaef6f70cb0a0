import { AccordError } from '../errors/accord-error.js';
import { commonPairs } from './body-keys.js';
import { type Conjunction, pinnedValue } from './conjunction.js';
import type { Access, ScanPlan } from './plan-scan.js';
import type { RecordType } from './record-type.js';

export interface Counting {
  /** The most that an access may find. */
  readonly limit: number;
  readonly count: (access: Access, cap: number) => number | Promise<number>;
}

/** As `findAccess`. Throws QUERY_TOO_BROAD, naming fields to filter by, when each finds more. */
export async function chooseAccess(type: RecordType, plan: ScanPlan, counting: Counting): Promise<Access> {
  const access = await findAccess(plan.accesses, counting);
  if (access === undefined) {
    throw tooBroad(type, plan.conjunction, counting.limit);
  }
  return access;
}

/** The access that finds the fewest records, as counted by the store; `undefined` when each finds more than the limit. */
export async function findAccess(
  accesses: readonly Access[],
  { limit, count }: Counting,
): Promise<Access | undefined> {
  let best: Access | undefined;
  let fewest = limit;
  for (const access of accesses) {
    const found = await count(access, limit + 1);
    if (found <= fewest) {
      best = access;
      fewest = found;
    }
    if (fewest <= goodEnough) {
      break;
    }
  }
  return best;
}

/** With so few candidates no other access is worth counting. */
const goodEnough = 1_000;

/** So few candidates are sorted sooner than an index is walked that holds them among others. */
export const worthSorting = 5_000;

export function tooBroad(type: RecordType, conjunction: Conjunction, budget: number): AccordError {
  const free = type.pairs
    // Labels are tested by rules of access and are no fields of the contracts' filters.
    .filter((pair) => !commonPairs.includes(pair))
    .map((pair) => pair.equal.find((key) => pinnedValue(conjunction.keys.get(key)) === undefined))
    .filter((key) => key !== undefined);
  const fields = [...new Set(free)].slice(0, 3).map((key) => `"${key}"`);
  const advice =
    fields.length === 0 ? 'a search text' : `an equality on ${fields.join(' or on ')}, or a search text`;
  return new AccordError(
    'QUERY_TOO_BROAD',
    `Expected a filter that leaves at most ${budget} records of "${type.name}" to examine, it leaves more: add ${advice}.`,
  );
}

import { chooseAccess, findAccess, tooBroad } from './choose-access.js';
import type { WalkedPage } from './plan-page.js';
import type { Access, ScanPlan } from './plan-scan.js';
import type { Page } from './record-store.js';
import type { RecordType } from './record-type.js';

type Awaitable<T> = T | Promise<T>;

interface Means {
  /** The most records a query may examine that no index serves. */
  readonly budget: number;
  /** How many records an access finds, counted no further than `cap`. */
  readonly count: (access: Access, cap: number) => Awaitable<number>;
}

/** So few candidates are tested and sorted sooner than an index is walked that holds them among others. */
const worthSorting = 5_000;

/** Walked before anything is counted: where most records match, that fills a page. */
const firstSteps = 500;

/**
 * A page that an index holds among other records: walked in order, unless it is not filled soon and another access finds
 * so few records that they are sorted sooner, or the walk leads too far. Throws QUERY_TOO_BROAD.
 */
export async function readWalked(
  type: RecordType,
  { narrower }: WalkedPage,
  by: Means & {
    /** `undefined` when so many rows were walked before the page was full. */
    readonly walk: (budget: number) => Awaitable<Page | undefined>;
    readonly scan: (access: Access) => Awaitable<Page>;
  },
): Promise<Page> {
  const atOnce = await by.walk(Math.min(by.budget, firstSteps));
  if (atOnce !== undefined) {
    return atOnce;
  }
  const few = await findAccess(narrower.accesses, { ...by, limit: Math.min(by.budget, worthSorting) });
  if (few !== undefined) {
    return by.scan(few);
  }
  const page = await by.walk(by.budget);
  return page ?? by.scan(await chooseAccess(type, narrower, { ...by, limit: by.budget }));
}

/**
 * How many records match, up to the cap: by what an access finds exactly, however many; else by the access that finds the
 * fewest; else by looking through what one finds until the cap or the budget is reached. Throws QUERY_TOO_BROAD.
 */
export async function countByPlan(
  type: RecordType,
  plan: ScanPlan,
  by: Means & {
    readonly cap: number;
    /** Of the records that an access finds. */
    readonly matches: (access: Access) => Awaitable<number>;
    /** The same; `undefined` when so many were examined before the cap was reached. */
    readonly walk: (access: Access, budget: number) => Awaitable<number | undefined>;
  },
): Promise<number> {
  const [first] = plan.accesses;
  const few = { ...by, limit: Math.min(by.budget, worthSorting) };
  const narrow = plan.accesses.find(({ covers }) => covers) ?? (await findAccess(plan.accesses, few));
  if (narrow !== undefined || first === undefined) {
    return narrow === undefined ? 0 : by.matches(narrow);
  }
  const soon = await by.walk(first, Math.min(by.budget, 2 * by.cap));
  if (soon !== undefined) {
    return soon;
  }
  const best = await findAccess(plan.accesses, { ...by, limit: by.budget });
  const found = await (best === undefined ? by.walk(first, by.budget) : by.matches(best));
  if (found === undefined) {
    throw tooBroad(type, plan.conjunction, by.budget);
  }
  return found;
}

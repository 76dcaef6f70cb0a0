import type { Conjunction } from '../conjunction.js';
import type { WalkedPage } from '../plan-page.js';
import type { Page } from '../record-store.js';
import type { RecordType } from '../record-type.js';
import { type Condition, conjunctionCondition } from './compile-filter.js';
import type { Database } from './database.js';
import type { RecordDocument } from './document.js';
import { visibleAt } from './moments.js';
import { type PageSource, servedParts, toPage } from './read-page.js';

/**
 * Reads a page by walking an index in order and testing what it holds, no further than `budget` entries of it, old
 * versions among them. `undefined` when these do not fill the page and more would follow. The server takes one document
 * after the other through the stages, so that no more are walked than it takes to fill the page.
 */
export async function readWalkedPage(
  source: PageSource,
  plan: WalkedPage,
  budget: number,
): Promise<Page | undefined> {
  const { database, type, query, run } = source;
  const records = database.search(type.name);
  const passes = { $and: [conjunctionCondition(type, plan.tests), visibleAt(run)] };
  const found: RecordDocument[] = [];
  let left = budget;
  for (const { condition, sort, hint } of servedParts(type, plan.range)) {
    const missing = query.limit + 1 - found.length;
    const walked = [{ $match: condition }, { $sort: sort }, { $limit: left }];
    // A limit of nothing is refused.
    if (left > 0) {
      const stages = [...walked, { $match: passes }, { $limit: missing }];
      found.push(...(await records.aggregate<RecordDocument>(stages, { hint }).toArray()));
    }
    if (found.length > query.limit) {
      break;
    }
    left -= await records.countDocuments(condition, { limit: left + 1 });
    if (left < 0) {
      return undefined;
    }
  }
  return toPage(source, found);
}

/**
 * Counts what matches no further than `cap`, among no more than `budget` documents that an access finds. `undefined` when
 * fewer are among these and more would follow.
 */
export async function countByWalk(
  of: {
    readonly database: Database;
    readonly type: RecordType;
    readonly conjunction: Conjunction;
    readonly run: number;
  },
  access: Condition,
  most: { readonly cap: number; readonly budget: number },
): Promise<number | undefined> {
  const { database, type, conjunction, run } = of;
  const { cap, budget } = most;
  const records = database.search(type.name);
  const found = await records
    .aggregate([
      { $match: access },
      { $limit: budget },
      { $match: { $and: [conjunctionCondition(type, conjunction), visibleAt(run)] } },
      { $limit: cap },
      { $group: { _id: null, count: { $sum: 1 } } },
    ])
    .toArray();
  const count = Number(found[0]?.['count'] ?? 0);
  const isCut = count < cap && (await records.countDocuments(access, { limit: budget + 1 })) > budget;
  return isCut ? undefined : count;
}

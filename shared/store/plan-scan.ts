import { type Conjunction, conjunctionOf, type KeyTest, pinnedValue } from './conjunction.js';
import type { Filter } from './filter.js';
import type { GroupQuery } from './record-store.js';
import type { RecordType } from './record-type.js';

/** The records found by one access are tested, and sorted and cut where that is asked for. */
export interface ScanPlan {
  readonly kind: 'scan';
  readonly conjunction: Conjunction;
  /** Ways to find a superset of the records, the most promising first; never empty. */
  readonly accesses: readonly Access[];
}

/**
 * A way to find records that holds all that match: every record, those with required terms (`conjunction.terms`),
 * or those that pass the tests of the leading keys of an index. `covers` when what it finds is exactly what matches.
 */
export type Access =
  | { readonly via: 'all'; readonly covers: boolean }
  | { readonly via: 'terms'; readonly covers: boolean }
  | {
      readonly via: 'index';
      readonly index: readonly string[];
      readonly tests: readonly { readonly key: string; readonly test: KeyTest }[];
      readonly covers: boolean;
    };

/** The indexes of a type, each as its keys before the local id: one per declared pair, and the one by local id alone. */
export function indexesOf(type: RecordType): readonly (readonly string[])[] {
  const indexes = new Map<string, readonly string[]>([['', []]]);
  for (const pair of type.pairs) {
    const keys = pair.sort === null ? pair.equal : [...pair.equal, pair.sort];
    indexes.set(keys.join(' '), keys);
  }
  return [...indexes.values()];
}

/** Decides how the records of a filter are found when their order does not matter. */
export function planFilter(type: RecordType, filter: Filter): { readonly kind: 'nothing' } | ScanPlan {
  const conjunction = conjunctionOf(type, filter);
  return conjunction === undefined
    ? { kind: 'nothing' }
    : { kind: 'scan', conjunction, accesses: accessesOf(type, conjunction) };
}

/**
 * As `planFilter` for a total. What exists for the caller is part of the conjunction; but where an index finds exactly what
 * the filter asks for, it is read whatever its number, as it would be for one who may see all.
 */
export function planSums(
  type: RecordType,
  { filter, visible }: Pick<GroupQuery, 'filter' | 'visible'>,
): { readonly kind: 'nothing' } | ScanPlan {
  const asked = planFilter(type, filter);
  if (visible === undefined || asked.kind === 'nothing') {
    return asked;
  }
  const both = planFilter(type, { op: 'and', of: [filter, visible] });
  const served = asked.accesses.find(({ covers, via }) => covers && via !== 'all');
  return both.kind === 'nothing' || served === undefined ? both : { ...both, accesses: [served] };
}

/** The ways to find the records of a conjunction; see ScanPlan. */
export function accessesOf(type: RecordType, conjunction: Conjunction): Access[] {
  const { keys, terms, rest } = conjunction;
  const found: Access[] = [];
  if (terms.length > 0) {
    found.push({ via: 'terms', covers: keys.size === 0 && rest.length === 0 });
  }
  const byTests = new Map<string, Access & { via: 'index' }>();
  for (const index of indexesOf(type)) {
    const tests = leadingTests(index, conjunction);
    const name = tests.map(({ key }) => key).join(' ');
    if (tests.length > 0 && !byTests.has(name)) {
      const covers = tests.length === keys.size && terms.length === 0 && rest.length === 0;
      byTests.set(name, { via: 'index', index, tests, covers });
    }
  }
  const byWorth = [...byTests.values()].sort((a, b) => worthOf(b) - worthOf(a));
  found.push(...byWorth.slice(0, triedIndexes));
  found.push({ via: 'all', covers: keys.size === 0 && terms.length === 0 && rest.length === 0 });
  return found;
}

const triedIndexes = 3;

/** The tests an index range can hold: of its first keys as long as they are pinned, and of one key after those. */
function leadingTests(
  index: readonly string[],
  conjunction: Conjunction,
): { readonly key: string; readonly test: KeyTest }[] {
  const tests: { key: string; test: KeyTest }[] = [];
  for (const key of index) {
    const test = conjunction.keys.get(key);
    if (test === undefined) {
      break;
    }
    tests.push({ key, test });
    if (pinnedValue(test) === undefined) {
      break;
    }
  }
  return tests;
}

/** How much narrower than everything an index range is likely to be. */
function worthOf(access: Access & { via: 'index' }): number {
  const weights = access.tests.map(({ test }) => (pinnedValue(test) === undefined ? 1 : 2));
  return weights.reduce((sum, weight) => sum + weight, access.covers ? 100 : 0);
}

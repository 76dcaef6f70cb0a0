import { compareGroupKeys, groupKeyId } from '../domain/group-key.js';
import { keyOfConstant } from '../domain/key-of-constant.js';
import type { TotalsDecision } from '../policy/member-policy.js';
import { type Cell, groupIdOf, type Suppression, suppressGroups } from '../policy/suppress-groups.js';
import type { Filter } from '../store/filter.js';
import type { GroupSum } from '../store/record-store.js';
import type { RecordType } from '../store/record-type.js';
import { type Dimension, dimensionOf } from './dimension.js';
import { type Group, joinGroups, valuesOfGroup } from './fold-groups.js';
import type { PermittedStore } from './permitted-store.js';
import { unauthorized } from './unauthorized.js';

/** A group of a total, and why neither its count nor its sum may be told. */
export interface PermittedGroup extends Group {
  readonly suppressedBecause: Suppression | null;
}

export interface AggregateQuery {
  readonly type: RecordType;
  readonly args: { readonly filter: unknown; readonly groupBy: readonly string[] };
  readonly decision: Extract<TotalsDecision, { kind: 'AGGREGATE_ONLY' }>;
  readonly records: PermittedStore;
  readonly asked: Filter;
  readonly sum: string | undefined;
  /** The key that says whom a record is about; without it each record is of its own. */
  readonly subject: string | undefined;
}

/**
 * The groups of a total for a caller who may count and add up what they may not read: of whole values of the dimensions
 * that the owner lists alone, else throws UNAUTHORIZED_FIELD_OR_TYPE before anything is read.
 */
export async function aggregateGroups(query: AggregateQuery): Promise<PermittedGroup[]> {
  const { type, args, decision, records, asked, sum, subject } = query;
  if (
    !isOfWholeValues(args.filter, decision.dimensions) ||
    !args.groupBy.every((constant) => decision.dimensions.includes(constant))
  ) {
    throw unauthorized();
  }
  const listed = decision.dimensions.map((constant) => dimensionOf(constant, type));
  const keys = listed.flatMap((dimension) => dimension.keys);
  const groupBy = subject === undefined ? keys : [...keys, subject];
  const counted = { type: type.name, filter: asked, groupBy, sum };
  const { readable, hidden } = await records.countedSums(counted, decision.filter);
  const cellsOf = (sums: readonly GroupSum[]) =>
    finestCells(sums, listed, { isBySubject: subject !== undefined, ...decision });
  return groupsOf(
    { all: cellsOf([...readable, ...hidden]), hidden: cellsOf(hidden) },
    args.groupBy.map((constant) => decision.dimensions.indexOf(constant)),
    decision,
  );
}

/** Whether a filter only holds listed dimensions to one value each, at its top level: no other test leaves groups whole. */
function isOfWholeValues(filter: unknown, dimensions: readonly string[]): boolean {
  if (!isInput(filter)) {
    return false;
  }
  const keys = new Set(dimensions.map(keyOfConstant));
  return givenEntries(filter).every(([name, test]) => {
    switch (name) {
      case 'and':
        return Array.isArray(test) && test.every((part) => isOfWholeValues(part, dimensions));
      case 'member':
        return true;
      default:
        return keys.has(name) && isInput(test) && givenEntries(test).every(([op]) => op === 'eq');
    }
  });
}

function givenEntries(input: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(input).filter(([, value]) => value !== undefined);
}

function isInput(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A group of every listed dimension: what no total takes further apart. */
interface FinestCell extends Group, Cell {}

function finestCells(
  sums: readonly GroupSum[],
  listed: readonly Dimension[],
  { isBySubject, minimumGroup }: { readonly isBySubject: boolean; readonly minimumGroup: number },
): readonly FinestCell[] {
  const cells = new Map<string, FinestCell>();
  for (const [row, { key, count, sum }] of sums.filter((group) => group.count > 0).entries()) {
    const group: Group = { key: valuesOfGroup(key, listed), count, sum };
    const id = groupKeyId(group.key);
    const same = cells.get(id);
    // Records that say of nobody whom they are about count together as one. More than enough of others need no count.
    const subjects = isBySubject
      ? [String(key.at(-1) ?? '')]
      : Array.from({ length: Math.min(count, minimumGroup) }, (_, i) => `${row} ${i}`);
    cells.set(id, {
      ...(same === undefined ? group : joinGroups(same, group)),
      values: group.key.map((value) => groupKeyId([value])),
      subjects: new Set([...(same?.subjects ?? []), ...subjects]),
    });
  }
  return [...cells.values()];
}

interface CountedCells {
  readonly all: readonly FinestCell[];
  /** The same without the records that the caller may read: what is left when they take these away. */
  readonly hidden: readonly FinestCell[];
}

/** The groups by the dimensions of these indexes, in their order. */
function groupsOf(
  { all, hidden }: CountedCells,
  by: readonly number[],
  { minimumGroup }: { readonly minimumGroup: number },
): PermittedGroup[] {
  const suppressed = suppressGroups(all, { by, minimumGroup });
  const left = suppressGroups(hidden, { by, minimumGroup });
  const groups = new Map<string, Group>();
  for (const { key, values, count, sum } of all) {
    const id = groupIdOf(by.map((index) => values[index] ?? null));
    const part = { key: by.flatMap((index) => key[index] ?? []), count, sum };
    const same = groups.get(id);
    groups.set(id, same === undefined ? part : joinGroups(same, part));
  }
  return [...groups]
    .map(([id, group]) => ({
      ...group,
      suppressedBecause: suppressed.get(id) ?? (left.has(id) ? 'DERIVABLE' : null),
    }))
    .sort((one, other) => compareGroupKeys(one.key, other.key));
}

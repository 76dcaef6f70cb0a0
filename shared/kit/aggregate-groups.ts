import { groupKeyId } from '../domain/group-key.js';
import { keyOfConstant } from '../domain/key-of-constant.js';
import type { TotalsDecision } from '../policy/member-policy.js';
import type { Filter } from '../store/filter.js';
import type { GroupSum } from '../store/record-store.js';
import type { RecordType } from '../store/record-type.js';
import { type Dimension, dimensionOf } from './dimension.js';
import { valuesOfGroup } from './fold-groups.js';
import type { PermittedStore } from './permitted-store.js';
import { type Cell, joinCells, type PermittedGroup, suppressedGroups } from './suppress-groups.js';
import { unauthorized } from './unauthorized.js';

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
  const sums = await records.groupSums({ type: type.name, filter: asked, groupBy, sum }, decision.filter);
  const cells = finestCells(sums, listed, subject !== undefined);
  return suppressedGroups(cells, args.groupBy, decision);
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

/** Groups of (scheme, code) of every listed dimension: what no total takes further apart. */
function finestCells(
  sums: readonly GroupSum[],
  listed: readonly Dimension[],
  isBySubject: boolean,
): readonly Cell[] {
  const cells = new Map<string, Cell>();
  for (const { key, count, sum } of sums.filter((group) => group.count > 0)) {
    const values = valuesOfGroup(key, listed);
    const id = groupKeyId(values);
    const cell: Cell = {
      key: values,
      count,
      sum,
      // Records that say of nobody whom they are about count together as one.
      subjects: new Set(isBySubject ? [String(key.at(-1) ?? '')] : []),
      ownSubjects: isBySubject ? 0 : count,
    };
    const same = cells.get(id);
    cells.set(id, same === undefined ? cell : joinCells(same, cell));
  }
  return [...cells.values()];
}

import { compareGroupKeys, groupKeyId } from '../domain/group-key.js';
import { type Group, joinGroups } from './fold-groups.js';

export type SuppressedBecause = 'SMALL_GROUP' | 'DERIVABLE';

/** A group of a total, and why neither its count nor its sum may be told. */
export interface PermittedGroup extends Group {
  readonly suppressedBecause: SuppressedBecause | null;
}

/** A group together with whom its records are about. */
export interface Cell extends Group {
  readonly subjects: ReadonlySet<string>;
  /** So many more, each of one record alone. */
  readonly ownSubjects: number;
}

export interface Suppression {
  /** Constants of all dimensions that can be grouped by, in the order of the cells' keys. */
  readonly dimensions: readonly string[];
  readonly minimumGroup: number;
}

/**
 * Makes groups of the finest cells and suppresses those that tell of too few subjects: by themselves, or because what
 * remains of them beside their shown parts, by any dimensions that can be grouped by, would. Pure.
 */
export function suppressedGroups(
  cells: readonly Cell[],
  groupBy: readonly string[],
  suppression: Suppression,
): PermittedGroup[] {
  const groups = new Lattice(cells, suppression).groupsBy(new Set(groupBy));
  return groups
    .map(({ cell, suppressedBecause }) => ({
      key: groupBy.flatMap((name) => cell.key.find(({ dimension }) => dimension === name) ?? []),
      count: cell.count,
      sum: cell.sum,
      suppressedBecause,
    }))
    .sort((a, b) => compareGroupKeys(a.key, b.key));
}

interface Decided {
  readonly cell: Cell;
  readonly suppressedBecause: SuppressedBecause | null;
}

/** So many dimensions more are tried in all their combinations. */
const mostTried = 5;

/** All ways to group the same cells, each by some of the dimensions: from the finest to one group of all. */
class Lattice {
  readonly #cells: readonly Cell[];
  readonly #suppression: Suppression;
  readonly #known = new Map<string, readonly Decided[]>();

  constructor(cells: readonly Cell[], suppression: Suppression) {
    this.#cells = cells;
    this.#suppression = suppression;
  }

  groupsBy(names: ReadonlySet<string>): readonly Decided[] {
    const id = [...names].sort().join(' ');
    let groups = this.#known.get(id);
    if (groups === undefined) {
      groups = this.#decide(names);
      this.#known.set(id, groups);
    }
    return groups;
  }

  #decide(names: ReadonlySet<string>): readonly Decided[] {
    const { dimensions, minimumGroup } = this.#suppression;
    const more = dimensions.filter((name) => !names.has(name));
    const isWide = more.length > mostTried;
    const finer = isWide ? [new Set(dimensions)] : groupingsBeyond(names, more);
    const remainders = finer.map((grouping) => this.#remainders(this.groupsBy(grouping), names));
    // Where not every grouping is tried, nothing at all may remain.
    const least = isWide ? Number.POSITIVE_INFINITY : minimumGroup;
    return [...cellsBy(this.#cells, names)].map(([id, cell]) => {
      if (subjectsOf(cell) < minimumGroup) {
        return { cell, suppressedBecause: 'SMALL_GROUP' };
      }
      const isTold = remainders.some((of) => subjectsOf(of.get(id)) < least);
      return { cell, suppressedBecause: isTold ? 'DERIVABLE' : null };
    });
  }

  /** What of each group is left when its shown parts are taken away. */
  #remainders(finer: readonly Decided[], names: ReadonlySet<string>): ReadonlyMap<string, Cell> {
    const hidden = finer.flatMap(({ cell, suppressedBecause }) => (suppressedBecause === null ? [] : [cell]));
    return cellsBy(hidden, names);
  }
}

/** All groupings by some of these dimensions beside those that are there. */
function groupingsBeyond(
  names: ReadonlySet<string>,
  more: readonly string[],
): readonly ReadonlySet<string>[] {
  const choices = more.reduce<string[][]>(
    (all, name) => all.flatMap((some) => [some, [...some, name]]),
    [[]],
  );
  return choices.filter((some) => some.length > 0).map((some) => new Set([...names, ...some]));
}

function cellsBy(cells: readonly Cell[], names: ReadonlySet<string>): ReadonlyMap<string, Cell> {
  const groups = new Map<string, Cell>();
  for (const cell of cells) {
    const key = cell.key.filter(({ dimension }) => names.has(dimension));
    const id = groupKeyId(key);
    const same = groups.get(id);
    groups.set(id, same === undefined ? { ...cell, key } : joinCells(same, { ...cell, key }));
  }
  return groups;
}

/** Two cells of the same schemes and codes as one. */
export function joinCells(a: Cell, b: Cell): Cell {
  return {
    ...joinGroups(a, b),
    subjects: new Set([...a.subjects, ...b.subjects]),
    ownSubjects: a.ownSubjects + b.ownSubjects,
  };
}

/** Nothing that remains tells of nobody. */
function subjectsOf(cell: Cell | undefined): number {
  return cell === undefined ? Number.POSITIVE_INFINITY : cell.subjects.size + cell.ownSubjects;
}

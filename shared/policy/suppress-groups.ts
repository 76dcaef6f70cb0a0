/** One of the finest groups that the owner lets be counted, by all dimensions that may be grouped by. */
export interface Cell {
  /** By dimension, in one order for all cells; null for records without a value. */
  readonly values: readonly (string | null)[];
  /** Whom the records of the cell are about. */
  readonly subjects: ReadonlySet<string>;
}

export type Suppression = 'SMALL_GROUP' | 'DERIVABLE';

/** How cells are put together for an answer. */
export interface Grouping {
  /** Indexes of the dimensions that are grouped by or held to one value. */
  readonly by: readonly number[];
  /** Groups of fewer distinct subjects are suppressed. */
  readonly minimumGroup: number;
}

/** Stands for a group: its values of the dimensions that it is grouped by. */
export function groupIdOf(values: readonly (string | null)[]): string {
  return JSON.stringify(values);
}

/**
 * Which groups may not be shown, and why. `SMALL_GROUP` has too few subjects. `DERIVABLE` has enough, but the parts of
 * it that may not be shown have too few together: asking for the others, one could take them from the whole. It is
 * looked at by the finest cells and by each further dimension, so that the verdict on a group is the same whatever else
 * is asked for. What is not in the result may be shown.
 */
export function suppressGroups(
  cells: readonly Cell[],
  { by, minimumGroup }: Grouping,
): ReadonlyMap<string, Suppression> {
  const dimensions = cells[0]?.values.length ?? 0;
  const judge = judgeOf(dimensions, minimumGroup);
  const suppressed = new Map<string, Suppression>();
  for (const [id, group] of partition(cells, by)) {
    const verdict = judge(group, by);
    if (verdict !== undefined) {
      suppressed.set(id, verdict);
    }
  }
  return suppressed;
}

type Judge = (group: readonly Cell[], by: readonly number[]) => Suppression | undefined;

function judgeOf(dimensions: number, minimumGroup: number): Judge {
  const known = new Map<string, Suppression | undefined>();
  const judge: Judge = (group, by) => {
    if (!hasSubjects(group, minimumGroup)) {
      return 'SMALL_GROUP';
    }
    const small = group.filter(({ subjects }) => subjects.size < minimumGroup);
    if (small.length === 0) {
      return undefined;
    }
    const further = Array.from({ length: dimensions }, (_, i) => i).filter((i) => !by.includes(i));
    const isDerivable =
      !hasSubjects(small, minimumGroup) ||
      further.some((dimension) =>
        hidesTooFew(
          group,
          [...by, dimension].sort((a, b) => a - b),
        ),
      );
    return isDerivable ? 'DERIVABLE' : undefined;
  };
  /** Whether what is suppressed of the group, parted like this, has too few subjects to be hidden in each other. */
  const hidesTooFew = (group: readonly Cell[], by: readonly number[]): boolean => {
    const hidden = [...partition(group, by)].flatMap(([id, part]) => {
      const key = `${by.join()}:${id}`;
      const verdict = known.has(key) ? known.get(key) : judge(part, by);
      known.set(key, verdict);
      return verdict === undefined ? [] : part.filter(({ subjects }) => subjects.size < minimumGroup);
    });
    return hidden.length > 0 && !hasSubjects(hidden, minimumGroup);
  };
  return judge;
}

function partition(cells: readonly Cell[], by: readonly number[]): ReadonlyMap<string, readonly Cell[]> {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    const id = groupIdOf(by.map((dimension) => cell.values[dimension] ?? null));
    const group = groups.get(id);
    if (group === undefined) {
      groups.set(id, [cell]);
    } else {
      group.push(cell);
    }
  }
  return groups;
}

/** Whether cells have at least so many distinct subjects. */
function hasSubjects(cells: readonly Cell[], atLeast: number): boolean {
  const found = new Set<string>();
  for (const { subjects } of cells) {
    for (const subject of subjects) {
      found.add(subject);
      if (found.size >= atLeast) {
        return true;
      }
    }
  }
  return false;
}

import { type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';

/** The parts of an operation that say under which key each root field answers. */
export interface RootSelection {
  readonly selectionSet: SelectionSetNode;
  readonly fragments: readonly FragmentDefinitionNode[];
  /** Whether a root field gives pages, whose rows are in a list below it. */
  readonly isPaged: (field: string) => boolean;
}

/** Records and groups in an answer: those of its lists and pages, and each single one that is there. */
export function countRows(data: unknown, root: RootSelection): number {
  if (!isObject(data)) {
    return 0;
  }
  let rows = 0;
  for (const [key, field] of rootFields(root.selectionSet, root.fragments)) {
    rows += rowsOf(data[key], root.isPaged(field));
  }
  return rows;
}

function rowsOf(value: unknown, isPaged: boolean): number {
  if (Array.isArray(value)) {
    return value.filter((item) => item !== null).length;
  }
  if (!isObject(value)) {
    return 0;
  }
  return isPaged
    ? Math.max(0, ...Object.values(value).map((part) => rowsOf(part, false) * Number(Array.isArray(part))))
    : 1;
}

/** Root fields by the key they answer under. */
function rootFields(
  { selections }: SelectionSetNode,
  fragments: readonly FragmentDefinitionNode[],
): Map<string, string> {
  const found = new Map<string, string>();
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      found.set(selection.alias?.value ?? selection.name.value, selection.name.value);
      continue;
    }
    const set =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection.selectionSet
        : fragments.find(({ name }) => name.value === selection.name.value)?.selectionSet;
    for (const [key, field] of set === undefined ? [] : rootFields(set, fragments)) {
      found.set(key, field);
    }
  }
  return found;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

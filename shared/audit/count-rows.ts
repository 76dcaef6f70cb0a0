import { type FieldNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';

/** The parts of an operation that say under which key each field answers. */
export interface RootSelection {
  readonly selectionSet: SelectionSetNode;
  readonly fragments: readonly FragmentDefinitionNode[];
  /** Whether a field of a type gives pages, whose rows are in a list below it. */
  readonly isPaged: (type: string, field: string) => boolean;
}

/**
 * Records and groups in an answer: those of its lists and pages, and each single one that is there. An entity that is
 * spread over members is none itself: the rows of its pages count.
 */
export function countRows(data: unknown, root: RootSelection): number {
  if (!isObject(data)) {
    return 0;
  }
  let rows = 0;
  for (const { key, node } of fieldsOf('Query', root.selectionSet, root.fragments)) {
    const { value: name } = node.name;
    rows +=
      name === '_entities'
        ? entityRows(data[key], pagesBelow(node, root))
        : rowsOf(data[key], root.isPaged('Query', name));
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

function entityRows(entities: unknown, pages: ReadonlySet<string>): number {
  const all: readonly unknown[] = Array.isArray(entities) ? entities : [];
  return all.filter(isObject).reduce((rows, entity) => {
    const own = [...pages].filter((key) => Object.hasOwn(entity, key));
    const paged = own.reduce((sum, key) => sum + rowsOf(entity[key], true), 0);
    return rows + (own.length === 0 ? 1 : paged);
  }, 0);
}

/** The keys of pages below `_entities`. */
function pagesBelow({ selectionSet }: FieldNode, { fragments, isPaged }: RootSelection): ReadonlySet<string> {
  const fields = selectionSet === undefined ? [] : fieldsOf('_Entity', selectionSet, fragments);
  return new Set(fields.flatMap(({ key, on, node }) => (isPaged(on, node.name.value) ? [key] : [])));
}

interface KeyedField {
  readonly key: string;
  /** The type of the innermost fragment around it. */
  readonly on: string;
  readonly node: FieldNode;
}

/** Fields by the key they answer under, each key once for each type. */
function fieldsOf(
  on: string,
  { selections }: SelectionSetNode,
  fragments: readonly FragmentDefinitionNode[],
): readonly KeyedField[] {
  const found = new Map<string, KeyedField>();
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      found.set(`${on} ${key}`, { key, on, node: selection });
      continue;
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection
        : fragments.find(({ name }) => name.value === selection.name.value);
    const type = fragment?.typeCondition?.name.value ?? on;
    for (const field of fragment === undefined ? [] : fieldsOf(type, fragment.selectionSet, fragments)) {
      found.set(`${field.on} ${field.key}`, field);
    }
  }
  return [...found.values()];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

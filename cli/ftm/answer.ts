/** A part of an answer of the graph: what it is of is known by the query that asked for it. */
export type Part = Readonly<Record<string, unknown>>;

export function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object at a path; undefined where any step is missing or null. */
export function partAt(part: Part, ...path: readonly string[]): Part | undefined {
  const value = valueAt(part, path);
  return isPart(value) ? value : undefined;
}

/** The objects of the list at a path; none where there is no list. */
export function partsAt(part: Part, ...path: readonly string[]): readonly Part[] {
  const value = valueAt(part, path);
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return list.filter(isPart);
}

export function textAt(part: Part, ...path: readonly string[]): string | undefined {
  const value = valueAt(part, path);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

export function textsAt(part: Part, ...path: readonly string[]): readonly string[] {
  const value = valueAt(part, path);
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return list.filter((item) => typeof item === 'string');
}

function valueAt(part: Part, path: readonly string[]): unknown {
  let value: unknown = part;
  for (const step of path) {
    value = isPart(value) ? value[step] : undefined;
  }
  return value;
}

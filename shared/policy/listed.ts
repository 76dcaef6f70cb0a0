/** A list of a syntax node. graphql-js always gives one where it parsed a text; only its types say that it may be missing. */
export function listed<T>(nodes: readonly T[] | undefined): readonly T[] {
  return nodes ?? [];
}

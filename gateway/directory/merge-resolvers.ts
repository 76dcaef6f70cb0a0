/** Resolvers by type, then field. */
export type ResolverMap = Readonly<Record<string, Readonly<Record<string, Resolver>>>>;

// Of a method, so that each resolver says itself what of the schema's form it is called with.
type Resolver = { resolve(parent: unknown, args: unknown, context: unknown): unknown }['resolve'];

/** One map of several that share types and no field. */
export function mergeResolvers(maps: readonly ResolverMap[]): Record<string, Record<string, Resolver>> {
  const merged: Record<string, Record<string, Resolver>> = {};
  for (const [type, fields] of maps.flatMap((map) => Object.entries(map))) {
    merged[type] = { ...merged[type], ...fields };
  }
  return merged;
}

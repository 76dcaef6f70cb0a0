/** Throws when what must hold in our own code does not: a fault of ours, masked for clients. */
export function invariant(condition: unknown, why: string): asserts condition {
  if (!condition) {
    throw new Error(`Invariant broken: ${why}.`);
  }
}

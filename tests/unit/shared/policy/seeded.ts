/** The runs of a property; a failure prints its seed. `npm run fuzz` sets another one. */
export function seeded(numRuns: number): { readonly seed: number; readonly numRuns: number } {
  return { seed: Number(process.env['ACCORD_FUZZ_SEED'] ?? 20_261_127), numRuns };
}

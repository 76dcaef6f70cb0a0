/** The runs of a property; a failure prints its seed. Another seed or number of runs is set by the environment. */
export function seeded(numRuns: number): { readonly seed: number; readonly numRuns: number } {
  return {
    seed: Number(process.env['ACCORD_FUZZ_SEED'] ?? 20_261_127),
    numRuns: Number(process.env['ACCORD_FUZZ_RUNS'] ?? numRuns),
  };
}

import { z } from 'zod';

/** What of Stryker's report is looked at. */
export const MutationReport = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.string(),
      mutants: z.array(
        z.object({
          status: z.string(),
          mutatorName: z.string(),
          replacement: z.string().optional(),
          location: z.object({
            start: z.object({ line: z.number(), column: z.number() }),
            end: z.object({ line: z.number(), column: z.number() }),
          }),
        }),
      ),
    }),
  ),
});
export type MutationReport = z.infer<typeof MutationReport>;

/** Why nothing notices some mutants of a file, as `reasons.yaml` says. */
export const Reason = z.strictObject({
  /** Text of the line that a mutant begins on. */
  in: z.string().min(3),
  /** What they make of it, where others are of another kind. */
  to: z.string().optional(),
  why: z.string().min(10),
});
export type Reason = z.infer<typeof Reason>;
export const Reasons = z.strictObject({
  /** Reasons that hold in any file, where the file has none of its own. */
  everywhere: z.array(Reason),
  files: z.record(z.string(), z.array(Reason).min(1)),
});
export type Reasons = z.infer<typeof Reasons>;

/** A mutant that no test kills, or that none reaches. */
export interface Survivor {
  readonly file: string;
  readonly line: number;
  /** The line that it begins on. */
  readonly text: string;
  readonly replacement: string;
}

/** Mutants of which Stryker says that no test tells them apart. */
const surviving: ReadonlySet<string> = new Set(['Survived', 'NoCoverage']);
const killed: ReadonlySet<string> = new Set(['Killed', 'Timeout']);

export function survivorsOf(report: MutationReport): readonly Survivor[] {
  return Object.entries(report.files).flatMap(([file, { source, mutants }]) => {
    const lines = source.split('\n');
    return mutants
      .filter(({ status }) => surviving.has(status))
      .map(({ location: { start }, replacement = '' }) => ({
        ...{ file, line: start.line, replacement },
        text: (lines[start.line - 1] ?? '').trim(),
      }))
      .sort((a, b) => a.line - b.line);
  });
}

/** How many mutants of the files below a folder were killed, were not, and were left out since they are made at import. */
export function figuresOf({ files }: MutationReport, folder: string) {
  const statuses = Object.entries(files).flatMap(([file, { mutants }]) =>
    file.startsWith(`${folder}/`) ? mutants.map(({ status }) => status) : [],
  );
  const count = (of: ReadonlySet<string>) => statuses.filter((status) => of.has(status)).length;
  const [dead, alive] = [count(killed), count(surviving)];
  return {
    ...{ killed: dead, survived: alive, atImport: count(new Set(['Ignored'])) },
    score: (100 * dead) / (dead + alive),
  };
}

/** The survivors of each reason; those without one, and reasons of files that none needs. */
export function explain(survivors: readonly Survivor[], { everywhere, files }: Reasons) {
  const explained = new Map<Reason, Survivor[]>();
  const unexplained: Survivor[] = [];
  for (const survivor of survivors) {
    const reason = [...(files[survivor.file] ?? []), ...everywhere].find((one) => isOf(one, survivor));
    if (reason === undefined) {
      unexplained.push(survivor);
    } else {
      explained.set(reason, [...(explained.get(reason) ?? []), survivor]);
    }
  }
  const unneeded = Object.entries(files).flatMap(([file, reasons]) =>
    reasons.filter((reason) => !explained.has(reason)).map((reason) => ({ file, in: reason.in })),
  );
  return { explained, unexplained, unneeded };
}

function isOf(reason: Reason, { text, replacement }: Survivor): boolean {
  return text.includes(reason.in) && (reason.to === undefined || replacement.includes(reason.to));
}

import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** A note of the demo's extension about one organisation, under all the ids that members have for it. */
export const RiskNote = z.strictObject({
  id: z.string().min(1),
  level: z.enum(['LOW', 'MEDIUM', 'HIGH']),
  text: z.string().min(1),
  notedOn: z.string().min(4),
  /** Record ids of organisations, `<member>:<local>`. */
  parties: z.array(z.string().min(1)).min(1),
});
export type RiskNote = Readonly<z.infer<typeof RiskNote>>;

/** Reads the notes that `riskNotesText` wrote. */
export async function readRiskNotes(path: string): Promise<RiskNote[]> {
  return z.array(RiskNote).parse(JSON.parse(await readFile(path, 'utf8')));
}

export function riskNotesText(notes: readonly RiskNote[]): string {
  return `${JSON.stringify(notes, null, 1)}\n`;
}

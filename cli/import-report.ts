import type { ImportSummary, OutcomeCounts } from '../shared/importing/import-tally.js';

/**
 * The summary of an import for people and scripts: one line per fact, its name first, in a fixed order. `rejectsFile`
 * is the file's name as it was given.
 */
export function importReport(summary: ImportSummary, rejectsFile: string): string {
  const types = [...summary.outcomes].sort(([a], [b]) => (a < b ? -1 : 1));
  const facts: [string, string][] = [
    ['rows read', String(summary.rows)],
    ...types.map(([type, counts]): [string, string] => [type, storedLine(counts)]),
    ['repeated', String(total(summary, 'repeated'))],
    ['conflicts', conflictLine(total(summary, 'conflict'))],
    ['forgotten', String(total(summary, 'forgotten'))],
    ['skipped', skippedLine(summary.skipped)],
    ['rejected', summary.rejected === 0 ? '0' : `${summary.rejected}, see ${rejectsFile}`],
  ];
  const width = Math.max(...facts.map(([name]) => name.length)) + 2;
  return facts.map(([name, value]) => `${name.padEnd(width)}${value}\n`).join('');
}

function storedLine({ inserted, updated, unchanged }: OutcomeCounts): string {
  const stored = inserted + updated + unchanged;
  return `${stored} stored: ${inserted} inserted, ${updated} updated, ${unchanged} unchanged`;
}

function conflictLine(count: number): string {
  return count === 0 ? '0' : `${count} (another content under an id of this run; the first was kept)`;
}

function skippedLine(skipped: ReadonlyMap<string, number>): string {
  const all = [...skipped.values()].reduce((sum, count) => sum + count, 0);
  const reasons = [...skipped].map(([reason, count]) => `${count} × ${reason}`);
  return all === 0 ? '0' : `${all}: ${reasons.join('; ')}`;
}

function total(summary: ImportSummary, outcome: keyof OutcomeCounts): number {
  return [...summary.outcomes.values()].reduce((sum, counts) => sum + counts[outcome], 0);
}

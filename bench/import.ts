import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { writeBudgetFile } from './import/write-budget-file.js';
import { writeRecordLines } from './import/write-record-lines.js';

const rows = 1_000_000;
const rssLimitMiB = 300;
const leastRatio = 0.15;

const cli = fileURLToPath(new URL('../cli/main.ts', import.meta.url));
const bare = fileURLToPath(new URL('./import/bare-insert.ts', import.meta.url));
const reportUsage = new URL('./import/report-usage.ts', import.meta.url).href;

/**
 * Imports a generated file of a million rows with the command that a member uses, in a process of its own. In two
 * others the same rows go bare into SQLite: as the records the import stores, each its id and its JSON, which is what
 * the limit is about; and, for comparison, as the cells of the file. The records go in before and after the import, so
 * that a machine that gets busier meanwhile changes the ratio less. Times run from a process's start to its end. Prints
 * what was measured and gives whether the limits hold.
 */
export async function benchImport(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'accord-bench-import-'));
  try {
    const csv = join(folder, 'generated-adopted.csv');
    const lines = join(folder, 'records.txt');
    const config = join(folder, 'member.yaml');
    await writeBudgetFile(csv, rows);
    await writeRecordLines(csv, lines);
    await writeFile(config, memberYaml);
    const cells = await measure(folder, [bare, 'cells', csv, join(folder, 'cells.sqlite')]);
    const before = await measure(folder, [bare, 'records', lines, join(folder, 'before.sqlite')]);
    const imported = await measure(folder, [cli, 'import', 'oakland-flow', csv, '--config', config]);
    const after = await measure(folder, [bare, 'records', lines, join(folder, 'after.sqlite')]);
    const stored = /^BudgetLine\s+(\d+) stored: \1 inserted/m.exec(imported.stdout)?.[1];
    const ratio = (before.seconds + after.seconds) / 2 / imported.seconds;
    const store = await stat(join(folder, 'data', 'records.sqlite'));
    console.table({
      'cells bare into SQLite': { value: describe(cells) },
      'records bare into SQLite': { value: describe(before) },
      'records bare, again': { value: describe(after) },
      'accord import': { value: describe(imported) },
      stored: { value: `${stored ?? 'none'} of ${rows} records, ${(store.size / 1_048_576).toFixed(0)} MiB` },
      [`ratio to bare records (at least ${leastRatio})`]: { value: ratio.toFixed(3) },
      'ratio to bare cells': { value: (cells.seconds / imported.seconds).toFixed(3) },
      [`peak RSS (below ${rssLimitMiB} MiB)`]: { value: `${imported.peakRssMiB.toFixed(0)} MiB` },
    });
    process.stdout.write(`${whatBareIs}\n`);
    return stored === String(rows) && ratio >= leastRatio && imported.peakRssMiB < rssLimitMiB;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const whatBareIs =
  'Bare: read and inserted in one transaction into a table without indexes, in a log and with overwriting as the store, in the usual SQLite pages of 4 KiB (the store has 16). A record is its local id and its JSON body, cells are those of the CSV file.';

const memberYaml = `id: bench-member
name: Bench Member
country: GB
licence: CC0-1.0
domains: [budgets]
store: { kind: sqlite, folder: ./data }
listen: { port: 0 }
`;

const Usage = z.object({ peakRssMiB: z.number(), cpuSeconds: z.number() });

interface Run extends z.infer<typeof Usage> {
  readonly seconds: number;
  readonly stdout: string;
}

async function measure(folder: string, args: readonly string[]): Promise<Run> {
  const usageFile = join(folder, 'usage.json');
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', '--import', reportUsage, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ACCORD_USAGE_FILE: usageFile },
  });
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) {
    throw new Error(`A measured process ended with code ${code}.`);
  }
  const seconds = (performance.now() - startedAt) / 1000;
  return { seconds, stdout, ...Usage.parse(JSON.parse(await readFile(usageFile, 'utf8'))) };
}

function describe({ seconds, cpuSeconds, peakRssMiB }: Run): string {
  const rate = `${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s`;
  return `${rate}, ${cpuSeconds.toFixed(1)} s of CPU, ${peakRssMiB.toFixed(0)} MiB`;
}

import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeBudgetFile } from './import/write-budget-file.js';

const rows = 1_000_000;
const rssLimitMiB = 300;
const leastRatio = 0.15;

const cli = fileURLToPath(new URL('../cli/main.ts', import.meta.url));
const bare = fileURLToPath(new URL('./import/bare-insert.ts', import.meta.url));
const peakRss = new URL('./import/peak-rss.ts', import.meta.url).href;

/**
 * Imports a generated file of a million rows with the command that a member uses, in a process of its own, and puts
 * the same file's rows bare into SQLite in another: read with `csv-parse`, inserted as they are, one transaction. Both
 * times run from the start of the process to its end. Prints what was measured and gives whether the limits hold.
 */
export async function benchImport(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'accord-bench-import-'));
  try {
    const csv = join(folder, 'generated-adopted.csv');
    await writeBudgetFile(csv, rows);
    const config = join(folder, 'member.yaml');
    await writeFile(config, memberYaml);
    const bareRun = await measure(folder, [bare, csv, join(folder, 'bare.sqlite')]);
    const importRun = await measure(folder, [cli, 'import', 'oakland-flow', csv, '--config', config]);
    const stored = /^BudgetLine\s+(\d+) stored: \1 inserted/m.exec(importRun.stdout)?.[1];
    const ratio = bareRun.seconds / importRun.seconds;
    const file = await stat(csv);
    const store = await stat(join(folder, 'data', 'records.sqlite'));
    console.table({
      file: { value: `${rows} rows, ${mib(file.size)} MiB` },
      'bare into SQLite': { value: describe(bareRun) },
      'accord import': { value: describe(importRun) },
      stored: { value: `${stored ?? 'none'} records, ${mib(store.size)} MiB` },
      [`ratio (at least ${leastRatio})`]: { value: ratio.toFixed(3) },
      [`peak RSS (below ${rssLimitMiB} MiB)`]: { value: `${importRun.peakRssMiB.toFixed(0)} MiB` },
    });
    return stored === String(rows) && ratio >= leastRatio && importRun.peakRssMiB < rssLimitMiB;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const memberYaml = `id: bench-member
name: Bench Member
country: GB
licence: CC0-1.0
domains: [budgets]
store: { kind: sqlite, folder: ./data }
listen: { port: 0 }
`;

interface Run {
  readonly seconds: number;
  readonly peakRssMiB: number;
  readonly stdout: string;
}

async function measure(folder: string, args: readonly string[]): Promise<Run> {
  const rssFile = join(folder, 'peak-rss');
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', '--import', peakRss, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ACCORD_PEAK_RSS_FILE: rssFile },
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
  return { seconds, peakRssMiB: Number(await readFile(rssFile, 'utf8')), stdout };
}

function describe({ seconds, peakRssMiB }: Run): string {
  return `${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s, ${peakRssMiB.toFixed(0)} MiB`;
}

function mib(bytes: number): string {
  return (bytes / 1_048_576).toFixed(0);
}

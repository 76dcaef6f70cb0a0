import { access, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { invariant } from '../../shared/errors/invariant.js';
import type { Rejects } from '../../shared/importing/rejects-file.js';
import { runImport } from '../../shared/importing/run-import.js';
import { memberKeyName } from '../../shared/kit/member-key-file.js';
import type { RecordStore } from '../../shared/store/record-store.js';
import { type DemoMember, demoToday } from './coalition.js';
import { type MemberFiles, writeWhole } from './demo-files.js';
import { createDemoImporter } from './demo-importer.js';
import { generateMember } from './generate-member.js';

export interface FillJob {
  readonly member: DemoMember;
  readonly seed: string;
  readonly files: MemberFiles;
  /** Opens the member's store, gives it to `use` and closes it. */
  readonly withStore: (use: (store: RecordStore) => Promise<void>) => Promise<void>;
  readonly signal: AbortSignal;
}

/** Raised when the generator makes other records from the same seed, so that older data is made anew. */
const generatorVersion = 3;

/** Whether the member's data is there, complete, and from this seed and generator. */
export async function isFilled(files: MemberFiles, seed: string): Promise<boolean> {
  const text = await readFile(files.filled, 'utf8').catch(() => '');
  const kept = await readdir(files.data).catch(() => []);
  const hasTruth = await access(files.truth).then(
    () => true,
    () => false,
  );
  return text === filledText(seed) && kept.length > 0 && hasTruth;
}

/**
 * Fills the member's store with generated records in one run, then writes the truth, and last that it is complete. What
 * an interrupted or older filling left is removed first. Throws what the store throws, and INTERRUPTED.
 */
export async function fillMember(job: FillJob): Promise<void> {
  const { files, member, seed } = job;
  // The member's key stays: others have pinned it.
  const kept = await readdir(files.data).catch(() => []);
  const old = kept.filter((name) => name !== memberKeyName).map((name) => join(files.data, name));
  for (const path of [files.filled, files.truth, ...old]) {
    await rm(path, { recursive: true, force: true });
  }
  const { rows, truth } = generateMember(member, seed);
  await job.withStore(async (store) => {
    await runImport({
      importer: createDemoImporter(member, rows),
      source: { paths: [], member: member.id, retrievedAt: demoToday.instant, keyedId: noKeyedId },
      store,
      rejects: noRejects,
      onProgress: () => undefined,
      signal: job.signal,
    });
  });
  await writeWhole(files.truth, truthText(member, truth));
  await writeWhole(files.filled, filledText(seed));
}

function filledText(seed: string): string {
  return `${JSON.stringify({ seed, generatorVersion })}\n`;
}

function truthText(member: DemoMember, truth: ReadonlyMap<string, string>): string {
  return [...truth]
    .map(([local, identity]) => `${JSON.stringify({ party: `${member.id}:${local}`, identity })}\n`)
    .join('');
}

/** The generator gives every record its id, and no row that cannot be read. */
const noRejects: Rejects = {
  async add() {
    invariant(false, 'generated records are never rejected');
  },
  async commit() {},
  async discard() {},
};

function noKeyedId(): string {
  invariant(false, 'generated records bring their ids');
}

import { setImmediate as nextTurn } from 'node:timers/promises';
import { isLocalId } from '../domain/ids.js';
import { AccordError } from '../errors/accord-error.js';
import type { ImportRun, RecordInput, RecordStore } from '../store/record-store.js';
import { type ImportSummary, ImportTally } from './import-tally.js';
import type { Importer, ImportItem, ImportSource } from './importer.js';
import type { Rejects } from './rejects-file.js';

export interface ImportJob {
  readonly importer: Importer;
  readonly source: ImportSource;
  readonly store: RecordStore;
  readonly rejects: Rejects;
  /** Called now and then with the rows read so far. */
  readonly onProgress: (rows: number) => void;
  readonly signal: AbortSignal;
}

/** Records of one `put`, and rows after which a run without records looks up. */
const batchLength = 500;

/**
 * Imports all that the importer reads as one run: all of it becomes visible at once or nothing does. A reject stops
 * nothing, but a run of rejects alone throws BAD_FILE. Throws INTERRUPTED when the signal aborts, and whatever the
 * importer or the store throws; the store is then as it was before.
 */
export async function runImport(job: ImportJob): Promise<ImportSummary> {
  assertGoesOn(job.signal);
  const run = await job.store.beginImport({ label: job.importer.format });
  try {
    const summary = await putAll(job, run);
    // Told before anything is stored: rows that could not be told must not be missing without a trace.
    await job.rejects.commit();
    assertSomeReadable(job.importer.format, summary);
    await run.commit();
    return summary;
  } catch (fault) {
    // The first fault is the one to tell. A store that is gone cannot end the run, and drops it by itself.
    await Promise.allSettled([run.abort(), job.rejects.discard()]);
    throw fault;
  }
}

function assertSomeReadable(format: string, { rows, rejected }: ImportSummary): void {
  if (rejected > 0 && rejected === rows) {
    const came = rows === 1 ? 'the only row was' : `all ${rows} rows were`;
    throw new AccordError('BAD_FILE', `Expected rows of the format "${format}", ${came} rejected.`);
  }
}

async function putAll(job: ImportJob, run: ImportRun): Promise<ImportSummary> {
  const tally = new ImportTally();
  let batch: RecordInput[] = [];
  let lookUpAt = batchLength;
  for await (const read of job.importer.read(job.source)) {
    const item = checked(read);
    if (item.kind === 'records') {
      tally.rows += item.rows ?? 1;
      batch.push(...item.records);
    } else {
      tally.rows += 1;
      if (item.kind === 'skip') {
        tally.skip(item.reason);
      } else {
        tally.rejected += 1;
        await job.rejects.add(item);
      }
    }
    if (batch.length >= batchLength || tally.rows >= lookUpAt) {
      tally.put(batch, await run.put(batch));
      batch = [];
      lookUpAt = tally.rows + batchLength;
      job.onProgress(tally.rows);
      // A store may put without ever waiting; signals and other work get their turn here.
      await nextTurn();
      assertGoesOn(job.signal);
    }
  }
  tally.put(batch, await run.put(batch));
  assertGoesOn(job.signal);
  return tally;
}

/** An id that no query could ask for makes the row a reject. */
function checked(item: ImportItem): ImportItem {
  if (item.kind !== 'records' || item.records.every((record) => isLocalId(record.local))) {
    return item;
  }
  return {
    kind: 'reject',
    at: item.at,
    reason: 'Expected ids of 1 to 200 characters without white space and control characters.',
    row: item.records,
  };
}

function assertGoesOn(signal: AbortSignal): void {
  if (signal.aborted) {
    throw new AccordError('INTERRUPTED', 'Expected to finish, but the run was interrupted.');
  }
}

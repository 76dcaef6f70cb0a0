import { describe, expect, test } from 'vitest';
import { readMemberId } from '../../../../shared/domain/ids.js';
import { AccordError } from '../../../../shared/errors/accord-error.js';
import type { Importer, ImportItem } from '../../../../shared/importing/importer.js';
import type { Reject, Rejects } from '../../../../shared/importing/rejects-file.js';
import { runImport } from '../../../../shared/importing/run-import.js';
import type { RecordStore } from '../../../../shared/store/record-store.js';
import type { RecordType } from '../../../../shared/store/record-type.js';
import { MemoryRecordStore } from '../../../fixtures/memory-record-store.js';

const thing: RecordType = { name: 'Thing', keys: {}, texts: () => [], pairs: [{ equal: [], sort: null }] };
const now = () => new Date('2026-05-01T00:00:00.000Z');

function openStore(): RecordStore {
  return new MemoryRecordStore({ member: readMemberId('harbour-watch'), types: [thing], now });
}

function importerOf(items: Iterable<ImportItem>, fault?: Error): Importer {
  return {
    format: 'things',
    domain: null,
    describes: '',
    takes: '',
    async *read() {
      yield* items;
      if (fault !== undefined) {
        throw fault;
      }
    },
  };
}

function record(local: string, title: string, rows = 1): ImportItem {
  const at = { file: 'a.csv', line: 2 };
  return { kind: 'records', at, records: [{ type: 'Thing', local, body: { title } }], rows };
}

const bad: ImportItem = { kind: 'reject', at: { file: 'a.csv', line: 3 }, reason: 'Expected a number.' };

class MemoryRejects implements Rejects {
  told: Reject[] = [];
  kept: readonly Reject[] | undefined;
  async add(reject: Reject): Promise<void> {
    this.told.push(reject);
  }
  async commit(): Promise<void> {
    this.kept = this.told;
  }
  async discard(): Promise<void> {
    this.told = [];
  }
}

function job(store: RecordStore, importer: Importer, signal = new AbortController().signal) {
  const rejects = new MemoryRejects();
  const source = {
    paths: ['a.csv'],
    member: 'harbour-watch',
    retrievedAt: now().toISOString(),
    keyedId: () => '',
  };
  return { importer, source, store, rejects, onProgress: () => undefined, signal };
}

async function count(store: RecordStore): Promise<number> {
  return (await store.status()).records['Thing'] ?? 0;
}

describe('an import', () => {
  test('stores what is readable and counts the rest', async () => {
    const store = openStore();
    const { rejects, ...rest } = job(
      store,
      importerOf([
        record('a', 'first'),
        record('a', 'first'),
        record('a', 'second'),
        bad,
        { kind: 'skip', at: { file: 'a.csv', line: 4 }, reason: 'the amount is zero' },
        { kind: 'skip', at: { file: 'a.csv', line: 5 }, reason: 'the amount is zero' },
        record('b', 'third', 4),
      ]),
    );
    const summary = await runImport({ ...rest, rejects });
    expect(summary.rows).toBe(10);
    expect(summary.rejected).toBe(1);
    expect([...summary.skipped]).toEqual([['the amount is zero', 2]]);
    expect(summary.outcomes.get('Thing')).toEqual({
      inserted: 2,
      updated: 0,
      unchanged: 0,
      repeated: 1,
      conflict: 1,
      forgotten: 0,
    });
    expect(rejects.kept).toEqual([bad]);
    expect(await count(store)).toBe(2);
  });

  test('that is repeated changes nothing', async () => {
    const store = openStore();
    const importer = importerOf([record('a', 'first'), record('b', 'second')]);
    await runImport(job(store, importer));
    const before = await store.status();
    const again = await runImport(job(store, importer));
    expect(again.outcomes.get('Thing')).toMatchObject({ inserted: 0, updated: 0, unchanged: 2 });
    expect(await store.status()).toEqual(before);
  });

  test('makes a row with an id that nobody could ask for a reject', async () => {
    const store = openStore();
    const { rejects, ...rest } = job(store, importerOf([record('a b', 'first'), record('c', 'second')]));
    const summary = await runImport({ ...rest, rejects });
    expect(summary.rejected).toBe(1);
    expect(rejects.kept?.[0]?.reason).toBe(
      'Expected ids of 1 to 200 characters without white space and control characters.',
    );
    expect(await count(store)).toBe(1);
  });

  test.each([
    [[bad], 'Expected rows of the format "things", the only row was rejected.'],
    [[bad, bad], 'Expected rows of the format "things", all 2 rows were rejected.'],
  ])('of rejects alone fails and tells them (%#)', async (items, message) => {
    const store = openStore();
    const { rejects, ...rest } = job(store, importerOf(items));
    await expect(runImport({ ...rest, rejects })).rejects.toMatchObject({ code: 'BAD_FILE', message });
    expect(rejects.kept).toHaveLength(items.length);
    expect(await store.status()).toMatchObject({ lastCommitAt: null });
  });

  test('of a file without rows is done and stores nothing', async () => {
    const store = openStore();
    expect((await runImport(job(store, importerOf([])))).rows).toBe(0);
    expect(await store.status()).toMatchObject({ lastCommitAt: null });
  });

  test('whose importer fails after many rows leaves the store and the rejects as they were', async () => {
    const store = openStore();
    const rows = Array.from({ length: 1200 }, (_, i) => record(`r${i}`, 'title'));
    const fault = new AccordError('BAD_FILE', 'Expected more.');
    const { rejects, ...rest } = job(store, importerOf([bad, ...rows], fault));
    await expect(runImport({ ...rest, rejects })).rejects.toBe(fault);
    expect(rejects.kept).toBeUndefined();
    expect(rejects.told).toEqual([]);
    expect(await count(store)).toBe(0);
    await runImport(job(store, importerOf([record('a', 'after')])));
    expect(await count(store)).toBe(1);
  });

  test('whose rejects cannot be told stores nothing', async () => {
    const store = openStore();
    const rejects: Rejects = {
      add: async () => undefined,
      commit: async () => {
        throw new AccordError('BAD_OUTPUT', 'Expected to write the file "r.csv", the disk is full.');
      },
      discard: async () => undefined,
    };
    const importer = importerOf([record('a', 'first'), bad]);
    await expect(runImport({ ...job(store, importer), rejects })).rejects.toMatchObject({
      code: 'BAD_OUTPUT',
    });
    expect(await count(store)).toBe(0);
  });

  test.each([0, 700, 1200])('that is stopped after %i rows leaves the store as it was', async (stopAt) => {
    const store = openStore();
    const controller = new AbortController();
    const rows = function* (): Generator<ImportItem> {
      for (let i = 0; i < 1200; i++) {
        if (i === stopAt) {
          controller.abort();
        }
        yield record(`r${i}`, 'title');
      }
      controller.abort();
    };
    const run = runImport(job(store, importerOf(rows()), controller.signal));
    await expect(run).rejects.toMatchObject({
      code: 'INTERRUPTED',
      message: 'Expected to finish, but the run was interrupted.',
    });
    expect(await count(store)).toBe(0);
  });
});

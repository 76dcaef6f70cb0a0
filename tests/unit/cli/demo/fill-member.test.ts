import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DemoMember, demoMembers } from '../../../../cli/demo/coalition.js';
import { demoFiles, type MemberFiles } from '../../../../cli/demo/demo-files.js';
import { fillMember, isFilled } from '../../../../cli/demo/fill-member.js';
import { readMemberId } from '../../../../shared/domain/ids.js';
import { createLogger } from '../../../../shared/log/logger.js';
import type { RecordStore, StoreStatus } from '../../../../shared/store/record-store.js';
import { openSqliteStore } from '../../../../shared/store/sqlite/open-sqlite-store.js';
import { recordTypesOf } from '../../../../subgraphs/wire.js';

const [member] = demoMembers.filter(({ id }) => id === 'open-ledger');
const seed = 'test';
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-fill-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('filling a demo member', () => {
  it('stores 5,000 records in one run and then says that they are complete', async () => {
    const files = filesOf(member);
    expect(await isFilled(files, seed)).toBe(false);
    const status = await fill(files);
    const { Person, Organization, ...own } = status.records;
    expect(Object.values(own).reduce((sum, count) => sum + count, 0)).toBe(5_000);
    expect(await isFilled(files, seed)).toBe(true);
    expect(await isFilled(files, 'other')).toBe(false);

    const truth = readFileSync(files.truth, 'utf8').trimEnd().split('\n');
    expect(truth).toHaveLength((Person ?? 0) + (Organization ?? 0));
    expect(JSON.parse(truth[0] ?? '')).toEqual({
      party: expect.stringMatching(/^open-ledger:[op]-[a-z2-7]{16}$/),
      identity: expect.stringMatching(/^(?:person|company|body)-[A-Z]{2}-[\d-]+$/),
    });
  });

  it('leaves an interrupted filling incomplete, and does it anew', async () => {
    const files = filesOf(member);
    await expect(fill(files, AbortSignal.abort())).rejects.toMatchObject({ code: 'INTERRUPTED' });
    expect(await isFilled(files, seed)).toBe(false);
    expect(existsSync(files.truth)).toBe(false);
    // What a process that was killed in the middle may leave.
    writeFileSync(join(files.data, 'left-over'), '');
    await fill(files);
    expect(await isFilled(files, seed)).toBe(true);
    expect(existsSync(join(files.data, 'left-over'))).toBe(false);
  });

  it.each([
    ['is complete', '{"seed":"test","generatorVersion":3}\n', ['data/records.sqlite', 'truth.jsonl'], true],
    [
      'is of an older generator',
      '{"seed":"test","generatorVersion":0}\n',
      ['data/records.sqlite', 'truth.jsonl'],
      false,
    ],
    ['has lost its store', '{"seed":"test","generatorVersion":3}\n', ['truth.jsonl'], false],
    ['has lost its truth', '{"seed":"test","generatorVersion":3}\n', ['data/records.sqlite'], false],
    ['is said to be complete in no known way', 'yes', ['data/records.sqlite', 'truth.jsonl'], false],
  ])('is filled or not where the data %s', async (_, filled, present, expected) => {
    const files = filesOf(member);
    mkdirSync(files.data, { recursive: true });
    for (const file of present) {
      writeFileSync(join(files.folder, file), '');
    }
    writeFileSync(files.filled, filled);
    expect(await isFilled(files, seed)).toBe(expected);
  });
});

function filesOf(of: DemoMember | undefined): MemberFiles {
  const files = demoFiles(folder).member(of?.id ?? '');
  mkdirSync(files.folder, { recursive: true });
  return files;
}

async function fill(files: MemberFiles, signal = new AbortController().signal): Promise<StoreStatus> {
  let status: StoreStatus = { lastCommitAt: null, records: {} };
  if (member === undefined) {
    return status;
  }
  const withStore = async (use: (store: RecordStore) => Promise<void>): Promise<void> => {
    const store = openSqliteStore({
      folder: files.data,
      member: readMemberId(member.id),
      types: recordTypesOf([member.domain]),
      now: () => new Date('2026-06-30T00:00:00.000Z'),
      logger: createLogger({ name: 'test', level: 'silent' }),
    });
    try {
      await use(store);
      status = await store.status();
    } finally {
      await store.close();
    }
  };
  await fillMember({ member, seed, files, withStore, signal });
  return status;
}

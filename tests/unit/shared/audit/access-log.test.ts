import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readLine } from '../../../../shared/audit/log-chain.js';
import { type OpenLogFile, openLogFile } from '../../../../shared/audit/log-file.js';
import { listSegments, listStreams } from '../../../../shared/audit/log-folder.js';
import { readHead } from '../../../../shared/audit/log-head.js';
import { verifyAccessLog } from '../../../../shared/audit/verify-access-log.js';
import {
  aNote,
  createLogFolder,
  entriesOf,
  linesOfStream,
  openTestLog,
  streamOf,
  testLogKey,
  writeLog,
} from '../../../fixtures/test-access-log.js';

let folder: ReturnType<typeof createLogFolder>;
beforeEach(() => {
  folder = createLogFolder();
});
afterEach(() => folder.remove());

const faultsOf = (path: string) => verifyAccessLog(path, { keys: new Set() }).faults;

/** A disk that can be told to be full. */
function fullableDisk() {
  const disk = { isFull: false, synced: 0 };
  const openFile: OpenLogFile = async (path) => {
    const file = await openLogFile(path);
    return {
      ...file,
      async write(bytes, position) {
        if (disk.isFull) {
          // As a disk does: some of it still fits.
          await file.write(bytes.subarray(0, 10), position);
          throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
        }
        await file.write(bytes, position);
      },
      async sync() {
        disk.synced += 1;
        await file.sync();
      },
    };
  };
  return { disk, openFile };
}

describe('an access log', () => {
  test('writes entries as a chain, for its owner alone', async () => {
    const stream = await writeLog(folder.path, 3);
    const entries = linesOfStream(stream).map(readLine);
    expect(entries).toMatchObject([
      { seq: 1, event: 'ACCESS', requestId: 'request-1', time: '2026-01-31T09:30:00.000Z' },
      { seq: 2, requestId: 'request-2' },
      { seq: 3, requestId: 'request-3' },
    ]);
    expect(faultsOf(folder.path)).toEqual([]);
    const modes = [stream, ...readdirSync(stream).map((name) => join(stream, name))].map((path) => [
      statSync(path).isDirectory(),
      (statSync(path).mode & 0o777).toString(8),
    ]);
    for (const [isFolder, mode] of modes) {
      expect(mode).toBe(isFolder ? '700' : '600');
    }
  });

  test('writes what comes at once with few syncs of the disk', async () => {
    const { disk, openFile } = fullableDisk();
    const log = openTestLog(folder.path, { openFile });
    await Promise.all(Array.from({ length: 200 }, (_, i) => log.append(aNote(`request-${i}`))));
    expect(disk.synced).toBeLessThan(5);
    await log.close();
    expect(entriesOf(folder.path)).toHaveLength(200);
  });

  test('gathers what nobody waits for, at most 50 ms', async () => {
    const waits: number[] = [];
    const log = openTestLog(folder.path, {
      after(ms, work) {
        waits.push(ms);
        const timer = setTimeout(work, 0);
        return () => clearTimeout(timer);
      },
    });
    log.note(aNote());
    log.note(aNote());
    expect(waits).toHaveLength(1);
    expect(waits[0]).toBeLessThanOrEqual(50);
    await log.close();
    expect(entriesOf(folder.path)).toHaveLength(2);
  });

  test('goes on with its chain when it is opened again, in a new segment on a new day', async () => {
    await writeLog(folder.path, 2);
    const log = openTestLog(folder.path, { now: () => new Date('2026-02-01T00:00:00.000Z') });
    await log.append(aNote('request-3'));
    await log.close();
    const stream = streamOf(folder.path);
    expect(listSegments(stream).map(({ name }) => name)).toEqual([
      '000000000001.2026-01-31.jsonl',
      '000000000003.2026-02-01.jsonl',
    ]);
    expect(faultsOf(folder.path)).toEqual([]);
  });

  test('begins a new segment when one is full', async () => {
    const log = openTestLog(folder.path, { segmentBytes: 500 });
    for (let i = 1; i <= 5; i += 1) {
      await log.append(aNote(`request-${i}`));
    }
    await log.close();
    expect(listSegments(streamOf(folder.path)).length).toBeGreaterThan(2);
    expect(faultsOf(folder.path)).toEqual([]);
  });

  test('gives a second process a stream of its own, and takes up one that nobody has', async () => {
    const first = openTestLog(folder.path);
    const second = openTestLog(folder.path);
    await Promise.all([first.append(aNote('request-a')), second.append(aNote('request-b'))]);
    expect(listStreams(folder.path)).toHaveLength(2);
    expect(first.name?.stream).not.toBe(second.name?.stream);
    const { name } = first;
    await first.close();
    const third = openTestLog(folder.path);
    expect(third.name).toEqual(name);
    await Promise.all([second.close(), third.close()]);
    expect(faultsOf(folder.path)).toEqual([]);
  });

  test('does not go on with the stream of another', async () => {
    await writeLog(folder.path, 1);
    const other = openTestLog(folder.path, { issuer: 'open-ledger' });
    await other.append(aNote());
    await other.close();
    expect(listStreams(folder.path)).toHaveLength(2);
  });

  test('signs how far it has come, once', async () => {
    const log = openTestLog(folder.path);
    await log.append(aNote());
    const head = log.head();
    expect(readHead(head ?? '')).toMatchObject({
      kid: testLogKey.kid,
      head: { iss: 'harbour-watch', stream: log.name?.stream, seq: 1 },
    });
    expect(log.head()).toBe(head);
    await log.append(aNote());
    expect(readHead(log.head() ?? '')?.head.seq).toBe(2);
    await log.close();
  });

  test('has no head while it has no key, and works', async () => {
    const log = openTestLog(folder.path, {
      key: () => {
        throw new Error('no key');
      },
    });
    await log.append(aNote());
    expect(log.head()).toBeUndefined();
    await log.close();
  });
});

test('a line is read again however long its names are', async () => {
  const long = 'x'.repeat(5000);
  const log = openTestLog(folder.path);
  await log.append(aNote('request-1', { coordinates: [`Type.${long}`], organization: long, purpose: long }));
  await log.close();
  const again = openTestLog(folder.path);
  await again.append(aNote('request-2'));
  await again.close();
  expect(entriesOf(folder.path).map(({ event }) => event)).toEqual(['ACCESS', 'ACCESS']);
});

describe('what a process left that was killed while it wrote', () => {
  test.each([
    ['part of a line', '{"seq":4,"time":"2026'],
    ['bytes that are no line', '\0\0\0\0\0\0\n\0\0\0'],
    ['more than one block', 'x'.repeat(300_000)],
  ])('is set aside, and the chain goes on and says so: %s', async (_, left) => {
    const stream = await writeLog(folder.path, 3);
    const [segment] = listSegments(stream);
    appendFileSync(segment?.path ?? '', left);
    const log = openTestLog(folder.path);
    await log.append(aNote('request-4'));
    await log.close();
    expect(entriesOf(folder.path).slice(3)).toMatchObject([
      { seq: 4, event: 'TORN', bytes: left.length },
      { seq: 5, event: 'ACCESS', requestId: 'request-4' },
    ]);
    expect(readFileSync(`${segment?.path}.torn`, 'utf8')).toBe(left);
    expect(faultsOf(folder.path)).toEqual([]);
  });

  test('is an empty segment as well', async () => {
    const stream = await writeLog(folder.path, 3);
    appendFileSync(join(stream, '000000000004.2026-01-31.jsonl'), '');
    const log = openTestLog(folder.path);
    await log.append(aNote('request-4'));
    await log.close();
    expect(faultsOf(folder.path)).toEqual([]);
    expect(entriesOf(folder.path)).toHaveLength(4);
  });
});

describe('a log that cannot be written', () => {
  test('says so at once, keeps what came, and recovers', async () => {
    const { disk, openFile } = fullableDisk();
    const retries: (() => void)[] = [];
    let faults = 0;
    const log = openTestLog(folder.path, {
      openFile,
      onFault: () => {
        faults += 1;
      },
      after(ms, work) {
        if (ms >= 1000) {
          retries.push(work);
          return () => undefined;
        }
        const timer = setTimeout(work, ms);
        return () => clearTimeout(timer);
      },
    });
    await log.append(aNote('request-1'));
    disk.isFull = true;
    await expect(log.append(aNote('request-2'))).rejects.toMatchObject({ code: 'LOG_UNAVAILABLE' });
    expect(log.isHealthy()).toBe(false);
    log.note(aNote('request-3'));
    disk.isFull = false;
    retries.at(-1)?.();
    await expect.poll(() => log.isHealthy()).toBe(true);
    await log.append(aNote('request-4'));
    await log.close();
    expect(faults).toBe(1);
    expect(entriesOf(folder.path)).toMatchObject(
      [1, 2, 3, 4].map((seq) => ({ seq, requestId: `request-${seq}` })),
    );
    expect(faultsOf(folder.path)).toEqual([]);
  });

  test('counts what it has no room for', async () => {
    const { disk, openFile } = fullableDisk();
    const log = openTestLog(folder.path, { openFile, maxWaiting: 2 });
    disk.isFull = true;
    await expect(log.append(aNote('request-1'))).rejects.toThrow('access log');
    log.note(aNote('request-2'));
    log.note(aNote('request-3'));
    log.note(aNote('request-4'));
    disk.isFull = false;
    await expect.poll(() => log.isHealthy(), { timeout: 5000 }).toBe(true);
    await log.close();
    expect(entriesOf(folder.path)).toMatchObject([
      { requestId: 'request-1' },
      { requestId: 'request-2' },
      { event: 'LOST', entries: 2 },
    ]);
  });

  test('leaves no folders behind that it could not use', async () => {
    // A folder in the place of the lock's file.
    const root = join(folder.path, 'log');
    const log = openTestLog(root);
    const { name } = log;
    const stream = join(root, name?.stream ?? '');
    await log.close();
    rmSync(join(stream, 'lock.sqlite'));
    mkdirSync(join(stream, 'lock.sqlite'));
    const other = openTestLog(root);
    expect(other.isHealthy()).toBe(false);
    await other.close();
    expect(readdirSync(root)).toEqual([name?.stream]);
  });

  test('is not healthy from the start where its folder cannot be made', async () => {
    const file = join(folder.path, 'a-file');
    appendFileSync(file, '');
    const log = openTestLog(join(file, 'access-log'));
    expect([log.isHealthy(), log.head()]).toEqual([false, undefined]);
    await log.close();
  });
});

describe('entries past their time', () => {
  test('go by whole segments, and a seal says where the chain goes on', async () => {
    let day = 0;
    const now = () => new Date(Date.UTC(2026, 0, 1 + day, 12));
    const log = openTestLog(folder.path, { now, retentionDays: 10 });
    for (; day < 30; day += 1) {
      await log.append(aNote(`request-${day}`));
    }
    await log.close();
    const [first] = listSegments(streamOf(folder.path));
    expect(first?.day).toBe('2026-01-20');
    const found = verifyAccessLog(folder.path, { keys: new Set([testLogKey.kid]) });
    expect(found).toMatchObject({ faults: [], streams: [{ lines: 11, lastSeq: 30, sealedSeq: 19 }] });
  });
});

import {
  appendFileSync,
  cpSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chainStart, hashOf, type LogName, nextLine } from '../../../../shared/audit/log-chain.js';
import { listSegments } from '../../../../shared/audit/log-folder.js';
import { signHead } from '../../../../shared/audit/log-head.js';
import { readKeptHeads } from '../../../../shared/audit/read-heads.js';
import { verifyAccessLog } from '../../../../shared/audit/verify-access-log.js';
import {
  aNote,
  createLogFolder,
  createLogKey,
  linesOfStream,
  openTestLog,
  streamOf,
  testLogKey,
} from '../../../fixtures/test-access-log.js';

let folder: ReturnType<typeof createLogFolder>;
let heads = '';
/** A log of five days with two entries each; its peer saw a head after each entry. */
let log = '';
let stream = '';
beforeEach(async () => {
  folder = createLogFolder();
  log = join(folder.path, 'log');
  heads = join(folder.path, 'heads.jsonl');
  await writeDays(log, 5, heads);
  stream = streamOf(log);
});
afterEach(() => folder.remove());

async function writeDays(path: string, days: number, seen?: string): Promise<void> {
  let day = 1;
  const writer = openTestLog(path, { now: () => new Date(Date.UTC(2026, 0, day, 12)) });
  for (; day <= days; day += 1) {
    for (const half of ['a', 'b']) {
      await writer.append(aNote(`request-${day}-${half}`));
      if (seen !== undefined) {
        appendFileSync(seen, `${writer.head()}\n`);
      }
    }
  }
  await writer.close();
}

const nameOf = (): LogName => ({ issuer: 'harbour-watch', stream: basename(stream) });
const segment = (at: number) => listSegments(stream).at(at)?.path ?? '';
const alone = () => verifyAccessLog(log, { keys: new Set() }).faults;
const against = (keys: readonly string[] = []) =>
  verifyAccessLog(log, { kept: readKeptHeads(heads), keys: new Set(keys) }).faults;

/** Puts a whole other chain in the place of the log, each line right by itself. */
function recompute(change: (line: string) => string): void {
  let end = chainStart(nameOf());
  for (const { path } of listSegments(stream)) {
    const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1).map(change);
    const again = lines.map((line) => {
      const { seq: _seq, prev: _prev, time, ...note } = JSON.parse(line);
      const next = nextLine(end, note, time);
      end = next.end;
      return `${next.line}\n`;
    });
    writeFileSync(path, again.join(''));
  }
}

describe('a log that was left as it was written', () => {
  test('has no fault, by itself and against all heads that were seen', () => {
    expect(alone()).toEqual([]);
    expect(against([testLogKey.kid])).toEqual([]);
    expect(verifyAccessLog(stream, { kept: readKeptHeads(heads), keys: new Set() })).toMatchObject({
      heads: 10,
      faults: [],
      streams: [{ lines: 10, lastSeq: 10 }],
    });
  });

  test('may be torn at its end, where a process was killed', () => {
    appendFileSync(segment(-1), '{"seq":11,"ti');
    const found = verifyAccessLog(log, { kept: readKeptHeads(heads), keys: new Set() });
    expect(found.faults).toEqual([]);
    expect(found.streams[0]?.notices).toEqual([
      '"000000000009.2026-01-05.jsonl" ends within a line, which the next start sets aside',
    ]);
  });
});

describe('a log that was tampered with', () => {
  test('cut at its end: a bare chain cannot tell, a head does', () => {
    rmSync(segment(-1));
    expect(alone()).toEqual([]);
    expect(against()).toEqual([
      'The log ends with line 8, the head signed at 2026-01-05T12:00:00.000Z is of line 10: it was cut at its end.',
    ]);
  });

  test('cut by one line within the last segment', () => {
    const [first = ''] = readFileSync(segment(-1), 'utf8').split('\n');
    truncateSync(segment(-1), Buffer.byteLength(`${first}\n`));
    expect(alone()).toEqual([]);
    expect(against()).toHaveLength(1);
  });

  test('computed anew as a whole: a bare chain cannot tell, each head from there on does', () => {
    recompute((line) => line.replace('request-3-a', 'request-x'));
    expect(alone()).toEqual([]);
    expect(against()).toHaveLength(6);
    expect(against()[0]).toBe(
      'Line 5 is not the one that was there when its head was signed at 2026-01-03T12:00:00.000Z: the log was rewritten.',
    );
  });

  test('a line that was edited', () => {
    const path = segment(1);
    writeFileSync(path, readFileSync(path, 'utf8').replace('"rows":3', '"rows":0'));
    expect(alone()).toEqual([
      'Line 4 in "000000000003.2026-01-02.jsonl" does not follow from the one before, which was changed or put there later.',
    ]);
  });

  test('a line that is none', () => {
    const path = segment(1);
    writeFileSync(path, readFileSync(path, 'utf8').replace('"event":"ACCESS"', '"event":"OTHER"'));
    expect(alone()[0]).toBe('Line 3 in "000000000003.2026-01-02.jsonl" is not one that a log writes.');
  });

  test('a line that was taken out', () => {
    const path = segment(2);
    const [, second = ''] = readFileSync(path, 'utf8').split('\n');
    writeFileSync(path, `${second}\n`);
    expect(alone()).toContain('Line 5 should follow in "000000000005.2026-01-03.jsonl", it is line 6.');
  });

  test.each([
    [
      'in the middle',
      2,
      'Line 5 should follow, "000000000007.2026-01-04.jsonl" begins with line 7: what was between is missing.',
    ],
    [
      'at the beginning',
      0,
      'Line 1 should follow, "000000000003.2026-01-02.jsonl" begins with line 3: what was between is missing.',
    ],
  ])('a segment that is missing %s', (_, at, fault) => {
    rmSync(segment(at));
    expect(alone()).toEqual([fault]);
  });

  test('a segment that ends within a line although others follow', () => {
    truncateSync(segment(1), readFileSync(segment(1)).length - 5);
    expect(alone()).toContain(
      '"000000000003.2026-01-02.jsonl" ends within a line, although others follow it.',
    );
  });

  test('forked: two heads of one line say different things, whichever log is shown', () => {
    const { issuer: iss, stream: name } = nameOf();
    const other = {
      iss,
      stream: name,
      seq: 10,
      hash: hashOf('another line'),
      at: '2026-01-05T12:00:00.000Z',
    };
    appendFileSync(heads, `${signHead(other, testLogKey)}\n`);
    expect(against()).toContain(
      'Two heads of line 10 are signed that say different things: the log was forked.',
    );
  });

  test('a stream that is gone altogether', async () => {
    const kept = join(folder.path, 'kept');
    renameSync(stream, kept);
    await writeDays(log, 1);
    expect(against()).toEqual([`Stream ${basename(stream)} is missing, of which there are heads.`]);
  });

  test('a stream that passes for another', () => {
    const other = join(log, 'abcdefabcdef');
    cpSync(stream, other, { recursive: true });
    expect(alone()).toEqual(['"abcdefabcdef" does not say whose log it is.']);
    const path = join(other, 'stream.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace(basename(stream), 'abcdefabcdef'));
    expect(alone()).toEqual([
      'Stream abcdefabcdef: Line 1 in "000000000001.2026-01-01.jsonl" is not the beginning of this log.',
    ]);
  });
});

describe('heads that prove nothing', () => {
  test('are told of: one whose signature is not that of its key, and one of another key', () => {
    const [first = ''] = readFileSync(heads, 'utf8').split('\n');
    const { issuer: iss, stream: name } = nameOf();
    const forged = { iss, stream: name, seq: 1, hash: hashOf('x'), at: '2026-01-05T12:00:00.000Z' };
    appendFileSync(heads, `${first.slice(0, -8)}AAAAAAAA\n${signHead(forged, createLogKey())}\n`);
    expect(against([testLogKey.kid])).toEqual([
      '2 of the heads that were kept are not signed as they should be.',
    ]);
  });

  test('are told of where none is of this log', async () => {
    writeFileSync(heads, '');
    expect(against()).toEqual(['None of the heads that were kept is of this log.']);
  });
});

describe('a seal', () => {
  test('of another key does not make up for what is missing', async () => {
    const foreign = createLogKey();
    let day = 6;
    const writer = openTestLog(log, {
      now: () => new Date(Date.UTC(2026, 0, day, 12)),
      retentionDays: 2,
      key: () => foreign,
    });
    await writer.append(aNote());
    day += 1;
    await writer.append(aNote());
    await writer.close();
    expect(linesOfStream(stream).length).toBeLessThan(10);
    expect(against()).toEqual([]);
    expect(against([testLogKey.kid])).toEqual([
      '"seals.jsonl" has a seal that is not signed as it should be.',
      expect.stringContaining('what was between is missing'),
    ]);
    expect(readdirSync(stream)).toContain('seals.jsonl');
  });
});

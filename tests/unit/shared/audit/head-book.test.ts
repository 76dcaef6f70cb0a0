import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HeadBook } from '../../../../shared/audit/head-book.js';
import { hashOf } from '../../../../shared/audit/log-chain.js';
import { type LogHead, readHead, signHead } from '../../../../shared/audit/log-head.js';
import { createLogFolder, headLines, testLogKey } from '../../../fixtures/test-access-log.js';

let folder: ReturnType<typeof createLogFolder>;
let time = 0;
let log: string[] = [];
let book: HeadBook;
beforeEach(() => {
  folder = createLogFolder();
  mkdirSync(join(folder.path, 'heads'));
  time = Date.UTC(2026, 0, 31);
  log = [];
  book = new HeadBook({
    folder: () => folder.path,
    isKeyOf: (_, kid) => kid === testLogKey.kid,
    now: () => new Date(time),
    logger: pino({ level: 'warn' }, { write: (line: string) => void log.push(line) }),
  });
});
afterEach(() => folder.remove());

const aHead = (seq: number, over: Partial<LogHead> = {}) =>
  signHead(
    {
      iss: 'harbour-watch',
      stream: 'stream-1',
      seq,
      hash: hashOf(`line ${seq}`),
      at: new Date(time).toISOString(),
      ...over,
    },
    testLogKey,
  );

/** The numbers of the heads that were kept. */
async function kept(): Promise<unknown[]> {
  await book.settled();
  return headLines(folder.path).map((line) => readHead(JSON.parse(line).head)?.head.seq);
}

describe('of the heads of a peer', () => {
  test('one is kept once, with when it came and whether its key was known', async () => {
    const head = aHead(1);
    book.take('harbour-watch', head);
    book.take('harbour-watch', head);
    await book.settled();
    expect(headLines(folder.path).map((line) => JSON.parse(line))).toEqual([
      { head, seenAt: '2026-01-31T00:00:00.000Z', isKnownKey: true },
    ]);
  });

  test('one in ten seconds is kept of a log that moves all the time', async () => {
    for (let seq = 1; seq <= 100; seq += 1) {
      book.take('harbour-watch', aHead(seq));
      time += 500;
    }
    expect(await kept()).toEqual([1, 21, 41, 61, 81]);
  });

  test('a fork and a step back are kept at once, and logged', async () => {
    book.take('harbour-watch', aHead(5));
    time += 100;
    book.take('harbour-watch', aHead(5, { hash: hashOf('another line') }));
    time += 100;
    book.take('harbour-watch', aHead(3));
    expect(await kept()).toEqual([5, 5, 3]);
    expect(log.filter((line) => line.includes('takes back'))).toHaveLength(2);
  });

  test('an answer that overtook another is no step back', async () => {
    const before = aHead(4);
    time += 5;
    book.take('harbour-watch', aHead(5));
    book.take('harbour-watch', before);
    expect(await kept()).toEqual([5]);
    expect(log).toEqual([]);
  });

  test('a flood of forks is bounded', async () => {
    for (let i = 0; i < 200; i += 1) {
      book.take('harbour-watch', aHead(5, { hash: hashOf(`other ${i}`) }));
    }
    expect((await kept()).length).toBeLessThan(30);
  });

  test('streams beyond a number are not kept', async () => {
    for (let i = 0; i < 200; i += 1) {
      book.take('harbour-watch', aHead(1, { stream: `stream-${i}` }));
    }
    expect(await kept()).toHaveLength(50);
  });

  test.each([
    ['no head', 'x.y.z'],
    ['nothing', ''],
    ['a head that is too long', `${aHeadText()}${'A'.repeat(4000)}`],
    ['a head that was altered', aHeadText().replace(/.{8}$/, 'AAAAAAAA')],
  ])('%s is not', async (_, head) => {
    book.take('harbour-watch', head);
    await book.settled();
    expect(() => headLines(folder.path)).not.toThrow();
    expect(headLines(folder.path)).toEqual([]);
  });

  test('what cannot be kept is logged and thrown at nobody', async () => {
    const lost = new HeadBook({
      folder: () => join(folder.path, 'not-there'),
      isKeyOf: () => null,
      now: () => new Date(time),
      logger: pino({ level: 'warn' }, { write: (line: string) => void log.push(line) }),
    });
    lost.take('../harbour', aHead(1));
    await lost.settled();
    expect(log.join('')).toContain('could not be kept');
  });
});

function aHeadText(): string {
  const head = { iss: 'a', stream: 's', seq: 1, hash: hashOf('x'), at: '2026-01-31T00:00:00.000Z' };
  return signHead(head, testLogKey);
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrokerClient } from '../../shared/broker/broker-client.js';
import { replaceBrokerKeyFile } from '../../shared/broker/broker-key-file.js';
import { makeTokens, ownArithmetic } from '../../shared/broker/make-tokens.js';
import { keysDueAt, rotateRounds } from '../../shared/broker/round-keys.js';
import { createSigningKey } from '../../shared/identity/signing-key.js';
import { createOprfKey } from '../../shared/linking/oprf/voprf.js';
import { tokenInputs } from '../../shared/linking/token-inputs.js';
import { publicOf, startTestBroker, type TestBroker } from '../fixtures/test-broker.js';

const members = { alpha: createSigningKey(), beta: createSigningKey() };
const dayMs = 86_400_000;
let time = Date.parse('2026-01-01T00:00:00.000Z');
const now = (): Date => new Date(time);
let broker: TestBroker;

beforeAll(async () => {
  broker = await startTestBroker({ members, now, limits: { pointsPerDay: 60 } });
});

afterAll(() => broker.stop());

const { names, identifiers } = tokenInputs({
  kind: 'PERSON',
  names: ['Ada Invented'],
  birthYear: '1970',
  countries: ['PT'],
  identifiers: [{ scheme: 'xx-demo-id', id: '12 34' }],
});
const inputs = [...identifiers, ...names];

async function tokens(client: BrokerClient, which: readonly string[] = inputs, round = 0): Promise<string[]> {
  const found = (await client.rounds())[round];
  if (found === undefined) {
    throw new Error('there is no such round');
  }
  return await makeTokens(which, found, { broker: client, arithmetic: ownArithmetic });
}

test('two members get the same tokens in a round, and the broker sees neither inputs nor tokens', async () => {
  broker.seen.length = 0;
  const first = await tokens(broker.client('alpha'));
  const firstSeen = broker.seen.join('\n');
  broker.seen.length = 0;
  const second = await tokens(broker.client('beta'));
  expect(second).toEqual(first);
  expect(new Set(first).size).toBe(inputs.length);
  expect(first.every((token) => /^[\w-]{43}$/.test(token))).toBe(true);
  const secondSeen = broker.seen.join('\n');
  for (const text of [firstSeen, secondSeen, broker.log.join('')].map(readable)) {
    expect(text).not.toMatch(/ada|invented|1970|1234|12 34|XX-DEMO|identifier"/i);
    expect(first.filter((token) => text.includes(token))).toEqual([]);
    const [round] = broker.keys().rounds;
    expect(text).not.toContain(round?.secretKey);
    expect(text).not.toContain(Buffer.from(round?.secretKey ?? '', 'base64url').toString('hex'));
  }
  // The same inputs were sent as other points: none of what it saw of one member is in what it saw of the other.
  const [ofFirst, ofSecond] = [pointsIn(firstSeen), pointsIn(secondSeen)];
  expect([ofFirst.length, ofSecond.length]).toEqual([inputs.length, inputs.length]);
  expect(ofFirst.filter((point) => ofSecond.includes(point))).toEqual([]);
});

test('an input sent many times looks like as many others: no bit of the points stands out', async () => {
  const many = await ownArithmetic.blind(Array.from({ length: 200 }, () => inputs[0] ?? ''));
  expect(new Set(many.map(({ point }) => Buffer.from(point).toString('hex'))).size).toBe(200);
  // Of 200 fair coins one lies outside of 60 to 140 once in hundreds of millions; the lowest bit of all points is fixed.
  for (let bit = 1; bit < 252; bit++) {
    const set = many.filter(({ point }) => (((point[bit >> 3] ?? 0) >> (bit & 7)) & 1) === 1).length;
    expect(set).toBeGreaterThan(60);
    expect(set).toBeLessThan(140);
  }
});

describe('who is not served', () => {
  test.each<[string, () => BrokerClient, string]>([
    ['a stranger', () => broker.client('alpha', { key: createSigningKey() }), 'UNAUTHENTICATED'],
    [
      'a member by the key of another',
      () => broker.client('alpha', { key: members.beta }),
      'UNAUTHENTICATED',
    ],
    [
      'whoever has another broker in mind',
      () => broker.client('alpha', { pin: publicOf(createSigningKey()) }),
      'HUB_UNAVAILABLE',
    ],
  ])('%s', async (_, client, code) => {
    await expect(tokens(client(), ['x'])).rejects.toMatchObject({ code });
  });

  test('a member beyond its points of the day, until the next day', async () => {
    const client = broker.client('alpha');
    const more = Array.from({ length: 60 - inputs.length + 1 }, (_, i) => `input ${i}`);
    await expect(tokens(client, more)).rejects.toMatchObject({ code: 'NOT_READY' });
    await tokens(client, more.slice(1));
    await expect(tokens(client, ['one more'])).rejects.toMatchObject({ code: 'NOT_READY' });
    await tokens(broker.client('beta'), ['one more']);
    time += dayMs;
    await tokens(client, ['one more']);
  });

  test('a round that is not in force, and what is no point', async () => {
    const client = broker.client('beta');
    await expect(client.evaluate('20200101-x', [new Uint8Array(32)])).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
    const [round] = await client.rounds();
    await expect(client.evaluate(round?.round ?? '', [new Uint8Array(32)])).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
  });
});

test('a broker that uses another key than that of its round is noticed', async () => {
  const client = broker.client('beta');
  const [round] = await client.rounds();
  const other = Buffer.from(createOprfKey().publicKey).toString('base64url');
  const swapped = { round: round?.round ?? '', publicKey: other };
  await expect(
    makeTokens(['x'], swapped, { broker: client, arithmetic: ownArithmetic }),
  ).rejects.toMatchObject({
    code: 'HUB_UNAVAILABLE',
    message: 'Expected the broker to prove that it used the key of its round, it did not.',
  });
  // A round names its key: one that keeps its name and changes the key is none.
  const keys = broker.keys();
  const [first] = keys.rounds;
  const forged = { ...keys, rounds: first === undefined ? [] : [{ ...first, secretKey: secretOf() }] };
  replaceBrokerKeyFile(broker.keyPath, forged);
  time += 6000;
  broker.keys();
  await expect(client.rounds()).rejects.toMatchObject({ code: 'HUB_UNAVAILABLE' });
  replaceBrokerKeyFile(broker.keyPath, keys);
  time += 6000;
  broker.keys();
  expect(await client.rounds()).toEqual([round]);
});

test('tokens of one round are useless in the next, both of which are there while they overlap', async () => {
  time = Date.parse('2026-03-25T00:00:00.000Z');
  const client = broker.client('beta');
  const rounds = await client.rounds();
  expect(rounds.map(({ until }) => until.slice(0, 10))).toEqual(['2026-04-01', '2026-06-23']);
  const [before, after] = [await tokens(client), await tokens(client, inputs, 1)];
  expect(before.filter((token) => after.includes(token))).toEqual([]);
  time = Date.parse('2026-04-01T00:00:00.000Z');
  expect((await client.rounds()).map(({ round }) => round)).toEqual([rounds[1]?.round]);
  expect(await tokens(client)).toEqual(after);
  await expect(client.evaluate(rounds[0]?.round ?? '', [new Uint8Array(32)])).rejects.toMatchObject({
    code: 'BAD_INPUT',
  });
});

test('a round that is begun by hand ends the one before it after the overlap, or at once', () => {
  const schedule = { roundMs: 90 * dayMs, overlapMs: 14 * dayMs };
  const start = new Date('2026-01-01T00:00:00.000Z');
  const first = keysDueAt({ identity: createSigningKey(), rounds: [] }, start, schedule);
  expect(keysDueAt(first, start, schedule)).toBe(first);
  const rotated = rotateRounds(first, start, schedule);
  expect(rotated.rounds.map(({ until }) => until.slice(0, 10))).toEqual(['2026-01-15', '2026-04-01']);
  expect(rotateRounds(rotated, start, schedule).rounds).toHaveLength(2);
  expect(rotateRounds(rotated, start, { ...schedule, overlapMs: 0 }).rounds).toHaveLength(1);
});

function secretOf(): string {
  return Buffer.from(createOprfKey().secretKey).toString('base64url');
}

/** What was sent, with the content of signed texts readable. */
function readable(text: string): string {
  const parts = text.match(/[\w-]{20,}/g) ?? [];
  return [text, ...parts.map((part) => Buffer.from(part, 'base64url').toString('latin1'))].join('\n');
}

function pointsIn(text: string): string[] {
  const [, payload = ''] = /"request":"[\w-]+\.([\w-]+)\./.exec(text) ?? [];
  const read: { points?: string[] } = JSON.parse(Buffer.from(payload, 'base64url').toString());
  return read.points ?? [];
}

import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { Publication } from '../../../../../gateway/directory/links/link-store.js';
import { createPublicationReceiver } from '../../../../../gateway/directory/links/publication-receiver.js';
import { readMemberId } from '../../../../../shared/domain/ids.js';
import { signMessage } from '../../../../../shared/identity/member-message.js';
import { createSigningKey } from '../../../../../shared/identity/signing-key.js';
import { createSpentIds } from '../../../../../shared/identity/spent-ids.js';
import { publicationType } from '../../../../../shared/linking/publication-request.js';

const audience = 'https://hub.example';
const now = new Date('2026-06-30T06:00:00.000Z');
const alpha = createSigningKey();
const beta = createSigningKey();
let ids = 0;

const subject = {
  local: 'p-1',
  kind: 'PERSON',
  names: [{ full: 'Ada Invented' }],
  audience: { tlp: 'TLP:CLEAR' },
};
const content = { sequence: 1, put: [subject], withdraw: ['p-2'] };

function sign(
  what: object = content,
  parts: Partial<Parameters<typeof signMessage>[1]> = {},
): Promise<string> {
  ids++;
  return signMessage(what, {
    typ: publicationType,
    member: readMemberId('alpha'),
    key: alpha,
    audience,
    now,
    jti: `an-id-of-a-request-${ids}`,
    ...parts,
  });
}

function open() {
  const applied: Publication[] = [];
  const cleared: string[] = [];
  const outcomes: string[] = [];
  const lines: string[] = [];
  const receiver = createPublicationReceiver({
    store: {
      async apply(publication) {
        applied.push(publication);
        return { outcome: 'applied', last: publication.sequence };
      },
      async clear(member) {
        cleared.push(member);
      },
    },
    audience,
    keyOf: (kid) =>
      kid === alpha.kid
        ? { member: 'alpha', x: alpha.x }
        : kid === beta.kid
          ? { member: 'beta', x: beta.x }
          : undefined,
    claim: createSpentIds(() => now).claim,
    now: () => now,
    onRequest: (outcome) => outcomes.push(outcome),
    logger: pino({ level: 'info' }, { write: (line: string) => void lines.push(line) }),
  });
  return { receiver, applied, cleared, outcomes, lines };
}

test('what a member signed is applied as its own, and no value of it is logged', async () => {
  const { receiver, applied, cleared, outcomes, lines } = open();
  expect(await receiver.receive(await sign())).toEqual({ outcome: 'applied', last: 1 });
  expect(applied).toMatchObject([
    {
      member: 'alpha',
      sequence: 1,
      put: [{ local: 'p-1' }],
      withdraw: ['p-2'],
      kid: alpha.kid,
      at: now.toISOString(),
    },
  ]);
  expect(applied[0]?.digest).toMatch(/^[\w-]{43}$/);
  expect(cleared).toEqual([]);
  expect(outcomes).toEqual(['applied']);
  expect(lines.join('')).toContain('"put":1');
  expect(lines.join('')).not.toMatch(/Ada|p-1|p-2/);
});

test('a restart removes what was there first', async () => {
  const { receiver, cleared } = open();
  await receiver.receive(await sign({ ...content, restart: true }));
  expect(cleared).toEqual(['alpha']);
});

test('the same request is taken once', async () => {
  const { receiver, applied, outcomes } = open();
  const jws = await sign();
  await receiver.receive(jws);
  await expect(receiver.receive(jws)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(outcomes).toEqual(['applied', 'replayed']);
  expect(applied).toHaveLength(1);
});

const late = new Date(now.getTime() - 61_000);
const early = new Date(now.getTime() + 6_000);
test.each<[string, string, () => Promise<string>]>([
  ['no JWS', 'malformed', async () => 'nothing'],
  ['a key that nobody has registered', 'unknown-key', () => sign(content, { key: createSigningKey() })],
  ['the key of another member', 'malformed', () => sign(content, { key: beta })],
  ['a message of another kind', 'malformed', () => sign(content, { typ: 'accord-registry+jws' })],
  ['one for another hub', 'wrong-audience', () => sign(content, { audience: 'https://other.example' })],
  ['one of long ago', 'stale', () => sign(content, { now: late })],
  ['one of tomorrow', 'stale', () => sign(content, { now: early })],
  ['one that was changed', 'bad-signature', async () => changed(await sign())],
  ['more changes than allowed', 'malformed', () => sign({ ...content, put: [], withdraw: many(1001) })],
  ['a subject twice', 'malformed', () => sign({ ...content, withdraw: ['p-1'] })],
  ['a restart in the middle', 'malformed', () => sign({ ...content, sequence: 2, restart: true })],
  ['an audience that only the owner could check', 'malformed', () => sign({ ...content, put: [proven] })],
])('%s is refused in the same words', async (_, refusal, jws) => {
  const { receiver, applied, cleared, outcomes, lines } = open();
  await expect(receiver.receive(await jws())).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
    message: 'Expected a request that a key of the member has just signed.',
  });
  expect({ applied, cleared, outcomes, lines }).toEqual({
    applied: [],
    cleared: [],
    outcomes: [refusal],
    lines: [],
  });
});

test('a member past its rate waits, and another does not', async () => {
  const { receiver, outcomes } = open();
  for (let i = 0; i < 1200; i++) {
    await receiver.receive(await sign({ sequence: 1, put: [], withdraw: [] }));
  }
  await expect(receiver.receive(await sign())).rejects.toMatchObject({ code: 'NOT_READY' });
  expect(outcomes.at(-1)).toBe('rate');
  await receiver.receive(await sign(content, { member: readMemberId('beta'), key: beta }));
});

const proven = { ...subject, audience: { tlp: 'TLP:CLEAR', requires: [{ proof: true }] } };

function many(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `p-${i}`);
}

function changed(jws: string): string {
  const [header = '', payload = '', signature = ''] = jws.split('.');
  const text = Buffer.from(payload, 'base64url').toString().replace('Ada', 'Eve');
  return [header, Buffer.from(text).toString('base64url'), signature].join('.');
}

import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCursorSeal } from '../../../../gateway/fanout/cursor-seal.js';
import { openHubKeyRing } from '../../../../gateway/identity/hub-key-ring.js';
import { createHubKeyFile, replaceHubKeyFile } from '../../../../shared/identity/hub-key-file.js';
import { createHubKeys, rotateHubKeys } from '../../../../shared/identity/hub-keys.js';
import { createLogger } from '../../../../shared/log/logger.js';

let folder = '';
let time = Date.parse('2026-01-31T09:30:00.000Z');
let log: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-ring-'));
  log = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const hourMs = 3_600_000;
const now = () => new Date(time);
const logger = createLogger({ name: 'test', level: 'info' }, { write: (line) => void log.push(line) });
const open = (keys: string | undefined, production = false) =>
  openHubKeyRing({ keys, production }, { now, logger });

describe('the keys of a running hub', () => {
  test('are made up in development where no file is named, and the log says so', async () => {
    const [one, other] = [open(undefined), open(undefined)];
    expect(log.join('')).toContain('the keys are made up for this process');
    expect(one.signing().kid).not.toBe(other.signing().kid);
  });

  test('must have a file in production', () => {
    expect(() => open(undefined, true)).toThrow(
      expect.objectContaining({
        code: 'BAD_CONFIG',
        message:
          'Expected in production a key file made by "accord key create", neither "keys" nor ACCORD_HUB_KEYS names one.',
      }),
    );
  });

  test('follow a rotation on every replica: published, used, forgotten, with its cursors', async () => {
    const path = join(folder, 'hub-keys.json');
    const keys = createHubKeys(now());
    createHubKeyFile(path, keys);
    const replicas = [open(path, true), open(path, true)];
    const seals = replicas.map((ring) => createCursorSeal({ secrets: ring.cursorSecrets, now }));
    const binding = { question: 'q', caller: 'c' };
    const position = { k: [1], member: 'alpha', local: 'x' };
    const before = await seals[0]?.seal(position, binding);
    const rotated = rotateHubKeys(keys, { now: now(), overlapMs: 24 * hourMs });
    const [old, next] = rotated.generations.map(({ key }) => key.kid);
    replaceHubKeyFile(path, rotated);
    for (const [hours, current, published] of [
      [0.01, old, [old, next]],
      [24, next, [old, next]],
      [48, next, [next]],
    ] as const) {
      time = Date.parse('2026-01-31T09:30:00.000Z') + hours * hourMs;
      for (const ring of replicas) {
        expect(ring.signing().kid).toBe(current);
        expect(ring.published().map(({ kid }) => kid)).toEqual(published);
      }
      if (hours === 24) {
        // Sealed by the old secret, and by the new one at the other replica.
        expect(await seals[1]?.open(before ?? '', binding)).toEqual(position);
        const after = await seals[0]?.seal(position, binding);
        expect(await seals[1]?.open(after ?? '', binding)).toEqual(position);
      }
    }
  });

  test('stay those of before while the file is not what it must be, and the log says so', async () => {
    const path = join(folder, 'hub-keys.json');
    createHubKeyFile(path, createHubKeys(now()));
    const ring = open(path);
    const { kid } = ring.signing();
    replaceHubKeyFile(path, createHubKeys(now()));
    chmodSync(path, 0o644);
    time += 5000;
    expect(ring.signing().kid).toBe(kid);
    expect(log.join('')).toContain('the keys of before stay in use');
  });

  test('are published without their private half', () => {
    expect(open(undefined).published()).toEqual([
      {
        kty: 'OKP',
        crv: 'Ed25519',
        alg: 'EdDSA',
        use: 'sig',
        x: expect.any(String),
        kid: expect.any(String),
      },
    ]);
  });
});

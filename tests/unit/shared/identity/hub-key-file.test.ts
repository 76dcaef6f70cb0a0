import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  createHubKeyFile,
  readHubKeyFile,
  replaceHubKeyFile,
} from '../../../../shared/identity/hub-key-file.js';
import { createHubKeys } from '../../../../shared/identity/hub-keys.js';

const keys = createHubKeys(new Date('2026-01-31T09:30:00.000Z'));
const [generation] = keys.generations;
const other = createHubKeys(new Date('2026-01-31T09:30:00.000Z')).generations[0];

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-keys-'));
  path = join(folder, 'hub-keys.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the key file of a hub', () => {
  test('is read as it was written, and is for its owner alone', () => {
    createHubKeyFile(path, keys);
    expect(readHubKeyFile(path)).toEqual(keys);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['hub-keys.json']);
  });

  test('is never made over one that is there, and is replaced whole', () => {
    createHubKeyFile(path, keys);
    expect(() => createHubKeyFile(path, createHubKeys(new Date(0)))).toThrow(
      expect.objectContaining({
        code: 'BAD_OUTPUT',
        message: 'Expected to write the key file "hub-keys.json", it is there already.',
      }),
    );
    expect(readHubKeyFile(path)).toEqual(keys);
    const next = createHubKeys(new Date(0));
    replaceHubKeyFile(path, next);
    expect(readHubKeyFile(path)).toEqual(next);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['hub-keys.json']);
  });

  test('cannot be made in a folder that is not there', () => {
    expect(() => createHubKeyFile(join(folder, 'gone', 'hub-keys.json'), keys)).toThrow(
      expect.objectContaining({
        code: 'BAD_OUTPUT',
        message: 'Expected to write the key file "hub-keys.json", it cannot be written.',
      }),
    );
  });

  test.each([0o640, 0o604, 0o620, 0o602, 0o644])('is refused with mode %o', (mode) => {
    createHubKeyFile(path, keys);
    chmodSync(path, mode);
    expect(() => readHubKeyFile(path)).toThrow(
      expect.objectContaining({
        code: 'BAD_CONFIG',
        message: 'Expected "hub-keys.json" with mode 0600, others can read or write it.',
      }),
    );
  });

  test('is said to be missing', () => {
    expect(() => readHubKeyFile(path)).toThrow(
      expect.objectContaining({
        code: 'BAD_CONFIG',
        message: 'Expected a readable key file "hub-keys.json".',
      }),
    );
  });

  const cases: [string, unknown, string][] = [
    ['no JSON', '{', ''],
    ['empty', {}, ' at "version"'],
    ['of another version', { ...keys, version: 2 }, ' at "version"'],
    ['without a generation', { ...keys, generations: [] }, ' at "generations"'],
    [
      'with a thumbprint that is not the key’s',
      { ...keys, generations: [{ ...generation, key: { ...generation?.key, kid: other?.key.kid } }] },
      ' at "generations.0.key"',
    ],
    [
      'with halves of two keys',
      { ...keys, generations: [{ ...generation, key: { ...other?.key, d: generation?.key.d } }] },
      ' at "generations.0.key"',
    ],
    ['with a short secret', { ...keys, subjectSecret: 'secret' }, ' at "subjectSecret"'],
  ];
  test.each(cases)('is refused %s, and nothing of it is shown', (_, content, place) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    writeFileSync(path, text, { mode: 0o600 });
    expect(() => readHubKeyFile(path)).toThrow(
      expect.objectContaining({
        code: 'BAD_CONFIG',
        message: `Expected in "hub-keys.json" the keys of a hub as "accord key create" writes them, it has others${place}.`,
      }),
    );
  });
});

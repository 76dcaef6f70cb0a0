import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createKeyedId, readMemberKey } from '../../../../shared/importing/keyed-id.js';

const key = new Uint8Array(32).fill(7);

describe('keyed ids', () => {
  it('are 26 characters of base32, the same for the same parts', () => {
    const keyedId = createKeyedId(key);
    expect(keyedId('kr', 'a')).toMatch(/^[a-z2-7]{26}$/);
    expect(keyedId('kr', 'a')).toBe(createKeyedId(new Uint8Array(key))('kr', 'a'));
  });

  it('are the first 130 bits of HMAC-SHA-256 over the JSON of the parts', () => {
    expect(createKeyedId(key)('a', 'b')).toBe('qqa447g7vmmt2tr4ogfnzqtoaq');
  });

  it.each([
    [
      ['ab', 'c'],
      ['a', 'bc'],
    ],
    [['a'], ['a', '']],
    [['a","b'], ['a', 'b']],
  ])('differ for %j and %j', (one, other) => {
    const keyedId = createKeyedId(key);
    expect(keyedId(...one)).not.toBe(keyedId(...other));
  });

  it('are equal for the same text in two normal forms', () => {
    const keyedId = createKeyedId(key);
    expect(keyedId('é')).toBe(keyedId('e\u0301'));
  });

  it('differ between keys', () => {
    expect(createKeyedId(key)('a')).not.toBe(createKeyedId(new Uint8Array(32).fill(8))('a'));
  });
});

describe('the member key', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'accord-key-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is made on first use, for the owner only, and read from then on', () => {
    const made = readMemberKey(join(folder, 'data'));
    expect(made).toHaveLength(32);
    expect(statSync(join(folder, 'data')).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'data', 'member.key')).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'data'))).toEqual(['member.key']);
    expect(readMemberKey(join(folder, 'data'))).toEqual(made);
  });

  it('is refused when it has another length', () => {
    writeFileSync(join(folder, 'member.key'), 'short', { mode: 0o600 });
    expect(() => readMemberKey(folder)).toThrow(
      expect.objectContaining({
        code: 'BAD_CONFIG',
        message: 'Expected a key of 32 bytes in "member.key", it has 5.',
      }),
    );
  });

  it('is refused when others can read it', () => {
    writeFileSync(join(folder, 'member.key'), key);
    chmodSync(join(folder, 'member.key'), 0o644);
    expect(() => readMemberKey(folder)).toThrow(
      expect.objectContaining({
        code: 'BAD_CONFIG',
        message: 'Expected "member.key" with mode 0600, others can read or write it.',
      }),
    );
  });

  it('is refused where its folder is a file', () => {
    writeFileSync(join(folder, 'plain'), '');
    expect(() => readMemberKey(join(folder, 'plain'))).toThrow(
      expect.objectContaining({ code: 'BAD_CONFIG' }),
    );
  });
});

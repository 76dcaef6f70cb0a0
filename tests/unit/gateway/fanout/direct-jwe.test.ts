import { CompactEncrypt, compactDecrypt } from 'jose';
import { describe, expect, it } from 'vitest';
import { openDirectJwe, sealDirectJwe } from '../../../../gateway/fanout/direct-jwe.js';

const key = new Uint8Array(32).fill(7);
const text = '{"title":"Ünïque 標題"}';

describe('a JWE with direct key', () => {
  it('opens to the text it was made of, and no two are alike', () => {
    const tokens = [sealDirectJwe(text, key), sealDirectJwe(text, key)];
    expect(tokens.map((token) => openDirectJwe(token, key))).toEqual([text, text]);
    expect(new Set(tokens).size).toBe(2);
  });

  it("is the standard's: another implementation opens it, and it opens the other's", async () => {
    const { plaintext, protectedHeader } = await compactDecrypt(sealDirectJwe(text, key), key);
    expect(new TextDecoder().decode(plaintext)).toBe(text);
    expect(protectedHeader).toEqual({ alg: 'dir', enc: 'A256GCM' });
    const other = await new CompactEncrypt(new TextEncoder().encode(text))
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .encrypt(key);
    expect(openDirectJwe(other, key)).toBe(text);
  });

  it('does not open with any one character changed', () => {
    const token = sealDirectJwe(text, key);
    for (let i = 0; i < token.length; i++) {
      const changed = `${token.slice(0, i)}${token[i] === 'B' ? 'C' : 'B'}${token.slice(i + 1)}`;
      expect(openDirectJwe(changed, key)).toBeUndefined();
    }
  });

  it.each([
    ['another key', (token: string) => openDirectJwe(token, new Uint8Array(32).fill(8))],
    ['a part missing', (token: string) => openDirectJwe(token.slice(0, token.lastIndexOf('.')), key)],
    ['a part more', (token: string) => openDirectJwe(`${token}.`, key)],
    ['a shorter tag', (token: string) => openDirectJwe(token.slice(0, -6), key)],
    ['padding', (token: string) => openDirectJwe(`${token}==`, key)],
    ['nothing', () => openDirectJwe('', key)],
  ])('does not open with %s', (_, open) => {
    expect(open(sealDirectJwe(text, key))).toBeUndefined();
  });
});

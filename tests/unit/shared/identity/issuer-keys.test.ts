import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openIssuerKeys } from '../../../../shared/identity/issuer-keys.js';
import { createIssuerKey, testIssuerConfig } from '../../../fixtures/test-issuer.js';

const [one, two] = [createIssuerKey('key-1'), createIssuerKey('key-2', 'ES256')];
const settled = () => new Promise(setImmediate);

describe('the keys that an issuer publishes', () => {
  const publish = () => {
    const issuer = { published: [one.jwk] as unknown[], fetches: 0, isDown: false, time: 0, faults: 0 };
    const keys = openIssuerKeys(
      testIssuerConfig([], { keys: undefined, jwksUrl: 'https://issuer.example/jwks' }),
      {
        fetchKeys: async () => {
          issuer.fetches += 1;
          if (issuer.isDown) {
            throw new Error('connection refused');
          }
          return issuer.published;
        },
        now: () => new Date(issuer.time),
        onFault: () => {
          issuer.faults += 1;
        },
      },
    );
    const find = async (kid: string) => {
      const found = await keys.find(kid);
      return typeof found === 'string' ? found : 'found';
    };
    return { issuer, keys, find };
  };

  test('are fetched when the first is asked for, once for many at a time', async () => {
    const { issuer, find } = publish();
    expect(issuer.fetches).toBe(0);
    expect(await Promise.all([find('key-1'), find('key-1'), find('key-2')])).toEqual([
      'found',
      'found',
      'unknown-key',
    ]);
    expect(issuer.fetches).toBe(1);
  });

  test('are not fetched again for each kid that somebody makes up', async () => {
    const { issuer, find } = publish();
    for (let i = 0; i < 50; i += 1) {
      issuer.time += 500;
      expect(await find(`made-up-${i}`)).toBe('unknown-key');
    }
    expect(issuer.fetches).toBe(1);
    issuer.published = [one.jwk, two.jwk];
    issuer.time = 60_000;
    expect(await find('key-2')).toBe('found');
    expect(issuer.fetches).toBe(2);
  });

  test('stay in use while the issuer is down; a key not known then cannot be told from none', async () => {
    const { issuer, find } = publish();
    expect(await find('key-1')).toBe('found');
    issuer.isDown = true;
    issuer.time = 3_600_000;
    expect([await find('key-1'), await find('key-2')]).toEqual(['found', 'keys-unavailable']);
    expect(issuer.faults).toBe(1);
    issuer.time += 4999;
    expect(await find('key-2')).toBe('keys-unavailable');
    expect(issuer.faults).toBe(1);
    issuer.isDown = false;
    issuer.published = [two.jwk];
    issuer.time += 1;
    expect([await find('key-2'), await find('key-1')]).toEqual(['found', 'unknown-key']);
  });

  test('are looked at again by those who remember what they verified, and are the same until they change', async () => {
    const { issuer, keys, find } = publish();
    await find('key-1');
    const first = keys.current();
    issuer.time = 300_000;
    keys.current();
    await settled();
    expect([issuer.fetches, keys.current() === first]).toEqual([2, true]);
    issuer.published = [two.jwk];
    issuer.time = 600_000;
    keys.current();
    await settled();
    expect([...keys.current().keys()]).toEqual(['key-2']);
  });

  test('are taken only when they verify, and none of those that share a name', async () => {
    const { issuer, keys, find } = publish();
    const secret = { kty: 'oct', kid: 'key-3', k: 'c2VjcmV0' };
    const ownHalf = { ...one.privateKey.export({ format: 'jwk' }), kid: 'key-4' };
    const again = { ...createIssuerKey('key-2').jwk };
    issuer.published = [
      one.jwk,
      two.jwk,
      again,
      secret,
      ownHalf,
      'garbage',
      null,
      { kty: 'RSA', kid: 'key-5' },
    ];
    await find('key-1');
    expect([...keys.current().keys()]).toEqual(['key-1']);
  });
});

describe('the keys of a file', () => {
  let folder = '';
  let path = '';
  let time = 0;
  let faults = 0;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'accord-issuer-'));
    path = join(folder, 'issuer.jwks.json');
    time = 0;
    faults = 0;
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const write = (value: unknown) => {
    writeFileSync(`${path}.new`, typeof value === 'string' ? value : JSON.stringify(value));
    renameSync(`${path}.new`, path);
  };
  const open = () =>
    openIssuerKeys(testIssuerConfig([], { keys: undefined, jwks: path }), {
      fetchKeys: async () => [],
      now: () => new Date(time),
      onFault: () => {
        faults += 1;
      },
    });

  test('are read again within five seconds of a change, and stay while the file is not whole', async () => {
    write({ keys: [one.jwk] });
    const keys = open();
    expect([...keys.current().keys()]).toEqual(['key-1']);
    write({ keys: [two.jwk] });
    expect([...keys.current().keys()]).toEqual(['key-1']);
    time = 5000;
    expect([...keys.current().keys()]).toEqual(['key-2']);
    expect(await keys.find('key-1')).toBe('unknown-key');
    write('{"keys":');
    time = 10_000;
    expect([...keys.current().keys()]).toEqual(['key-2']);
    expect(faults).toBe(1);
  });

  test.each([['{'], [{ keys: [] }], [{ keys: [{ kty: 'oct', kid: 'a', k: 'c2VjcmV0' }] }], [[]]])(
    'must be there at the start: %j',
    (value) => {
      write(value);
      expect(open).toThrow(expect.objectContaining({ code: 'BAD_CONFIG' }));
    },
  );
});

import { describe, expect, test } from 'vitest';
import { PinnedKeys } from '../../../../shared/identity/pinned-keys.js';
import type { PublicKey } from '../../../../shared/identity/public-key.js';
import { createSigningKey, publicKeyOf } from '../../../../shared/identity/signing-key.js';

const [one, two, stranger] = [createSigningKey(), createSigningKey(), createSigningKey()].map(publicKeyOf);

function pinned(keys: readonly (string | PublicKey | undefined)[]) {
  const hub = { published: [] as unknown[], fetches: 0, isDown: false, time: 0, faults: 0 };
  const accepted = new PinnedKeys({
    keys: keys.filter((key) => key !== undefined),
    fetchKeys: async () => {
      hub.fetches += 1;
      if (hub.isDown) {
        throw new Error('connection refused');
      }
      return hub.published;
    },
    onFault: () => {
      hub.faults += 1;
    },
    now: () => new Date(hub.time),
  });
  const find = async (key: PublicKey | undefined) => {
    const found = await accepted.find(key?.kid ?? '');
    return typeof found === 'string' ? found : 'found';
  };
  return { hub, find };
}

describe('the keys that a member accepts', () => {
  test('need no fetch when they are whole in its configuration', async () => {
    const { hub, find } = pinned([one]);
    expect(await find(one)).toBe('found');
    expect(hub.fetches).toBe(0);
  });

  test('are fetched when they are pinned by thumbprint, once for many questions at a time', async () => {
    const { hub, find } = pinned([one?.kid, two?.kid]);
    hub.published = [one, two];
    expect(await Promise.all([find(one), find(two), find(one)])).toEqual(['found', 'found', 'found']);
    expect(hub.fetches).toBe(1);
  });

  test('are no others, whatever the hub publishes, and strangers make no fetch', async () => {
    const { hub, find } = pinned([one?.kid]);
    hub.published = [one, stranger];
    expect(await find(stranger)).toBe('unpinned-key');
    expect(hub.fetches).toBe(0);
    expect(await find(one)).toBe('found');
    expect(await find(stranger)).toBe('unpinned-key');
    expect(hub.fetches).toBe(1);
  });

  test('are known by their own thumbprint, not by the name that the hub gives them', async () => {
    const { hub, find } = pinned([one?.kid]);
    hub.published = [{ ...stranger, kid: one?.kid }, { ...one, kid: 'other' }, 'garbage', { kty: 'RSA' }];
    expect(await find(one)).toBe('found');
    hub.published = [{ ...stranger, kid: one?.kid }];
    const other = pinned([one?.kid]);
    other.hub.published = hub.published;
    expect(await other.find(one)).toBe('unknown-key');
  });

  test('are looked for again when one is missing, at most every 30 seconds', async () => {
    const { hub, find } = pinned([one?.kid, two?.kid]);
    hub.published = [one];
    expect(await find(two)).toBe('unknown-key');
    hub.published = [one, two];
    hub.time = 29_999;
    expect(await find(two)).toBe('unknown-key');
    expect(hub.fetches).toBe(1);
    hub.time = 30_000;
    expect(await find(two)).toBe('found');
    expect(hub.fetches).toBe(2);
  });

  test('stay in use while the hub is away, and are taken back when it publishes them no more', async () => {
    const { hub, find } = pinned([one?.kid, two?.kid]);
    hub.published = [one];
    expect(await find(one)).toBe('found');
    hub.isDown = true;
    hub.time = 600_000;
    expect(await find(one)).toBe('found');
    await new Promise(setImmediate);
    expect([hub.faults, await find(two)]).toEqual([1, 'keys-unavailable']);
    hub.isDown = false;
    hub.published = [two];
    hub.time = 1_200_000;
    expect(await find(one)).toBe('found');
    await new Promise(setImmediate);
    expect([await find(one), await find(two)]).toEqual(['unknown-key', 'found']);
  });
});

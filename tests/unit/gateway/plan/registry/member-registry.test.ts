import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, describe, expect, it } from 'vitest';
import {
  handleMemberRequest,
  type MemberRegistryOptions,
  obeyOperator,
} from '../../../../../gateway/plan/registry/member-registry.js';
import type { RegistryStore } from '../../../../../gateway/plan/registry/registry-store.js';
import { createSqliteRegistryStore } from '../../../../../gateway/plan/registry/sqlite-registry-store.js';
import { readMemberId } from '../../../../../shared/domain/ids.js';
import { AccordError } from '../../../../../shared/errors/accord-error.js';
import {
  type RegistryWish,
  signRegistryRequest,
} from '../../../../../shared/identity/sign-registry-request.js';
import { createSigningKey, type SigningKey } from '../../../../../shared/identity/signing-key.js';
import { registryEntry } from '../../../../fixtures/registry-entries.js';

const root = mkdtempSync(join(tmpdir(), 'accord-member-registry-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const hub = 'https://hub.example';
const alpha = readMemberId('alpha');
const start = new Date('2026-02-01T00:00:00.000Z');

/** A registry of a test, and members that send it requests. */
function registryOf(name: string, more: Partial<MemberRegistryOptions> = {}) {
  let time = start;
  let ids = 0;
  const outcomes: string[] = [];
  const log: string[] = [];
  const store = createSqliteRegistryStore({ folder: join(root, name), now: () => time });
  const options: MemberRegistryOptions = {
    store,
    audience: hub,
    keyOverlapMs: 3_600_000,
    now: () => time,
    check: async () => undefined,
    logger: pino({ level: 'info' }, { write: (line: string) => log.push(line) }),
    onRequest: (outcome) => outcomes.push(outcome),
    ...more,
  };
  const sign = (wish: RegistryWish, key: SigningKey, member = alpha) =>
    signRegistryRequest(wish, {
      member,
      key,
      audience: hub,
      now: time,
      jti: `request-${String(++ids).padStart(12, '0')}`,
    });
  return {
    store,
    outcomes,
    log,
    sign,
    handle: (jws: string) => handleMemberRequest(jws, options),
    send: async (wish: RegistryWish, key: SigningKey, member = alpha) =>
      await handleMemberRequest(await sign(wish, key, member), options),
    operate: (command: 'approve' | 'revoke' | 'pause' | 'resume', key?: string) =>
      obeyOperator(store, { member: alpha, name: command, key, now: time }),
    later(ms: number) {
      time = new Date(time.getTime() + ms);
    },
  };
}

const register: RegistryWish = { action: 'register', description: registryEntry('alpha').description };
const unauthenticated = {
  code: 'UNAUTHENTICATED',
  message: 'Expected a request that a key of the member has just signed.',
};

describe('a member of the registry', () => {
  it('registers, is approved, pauses, resumes and is revoked', async () => {
    const key = createSigningKey();
    const registry = registryOf('life');
    const states = [
      (await registry.send(register, key)).state,
      (await registry.operate('approve', key.kid)).standing,
      (await registry.send({ action: 'pause' }, key)).state,
      (await registry.send({ action: 'resume' }, key)).state,
      (await registry.operate('revoke')).standing,
    ];
    expect(states).toEqual(['PENDING', 'APPROVED', 'PAUSED', 'ACTIVE', 'REVOKED']);
    expect(await registry.store.version()).toBe(5);
    await expect(registry.send({ action: 'resume' }, key)).rejects.toMatchObject(unauthenticated);
    expect(registry.outcomes).toEqual(['register', 'pause', 'resume', 'unknown-key']);
  });

  it('is told nothing of what was wrong with its proof', async () => {
    const key = createSigningKey();
    const registry = registryOf('proof');
    await registry.send(register, key);
    const used = await registry.sign({ action: 'pause' }, key);
    await registry.handle(used);
    const requests = [
      used,
      await registry.sign({ action: 'resume' }, createSigningKey()),
      await registry.sign({ action: 'resume' }, key, readMemberId('beta')),
      'nonsense',
    ];
    for (const jws of requests) {
      await expect(registry.handle(jws)).rejects.toMatchObject(unauthenticated);
    }
    expect(registry.outcomes.slice(2)).toEqual(['replayed', 'unknown-key', 'unknown-key', 'malformed']);
    expect(registry.log.join()).not.toContain(used);
  });

  it('rotates its key with an overlap', async () => {
    const [first, second] = [createSigningKey(), createSigningKey()];
    const registry = registryOf('rotation');
    await registry.send(register, first);
    expect(await registry.send({ action: 'rotate-key', next: second }, first)).toMatchObject({
      key: second.kid,
    });
    registry.later(3_599_000);
    await registry.send({ action: 'pause' }, first);
    await registry.send({ action: 'resume' }, second);
    registry.later(1000);
    await expect(registry.send({ action: 'pause' }, first)).rejects.toMatchObject(unauthenticated);
    await registry.send({ action: 'pause' }, second);
  });

  it('whose registration is at fault is not stored', async () => {
    const fault = new AccordError('BAD_CONTRACT', 'Expected schemas that keep to the contracts.');
    const registry = registryOf('fault', { check: () => Promise.reject(fault) });
    await expect(registry.send(register, createSigningKey())).rejects.toBe(fault);
    expect(await registry.store.version()).toBe(0);
    expect(registry.outcomes).toEqual(['rejected']);
  });

  it('gets its id once, when two register it at the same time', async () => {
    const registry = registryOf('race', { check: () => new Promise((resolve) => setTimeout(resolve, 20)) });
    const results = await Promise.allSettled([
      registry.send(register, createSigningKey()),
      registry.send(register, createSigningKey()),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'BAD_INPUT', message: 'Expected a member id that is free, "alpha" is taken.' },
    });
  });

  it('waits outside while a hundred others do', async () => {
    const registry = registryOf('crowd');
    for (let i = 0; i < 100; i++) {
      await registry.store.put(registryEntry(`member-${i}`, { standing: 'PENDING' }));
    }
    await expect(registry.send(register, createSigningKey())).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: 'Expected at most 100 members that wait for an operator, there are as many already.',
    });
  });
});

describe('an operator', () => {
  it.each(['approve', 'revoke', 'pause', 'resume'] as const)(
    'cannot %s whom nobody knows',
    async (command) => {
      const registry = registryOf(`nobody-${command}`);
      await expect(registry.operate(command)).rejects.toMatchObject({
        code: 'BAD_INPUT',
        message: 'Expected a member of the registry, there is no "alpha".',
      });
    },
  );

  it('whose change comes between is not undone by the member', async () => {
    const key = createSigningKey();
    const registry = registryOf('between');
    await registry.send(register, key);
    await registry.operate('approve');
    const stores = interrupted(registry.store, () => registry.operate('pause'));
    const paused = await handleMemberRequest(await registry.sign({ action: 'pause' }, key), {
      ...optionsOf(stores),
    });
    expect(paused.state).toBe('PAUSED');
    expect((await registry.store.find(alpha))?.pausedBy).toEqual(['MEMBER', 'OPERATOR']);
  });
});

/** A store in which something else happens before the first write. */
function interrupted(store: RegistryStore, first: () => Promise<unknown>): RegistryStore {
  let happened = false;
  return {
    ...store,
    put: async (entry) => {
      if (!happened) {
        happened = true;
        await first();
      }
      return await store.put(entry);
    },
  };
}

function optionsOf(store: RegistryStore): MemberRegistryOptions {
  return {
    store,
    audience: hub,
    keyOverlapMs: 0,
    now: () => start,
    check: async () => undefined,
    logger: pino({ level: 'silent' }),
    onRequest: () => undefined,
  };
}

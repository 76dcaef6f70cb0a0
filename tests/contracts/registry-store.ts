import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import type { RegistryStore } from '../../gateway/plan/registry/registry-store.js';
import { readMemberId } from '../../shared/domain/ids.js';
import { registryEntry } from '../fixtures/registry-entries.js';

/** What every store of the registry must do. `open` opens the same registry for the same place each time. */
export function describeRegistryStore(
  name: string,
  open: (place: string, now: () => Date) => Promise<RegistryStore>,
): void {
  describe(`RegistryStore: ${name}`, () => {
    const opened: RegistryStore[] = [];
    const store = async (place: string = randomUUID(), now = () => new Date(0)): Promise<RegistryStore> => {
      const one = await open(place, now);
      opened.push(one);
      return one;
    };
    afterAll(() => Promise.all(opened.map((one) => one.close())));

    it('is empty at first', async () => {
      const empty = await store();
      expect(await empty.version()).toBe(0);
      expect(await empty.read()).toEqual({ version: 0, entries: [] });
      expect(await empty.find(readMemberId('alpha'))).toBeUndefined();
    });

    it('gives back entries as they were put, by member id', async () => {
      const some = await store();
      const beta = registryEntry('beta', { pausedBy: ['MEMBER', 'OPERATOR'], standing: 'PENDING' });
      const alpha = registryEntry('alpha', {
        extension: { url: 'https://alpha.example/', sdl: 'type Query { a: Int } # "ø"' },
      });
      expect(await some.put(beta)).toBe(true);
      expect(await some.put(alpha)).toBe(true);
      expect(await some.read()).toEqual({ version: 2, entries: [alpha, beta] });
      expect(await some.find(readMemberId('beta'))).toEqual(beta);
    });

    it('writes an entry onto the version before it and onto no other', async () => {
      const some = await store();
      const entry = registryEntry('alpha');
      expect(await some.put({ ...entry, version: 2 })).toBe(false);
      expect(await some.put(entry)).toBe(true);
      expect(await some.put(entry)).toBe(false);
      expect(await some.put({ ...entry, version: 3 })).toBe(false);
      expect(await some.put({ ...entry, version: 2, standing: 'REVOKED' })).toBe(true);
      expect(await some.put({ ...entry, version: 2, standing: 'PENDING' })).toBe(false);
      expect((await some.find(readMemberId('alpha')))?.standing).toBe('REVOKED');
    });

    it('lets one of several writers of the same version through', async () => {
      const place = randomUUID();
      const [a, b] = [await store(place), await store(place)];
      await a.put(registryEntry('alpha'));
      const next = registryEntry('alpha', { version: 2 });
      const done = await Promise.all([a.put(next), b.put(next), a.put(next), b.put(next)]);
      expect(done.filter(Boolean)).toHaveLength(1);
    });

    it('has a version that grows with each change and that other replicas see', async () => {
      const place = randomUUID();
      const [a, b] = [await store(place), await store(place)];
      await a.put(registryEntry('alpha'));
      expect(await b.version()).toBe(1);
      await b.put(registryEntry('beta'));
      expect(await a.version()).toBe(2);
      await a.put(registryEntry('alpha', { version: 2, standing: 'REVOKED' }));
      expect(await b.version()).toBe(3);
      expect((await b.read()).version).toBe(3);
    });

    it('lets an id be claimed once, by one replica', async () => {
      const place = randomUUID();
      const [a, b] = [await store(place), await store(place)];
      const until = new Date(60_000);
      const claims = await Promise.all([
        a.claim('one', until),
        b.claim('one', until),
        a.claim('one', until),
        b.claim('two', until),
      ]);
      expect(claims.slice(0, 3).filter(Boolean)).toHaveLength(1);
      expect(claims[3]).toBe(true);
    });

    it('forgets a claim once its time is over', async () => {
      let time = 0;
      const some = await store(randomUUID(), () => new Date(time));
      expect(await some.claim('one', new Date(1000))).toBe(true);
      time = 1000;
      expect(await some.claim('one', new Date(2000))).toBe(false);
      time = 1001;
      expect(await some.claim('one', new Date(2000))).toBe(true);
    });

    it('keeps everything over a closing', async () => {
      const place = randomUUID();
      const first = await open(place, () => new Date(0));
      await first.put(registryEntry('alpha'));
      await first.claim('one', new Date(60_000));
      await first.close();
      const second = await store(place);
      expect((await second.read()).entries).toEqual([registryEntry('alpha')]);
      expect(await second.claim('one', new Date(60_000))).toBe(false);
    });
  });
}

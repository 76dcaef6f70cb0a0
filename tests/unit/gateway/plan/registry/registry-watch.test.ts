import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLastKnown, type LastKnown } from '../../../../../gateway/plan/registry/last-known.js';
import type { RegistrySnapshot, RegistryStore } from '../../../../../gateway/plan/registry/registry-store.js';
import { createRegistryWatch } from '../../../../../gateway/plan/registry/registry-watch.js';
import { AccordError } from '../../../../../shared/errors/accord-error.js';
import { registryEntry } from '../../../../fixtures/registry-entries.js';

const one: RegistrySnapshot = { version: 1, entries: [registryEntry('alpha')] };
const two: RegistrySnapshot = { version: 2, entries: [registryEntry('alpha', { version: 2 })] };

/** A store that holds what a test puts in, or is away. */
class StoreDouble {
  snapshot: RegistrySnapshot | null = { version: 0, entries: [] };
  reads = 0;
  looks = 0;

  get store(): RegistryStore {
    const unused = async () => {
      throw new Error('A watch only reads.');
    };
    return {
      version: async () => {
        this.looks += 1;
        return this.#there().version;
      },
      read: async () => {
        this.reads += 1;
        return this.#there();
      },
      find: unused,
      put: unused,
      claim: unused,
      close: async () => undefined,
    };
  }

  #there(): RegistrySnapshot {
    if (this.snapshot === null) {
      throw new AccordError('STORE_UNAVAILABLE', 'Expected the store to answer, it is away.');
    }
    return this.snapshot;
  }
}

function watchOf(double: StoreDouble, kept?: RegistrySnapshot) {
  const changes: number[] = [];
  const written: number[] = [];
  const log: string[] = [];
  const lastKnown: LastKnown = {
    read: () => kept,
    write: ({ version }) => void written.push(version),
  };
  const watch = createRegistryWatch({
    store: double.store,
    lastKnown,
    pollMs: 250,
    staleMs: 30_000,
    onChange: ({ version }) => changes.push(version),
    clock: () => Date.now(),
    logger: pino({ level: 'info' }, { write: (line: string) => log.push(JSON.parse(line).msg) }),
  });
  return { watch, changes, written, log };
}

describe('a replica that follows the registry', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('knows it from the start and each change within a poll, and reads only what changed', async () => {
    const double = new StoreDouble();
    double.snapshot = one;
    const { watch, changes, written } = watchOf(double);
    await watch.start();
    expect(changes).toEqual([1]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(double.reads).toBe(1);
    expect(double.looks).toBe(5);
    double.snapshot = two;
    await vi.advanceTimersByTimeAsync(250);
    expect(changes).toEqual([1, 2]);
    expect(written).toEqual([1, 2]);
    await watch.stop();
  });

  it('looks at once when it changed something itself', async () => {
    const double = new StoreDouble();
    const { watch, changes } = watchOf(double);
    await watch.start();
    double.snapshot = two;
    await watch.refresh();
    expect(changes).toEqual([0, 2]);
    await watch.stop();
  });

  it('starts with what was last known when the registry is away', async () => {
    const double = new StoreDouble();
    double.snapshot = null;
    const { watch, changes, log } = watchOf(double, one);
    await watch.start();
    expect(changes).toEqual([1]);
    expect(log).toContain('starting with what was last known of the registry');
    double.snapshot = two;
    await vi.advanceTimersByTimeAsync(250);
    expect(changes).toEqual([1, 2]);
    expect(log.at(-1)).toBe('the registry can be read again');
    await watch.stop();
  });

  it('starts with nothing when nothing was kept either', async () => {
    const double = new StoreDouble();
    double.snapshot = null;
    const { watch, changes } = watchOf(double);
    await watch.start();
    expect(changes).toEqual([]);
    await watch.stop();
  });

  it('serves on through an outage, says so once, and counts as stale after 30 s', async () => {
    const double = new StoreDouble();
    double.snapshot = one;
    const { watch, changes, log } = watchOf(double);
    await watch.start();
    double.snapshot = null;
    await vi.advanceTimersByTimeAsync(29_000);
    expect(watch.freshness()).toEqual({ ageMs: 29_000, isStale: false });
    await vi.advanceTimersByTimeAsync(1500);
    expect(watch.freshness()).toEqual({ ageMs: 30_500, isStale: true });
    expect(changes).toEqual([1]);
    expect(log).toEqual(['the registry cannot be read; serving on with what was last known']);
    double.snapshot = one;
    await vi.advanceTimersByTimeAsync(250);
    expect(watch.freshness()).toEqual({ ageMs: 0, isStale: false });
    await watch.stop();
  });

  it('asks no more once it is stopped', async () => {
    const double = new StoreDouble();
    const { watch } = watchOf(double);
    await watch.start();
    await watch.stop();
    const { looks } = double;
    await vi.advanceTimersByTimeAsync(5000);
    expect(double.looks).toBe(looks);
  });
});

describe('what was last known of the registry', () => {
  const folder = mkdtempSync(join(tmpdir(), 'accord-last-known-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let ids = 0;
  const lastKnown = createLastKnown(join(folder, 'hub'), () => `id-${++ids}`);
  const file = join(folder, 'hub', 'registry-last-known.json');

  it('is nothing at first, and then what was written last, for its owner alone', () => {
    expect(lastKnown.read()).toBeUndefined();
    lastKnown.write(one);
    lastKnown.write(two);
    expect(lastKnown.read()).toEqual(two);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'hub')).mode & 0o777).toBe(0o700);
  });

  it.each(['', '{', '{}', '{"version":1,"entries":[{}]}'])('is nothing when the file holds %j', (text) => {
    writeFileSync(file, text);
    expect(lastKnown.read()).toBeUndefined();
  });
});

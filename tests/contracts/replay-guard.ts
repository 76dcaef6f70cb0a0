import { afterEach, describe, expect, test } from 'vitest';
import type { ReplayGuard } from '../../shared/identity/replay-guard.js';

export interface ReplayGuardAdapter {
  /** Opens the guard of a place; the same place is shared. */
  open(place: string, now: () => Date): Promise<ReplayGuard>;
}

const start = Date.parse('2026-01-31T09:30:00.000Z');
const inOneMinute = new Date(start + 60_000);
let places = 0;

/** The sentences of the `ReplayGuard` port, for every adapter. */
export function describeReplayGuard(name: string, adapter: ReplayGuardAdapter): void {
  describe(`the ids of used tokens in ${name}`, () => {
    const opened: ReplayGuard[] = [];
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((guard) => guard.close()));
    });
    const newPlace = () => `g${process.pid}_${++places}`;
    const open = async (place: string, now = () => new Date(start)) => {
      const guard = await adapter.open(place, now);
      opened.push(guard);
      return guard;
    };

    test('are each new once', async () => {
      const guard = await open(newPlace());
      expect(await guard.spend('first-token', inOneMinute)).toBe(true);
      expect(await guard.spend('other-token', inOneMinute)).toBe(true);
      expect(await guard.spend('first-token', inOneMinute)).toBe(false);
      expect(await guard.spend('first-token', new Date(start + 120_000))).toBe(false);
    });

    test('are shared by replicas', async () => {
      const place = newPlace();
      const [one, other] = [await open(place), await open(place)];
      expect(await one.spend('token', inOneMinute)).toBe(true);
      expect(await other.spend('token', inOneMinute)).toBe(false);
    });

    test('are new to one alone of many that come at once to two replicas', async () => {
      const place = newPlace();
      const guards = [await open(place), await open(place)];
      const spent = await Promise.all(
        Array.from({ length: 20 }, (_, i) => guards[i % 2]?.spend('token', inOneMinute)),
      );
      expect(spent.filter((isFirst) => isFirst === true)).toHaveLength(1);
    });

    test('outlive the process until they expire, and are then forgotten', async () => {
      const place = newPlace();
      const before = await adapter.open(place, () => new Date(start));
      await before.spend('token', inOneMinute);
      await before.close();
      let time = start + 59_999;
      const guard = await open(place, () => new Date(time));
      expect(await guard.spend('token', inOneMinute)).toBe(false);
      time += 60_000;
      expect(await guard.spend('token', new Date(time + 60_000))).toBe(true);
    });

    test('of another member are others', async () => {
      const one = await open(newPlace());
      const other = await open(newPlace());
      expect(await one.spend('token', inOneMinute)).toBe(true);
      expect(await other.spend('token', inOneMinute)).toBe(true);
    });
  });
}

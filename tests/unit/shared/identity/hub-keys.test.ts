import { describe, expect, test } from 'vitest';
import {
  createHubKeys,
  currentGeneration,
  HubKeys,
  liveGenerations,
  rotateHubKeys,
} from '../../../../shared/identity/hub-keys.js';

const start = new Date('2026-01-31T09:30:00.000Z');
const hourMs = 3_600_000;
const hoursOn = (hours: number) => new Date(start.getTime() + hours * hourMs);

describe('the keys of a hub', () => {
  test('begin with one generation that is used at once', () => {
    const keys = createHubKeys(start);
    expect(HubKeys.parse(keys)).toEqual(keys);
    expect(currentGeneration(keys, start)).toBe(keys.generations[0]);
    expect(keys.generations).toHaveLength(1);
  });

  test('rotate with an overlap: published first, then used, then alone', () => {
    const keys = createHubKeys(start);
    const rotated = rotateHubKeys(keys, { now: start, overlapMs: 24 * hourMs });
    const [old, next] = rotated.generations.map(({ key }) => key.kid);
    const at = (hours: number) => ({
      current: currentGeneration(rotated, hoursOn(hours)).key.kid,
      published: liveGenerations(rotated, hoursOn(hours)).map(({ key }) => key.kid),
    });
    expect(old).toBe(keys.generations[0]?.key.kid);
    expect(at(0)).toEqual({ current: old, published: [old, next] });
    expect(at(23.99)).toEqual({ current: old, published: [old, next] });
    expect(at(24)).toEqual({ current: next, published: [old, next] });
    expect(at(47.99)).toEqual({ current: next, published: [old, next] });
    expect(at(48)).toEqual({ current: next, published: [next] });
  });

  test('keep what pseudonyms are made with', () => {
    const keys = createHubKeys(start);
    expect(rotateHubKeys(keys, { now: start, overlapMs: 0 }).subjectSecret).toBe(keys.subjectSecret);
  });

  test('rotate again once the new one is used, and not before', () => {
    const rotated = rotateHubKeys(createHubKeys(start), { now: start, overlapMs: 24 * hourMs });
    expect(() => rotateHubKeys(rotated, { now: hoursOn(23), overlapMs: hourMs })).toThrow(
      expect.objectContaining({
        code: 'BAD_INPUT',
        message: 'Expected no rotation under way, there is one until 2026-02-01T09:30:00.000Z.',
      }),
    );
    const again = rotateHubKeys(rotated, { now: hoursOn(24), overlapMs: hourMs });
    expect(again.generations).toHaveLength(3);
    expect(liveGenerations(again, hoursOn(26.5))).toHaveLength(2);
    expect(liveGenerations(again, hoursOn(48))).toHaveLength(1);
  });

  test('without an overlap the others are gone at once, even while a rotation is under way', () => {
    const rotated = rotateHubKeys(createHubKeys(start), { now: start, overlapMs: 24 * hourMs });
    const known = rotated.generations.map(({ key }) => key.kid);
    const replaced = rotateHubKeys(rotated, { now: hoursOn(1), overlapMs: 0 });
    expect(replaced.generations).toHaveLength(1);
    expect(known).not.toContain(currentGeneration(replaced, hoursOn(1)).key.kid);
  });
});

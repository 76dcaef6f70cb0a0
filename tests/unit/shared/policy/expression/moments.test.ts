import { expect, test } from 'vitest';
import { firstMoment, lastMoment, momentOf } from '../../../../../shared/policy/expression/moments.js';

function written(moment: number | undefined): string | undefined {
  return moment === undefined ? undefined : new Date(moment).toISOString();
}

test.each([
  ['2026', '2026-01-01T00:00:00.000Z', '2026-12-31T23:59:59.999Z'],
  ['2026-02', '2026-02-01T00:00:00.000Z', '2026-02-28T23:59:59.999Z'],
  ['2024-02', '2024-02-01T00:00:00.000Z', '2024-02-29T23:59:59.999Z'],
  ['2026-12', '2026-12-01T00:00:00.000Z', '2026-12-31T23:59:59.999Z'],
  ['2026-12-31', '2026-12-31T00:00:00.000Z', '2026-12-31T23:59:59.999Z'],
  ['0050', '0050-01-01T00:00:00.000Z', '0050-12-31T23:59:59.999Z'],
  ['9999', '9999-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'],
  ['2026-01-31T09:30:00.000Z', '2026-01-31T09:30:00.000Z', '2026-01-31T09:30:00.000Z'],
  ['2026-01-31T09:30:00Z', '2026-01-31T09:30:00.000Z', '2026-01-31T09:30:00.000Z'],
  ['2026-01-31T09:30:00+02:00', '2026-01-31T07:30:00.000Z', '2026-01-31T07:30:00.000Z'],
  ['2026-01-31T09:30:00.5-01:00', '2026-01-31T10:30:00.500Z', '2026-01-31T10:30:00.500Z'],
  ['2026-13', undefined, undefined],
  ['2026-02-30', undefined, undefined],
  ['2026-01-31 09:30:00.000Z', undefined, undefined],
  ['2026-01-31T29:30:00.000Z', undefined, undefined],
  ['yesterday', undefined, undefined],
  ['', undefined, undefined],
])('%s is from %s to %s', (text, first, last) => {
  expect(written(firstMoment(text))).toBe(first);
  expect(written(lastMoment(text))).toBe(last);
});

test('an instant is no date', () => {
  expect(momentOf('2026-01')).toBeUndefined();
  expect(written(momentOf('2026-01-31T09:30:00.000Z'))).toBe('2026-01-31T09:30:00.000Z');
});

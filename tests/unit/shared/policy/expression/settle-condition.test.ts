import { describe, expect, test } from 'vitest';
import { checkExpression } from '../../../../../shared/policy/expression/check-condition.js';
import { type Settled, settleCondition } from '../../../../../shared/policy/expression/settle-condition.js';
import type { RecordBody } from '../../../../../shared/store/record-type.js';
import { noteFields } from './note.js';

const now = Date.parse('2026-03-15T12:00:00.000Z');
const earlier = '2026-03-15T11:59:59.999Z';
const later = '2026-03-15T12:00:00.001Z';

function settle(text: string, record: RecordBody): Settled {
  return settleCondition(checkExpression(text, noteFields))(record, now);
}

describe('a condition of a record is settled where it is the same for whoever asks from a moment on', () => {
  test.each<[string, RecordBody, Settled]>([
    ['true', {}, true],
    ['false', {}, false],
    ['!true', {}, false],
    ['has(record.code)', {}, false],
    ['has(record.code) && record.code == "a"', { code: 'a' }, true],
    ['has(record.code) && record.code == "a"', { code: 'b' }, false],
    ['has(record.open) && record.open', { open: true }, true],
    ['"a" in record.tags', { tags: ['a'] }, true],
    ['has(record.year) && record.year < 2020', { year: 2020 }, false],
    ['has(record.year) && record.year <= 2020', { year: 2020 }, true],
    ['caller.isMember', {}, 'CALLER'],
    ['!caller.isMember', {}, 'CALLER'],
    ['has(caller.organization)', {}, 'CALLER'],
    ['caller.clearance == "TLP:RED"', {}, 'CALLER'],
    ['"a:x" in caller.scopes', {}, 'CALLER'],
    ['caller.clearance in record.tags', {}, 'CALLER'],
    ['has(now)', {}, 'LATER'],
    ['has(record.seenAt) && record.seenAt > now', {}, false],
    ['has(record.seenAt) && record.seenAt > now', { seenAt: earlier }, false],
    ['has(record.seenAt) && record.seenAt > now', { seenAt: later }, 'LATER'],
    ['has(record.seenAt) && record.seenAt <= now', { seenAt: earlier }, true],
    ['has(record.seenAt) && record.seenAt <= now', { seenAt: later }, 'LATER'],
    ['has(record.seenAt) && now < record.seenAt', { seenAt: earlier }, false],
    ['has(record.seenAt) && now < record.seenAt', { seenAt: later }, 'LATER'],
    ['!has(record.seenAt) || record.seenAt <= now', {}, true],
    ['!has(record.seenAt) || !(record.seenAt <= now)', { seenAt: later }, 'LATER'],
  ])('%s of %j is %s', (text, record, settled) => {
    expect(settle(text, record)).toBe(settled);
  });
});

describe('of two', () => {
  const ofKind = {
    true: 'true',
    false: 'false',
    LATER: '(!has(record.seenAt) || record.seenAt > now)',
    CALLER: 'caller.isMember',
  };
  type Kind = keyof typeof ofKind;
  const kinds: readonly Kind[] = ['true', 'false', 'LATER', 'CALLER'];
  const pairs = kinds.flatMap((left) => kinds.map((right): [Kind, Kind] => [left, right]));

  /** The first of these that either side is. */
  function firstOf(order: readonly Kind[], sides: readonly Kind[]): string | undefined {
    return order.find((kind) => sides.includes(kind));
  }

  test.each(pairs)('%s and %s: a false one decides, then who asks, then time', (left, right) => {
    const settled = settle(`${ofKind[left]} && ${ofKind[right]}`, { seenAt: later });
    expect(String(settled)).toBe(firstOf(['false', 'CALLER', 'LATER', 'true'], [left, right]));
  });

  test.each(pairs)('%s or %s: a true one decides, then who asks, then time', (left, right) => {
    const settled = settle(`${ofKind[left]} || ${ofKind[right]}`, { seenAt: later });
    expect(String(settled)).toBe(firstOf(['true', 'CALLER', 'LATER', 'false'], [left, right]));
  });
});

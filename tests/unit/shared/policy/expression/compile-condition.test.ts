import { describe, expect, test } from 'vitest';
import type { Caller } from '../../../../../shared/identity/caller.js';
import { checkExpression } from '../../../../../shared/policy/expression/check-condition.js';
import { compileCondition } from '../../../../../shared/policy/expression/compile-condition.js';
import type { RecordBody } from '../../../../../shared/store/record-type.js';
import { aCaller, aColleague } from '../callers.js';
import { noteFields } from './note.js';

const now = Date.parse('2026-03-15T12:00:00.000Z');

function decide(text: string, record: RecordBody, caller: Caller = aCaller()): boolean {
  return compileCondition(checkExpression(text, noteFields))(record, { caller, now });
}

test.each<[string, RecordBody, boolean]>([
  ['true', {}, true],
  ['false', {}, false],
  ['!true', {}, false],
  ['true && false', {}, false],
  ['true || false', {}, true],
  ['true || true && false', {}, true],
  ['(true || true) && false', {}, false],
  ['!true || true', {}, true],
  ['has(record.code)', {}, false],
  ['has(record.code)', { code: null }, false],
  ['has(record.code)', { code: '' }, true],
  ['has(record.about)', { about: {} }, true],
  ['has(record.about.mood)', { about: {} }, false],
  ['has(record.about.mood)', { about: 'GOOD' }, false],
  ['has(record.tags)', { tags: [] }, false],
  ['has(record.tags)', { tags: [1] }, false],
  ['has(record.tags)', { tags: ['a'] }, true],
  ['record.kind == "GOOD"', { kind: 'GOOD' }, true],
  ["record.kind == 'GOOD'", { kind: 'BAD' }, false],
  ['record.kind != "GOOD"', { kind: 'BAD' }, true],
  ['"GOOD" == record.kind', { kind: 'GOOD' }, true],
  ['record.kind in ["BAD", "GOOD"]', { kind: 'GOOD' }, true],
  ['record.kind in ["BAD"]', { kind: 'GOOD' }, false],
  ['!(record.kind in ["BAD"])', { kind: 'GOOD' }, true],
  ['has(record.code) && record.code == "caf\u00e9"', { code: 'cafe\u0301' }, true],
  ['has(record.code) && record.code == "cafe\u0301"', { code: 'caf\u00e9' }, true],
  ['has(record.code) && record.code == "a\\"b\\\\"', { code: 'a"b\\' }, true],
  ['has(record.code) && record.code == record.kind', { code: 'GOOD', kind: 'GOOD' }, true],
  ['"a" in record.tags', { tags: ['b', 'a'] }, true],
  ['"a" in record.tags', { tags: ['b'] }, false],
  ['"a" in record.tags', {}, false],
  ['"caf\u00e9" in record.tags', { tags: ['cafe\u0301'] }, true],
  ['record.kind in record.moods', { kind: 'GOOD', moods: ['GOOD'] }, true],
  ['has(record.open) && record.open', { open: true }, true],
  ['has(record.open) && record.open', { open: false }, false],
  ['has(record.open) && record.open == false', { open: false }, true],
  ['has(record.open) && record.open != false', { open: false }, false],
  ['has(record.year) && record.year == 2020', { year: 2020 }, true],
  ['has(record.year) && record.year < 2020', { year: 2020 }, false],
  ['has(record.year) && record.year <= 2020', { year: 2020 }, true],
  ['has(record.year) && record.year > 2020', { year: 2020 }, false],
  ['has(record.year) && record.year >= 2020', { year: 2020 }, true],
  ['has(record.year) && 2019 < record.year', { year: 2020 }, true],
  ['has(record.year) && 2020 <= record.year', { year: 2020 }, true],
  ['has(record.year) && 2021 > record.year', { year: 2020 }, true],
  ['has(record.year) && 2021 >= record.year', { year: 2022 }, false],
  ['has(record.year) && record.year == -5', { year: -5 }, true],
  ['has(record.price.amount) && record.price.amount == 5.50', { price: { amount: '5.5' } }, true],
  [
    'has(record.price.amount) && record.price.amount > 999999999999999999',
    { price: { amount: '999999999999999999.000001' } },
    true,
  ],
  ['has(record.price.amount) && record.price.amount <= 5', { price: { amount: '5.000001' } }, false],
])('%s of %j is %s', (text, record, holds) => {
  expect(decide(text, record)).toBe(holds);
});

describe('time: a partial date stands for its last moment', () => {
  test.each<[string, string, string, boolean]>([
    ['record.day <= now', 'day', '2026-03-14', true],
    ['record.day <= now', 'day', '2026-03-15', false],
    ['record.day <= now', 'day', '2026-03', false],
    ['record.day <= now', 'day', '2026-02', true],
    ['record.day <= now', 'day', '2026', false],
    ['record.day <= now', 'day', '2025', true],
    ['record.day > now', 'day', '2026-03', true],
    ['record.day > now', 'day', '2026-02', false],
    ['now < record.day', 'day', '2026-03', true],
    ['now >= record.day', 'day', '2026-02', true],
    ['record.day <= "2026-03"', 'day', '2026-03-31', true],
    ['record.day <= "2026-03"', 'day', '2026-03', true],
    ['record.day <= "2026-03"', 'day', '2026-04-01', false],
    ['record.day <= "2026-03"', 'day', '2026', false],
    ['record.day < "2026-03"', 'day', '2026-02', true],
    ['record.day < "2026-03"', 'day', '2026-02-28', true],
    ['record.day < "2026-03"', 'day', '2026-03', false],
    ['record.day < "2026-03"', 'day', '2026-03-01', false],
    ['record.day >= "2026-03"', 'day', '2026-03-01', true],
    ['record.day >= "2026-03"', 'day', '2026-02-28', false],
    ['record.day > "2026-03"', 'day', '2026-03-31', false],
    ['record.day > "2026-03"', 'day', '2026-04-01', true],
    ['"2026-03" > record.day', 'day', '2026-02', true],
    ['record.day == "2026-03"', 'day', '2026-03', true],
    ['record.day == "2026-03"', 'day', '2026-03-01', false],
    ['record.day in ["2025", "2026-03"]', 'day', '2026-03', true],
    ['record.seenAt <= now', 'seenAt', '2026-03-15T12:00:00.000Z', true],
    ['record.seenAt < now', 'seenAt', '2026-03-15T12:00:00.000Z', false],
    ['record.seenAt < now', 'seenAt', '2026-03-15T11:59:59.999Z', true],
    ['record.seenAt > now', 'seenAt', '2026-03-15T12:00:00.001Z', true],
    ['record.seenAt >= now', 'seenAt', '2026-03-15T11:59:59.999Z', false],
    ['record.seenAt <= "2026"', 'seenAt', '2026-12-31T23:59:59.999Z', true],
    ['record.seenAt < "2026"', 'seenAt', '2025-12-31T23:59:59.999Z', true],
    ['record.seenAt < "2026"', 'seenAt', '2026-01-01T00:00:00.000Z', false],
    ['record.seenAt < "2026-03-15T13:00:00+01:00"', 'seenAt', '2026-03-15T11:59:59.999Z', true],
    ['record.seenAt == "2026-03-15T13:00:00+01:00"', 'seenAt', '2026-03-15T12:00:00.000Z', true],
    ['record.day <= "0099"', 'day', '0099-12-31', true],
    ['record.day <= "0099"', 'day', '0100-01-01', false],
    ['record.day > "2024-02"', 'day', '2024-02-29', false],
    ['now > "2026-03-15"', 'day', '2026', false],
    ['now >= "2026-03-15"', 'day', '2026', true],
    ['now < "2026-03-16"', 'day', '2026', true],
  ])('%s, where %s is %s: %s', (text, field, value, holds) => {
    expect(decide(`has(record.${field}) && ${text}`, { [field]: value })).toBe(holds);
  });

  test('two dates of a record are compared with each other', () => {
    const text = 'has(record.day) && has(record.seenAt) && record.day < record.seenAt';
    expect(decide(text, { day: '2026-02', seenAt: '2026-03-01T00:00:00.000Z' })).toBe(true);
    expect(decide(text, { day: '2026-03', seenAt: '2026-03-01T00:00:00.000Z' })).toBe(false);
  });
});

describe('the caller', () => {
  const colleague = aColleague('river-desk', { scopes: ['a', 'b'], purpose: 'AUDIT' });
  test.each<[string, Caller, boolean]>([
    ['caller.isMember', colleague, true],
    ['caller.isMember', aCaller(), false],
    ['caller.isProven', aCaller({ isProven: true }), true],
    ['caller.isProven', colleague, false],
    ['caller.kind == "person"', aCaller(), true],
    ['caller.kind != "person"', aCaller({ kind: 'service' }), true],
    ['caller.clearance in ["TLP:GREEN", "TLP:CLEAR"]', aCaller(), true],
    ['caller.clearance in ["TLP:GREEN", "TLP:CLEAR"]', colleague, false],
    ['has(caller.organization)', colleague, true],
    ['has(caller.organization)', aCaller(), false],
    ['has(caller.organization) && caller.organization == "river-desk"', colleague, true],
    ['has(caller.purpose) && caller.purpose == "AUDIT"', colleague, true],
    ['has(caller.purpose) && caller.purpose == "AUDIT"', aCaller(), false],
    ['"b" in caller.scopes', colleague, true],
    ['"c" in caller.scopes', colleague, false],
    ['record.kind in caller.scopes', aCaller({ scopes: ['GOOD'] }), true],
  ])('%s', (text, caller, holds) => {
    expect(decide(text, { kind: 'GOOD' }, caller)).toBe(holds);
  });
});

test.each([
  ['record.kind == "GOOD"', {}],
  ['record.kind == "GOOD"', { kind: 7 }],
  ['has(record.year) && record.year == 1', { year: '1' }],
  ['has(record.year) && record.year < 1', { year: '1' }],
  ['has(record.open) && record.open', { open: 'true' }],
  ['has(record.day) && record.day < now', { day: 'May' }],
  ['has(record.price.amount) && record.price.amount < 1', { price: { amount: '1e3' } }],
  ['has(record.price.amount) && record.price.amount == 1', { price: { amount: 1 } }],
])('%s of %j is not decided: the record is not what its type says', (text, record) => {
  expect(() => decide(text, record)).toThrow();
});

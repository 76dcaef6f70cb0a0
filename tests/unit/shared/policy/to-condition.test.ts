import { expect, test } from 'vitest';
import { checkExpression } from '../../../../shared/policy/expression/check-condition.js';
import { toCondition } from '../../../../shared/policy/to-condition.js';
import { noteKeys } from './expression/note.js';

test.each([
  ['true', false],
  ['caller.isMember', false],
  ['record.open', true],
  ['has(caller.purpose)', false],
  ['has(record.code)', true],
  ['!has(record.code)', true],
  ['caller.isMember && caller.isProven', false],
  ['caller.isMember && has(record.code)', true],
  ['has(record.code) || caller.isMember', true],
  ['caller.kind == "person"', false],
  ['has(record.year) && record.year < 2000', true],
  ['"a" in caller.scopes', false],
  ['now < "2026-01-01"', false],
  ['"a" in record.tags', true],
])('%s reads the record: %s', (text, expected) => {
  const condition = text === 'record.open' ? 'has(record.open) && record.open' : text;
  expect(toCondition(checkExpression(condition, noteKeys)).needsRecord).toBe(expected);
});

import { describe, expect, test } from 'vitest';
import { checkExpression } from '../../../../../shared/policy/expression/check-condition.js';
import { keyScope } from '../../../../../shared/policy/expression/key-scope.js';
import { note, noteFields, noteKeys } from './note.js';

function faultOf(text: string, scope = noteFields): string {
  try {
    checkExpression(text, scope);
  } catch (error) {
    expect(error).toMatchObject({ name: 'AccordError', code: 'BAD_POLICY' });
    return error instanceof Error ? error.message : '';
  }
  return 'none';
}

describe('an expression that is not one', () => {
  test.each([
    ['', 'Expected a value, got the end at character 1.'],
    ['   ', 'Expected a value, got the end at character 4.'],
    ['true true', 'Expected the end, got "true" at character 6.'],
    ['true &&', 'Expected a value, got the end at character 8.'],
    ['(true', 'Expected ")", got the end at character 6.'],
    ['true)', 'Expected the end, got ")" at character 5.'],
    ['has record.code', 'Expected "(", got "record" at character 5.'],
    ['has(record.code', 'Expected ")", got the end at character 16.'],
    ['has("a")', 'Expected a name, got "a" at character 5.'],
    ['record.', 'Expected a name, got the end at character 8.'],
    ['record.in', 'Expected a name, got "in" at character 8.'],
    ['record.kind == "GOOD', 'Expected a text with its closing quote at character 16.'],
    ["record.kind == 'GOOD", 'Expected a text with its closing quote at character 16.'],
    ['record.kind = "GOOD"', 'Unexpected "=" at character 13.'],
    ['a & b', 'Unexpected "&" at character 3.'],
    ['record.kind == "GOOD" == true', 'Expected the end, got "==" at character 23.'],
    ['record.kind in []', 'Expected a value, got "]" at character 17.'],
    ['record.kind in ["GOOD"', 'Expected "]", got the end at character 23.'],
    ['record.kind in ["GOOD",]', 'Expected a value, got "]" at character 24.'],
    ['record.kind in [record.code]', 'Expected a value, got "record" at character 17.'],
    ['1.1234567 == 1', 'Expected a number of at most 18 integer and 6 fraction digits at character 1.'],
    [
      '1234567890123456789 == 1',
      'Expected a number of at most 18 integer and 6 fraction digits at character 1.',
    ],
    ['caller.kind == "\\n"', 'Expected a text with its closing quote at character 16.'],
    ['caller.organization == "\ud800"', 'Expected a well-formed text at character 24.'],
    [`${'!'.repeat(31)}true`, 'Expected at most 30 levels, got more at character 32.'],
    [`${'('.repeat(31)}true${')'.repeat(31)}`, 'Expected at most 30 levels, got more at character 32.'],
    [
      `true${' || true'.repeat(250)}`,
      'Expected an expression of at most 500 parts, got more at character 2001.',
    ],
  ])('%s', (text, fault) => {
    expect(faultOf(text)).toBe(fault);
  });

  test('30 levels and 500 parts are not too many', () => {
    expect(faultOf(`${'!'.repeat(30)}true`)).toBe('none');
    expect(faultOf(`!true${' || true'.repeat(249)}`)).toBe('none');
  });
});

describe('a name that means nothing', () => {
  const known =
    'caller.organization, caller.purpose, caller.scopes, caller.clearance, caller.kind, caller.isMember, caller.isProven';
  test.each([
    ['record', `Expected "record.…", "now" or one of ${known}, got "record" at character 1.`],
    ['caller', `Expected "record.…", "now" or one of ${known}, got "caller" at character 1.`],
    ['caller.subject', `Expected "record.…", "now" or one of ${known}, got "caller.subject" at character 1.`],
    [
      'caller.kind.length',
      `Expected "record.…", "now" or one of ${known}, got "caller.kind.length" at character 1.`,
    ],
    ['now.year', `Expected "record.…", "now" or one of ${known}, got "now.year" at character 1.`],
    ['null', `Expected "record.…", "now" or one of ${known}, got "null" at character 1.`],
    ['record.nothing', 'Expected a field of "Note", got "nothing" at character 1.'],
    ['record.about.nothing', 'Expected a field of "About", got "nothing" at character 1.'],
    ['record.code.length', 'Expected one object within the record, got "record.code" at character 1.'],
    ['record.abouts.mood', 'Expected one object within the record, got "record.abouts" at character 1.'],
    ['record.author.name', 'Expected one object within the record, got "record.author" at character 1.'],
    ['record.party.name', 'Expected one object within the record, got "record.party" at character 1.'],
    ['record.id', 'Expected a field that is kept with the record, got "record.id" at character 1.'],
    ['record.member', 'Expected a field that is kept with the record, got "record.member" at character 1.'],
    [
      'record.modifiedAt',
      'Expected a field that is kept with the record, got "record.modifiedAt" at character 1.',
    ],
    [
      'record.odd',
      'Expected a text, number, date, truth value or list of texts, got "record.odd" at character 1.',
    ],
    [
      'record.ratio',
      'Expected a text, number, date, truth value or list of texts, got "record.ratio" at character 1.',
    ],
    [
      'record.abouts',
      'Expected a text, number, date, truth value or list of texts, got "record.abouts" at character 1.',
    ],
  ])('%s', (text, fault) => {
    expect(faultOf(text)).toBe(fault);
  });

  test('of a record: the fields that a key holds are named', () => {
    expect(faultOf('record.title == "a"', noteKeys)).toBe(
      'Expected a field that a key of "Note" holds (record.code, record.about.mood, record.day, record.seenAt, record.year, record.open, record.tags, record.handling.tlp, record.handling.pap, record.handling.embargoUntil), got "record.title" at character 1.',
    );
    const bare = keyScope({ ...note, keys: { modifiedAt: { kind: 'instant', stored: 'modifiedAt' } } });
    expect(faultOf('has(record.a)', bare)).toBe(
      'Expected a field that a key of "Note" holds, it has none, got "record.a" at character 5.',
    );
  });
});

describe('values of different kinds', () => {
  test.each([
    ['record.kind == "GREAT"', 'Expected one of GOOD, BAD, got "GREAT" at character 16.'],
    [
      'caller.clearance == "TLP:WHITE"',
      'Expected one of TLP:RED, TLP:AMBER+STRICT, TLP:AMBER, TLP:GREEN, TLP:CLEAR, got "TLP:WHITE" at character 21.',
    ],
    [
      'caller.kind in ["person", "robot"]',
      'Expected one of anonymous, person, service, got "robot" at character 27.',
    ],
    ['"GREAT" in record.moods', 'Expected one of GOOD, BAD, got "GREAT" at character 1.'],
    ['record.kind == 1', 'Expected one of the known values, got 1 at character 16.'],
    ['record.kind == true', 'Expected one of the known values, got true at character 16.'],
    ['caller.isMember == "true"', 'Expected "true" or "false", got "true" at character 20.'],
    ['has(caller.purpose) && caller.purpose == 1', 'Expected a text, got 1 at character 42.'],
    ['has(record.year) && record.year == "2020"', 'Expected a whole number, got "2020" at character 36.'],
    ['has(record.year) && record.year == 1.5', 'Expected a whole number, got 1.5 at character 36.'],
    [
      'has(record.year) && record.year < 9007199254740993',
      'Expected a whole number, got 9007199254740993 at character 35.',
    ],
    ['has(record.price.amount) && record.price.amount < "5"', 'Expected a number, got "5" at character 51.'],
    [
      'has(record.price.amount) && record.price.amount == true',
      'Expected a number, got true at character 52.',
    ],
    [
      'has(record.day) && record.day == "May"',
      'Expected a date such as "2026-01" or "2026-01-31", got "May" at character 34.',
    ],
    [
      'has(record.day) && record.day == "2026-01-31T00:00:00Z"',
      'Expected a date such as "2026-01" or "2026-01-31", got "2026-01-31T00:00:00Z" at character 34.',
    ],
    ['has(record.day) && record.day < "May"', 'Expected a date or an instant, got "May" at character 33.'],
    [
      'has(record.day) && record.day < 2026',
      'Expected a date such as "2026-01" or "2026-01-31", got 2026 at character 33.',
    ],
    [
      'has(record.seenAt) && record.seenAt == "2026-01"',
      'Expected an instant such as "2026-01-31T00:00:00Z", got "2026-01" at character 40.',
    ],
    [
      'record.kind < "GOOD"',
      'Expected a number or a date, got one of the known values "record.kind" at character 13.',
    ],
    [
      'record.handling.tlp > "TLP:GREEN"',
      'Expected a number or a date, got one of the known values "record.handling.tlp" at character 21.',
    ],
    [
      'caller.clearance > "TLP:GREEN"',
      'Expected a number or a date, got one of the known values "caller.clearance" at character 18.',
    ],
    ['now == "2026-01"', 'Expected "now" to be compared in another way than by "==" at character 5.'],
    ['now in ["2026"]', 'Expected "now" to be compared in another way than by "==" at character 5.'],
    [
      'has(record.seenAt) && record.seenAt == now',
      'Expected "now" to be compared in another way than by "==" at character 37.',
    ],
    [
      'record.tags == "a"',
      'Expected "record.tags" to be compared in another way than by "==" at character 13.',
    ],
    [
      'caller.isMember == caller.kind',
      'Expected "caller.isMember" and "caller.kind" to be of one kind at character 17.',
    ],
    [
      'has(record.year) && record.year < now',
      'Expected "record.year" and "now" to be of one kind at character 33.',
    ],
    ['1 == 1', 'Expected a value of the record or the caller on one side at character 3.'],
    ['"a" in ["a"]', 'Expected a value of the record or the caller before "in" at character 5.'],
    ['"a" in record.kind', 'Expected a list after "in" at character 8.'],
    ['"a" in "a"', 'Expected a list after "in" at character 8.'],
    ['true in caller.scopes', 'Expected a text, got true at character 1.'],
    [
      'caller.isMember in caller.scopes',
      'Expected a text that is not of the record before "in", got "caller.isMember" at character 17.',
    ],
    ['record.kind == (true)', 'none'],
    ['record.kind == (true && false)', 'Expected a value to compare at character 22.'],
    ['record.kind', 'Expected a condition, got "record.kind" at character 1.'],
    ['!record.kind', 'Expected a condition, got "record.kind" at character 2.'],
    ['"a"', 'Expected a condition, got a value at character 1.'],
    ['["a"]', 'Expected a condition, got a value at character 1.'],
    [
      'record.about == record.about',
      'Expected a value, got a group of fields "record.about" at character 1.',
    ],
  ])('%s', (text, fault) => {
    expect(faultOf(text)).toBe(
      fault === 'none' ? 'Expected one of the known values, got true at character 17.' : fault,
    );
  });

  test.each([
    [
      'has(record.code) && has(record.about.mood) && record.code == record.about.mood',
      'Expected a value that is not of the record on one side at character 59.',
    ],
    [
      'has(record.code) && record.code in record.tags',
      'Expected a text that is not of the record before "in", got "record.code" at character 33.',
    ],
    [
      'has(record.about.mood) && record.about.mood == "GREAT"',
      'Expected one of GOOD, BAD, got "GREAT" at character 48.',
    ],
    [
      'has(record.handling.tlp) && record.handling.tlp == "TLP:WHITE"',
      'Expected one of TLP:RED, TLP:AMBER+STRICT, TLP:AMBER, TLP:GREEN, TLP:CLEAR, got "TLP:WHITE" at character 52.',
    ],
    [
      'has(record.handling.pap) && record.handling.pap == "PAP:WHITE"',
      'Expected one of PAP:RED, PAP:AMBER, PAP:GREEN, PAP:CLEAR, got "PAP:WHITE" at character 52.',
    ],
  ])('in a condition of records: %s', (text, fault) => {
    expect(faultOf(text, noteKeys)).toBe(fault);
  });
});

describe('what may be absent', () => {
  const needs = (name: string, at: number) =>
    `Expected has(${name}) before "${name}" is read, since it may be absent at character ${at}.`;
  test.each([
    ['record.kind == "GOOD"', 'none'],
    ['caller.isMember', 'none'],
    ['"a" in record.tags', 'none'],
    ['record.handling.tlp == "TLP:RED"', 'none'],
    ['record.handling.pap == "PAP:RED"', needs('record.handling.pap', 1)],
    ['record.code == "a"', needs('record.code', 1)],
    ['caller.purpose == "AUDIT"', needs('caller.purpose', 1)],
    ['caller.organization in ["a"]', needs('caller.organization', 1)],
    ['record.open', needs('record.open', 1)],
    ['has(record.open) && record.open', 'none'],
    ['has(record.code) && record.code == "a"', 'none'],
    ['has(record.code) || record.code == "a"', needs('record.code', 21)],
    ['!has(record.code) || record.code == "a"', 'none'],
    ['!has(record.code) && record.code == "a"', needs('record.code', 22)],
    ['!(!has(record.code)) && record.code == "a"', 'none'],
    ['!(has(record.code) && has(record.day)) || record.code == "a"', 'none'],
    ['!(has(record.code) || has(record.day)) || record.code == "a"', needs('record.code', 43)],
    ['(has(record.code) || has(record.day)) && record.code == "a"', needs('record.code', 42)],
    ['(has(record.code) || (has(record.code) && caller.isMember)) && record.code == "a"', 'none'],
    ['(!has(record.code) || !has(record.day)) || record.code == "a"', 'none'],
    ['(!has(record.code) && !has(record.day)) || record.code == "a"', needs('record.code', 44)],
    ['(caller.isMember || !has(record.code)) || record.code == "a"', 'none'],
    ['(caller.isMember || has(record.code)) || record.code == "a"', needs('record.code', 42)],
    ['has(record.code) && caller.isMember && record.code == "a"', 'none'],
    ['caller.isMember && has(record.code) && record.code == "a"', 'none'],
    ['caller.isMember && (has(record.code) || true) && record.code == "a"', needs('record.code', 50)],
    ['has(record.about) && record.about.mood == "GOOD"', needs('record.about.mood', 22)],
    ['has(record.about.mood) && record.about.mood == "GOOD"', 'none'],
    ['has(record.about) && record.about.depth == 1', needs('record.about.depth', 22)],
    ['has(record.about.depth) && record.about.depth == 1', 'none'],
    ['has(record.day) && record.code == "a"', needs('record.code', 20)],
    ['has(record.code) == true', 'Expected a value to compare at character 1.'],
  ])('%s', (text, fault) => {
    expect(faultOf(text)).toBe(fault);
  });
});

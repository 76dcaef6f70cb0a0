import { describe, expect, test } from 'vitest';
import type { Position } from '../../../../shared/domain/key-value.js';
import {
  readMemberCursor,
  type SortKeyKind,
  writeMemberCursor,
} from '../../../../shared/domain/member-cursor.js';
import { AccordError } from '../../../../shared/errors/accord-error.js';

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const place = { member: 'harbour-watch', local: 'd-1' };

describe('a member cursor is read as it was written', () => {
  const cases: [string, Position, SortKeyKind[]][] = [
    ['without a sort', { k: [], ...place }, []],
    ['by text', { k: ['Ærø 𝒜'], ...place }, ['text']],
    ['by a partial date', { k: ['2019-05'], ...place }, ['partialDate']],
    ['by an instant', { k: ['2026-01-31T09:30:00.000Z'], ...place }, ['instant']],
    ['by an amount', { k: [[-3, 999_999_999]], ...place }, ['amount']],
    ['by a null and a number', { k: [null, 2019], ...place }, ['text', 'integer']],
    ['by a truth value', { k: [1], ...place }, ['boolean']],
    ['of another member', { k: [], member: 'open-ledger', local: '한글' }, []],
  ];
  test.each(cases)('%s', (_, position, kinds) => {
    expect(readMemberCursor(writeMemberCursor(position), kinds)).toEqual(position);
  });
});

describe('anything else is BAD_CURSOR', () => {
  const cases: [string, string, SortKeyKind[]][] = [
    ['empty', '', []],
    ['not base64url', 'a b', []],
    ['not JSON', Buffer.from('nope').toString('base64url'), []],
    ['not UTF-8', Buffer.from([0xff, 0xfe]).toString('base64url'), []],
    ['another shape', encode({ k: [] }), []],
    ['a field too many', encode({ k: [], ...place, x: 1 }), []],
    ['a malformed member', encode({ k: [], member: 'A', local: 'd' }), []],
    ['a malformed local id', encode({ k: [], member: 'alpha', local: 'a b' }), []],
    ['too few keys', encode({ k: [], ...place }), ['text']],
    ['too many keys', encode({ k: ['a'], ...place }), []],
    ['a number for a text', encode({ k: [1], ...place }), ['text']],
    ['a text for a number', encode({ k: ['1'], ...place }), ['integer']],
    ['a fraction', encode({ k: [1.5], ...place }), ['integer']],
    ['a month 13', encode({ k: ['2019-13'], ...place }), ['partialDate']],
    ['an instant in another form', encode({ k: ['2026-01-31T09:30:00Z'], ...place }), ['instant']],
    ['an amount out of range', encode({ k: [[1, 1_000_000_000]], ...place }), ['amount']],
    ['a text that is not NFC', encode({ k: ['e\u0301'], ...place }), ['text']],
    ['a text with U+0000', encode({ k: ['\u0000'], ...place }), ['text']],
    ['too long', encode({ k: ['x'.repeat(20_000)], ...place }), ['text']],
  ];
  test.each(cases)('%s', (_, cursor, kinds) => {
    expect(() => readMemberCursor(cursor, kinds)).toThrow(
      new AccordError('BAD_CURSOR', 'Expected a cursor that this field gave for the same order.'),
    );
  });
});

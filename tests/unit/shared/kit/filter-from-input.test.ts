import { describe, expect, test } from 'vitest';
import { AccordError } from '../../../../shared/errors/accord-error.js';
import { type FilterInput, filterFromInput } from '../../../../shared/kit/filter-from-input.js';
import { everything, type Filter, nothing } from '../../../../shared/store/filter.js';
import type { RecordType } from '../../../../shared/store/record-type.js';

const type: RecordType = {
  name: 'Thing',
  keys: {
    country: { kind: 'text', of: () => null },
    year: { kind: 'integer', of: () => null },
    open: { kind: 'boolean', of: () => null },
    date: { kind: 'partialDate', of: () => null },
    amount: { kind: 'amount', of: () => null },
    flags: { kind: 'terms', of: () => [] },
    party: { kind: 'terms', of: () => [] },
    modifiedAt: { kind: 'instant', stored: 'modifiedAt' },
  },
  texts: () => [],
  pairs: [],
};
const read = (input: FilterInput | null | undefined) =>
  filterFromInput(input, { type, member: 'harbour-watch' });

describe('a filter input becomes a filter of the store', () => {
  const cases: [string, FilterInput | null | undefined, Filter][] = [
    ['no filter', undefined, everything],
    ['null', null, everything],
    ['nothing in it', {}, everything],
    ['one test', { country: { eq: 'GB' } }, { op: 'eq', key: 'country', value: 'GB' }],
    [
      'several operators of a field all hold',
      { year: { gte: 2019, lte: 2021 } },
      {
        op: 'and',
        of: [
          { op: 'gte', key: 'year', value: 2019 },
          { op: 'lte', key: 'year', value: 2021 },
        ],
      },
    ],
    [
      'several fields all hold',
      { country: { ne: 'GB' }, open: { eq: true } },
      {
        op: 'and',
        of: [
          { op: 'ne', key: 'country', value: 'GB' },
          { op: 'eq', key: 'open', value: 1 },
        ],
      },
    ],
    [
      'an operator left undefined is none',
      { country: { eq: 'GB', ne: undefined }, year: undefined },
      { op: 'eq', key: 'country', value: 'GB' },
    ],
    ['text in NFC', { country: { eq: 'e\u0301' } }, { op: 'eq', key: 'country', value: 'é' }],
    ['an amount', { amount: { gte: '-0.5' } }, { op: 'gte', key: 'amount', value: [-1, 999_500_000] }],
    ['a partial date', { date: { lte: '2019' } }, { op: 'lte', key: 'date', value: '2019' }],
    [
      'an instant of another zone',
      { modifiedAt: { gte: '2026-01-31T10:30:00+01:00' } },
      { op: 'gte', key: 'modifiedAt', value: '2026-01-31T09:30:00.000Z' },
    ],
    ['one of', { country: { in: ['GB', 'KR'] } }, { op: 'in', key: 'country', values: ['GB', 'KR'] }],
    ['one of none', { country: { in: [] } }, { op: 'in', key: 'country', values: [] }],
    ['starts with', { country: { prefix: 'G' } }, { op: 'prefix', key: 'country', value: 'G' }],
    ['starts with nothing', { country: { prefix: '' } }, { op: 'isNull', key: 'country', value: false }],
    ['absent', { flags: { isNull: true } }, { op: 'isNull', key: 'flags', value: true }],
    ['a list holds', { flags: { eq: 'R018' } }, { op: 'eq', key: 'flags', value: 'R018' }],
    ['words', { text: 'Harbour HARBOUR master' }, { op: 'text', tokens: ['harbour', 'master'] }],
    ['and of nothing', { and: [] }, everything],
    ['or of nothing', { or: [] }, nothing],
    [
      'and, or, not',
      { not: { or: [{ year: { eq: 1 } }, { and: [{ year: { eq: 2 } }] }] } },
      {
        op: 'not',
        of: {
          op: 'or',
          of: [
            { op: 'eq', key: 'year', value: 1 },
            { op: 'and', of: [{ op: 'eq', key: 'year', value: 2 }] },
          ],
        },
      },
    ],
    ['this member', { member: { eq: 'harbour-watch' } }, everything],
    ['another member', { member: { eq: 'open-ledger' } }, nothing],
    ['this member among others', { member: { in: ['open-ledger', 'harbour-watch'] } }, everything],
    ['no member', { member: { in: [] } }, nothing],
    [
      'a party of this member',
      { party: { eq: 'harbour-watch:p:1' } },
      { op: 'eq', key: 'party', value: 'p:1' },
    ],
    ['a party of another member', { party: { eq: 'open-ledger:p-1' } }, nothing],
    ['not a party of another member', { party: { ne: 'open-ledger:p-1' } }, everything],
    [
      'one of parties of several members',
      { party: { in: ['open-ledger:p-1', 'harbour-watch:p-2'] } },
      { op: 'in', key: 'party', values: ['p-2'] },
    ],
  ];
  test.each(cases)('%s', (_, input, filter) => {
    expect(read(input)).toEqual(filter);
  });
});

describe('a bad filter is refused with the field it is in', () => {
  const nested = (levels: number): FilterInput => (levels === 0 ? {} : { not: nested(levels - 1) });
  const cases: [string, FilterInput, AccordError][] = [
    [
      'a null value',
      { country: { eq: null } },
      new AccordError(
        'BAD_FILTER',
        'Expected a value for "country.eq", got null; leave it out or use isNull.',
      ),
    ],
    [
      'a null field',
      { or: [{ country: null }] },
      new AccordError(
        'BAD_FILTER',
        'Expected a value for "or[0].country", got null; leave it out or use isNull.',
      ),
    ],
    [
      'no operator at all',
      { country: { eq: undefined } },
      new AccordError('BAD_FILTER', 'Expected an operator such as "eq" for "country", got none.'),
    ],
    [
      'a null list',
      { and: null },
      new AccordError('BAD_FILTER', 'Expected a value for "and", got null; leave it out or use isNull.'),
    ],
    [
      'ill-formed text',
      { country: { eq: '\ud800' } },
      new AccordError('BAD_FILTER', 'Expected well-formed text without U+0000 for "country.eq".'),
    ],
    [
      'a date of no calendar',
      { not: { date: { gte: '2019-02-30' } } },
      new AccordError(
        'BAD_FILTER',
        'Expected a date such as 2019, 2019-05 or 2019-05-03 for "not.date.gte".',
      ),
    ],
    [
      'no instant',
      { modifiedAt: { lte: 'yesterday' } },
      new AccordError(
        'BAD_FILTER',
        'Expected an instant such as 2026-01-31T09:30:00.000Z for "modifiedAt.lte".',
      ),
    ],
    [
      'no decimal',
      { amount: { in: ['1', '1e3'] } },
      new AccordError(
        'BAD_FILTER',
        'Expected a decimal number with at most 18 integer and 6 fraction digits for "amount.in".',
      ),
    ],
    [
      'no word',
      { text: ' — ' },
      new AccordError('BAD_FILTER', 'Expected at least one word to search for in "text", got none.'),
    ],
    [
      'too many words',
      { text: Array.from({ length: 33 }, (_, i) => `w${i}`).join(' ') },
      new AccordError('BAD_FILTER', 'Expected at most 32 words to search for in "text", got 33.'),
    ],
    [
      'no member id',
      { member: { in: ['harbour-watch', 'X'] } },
      new AccordError('BAD_FILTER', 'Expected a member id of the form [a-z][a-z0-9-]{1,31} for "member.in".'),
    ],
    [
      'no id',
      { party: { eq: 'p-1' } },
      new AccordError('BAD_FILTER', 'Expected an id of the form "<member>:<local>" for "party.eq".'),
    ],
    [
      'too many values',
      { year: { in: Array.from({ length: 1001 }, (_, i) => i) } },
      new AccordError('BAD_FILTER', 'Expected at most 1000 values for "year.in", got 1001.'),
    ],
    [
      'too many tests',
      { or: Array.from({ length: 101 }, (_, i) => ({ year: { eq: i } })) },
      new AccordError('QUERY_TOO_COMPLEX', 'Expected a filter of at most 100 tests, got more.'),
    ],
    [
      'too deep',
      nested(10),
      new AccordError('QUERY_TOO_COMPLEX', 'Expected a filter of at most 10 levels, got more.'),
    ],
  ];
  test.each(cases)('%s', (_, input, error) => {
    expect(() => read(input)).toThrow(error);
    try {
      read(input);
    } catch (thrown) {
      expect(thrown).toMatchObject({ code: error.code });
    }
  });
});

test('a hundred tests and ten levels are allowed', () => {
  const hundred = { or: Array.from({ length: 100 }, (_, i) => ({ year: { eq: i } })) };
  expect(read(hundred)).toMatchObject({ op: 'or' });
});

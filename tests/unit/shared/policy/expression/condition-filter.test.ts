import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anonymousCaller, type Caller } from '../../../../../shared/identity/caller.js';
import { checkExpression } from '../../../../../shared/policy/expression/check-condition.js';
import { compileCondition } from '../../../../../shared/policy/expression/compile-condition.js';
import { filterOf } from '../../../../../shared/policy/expression/condition-filter.js';
import type { Filter } from '../../../../../shared/store/filter.js';
import type { StoredRecord } from '../../../../../shared/store/record-store.js';
import type { RecordBody } from '../../../../../shared/store/record-type.js';
import { matches } from '../../../../fixtures/naive-query.js';
import { aColleague } from '../callers.js';
import { seeded } from '../seeded.js';
import { note, noteKeys } from './note.js';

const now = Date.parse('2026-03-15T12:00:00.000Z');
const everything: Filter = { op: 'and', of: [] };
const nothing: Filter = { op: 'or', of: [] };

function filter(text: string, caller: Caller = anonymousCaller): Filter {
  return filterOf(checkExpression(text, noteKeys), { caller, now });
}

describe('a condition becomes what a store can find by', () => {
  const there = (key: string): Filter => ({ op: 'isNull', key, value: false });
  test.each<[string, Filter]>([
    ['true', everything],
    ['false', nothing],
    ['!true', nothing],
    ['!false', everything],
    ['has(record.code)', there('code')],
    ['!has(record.code)', { op: 'not', of: there('code') }],
    ['!(!has(record.code))', there('code')],
    ['has(record.tags)', there('tags')],
    ['"a" in record.tags', { op: 'eq', key: 'tags', value: 'a' }],
    [
      'has(record.code) && record.code == "a"',
      { op: 'and', of: [there('code'), { op: 'eq', key: 'code', value: 'a' }] },
    ],
    [
      'has(record.code) && "a" == record.code',
      { op: 'and', of: [there('code'), { op: 'eq', key: 'code', value: 'a' }] },
    ],
    [
      'has(record.code) && record.code in ["a", "b", "c"]',
      { op: 'and', of: [there('code'), { op: 'in', key: 'code', values: ['a', 'b', 'c'] }] },
    ],
    [
      'has(record.open) && record.open',
      { op: 'and', of: [there('open'), { op: 'eq', key: 'open', value: 1 }] },
    ],
    [
      'has(record.open) && record.open == false',
      { op: 'and', of: [there('open'), { op: 'eq', key: 'open', value: 0 }] },
    ],
    [
      'has(record.year) && record.year <= 5',
      { op: 'and', of: [there('year'), { op: 'lte', key: 'year', value: 5 }] },
    ],
    [
      'has(record.year) && record.year < 5',
      { op: 'and', of: [there('year'), { op: 'lte', key: 'year', value: 4 }] },
    ],
    [
      'has(record.year) && record.year > 5',
      { op: 'and', of: [there('year'), { op: 'not', of: { op: 'lte', key: 'year', value: 5 } }] },
    ],
    [
      'has(record.seenAt) && record.seenAt <= now',
      { op: 'and', of: [there('seenAt'), { op: 'lte', key: 'seenAt', value: '2026-03-15T12:00:00.000Z' }] },
    ],
    [
      'has(record.seenAt) && record.seenAt < now',
      { op: 'and', of: [there('seenAt'), { op: 'lte', key: 'seenAt', value: '2026-03-15T11:59:59.999Z' }] },
    ],
    [
      'has(record.seenAt) && now < record.seenAt',
      {
        op: 'and',
        of: [
          there('seenAt'),
          { op: 'not', of: { op: 'lte', key: 'seenAt', value: '2026-03-15T12:00:00.000Z' } },
        ],
      },
    ],
    [
      'has(record.day) && record.day <= now',
      {
        op: 'and',
        of: [
          there('day'),
          { op: 'lte', key: 'day', value: '2026-03-14' },
          { op: 'not', of: { op: 'in', key: 'day', values: ['2026', '2026-03'] } },
        ],
      },
    ],
    ['has(record.code) && (record.code == "a" || true)', there('code')],
    ['has(record.code) && (record.code == "a" && false)', nothing],
    [
      'has(record.code) || has(record.day) || has(record.year)',
      { op: 'or', of: [there('code'), there('day'), there('year')] },
    ],
  ])('%s', (text, expected) => {
    expect(filter(text)).toEqual(expected);
  });

  test.each([
    ['the last moment of a month', '2026-03-31T23:59:59.999Z', '2026-03-31', ['2026', '2026-04']],
    ['one before it', '2026-03-31T23:59:59.998Z', '2026-03-30', ['2026', '2026-03']],
    ['the first of a year', '2027-01-01T00:00:00.000Z', '2026-12-31', ['2027', '2027-01']],
  ])('dates up to %s are those that have ended by then', (_, at, value, values) => {
    const condition = checkExpression('has(record.day) && record.day <= now', noteKeys);
    expect(filterOf(condition, { caller: anonymousCaller, now: Date.parse(at) })).toEqual({
      op: 'and',
      of: [
        { op: 'isNull', key: 'day', value: false },
        { op: 'lte', key: 'day', value },
        { op: 'not', of: { op: 'in', key: 'day', values } },
      ],
    });
  });

  test('what is of the caller is decided beforehand', () => {
    const colleague = aColleague('river-desk', { scopes: ['a'] });
    const text =
      'caller.isMember && has(caller.organization) && has(record.code) && record.code == caller.organization';
    expect(filter(text)).toEqual(nothing);
    expect(filter(text, colleague)).toEqual({
      op: 'and',
      of: [
        { op: 'isNull', key: 'code', value: false },
        { op: 'eq', key: 'code', value: 'river-desk' },
      ],
    });
    expect(filter('has(record.code) && record.code in caller.scopes', colleague)).toEqual({
      op: 'and',
      of: [
        { op: 'isNull', key: 'code', value: false },
        { op: 'eq', key: 'code', value: 'a' },
      ],
    });
    const inScopes = (scopes: readonly string[]) =>
      filter('has(record.code) && record.code in caller.scopes', aColleague('river-desk', { scopes }));
    const there: Filter = { op: 'isNull', key: 'code', value: false };
    expect([[], ['a', 'b']].map(inScopes)).toEqual(
      [[], ['a', 'b']].map((values) => ({ op: 'and', of: [there, { op: 'in', key: 'code', values }] })),
    );
    expect(
      filter('has(caller.organization) && has(record.code) && caller.organization == record.code', colleague),
    ).toEqual({ op: 'and', of: [there, { op: 'eq', key: 'code', value: 'river-desk' }] });
    expect(
      filter('record.handling.tlp in caller.scopes', aColleague('a', { scopes: ['TLP:AMBER'] })),
    ).toEqual({
      op: 'or',
      of: [
        { op: 'eq', key: 'tlp', value: 'TLP:AMBER' },
        { op: 'isNull', key: 'tlp', value: true },
      ],
    });
    expect(filter('has(caller.organization) && caller.organization in record.tags', colleague)).toEqual({
      op: 'eq',
      key: 'tags',
      value: 'river-desk',
    });
    expect(
      filter('record.handling.tlp == caller.clearance', aColleague('river-desk', { clearance: 'TLP:AMBER' })),
    ).toEqual({
      op: 'or',
      of: [
        { op: 'eq', key: 'tlp', value: 'TLP:AMBER' },
        { op: 'isNull', key: 'tlp', value: true },
      ],
    });
    expect(filter('"a" in caller.scopes', colleague)).toEqual(everything);
    expect(filter('"b" in caller.scopes', colleague)).toEqual(nothing);
    expect(filter('caller.kind == "service"', colleague)).toEqual(nothing);
    expect(filter('now > "2026"', colleague)).toEqual(nothing);
    expect(filter('now > "2025"', colleague)).toEqual(everything);
  });
});

describe('filter and function agree', () => {
  const codes = ['a', 'b', 'caf\u00e9', 'cafe\u0301'];
  const days = [
    '2025',
    '2026',
    '2026-02',
    '2026-03',
    '2026-03-14',
    '2026-03-15',
    '2026-04-01',
    '0000',
    '9999-12-31',
    '9999',
  ];
  const moments = [
    '2025-12-31T23:59:59.999Z',
    '2026-01-01T00:00:00.000Z',
    '2026-03-15T12:00:00.000Z',
    '2026-03-15T12:00:00.001Z',
  ];
  const labels = ['TLP:RED', 'TLP:GREEN', 'TLP:CLEAR'];

  const order = fc.constantFrom('<', '<=', '>', '>=');
  const equals = fc.constantFrom('==', '!=');
  const quoted = (values: readonly string[]) =>
    fc.constantFrom(...values).map((value) => JSON.stringify(value));
  const time = fc.oneof(fc.constant('now'), quoted([...days, ...moments]));
  /** A test with the name of what has to be there for it. */
  const guarded = fc.oneof(
    fc.tuple(
      fc.constant('record.code'),
      fc.tuple(equals, quoted(codes)).map((test) => test.join(' ')),
    ),
    fc.tuple(
      fc.constant('record.code'),
      fc.subarray(codes, { minLength: 1 }).map((some) => `in ${JSON.stringify(some)}`),
    ),
    fc.tuple(fc.constant('record.code'), fc.constant('in caller.scopes')),
    fc.tuple(
      fc.constant('record.handling.tlp'),
      fc.tuple(equals, quoted(labels)).map((test) => test.join(' ')),
    ),
    fc.tuple(fc.constant('record.handling.tlp'), fc.constant('== caller.clearance')),
    fc.tuple(
      fc.constant('record.year'),
      fc.tuple(fc.oneof(order, equals), fc.constantFrom('2019', '2020', '-1')).map((test) => test.join(' ')),
    ),
    fc.tuple(
      fc.constant('record.day'),
      fc.tuple(order, time).map((test) => test.join(' ')),
    ),
    fc.tuple(
      fc.constant('record.day'),
      fc.tuple(equals, quoted(days)).map((test) => test.join(' ')),
    ),
    fc.tuple(
      fc.constant('record.seenAt'),
      fc.tuple(order, time).map((test) => test.join(' ')),
    ),
    fc.tuple(
      fc.constant('record.seenAt'),
      fc.tuple(equals, quoted(moments)).map((test) => test.join(' ')),
    ),
    fc.tuple(fc.constant('record.open'), fc.constantFrom('', '== true', '!= true')),
  );
  const mirror = (test: string): string | undefined =>
    /^(<=?|>=?) (now)$/.exec(test)?.slice(1).toReversed().join(' ');
  const leaf = fc.oneof(
    guarded.map(([name, test]) => `(has(${name}) && ${name} ${test})`),
    guarded.map(([name, test]) => `(!has(${name}) || ${name} ${test})`),
    guarded.map(([name, test]) => {
      const [first] = test.split(' ');
      return mirror(test) === undefined ? `has(${name})` : `(has(${name}) && now ${first} ${name})`;
    }),
    fc.constantFrom(
      'has(record.tags)',
      '"a" in record.tags',
      'caller.isMember',
      'true',
      'false',
      'now < "2026-04"',
    ),
    fc.constant('(has(caller.organization) && caller.organization in record.tags)'),
  );
  const { expression } = fc.letrec<{ expression: string }>((tie) => ({
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      tie('expression').map((of) => `!(${of})`),
      fc
        .tuple(tie('expression'), fc.constantFrom('&&', '||'), tie('expression'))
        .map(([a, op, b]) => `(${a} ${op} ${b})`),
    ),
  }));
  const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
  const body = fc.record({
    code: maybe(fc.constantFrom(...codes)),
    day: maybe(fc.constantFrom(...days)),
    seenAt: maybe(fc.constantFrom(...moments)),
    year: maybe(fc.constantFrom(2018, 2019, 2020, -1, -2)),
    open: maybe(fc.boolean()),
    tags: maybe(fc.subarray(['a', 'b', 'river-desk'])),
    handling: fc.record({ tlp: maybe(fc.constantFrom(...labels)) }),
  });
  const callers: Caller[] = [
    anonymousCaller,
    aColleague('river-desk', { scopes: ['a', 'b'] }),
    aColleague('field-post', { clearance: 'TLP:AMBER', scopes: ['caf\u00e9', 'TLP:AMBER'] }),
  ];

  test('on any condition, record and caller', () => {
    fc.assert(
      fc.property(
        expression,
        fc.array(body, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(...callers),
        (text, bodies, caller) => {
          const condition = checkExpression(text, noteKeys);
          const decide = compileCondition(condition);
          const found = filterOf(condition, { caller, now });
          for (const each of bodies) {
            expect(decide(each, { caller, now })).toBe(matches(found, note, stored(each)));
          }
        },
      ),
      seeded(1500),
    );
  });
});

function stored(body: RecordBody): StoredRecord {
  const at = '2026-01-01T00:00:00.000Z';
  return { type: 'Note', local: 'n-1', body, createdAt: at, modifiedAt: at };
}

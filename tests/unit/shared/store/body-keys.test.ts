import { describe, expect, it } from 'vitest';
import {
  amountKey,
  commonKeys,
  dateKey,
  foldedKey,
  handlingKeys,
  instantKey,
  integerKey,
  listKey,
  textKey,
  textsOf,
  yearKey,
} from '../../../../shared/store/body-keys.js';
import type { KeySpec, RecordBody } from '../../../../shared/store/record-type.js';

const body: RecordBody = {
  handling: { tlp: 'TLP:AMBER', embargoUntil: '2026-03-01T00:00:00.000Z' },
  title: '  Éclair  AFFAIR ',
  date: '2019-05',
  year: 2020,
  money: { amount: '-0.000001', currency: 'EUR' },
  range: { minimum: '1' },
  flags: ['R018', 'R019'],
  payer: { ref: 'Organization', id: 'o1', name: 'Wick Ltd', identifiers: [{ scheme: 'GB-COH', id: '01' }] },
};

function valueOfKey(spec: KeySpec, of: RecordBody): unknown {
  return 'stored' in spec ? undefined : spec.of(of);
}

describe('body keys', () => {
  it.each([
    ['a text as it is', textKey('money', 'currency'), 'EUR'],
    ['a display text folded', foldedKey('title'), 'eclair affair'],
    ['a date', dateKey('date'), '2019-05'],
    ['the year of a date', yearKey('date'), 2019],
    ['a moment', instantKey('handling', 'embargoUntil'), '2026-03-01T00:00:00.000Z'],
    ['the label', handlingKeys.tlp, 'TLP:AMBER'],
    ['a whole number', integerKey('year'), 2020],
    ['an exact amount', amountKey('money'), [-1, 999_999_999]],
    ['a list', listKey('flags'), ['R018', 'R019']],
    ['the ids of the parties', commonKeys.party, ['o1']],
    ['the public identifiers of the parties', commonKeys.identifier, ['GB-COH:01']],
  ])('read %s', (_, spec, expected) => {
    expect(valueOfKey(spec, body)).toEqual(expected);
  });

  it.each([
    ['a field that is absent', textKey('nothing', 'code')],
    ['a field of another type', textKey('year')],
    ['a path through a text', textKey('title', 'code')],
    ['a range of money', amountKey('range')],
    ['a year of no date', yearKey('nothing')],
    ['a folded text that is absent', foldedKey('nothing')],
    ['a number that is a text', integerKey('title')],
  ])('read nothing from %s', (_, spec) => {
    expect(valueOfKey(spec, body)).toBeUndefined();
  });

  it.each([
    ['a text', textKey('money', 'currency'), ['money', 'currency']],
    ['a date', dateKey('date'), ['date']],
    ['a moment', handlingKeys.embargoUntil, ['handling', 'embargoUntil']],
    ['a whole number', integerKey('year'), ['year']],
    ['a list', listKey('flags'), ['flags']],
    ['no folded text', foldedKey('title'), undefined],
    ['no year of a date', yearKey('date'), undefined],
    ['no amount', amountKey('money'), undefined],
    ['no parties', commonKeys.party, undefined],
  ])('say the path of what they hold as it is: %s', (_, spec: KeySpec, expected) => {
    expect('stored' in spec ? undefined : spec.path).toEqual(expected);
  });

  it('collect texts by path, lists taken apart, and then the names of parties', () => {
    expect(textsOf(body, [['flags'], ['money', 'currency'], ['nothing']])).toEqual([
      'R018',
      'R019',
      'EUR',
      'Wick Ltd',
    ]);
  });
});

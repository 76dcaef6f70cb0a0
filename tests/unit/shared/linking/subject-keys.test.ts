import { describe, expect, test } from 'vitest';
import { LinkSubject } from '../../../../shared/linking/link-subject.js';
import { searchNames } from '../../../../shared/linking/search-names.js';
import { subjectKeys, tokenKey } from '../../../../shared/linking/subject-keys.js';

type Draft = Partial<LinkSubject> & Pick<LinkSubject, 'kind'>;

function keysOf(draft: Draft): string[] {
  return subjectKeys(LinkSubject.parse({ local: 'x', audience: { tlp: 'TLP:CLEAR' }, ...draft }));
}

function named(full: string, kind: Draft['kind'] = 'PERSON'): Draft {
  return { kind, names: [{ full }] };
}

function searchFinds(text: string, draft: Draft): boolean {
  const keys = new Set(keysOf(draft));
  const asked = searchNames(text).keys;
  return asked.length > 0 && asked.every((key) => keys.has(key));
}

describe('the keys a subject is found by', () => {
  test('an identifier in clear, however it is written', () => {
    const identifiers = [{ scheme: 'gb-coh', id: ' 123-4567 ' }];
    expect(keysOf({ kind: 'ORGANIZATION', identifiers })).toEqual(['i:GB-COH:01234567']);
  });

  test('not an identifier that cannot be one', () => {
    const identifiers = [
      { scheme: 'XI-LEI', id: '529900T8BM49AURSDO00' },
      { scheme: 'US-EIN', id: '00-000' },
      { scheme: 'US-EIN', id: '---' },
    ];
    expect(keysOf({ kind: 'ORGANIZATION', identifiers })).toEqual([]);
  });

  test('tokens, those of names and identifiers alike', () => {
    const [one, two] = ['a'.repeat(43), 'b'.repeat(43)];
    const tokens = [{ round: '2026-q4', identifiers: [one], names: [two] }];
    expect(keysOf({ kind: 'PERSON', tokens })).toEqual([tokenKey('2026-q4', one), `t:2026-q4:${two}`]);
  });

  test('each key once', () => {
    const names = [{ full: 'Nikos Argyris' }, { full: 'ARGYRIS, Nikos' }, { full: 'Νίκος Αργύρης' }];
    const keys = keysOf({ kind: 'PERSON', names, birthDate: '1970-05-03', countries: ['GR'] });
    expect(new Set(keys).size).toBe(keys.length);
  });

  test.each([
    ['another script', 'Νίκος Αργύρης'],
    ['another order', 'ARGYRIS Nikos'],
  ])('a name shares a key with the same in %s', (_, other) => {
    const keys = new Set(keysOf(named('Nikos Argyris')).filter((key) => key.startsWith('b:')));
    expect(keysOf(named(other)).some((key) => keys.has(key))).toBe(true);
  });

  test('people and organisations of one name share none', () => {
    const keys = new Set(keysOf(named('Nikos Argyris')).filter((key) => key.startsWith('b:')));
    expect(keysOf(named('Nikos Argyris', 'ORGANIZATION')).some((key) => keys.has(key))).toBe(false);
  });
});

describe('a search', () => {
  test.each([
    ['argyris', 'Nikos Argyris', 'PERSON'],
    ['Αργύρης', 'Nikos Argyris', 'PERSON'],
    ['Argyris Nikos', 'Νίκος Αργύρης', 'PERSON'],
    ['Romashka', 'ООО «Ромашка»', 'ORGANIZATION'],
    ['Ромашка LLC', 'Romashka Ltd', 'ORGANIZATION'],
    ['ООО «Ромашка»', 'ООО «Ромашка»', 'ORGANIZATION'],
    ['Hospital de Sorik', 'Sorik Hospital', 'ORGANIZATION'],
  ] as const)('for "%s" finds "%s"', (text, full, kind) => {
    expect(searchFinds(text, named(full, kind))).toBe(true);
  });

  test('does not find another name', () => {
    expect(searchFinds('Nikos Petridis', named('Nikos Argyris'))).toBe(false);
  });

  test.each([[''], [' , -'], ['«»']])('asks for nothing by "%s"', (text) => {
    expect(searchNames(text).keys).toEqual([]);
  });
});

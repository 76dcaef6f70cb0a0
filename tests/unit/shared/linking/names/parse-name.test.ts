import { describe, expect, test } from 'vitest';
import { nameKeys } from '../../../../../shared/linking/names/name-keys.js';
import { nameTerms } from '../../../../../shared/linking/names/name-terms.js';
import { normalizedName } from '../../../../../shared/linking/names/normalized-name.js';
import { parseName } from '../../../../../shared/linking/names/parse-name.js';

describe('what a name is taken apart into', () => {
  test.each([
    ['legal forms', 'Romashka Sp. z o.o.', [['romashka', 'name']], [], ['llc']],
    ['legal forms of several words', 'Acme S.A. de C.V.', [['acme', 'name']], [], ['corp']],
    ['a legal form that is all of the name', 'Limited', [['limited', 'name']], [], []],
    [
      'words that say what it is',
      'Ромашка Банк',
      [
        ['romashka', 'name'],
        ['bank', 'generic'],
      ],
      [],
      [],
    ],
    ['numbers', 'Acme Forty 4 2005-AR16', [['acme', 'name']], ['44', '2005', 'ar16'], []],
    [
      'no Roman numeral at the start',
      'X Mills',
      [
        ['x', 'name'],
        ['mills', 'name'],
      ],
      [],
      [],
    ],
  ] as const)('%s: %s', (_, full, words, numbers, legalForms) => {
    const name = parseName(full, 'ORGANIZATION');
    expect(name.tokens.map(({ latin, role }) => [latin, role])).toEqual(words);
    expect(name).toMatchObject({ numbers, legalForms });
  });

  test.each([
    ['titles and particles', 'Dr. Anna von Berg', 'name:anna name:berg'],
    ['a title where little else is', 'Sheikh Zayed', 'name:sheikh name:zayed'],
    ['initials', 'J.R. Orlov', 'initial:j initial:r name:orlov'],
    ['initials in one', 'JR Orlov', 'initial:j initial:r name:orlov'],
    ['who is the father', 'Salem bin Omar', 'name:salem father:omar'],
    ['a given name that says who is the father elsewhere', 'Ben Okri', 'name:ben name:okri'],
    ['composed Arabic names', 'Abdurrahman Shamsuddin', 'name:abd name:rahman name:shams name:din'],
    ['the Arabic article', 'الكواكبي', 'name:kwakbi'],
  ])('%s: %s', (_, full, words) => {
    const { tokens } = parseName(full, 'PERSON');
    const telling = tokens.filter(({ role }) => role !== 'particle');
    expect(telling.map(({ latin, role }) => `${role}:${latin}`).join(' ')).toBe(words);
  });
});

describe('what a name is found by', () => {
  test('sounds and consonants of each word, and numbers', () => {
    expect(nameTerms(parseName('Чингиз Айтматов', 'PERSON'))).toEqual([
      'Cingiz',
      '~sngs',
      'aitmatuv',
      '~dmdv',
    ]);
    expect(nameTerms(parseName('Acme Fund II', 'ORGANIZATION'))).toEqual([
      'akmi',
      '~gm',
      'fund',
      '~vnd',
      '2',
    ]);
  });

  test('keys of two words, of a word with an initial, and of all as one', () => {
    expect(nameKeys(parseName('W. Maathai', 'PERSON'))).toEqual(['matai.v', '=vmatai', '=mataiv']);
    expect(nameKeys(parseName('Wangari Maathai', 'PERSON'))).toEqual(
      expect.arrayContaining(['matai vangari', '~md vngr', 'matai.v', '=vangarimatai']),
    );
  });

  test('no key of two words that many organisations have', () => {
    expect(nameKeys(parseName('Audit Office', 'ORGANIZATION'))).toEqual(['=auditufici', '=uficiaudit']);
  });

  test('one text in whatever order, without legal form and titles', () => {
    expect(normalizedName(parseName('Annan, Dr. Kofi', 'PERSON'))).toBe('anan kufi');
    expect(normalizedName(parseName('ООО Ромашка 2', 'ORGANIZATION'))).toBe('2 rumaSka');
  });
});

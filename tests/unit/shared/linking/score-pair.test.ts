import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createNameCounter } from '../../../../shared/linking/count-names.js';
import { LinkSubject } from '../../../../shared/linking/link-subject.js';
import {
  type NameStatistics,
  noStatistics,
  readStatistics,
} from '../../../../shared/linking/name-statistics.js';
import { scorePair } from '../../../../shared/linking/score-pair.js';

type Draft = Omit<Partial<LinkSubject>, 'names' | 'audience'> & { readonly names?: readonly string[] };

function subject({ names = [], ...rest }: Draft): LinkSubject {
  const named = names.map((full) => ({ full }));
  const audience = { tlp: 'TLP:CLEAR' };
  return LinkSubject.parse({ local: 'x', kind: 'PERSON', names: named, audience, ...rest });
}

/** Among 20,000 people one in a hundred is a Nikos and one in fifty a Petrou; of all others there is one each. */
const statistics = countedStatistics();

function countedStatistics(): NameStatistics {
  const counter = createNameCounter();
  for (let i = 0; i < 20_000; i++) {
    const given = i % 100 === 0 ? 'Nikos' : syllables(i);
    const family = i % 50 === 0 ? 'Petrou' : syllables(i + 7_000);
    counter.add(subject({ names: [`${given} ${family}`], countries: [i % 4 === 0 ? 'GR' : 'PT'] }));
  }
  const read = readStatistics(counter.toJson());
  if (read === null) {
    throw new Error('what was counted can be read');
  }
  return read;
}

function syllables(number: number): string {
  const consonants = 'bdgklmnprst';
  let text = 'Z';
  for (let rest = number; rest > 0; rest = Math.floor(rest / 11)) {
    text += `a${consonants[rest % 11]}`;
  }
  return `${text}a`;
}

function verdictOf(a: Draft, b: Draft): string {
  return scorePair(subject(a), subject(b), statistics).verdict;
}

const register = { scheme: 'GR-REG', id: '4711' };
const lei = { scheme: 'XI-LEI', id: 'DEMO00000YFEST337L59' };
const [token, other] = ['a'.repeat(43), 'b'.repeat(43)];

describe('what is shared of identifiers', () => {
  test.each<[string, Draft, Draft, string]>([
    ['a register number', { identifiers: [register] }, { identifiers: [register] }, 'ACCEPT'],
    [
      'a register number written otherwise',
      { identifiers: [{ scheme: 'gr-reg', id: ' 47 11' }] },
      { identifiers: [register] },
      'ACCEPT',
    ],
    [
      'the number of another register',
      { identifiers: [register] },
      { identifiers: [{ ...register, scheme: 'PT-REG' }] },
      'NONE',
    ],
    [
      'a telephone number',
      { identifiers: [{ scheme: 'XI-PHONE', id: '+30 21 0000' }] },
      { identifiers: [{ scheme: 'XI-PHONE', id: '+30210000' }] },
      'NONE',
    ],
    [
      'a code whose check digits are wrong',
      { identifiers: [{ ...lei, id: 'DEMO00000YFEST337L58' }] },
      { identifiers: [{ ...lei, id: 'DEMO00000YFEST337L58' }] },
      'NONE',
    ],
    [
      'a number of zeros',
      { identifiers: [{ ...register, id: '0000' }] },
      { identifiers: [{ ...register, id: '0000' }] },
      'NONE',
    ],
    [
      'a token of one round',
      { tokens: [{ round: 'q1', identifiers: [token], names: [] }] },
      { tokens: [{ round: 'q1', identifiers: [other, token], names: [] }] },
      'ACCEPT',
    ],
    [
      'a token of another round',
      { tokens: [{ round: 'q1', identifiers: [token], names: [] }] },
      { tokens: [{ round: 'q2', identifiers: [token], names: [] }] },
      'NONE',
    ],
    [
      'what is an identifier here and a name there',
      { tokens: [{ round: 'q1', identifiers: [token], names: [] }] },
      { tokens: [{ round: 'q1', identifiers: [], names: [token] }] },
      'NONE',
    ],
  ])('%s', (_, a, b, verdict) => {
    expect(verdictOf({ kind: 'ORGANIZATION', ...a }, { kind: 'ORGANIZATION', ...b })).toBe(verdict);
  });
});

describe('what contradicts a shared identifier leaves it to people', () => {
  const shared = { identifiers: [lei], names: ['Nikos Petrou'] };
  test.each<[string, Draft, Draft, string]>([
    ['nothing', {}, {}, 'ACCEPT'],
    ['another day of birth', { birthDate: '1970-02-03' }, { birthDate: '1970-02-04' }, 'PROPOSE'],
    ['another year of birth', { birthDate: '1970' }, { birthDate: '1971-02-04' }, 'PROPOSE'],
    ['a day in the year of birth', { birthDate: '1970' }, { birthDate: '1970-02-04' }, 'ACCEPT'],
    [
      'the first of January, which stands for a year',
      { birthDate: '1970-01-01' },
      { birthDate: '1970-02-04' },
      'ACCEPT',
    ],
    [
      'another number of a register',
      { identifiers: [lei, register] },
      { identifiers: [lei, { ...register, id: '4712' }] },
      'PROPOSE',
    ],
    [
      'another item, of which there may be two',
      { identifiers: [lei, { scheme: 'XI-WIKIDATA', id: 'Q1' }] },
      { identifiers: [lei, { scheme: 'XI-WIKIDATA', id: 'Q2' }] },
      'ACCEPT',
    ],
    ['another country', { countries: ['GR'] }, { countries: ['PT'] }, 'ACCEPT'],
    ['a clearly different name', {}, { names: ['Maria Antoniou'] }, 'PROPOSE'],
    ['no name on one side', {}, { names: [] }, 'ACCEPT'],
    ['another spelling of the name', {}, { names: ['ΠΕΤΡΟΥ Νίκος'] }, 'ACCEPT'],
  ])('%s', (_, a, b, verdict) => {
    expect(verdictOf({ ...shared, ...a }, { ...shared, ...b })).toBe(verdict);
  });

  test('another kind is never the same', () => {
    expect(verdictOf(shared, { ...shared, kind: 'ORGANIZATION' })).toBe('NONE');
  });
});

describe('names alone only propose, and only with support', () => {
  const common = { names: ['Nikos Petrou'] };
  const rare = { names: ['Zasamo Rotiki'] };
  test.each<[string, Draft, Draft, string]>([
    ['a common name', common, common, 'NONE'],
    [
      'a common name and the country',
      { ...common, countries: ['GR'] },
      { ...common, countries: ['GR'] },
      'NONE',
    ],
    [
      'a common name and the year of birth',
      { ...common, birthDate: '1970' },
      { ...common, birthDate: '1970-03' },
      'PROPOSE',
    ],
    ['a rare name', rare, rare, 'PROPOSE'],
    ['a rare name in another script', rare, { names: ['Ζασάμο Ροτίκι'] }, 'PROPOSE'],
    ['a rare name in another order', rare, { names: ['ROTIKI, Zasamo'] }, 'PROPOSE'],
    ['half of a rare name', rare, { names: ['Belami Rotiki'] }, 'NONE'],
    [
      'a rare name and another country',
      { ...rare, countries: ['GR'] },
      { ...rare, countries: ['PT'] },
      'NONE',
    ],
    [
      'a rare name, another country and the day of birth',
      { ...rare, countries: ['GR'], birthDate: '1970-02-03' },
      { ...rare, countries: ['PT'], birthDate: '1970-02-03' },
      'PROPOSE',
    ],
    [
      'a rare name and another year of birth',
      { ...rare, birthDate: '1970' },
      { ...rare, birthDate: '1980' },
      'NONE',
    ],
    [
      'a rare name and another number of a register',
      { ...rare, identifiers: [register] },
      { ...rare, identifiers: [{ ...register, id: '4712' }] },
      'NONE',
    ],
    ['the day of birth without a name', { birthDate: '1970-02-03' }, { birthDate: '1970-02-03' }, 'NONE'],
  ])('%s', (_, a, b, verdict) => {
    expect(verdictOf(a, b)).toBe(verdict);
  });

  test.each<[string, readonly string[], Draft, string]>([
    ['alone', [token], {}, 'NONE'],
    ['alone, born in the same year', [token], { birthDate: '1970' }, 'PROPOSE'],
    ['with birth year and country', [token, other, 'c'.repeat(43), 'd'.repeat(43)], {}, 'PROPOSE'],
  ])('the token of a name %s', (_, names, more, verdict) => {
    const hidden = { tokens: [{ round: 'q1', identifiers: [], names: [...names] }], ...more };
    expect(verdictOf(hidden, hidden)).toBe(verdict);
  });
});

test.each<[string, Draft, Draft, string]>([
  ['in one country', { countries: ['GR'] }, { countries: ['GR'] }, 'PROPOSE'],
  ['of which one has no country', { countries: ['GR'] }, {}, 'PROPOSE'],
  ['in two countries', { countries: ['GR'] }, { countries: ['PT'] }, 'NONE'],
])('organisations of one name %s', (_, a, b, verdict) => {
  const organization = { kind: 'ORGANIZATION', names: ['Zasamo Shipping Ltd'] } as const;
  expect(verdictOf({ ...organization, ...a }, { ...organization, ...b })).toBe(verdict);
});

test('without any statistics a name needs support, whatever it is', () => {
  const rare = { names: ['Zasamo Rotiki'], birthDate: '1970', countries: ['GR'] };
  const verdict = (draft: Draft) => scorePair(subject(draft), subject(draft), noStatistics()).verdict;
  expect([verdict(rare), verdict({ names: rare.names })]).toEqual(['PROPOSE', 'NONE']);
});

test('each reason names the fields it shows, and no value', () => {
  const draft = {
    names: ['Zasamo Rotiki'],
    birthDate: '1970-02-03',
    countries: ['GR'],
    identifiers: [register],
  };
  const { criteria, score } = scorePair(subject(draft), subject(draft), statistics);
  expect(score).toBe(1);
  expect(criteria.map(({ feature, detail, reads }) => [feature, detail, reads])).toEqual([
    ['identifier', 'GR-REG', ['Person.identifiers']],
    ['name', 'same', ['Person.name', 'Person.names']],
    ['nameRarity', undefined, ['Person.name', 'Person.names']],
    ['birthDate', 'day', ['Person.birthDate']],
    ['country', 'shared', ['Person.countries']],
  ]);
});

test('which of two comes first makes no difference', () => {
  const drafts = fc.record({
    names: fc.subarray(['Nikos Petrou', 'ΠΕΤΡΟΥ Νίκος', 'N. Petrou', 'Zasamo Rotiki', 'نيكوس بيترو']),
    countries: fc.subarray(['GR', 'PT']),
    identifiers: fc.subarray([register, lei, { ...register, id: '4712' }]),
    birthDate: fc.constantFrom('1970', '1970-02', '1970-02-03', '1971', '1970-01-01'),
  });
  fc.assert(
    fc.property(drafts, drafts, (a, b) => {
      const [left, right] = [subject(a), subject(b)];
      expect(scorePair(left, right, statistics)).toEqual(scorePair(right, left, statistics));
    }),
    { seed: 4711, numRuns: 500 },
  );
});

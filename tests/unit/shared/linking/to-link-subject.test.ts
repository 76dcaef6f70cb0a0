import { describe, expect, test } from 'vitest';
import { mayBeMinor } from '../../../../shared/linking/is-minor.js';
import { LinkingSettings } from '../../../../shared/linking/linking-settings.js';
import { type PartyRecord, toLinkSubject } from '../../../../shared/linking/to-link-subject.js';
import type { RecordAudience } from '../../../../shared/policy/record-audience.js';

const now = new Date('2026-06-30T06:00:00.000Z');
const open: RecordAudience = { tlp: 'TLP:CLEAR', sharedWith: [], requires: [] };

const person: PartyRecord = {
  type: 'Person',
  local: 'p-1',
  body: {
    handling: { tlp: 'TLP:CLEAR' },
    provenance: {},
    name: 'Ada Invented',
    names: [{ full: 'Ада Инвентед', script: 'Cyrl', language: 'rus' }, { full: 'Ada Invented' }],
    birthDate: '1970-02-03',
    birthPlace: 'Nowhere',
    countries: ['PT'],
    topics: ['role.pep'],
    wikidataId: 'Q42',
    identifiers: [{ scheme: 'XX-PERSONAL', id: '1', legalName: 'Ada' }],
  },
};

function publish(
  settings: unknown,
  { record = person, audience = open }: { record?: PartyRecord; audience?: RecordAudience | null } = {},
) {
  return toLinkSubject(record, { settings: LinkingSettings.parse(settings), audience, now });
}

describe('what of a party is published', () => {
  test('names and public identifiers in clear, the birth year, countries and topics, and nothing else', () => {
    expect(publish({})).toEqual({
      subject: {
        local: 'p-1',
        kind: 'PERSON',
        names: [{ full: 'Ada Invented' }, { full: 'Ада Инвентед', script: 'Cyrl', language: 'rus' }],
        birthDate: '1970',
        countries: ['PT'],
        identifiers: [{ scheme: 'XI-WIKIDATA', id: 'Q42' }],
        topics: ['role.pep'],
        tokens: [],
        audience: open,
      },
      facts: {
        kind: 'PERSON',
        names: ['Ada Invented', 'Ада Инвентед'],
        birthYear: '1970',
        countries: ['PT'],
        identifiers: [
          { scheme: 'XX-PERSONAL', id: '1' },
          { scheme: 'XI-WIKIDATA', id: 'Q42' },
        ],
      },
    });
  });

  test('no name in clear where names are tokens', () => {
    const published = publish({ names: 'tokens', birthDate: 'none', identifiers: { clear: [] } });
    expect(published?.subject).toMatchObject({ names: [], identifiers: [] });
    expect(published?.subject).not.toHaveProperty('birthDate');
    expect(published?.facts.names).toHaveLength(2);
    expect(JSON.stringify(published?.subject)).not.toMatch(/Ada|Ада|Q42/);
  });

  test('the birth date to the day, the schemes in clear and what becomes of others are as set', () => {
    const published = publish({
      birthDate: 'day',
      identifiers: { clear: ['XX-PERSONAL'], others: 'none' },
    });
    expect(published?.subject).toMatchObject({
      birthDate: '1970-02-03',
      identifiers: [{ scheme: 'XX-PERSONAL', id: '1' }],
    });
    expect(published?.facts.identifiers).toEqual([{ scheme: 'XX-PERSONAL', id: '1' }]);
  });

  test('an organisation as one', () => {
    const record: PartyRecord = {
      type: 'Organization',
      local: 'o-1',
      body: { handling: {}, provenance: {}, name: 'Invented Works Ltd', legalForm: 'Ltd' },
    };
    expect(publish({}, { record })?.subject).toMatchObject({ kind: 'ORGANIZATION', local: 'o-1' });
  });

  const minor = { ...person, body: { ...person.body, birthDate: '2008' } };
  test.each<[string, Parameters<typeof publish>]>([
    ['its policy publishes nothing', [{}, { audience: null }]],
    ['its label is stricter than what is published', [{}, { audience: { ...open, tlp: 'TLP:AMBER' } }]],
    ['the owner leaves it out', [{ exclude: ['p-1'] }]],
    ['the person may be under age', [{}, { record: minor }]],
    ['it has nothing to compare', [{}, { record: { ...person, body: { handling: {}, provenance: {} } } }]],
    ['it cannot be read', [{}, { record: { ...person, body: { name: 7 } } }]],
  ])('nothing where %s', (_, [settings, of]) => {
    expect(publish(settings, of)).toBeNull();
  });
});

test.each([
  ['2008-06-30', false],
  ['2008-06-29', false],
  ['2008-07-01', true],
  ['2008-07', true],
  ['2008-06', false],
  ['2008', true],
  ['2007', false],
])('whether somebody born %s may be under age is %s', (birthDate, expected) => {
  expect(mayBeMinor(birthDate, new Date('2026-07-01T00:00:00.000Z'))).toBe(expected);
});

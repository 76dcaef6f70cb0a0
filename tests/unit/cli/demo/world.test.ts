import { describe, expect, it } from 'vitest';
import { writePart } from '../../../../cli/demo/names/write-part.js';
import { createRandom } from '../../../../cli/demo/random.js';
import { leiOf, registerNumberOf } from '../../../../cli/demo/world/identifiers.js';
import { bodyKinds, english, locales, purposes, sectors } from '../../../../cli/demo/world/locales.js';
import { chooseSpelling, roughen, spellParty } from '../../../../cli/demo/world/spell-party.js';
import { createWorld, type WorldPerson } from '../../../../cli/demo/world/world.js';

const world = createWorld(createRandom('test'));

describe('the invented world', () => {
  it('gives every person a full name and every company a word of its own', () => {
    const persons = world.flatMap((country) => country.persons);
    const names = persons.map(
      ({ given, family }) => `${writePart(given, 'Latn')} ${writePart(family, 'Latn')}`,
    );
    expect(new Set(names).size).toBe(persons.length);
    const words = world.flatMap((country) => country.companies.map(({ word }) => writePart(word, 'Latn')));
    expect(new Set(words).size).toBe(words.length);
  });

  it('shares family names within households only', () => {
    const families = new Map<string, number>();
    for (const { family } of world.flatMap((country) => country.persons)) {
      const name = writePart(family, 'Latn');
      families.set(name, (families.get(name) ?? 0) + 1);
    }
    expect(new Set(families.values())).toEqual(new Set([2]));
  });

  it('gives no identifier twice', () => {
    const companies = world.flatMap((country) => country.companies);
    const numbers = [
      ...companies.map(({ registerNumber }) => registerNumber),
      ...world.flatMap((country) => country.persons.flatMap(({ official }) => official?.id ?? [])),
    ];
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(new Set(companies.map(({ lei }) => lei)).size).toBe(companies.length);
  });

  it('has words for everything in every locale', () => {
    for (const words of [...locales, english]) {
      expect(words.sectors).toHaveLength(sectors.length);
      expect(words.bodies).toHaveLength(bodyKinds.length);
      expect(words.bodies.every((pattern) => pattern.includes('{}'))).toBe(true);
    }
    expect(locales.every((locale) => locale.purposes.length === purposes.length)).toBe(true);
  });
});

describe('invented identifiers', () => {
  it('of legal entities have the form and check digits of ISO 17442 and say that they are invented', () => {
    for (const number of [1, 35, 36, 123_456_789, 2 ** 48]) {
      const lei = leiOf(number);
      expect(lei).toMatch(/^DEMO00[0-9A-Z]{12}\d{2}$/);
      const digits = lei.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
      expect(BigInt(digits) % 97n).toBe(1n);
    }
  });

  it.each([
    [0, '10000008'],
    [7_991_739_871, '79927398713'],
  ])('of registers end in the check digit of Luhn: %i', (number, expected) => {
    expect(registerNumberOf(number)).toBe(expected);
  });
});

describe('spelling a party', () => {
  const korean = world.find(({ locale }) => locale.country === 'KR');
  const [person] = korean?.persons ?? [];
  const [company] = korean?.companies ?? [];

  it('puts the family name first in Hangul and last elsewhere', () => {
    expect(spellName(person, 'Hang')).toMatch(/^[가-힣]{3} [가-힣]{2}$/);
    expect(spellName(person, 'Cyrl')).toMatch(/^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u);
  });

  it('tags the native writing as legal and others as transliterations or translations', () => {
    expect(person && spellParty(person, { script: 'Hang', romanisation: 'plain' })).toMatchObject({
      type: 'LEGAL',
      language: 'kor',
      script: 'Hang',
    });
    expect(person && spellParty(person, { script: 'Latn', romanisation: 'french' })).toMatchObject({
      type: 'TRANSLITERATION',
      script: 'Latn',
    });
    expect(company && spellParty(company, { script: 'Latn', romanisation: 'plain' })).toMatchObject({
      type: 'TRANSLATION',
      language: 'eng',
    });
  });

  it('writes organisations in their own script or in Latin only', () => {
    const random = createRandom('spell');
    const found = new Set(
      Array.from({ length: 50 }, () => company && chooseSpelling(company, 'Grek', random).script),
    );
    expect(found).toEqual(new Set(['Hang', 'Latn']));
  });

  it('roughens some names of persons and keeps those of organisations', () => {
    const random = createRandom('rough');
    const careful = { full: 'Tamir Belkano', givenName: 'Tamir', familyName: 'Belkano', script: 'Latn' };
    const found = new Set(Array.from({ length: 200 }, () => roughen(careful, random).full));
    expect(found).toEqual(
      new Set(['Tamir Belkano', 'Belkano, Tamir', 'BELKANO Tamir', 'T. Belkano', 'Tamir Belkkano']),
    );
    const firm = { full: 'Belkano Foods Ltd' };
    expect(roughen(firm, random)).toBe(firm);
  });
});

function spellName(person: WorldPerson | undefined, script: 'Hang' | 'Cyrl'): string {
  return person === undefined ? '' : spellParty(person, { script, romanisation: 'plain' }).full;
}

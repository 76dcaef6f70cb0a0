import { invariant } from '../../../shared/errors/invariant.js';
import { countParts, type NamePart, partAt } from '../names/name-part.js';
import type { Random } from '../random.js';
import { leiOf, registerNumberOf } from './identifiers.js';
import { bodyKinds, type Locale, locales, sectors } from './locales.js';

/** Who exists in the invented world. What members know of them are mentions, `mention-party.ts`. */
export interface WorldPerson {
  readonly kind: 'person';
  /** The truth: two mentions are of the same person exactly when this is the same. */
  readonly identity: string;
  readonly locale: Locale;
  readonly given: NamePart;
  readonly family: NamePart;
  readonly gender: 'FEMALE' | 'MALE';
  readonly birthDate: string;
  readonly place: NamePart;
  /** Those who hold a public post are in an invented register of officials. */
  readonly official: { readonly post: string; readonly since: number; readonly id: string } | null;
}

export interface WorldCompany {
  readonly kind: 'company';
  readonly identity: string;
  readonly locale: Locale;
  readonly word: NamePart;
  readonly sector: number;
  readonly legalForm: number;
  readonly place: NamePart;
  readonly founded: string;
  readonly lei: string;
  readonly registerNumber: string;
}

export interface WorldBody {
  readonly kind: 'body';
  readonly identity: string;
  readonly locale: Locale;
  /** Place in `bodyKinds`. */
  readonly bodyKind: number;
  readonly place: NamePart;
}

export type WorldParty = WorldPerson | WorldCompany | WorldBody;

/** The parties of one country. Neighbours in `persons` at 2n and 2n+1 are a household and share a family name. */
export interface Country {
  readonly locale: Locale;
  readonly persons: readonly WorldPerson[];
  readonly companies: readonly WorldCompany[];
  readonly bodies: readonly WorldBody[];
}

export type World = readonly Country[];

export const posts = [
  'mayor',
  'councillor',
  'deputy',
  'director of works',
  'head of procurement',
  'judge',
] as const;

const sizes = { persons: 700, companies: 220, places: 8 } as const;

/** Builds the whole world. Same source of choices, same world. */
export function createWorld(random: Random): World {
  const names = createNameSource();
  return locales.map((locale) => {
    const source = random.fork(locale.country);
    const places = Array.from({ length: sizes.places }, () => names.place());
    return {
      locale,
      persons: createPersons({ locale, places, random: source.fork('persons'), names }),
      companies: createCompanies({ locale, places, random: source.fork('companies'), names }),
      bodies: places.flatMap((place, p) =>
        bodyKinds.map((_, bodyKind) => ({
          kind: 'body' as const,
          identity: `body-${locale.country}-${p}-${bodyKind}`,
          locale,
          bodyKind,
          place,
        })),
      ),
    };
  });
}

interface Setting {
  readonly locale: Locale;
  readonly places: readonly NamePart[];
  readonly random: Random;
  readonly names: NameSource;
}

function createPersons({ locale, places, random, names }: Setting): WorldPerson[] {
  const persons: WorldPerson[] = [];
  let family = names.family();
  for (let i = 0; i < sizes.persons; i++) {
    family = i % 2 === 0 ? names.family() : family;
    const identity = `person-${locale.country}-${i}`;
    const born = random.int(1948, 1996);
    persons.push({
      kind: 'person',
      identity,
      locale,
      given: names.given(),
      family,
      gender: random.pick(['FEMALE', 'MALE']),
      birthDate: dayOf(born, random),
      place: random.pick(places),
      official:
        i % 2 === 0
          ? {
              post: random.pick(posts),
              since: Math.max(born + 25, random.int(2008, 2022)),
              id: names.number(),
            }
          : null,
    });
  }
  return persons;
}

function createCompanies({ locale, places, random, names }: Setting): WorldCompany[] {
  return Array.from({ length: sizes.companies }, (_, i) => ({
    kind: 'company' as const,
    identity: `company-${locale.country}-${i}`,
    locale,
    word: names.family(),
    sector: random.int(0, sectors.length - 1),
    legalForm: random.int(0, locale.legalForms.length - 1),
    place: random.pick(places),
    founded: dayOf(random.int(1975, 2021), random),
    lei: leiOf(random.int(1, 2 ** 48)),
    registerNumber: names.number(),
  }));
}

interface NameSource {
  given(): NamePart;
  family(): NamePart;
  place(): NamePart;
  number(): string;
}

/**
 * Hands out name parts so that no family name, company or place shares its part with another. Given names repeat only
 * after all 7,605 are used. Places are taken from the end of the parts of two syllables.
 */
function createNameSource(): NameSource {
  let [given, family, place, number] = [0, 0, countParts(2), 0];
  return {
    given: () => partAt(given++ % countParts(2), 2),
    family: () => partAt(family++, 3),
    place: () => {
      place -= 1;
      invariant(place >= 0, 'there are more parts than places');
      return partAt(place, 2);
    },
    number: () => registerNumberOf(stir(number++)),
  };
}

/** Spreads numbers over seven digits without repeating one, so that a register number does not count. */
function stir(number: number): number {
  return (number * 5_550_007 + 1_234_567) % 8_999_993;
}

/** A day of a year; days up to 28 exist in every month. */
export function dayOf(year: number, random: Random): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${year}-${two(random.int(1, 12))}-${two(random.int(1, 28))}`;
}

import { partAt } from '../../cli/demo/names/name-part.js';
import { type Romanisation, romanisations, type Script } from '../../cli/demo/names/scripts.js';
import { writePart } from '../../cli/demo/names/write-part.js';
import { createRandom, type Random } from '../../cli/demo/random.js';
import { leiOf, registerNumberOf } from '../../cli/demo/world/identifiers.js';
import { type Locale, locales } from '../../cli/demo/world/locales.js';
import { invariant } from '../../shared/errors/invariant.js';
import type { LinkSubject } from '../../shared/linking/link-subject.js';

/** A subject and the member that publishes it. `local` starts with the number of the party it is of, then a hyphen. */
export interface GeneratedSubject {
  readonly member: string;
  readonly subject: LinkSubject;
}

export const members = Array.from({ length: 30 }, (_, i) => `member-${String(i + 1).padStart(2, '0')}`);

const open: LinkSubject['audience'] = { tlp: 'TLP:CLEAR', sharedWith: [], requires: [] };

/**
 * Subjects without end, of parties number `first` and after: people and organisations of six countries in as many
 * scripts, of which a quarter is published by more than one member, each time a little different. Names are as unevenly
 * spread as real ones: one in forty people has the most common given name, one in 200 the most common family name.
 */
export function* generateSubjects(seed: string, first = 0): Generator<GeneratedSubject> {
  for (let party = first; ; party++) {
    const random = createRandom(`${seed}/${party}`);
    const describe = random.chance(0.8) ? describePerson(party, random) : describeOrganization(party, random);
    for (let mention = 0; mention < mentionsOf(random); mention++) {
      const subject = { local: `${party}-${mention}`, topics: [], tokens: [], audience: open, ...describe() };
      yield { member: random.pick(members), subject };
    }
  }
}

function mentionsOf(random: Random): number {
  return random.pick([1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3]);
}

type Description = Omit<LinkSubject, 'local' | 'topics' | 'tokens' | 'audience'>;

function describePerson(party: number, random: Random): () => Description {
  const locale = random.pick(locales);
  const given = partAt(skewed(random, { of: 7_605, evenness: 5 }), 2);
  const family = partAt(skewed(random, { of: 296_595, evenness: 20 }), 3);
  const birthDate = `${random.int(1940, 2004)}-${two(random.int(1, 12))}-${two(random.int(1, 28))}`;
  const write = ({ script, romanisation }: Spelling): string =>
    `${writePart(given, script, romanisation)} ${writePart(family, script, romanisation)}`;
  return () => ({
    kind: 'PERSON',
    names: namesIn(locale, write, random),
    ...(random.chance(0.8) ? { birthDate: birthDate.slice(0, random.pick([4, 10])) } : {}),
    countries: random.chance(0.8) ? [locale.country] : [],
    identifiers: random.chance(0.15)
      ? [{ scheme: `XX-${locale.country}-ID`, id: registerNumberOf(party) }]
      : [],
  });
}

function describeOrganization(party: number, random: Random): () => Description {
  const locale = random.pick(locales);
  const word = partAt(skewed(random, { of: 296_595, evenness: 200 }), 3);
  const sector = random.int(0, locale.sectors.length - 1);
  const form = random.int(0, locale.legalForms.length - 1);
  const write = ({ script, romanisation }: Spelling): string =>
    `${writePart(word, script, romanisation)} ${locale.sectors[sector] ?? ''} ${locale.legalForms[form] ?? ''}`;
  return () => ({
    kind: 'ORGANIZATION',
    names: namesIn(locale, write, random),
    countries: random.chance(0.8) ? [locale.country] : [],
    identifiers: [
      ...(random.chance(0.5) ? [{ scheme: `XX-${locale.country}-REG`, id: registerNumberOf(party) }] : []),
      ...(random.chance(0.2) ? [{ scheme: 'XI-LEI', id: leiOf(party + 1) }] : []),
    ],
  });
}

interface Spelling {
  readonly script: Script;
  readonly romanisation: Romanisation;
}

/** In the script of the country or in Latin, and for some in both. */
function namesIn(locale: Locale, write: (spelling: Spelling) => string, random: Random): { full: string }[] {
  const native = write({ script: locale.script, romanisation: 'plain' });
  const romanisation = locale.script === 'Latn' ? 'plain' : random.pick(romanisations);
  const latin = write({ script: 'Latn', romanisation });
  const names = random.chance(0.4) ? [native, latin] : [random.pick([native, latin])];
  return [...new Set(names)].map((full) => ({ full }));
}

/** A rank below `of`, the first ones most often: the share of rank r is about as 1 / (r + evenness). */
function skewed(
  random: Random,
  { of, evenness }: { readonly of: number; readonly evenness: number },
): number {
  const fraction = random.int(0, 2 ** 30 - 1) / 2 ** 30;
  const rank = Math.floor(evenness * ((of / evenness + 1) ** fraction - 1));
  invariant(rank < of, 'a rank is of one of the names');
  return rank;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

import type { Name } from '../../../shared/domain/record-body.js';
import type { NamePart } from '../names/name-part.js';
import { type Romanisation, romanisations, type Script } from '../names/scripts.js';
import { writePart } from '../names/write-part.js';
import type { Random } from '../random.js';
import { english } from './locales.js';
import type { WorldBody, WorldCompany, WorldParty, WorldPerson } from './world.js';

/** One way to write a party's name. */
export interface Spelling {
  readonly script: Script;
  readonly romanisation: Romanisation;
}

/**
 * A party's name in the script of its country, in that of the member that writes, or in one of the Latin ways.
 * Organisations are written natively or in Latin script only: their words are translated, not transliterated.
 */
export function chooseSpelling(party: WorldParty, home: Script, random: Random): Spelling {
  const native = party.locale.script;
  const script =
    party.kind === 'person'
      ? random.pick([native, home, home, 'Latn'] as const)
      : random.pick([native, 'Latn'] as const);
  const romanisation = random.pick(romanisations);
  return { script, romanisation: native === 'Latn' ? 'plain' : romanisation };
}

/** The name of a party as `spelling` has it, with its parts, language and script. */
export function spellParty(party: WorldParty, spelling: Spelling): Name {
  const isNative = spelling.script === party.locale.script;
  const tags = {
    type: isNative ? ('LEGAL' as const) : ('TRANSLITERATION' as const),
    ...(isNative ? { language: party.locale.language } : {}),
    script: spelling.script,
  };
  switch (party.kind) {
    case 'person':
      return { ...spellPerson(party, spelling), ...tags };
    case 'company':
      return { full: spellCompany(party, spelling), ...tags, ...translated(spelling, isNative) };
    case 'body':
      return { full: spellBody(party, spelling), ...tags, ...translated(spelling, isNative) };
  }
}

/** Companies and bodies are not only transliterated: outside their country their words are English. */
function translated(spelling: Spelling, isNative: boolean): Partial<Name> {
  return !isNative && spelling.script === 'Latn' ? { type: 'TRANSLATION', language: 'eng' } : {};
}

function spellPerson(person: WorldPerson, spelling: Spelling): Name {
  const givenName = write(person.given, spelling);
  const familyName = write(person.family, spelling);
  const full = spelling.script === 'Hang' ? `${familyName} ${givenName}` : `${givenName} ${familyName}`;
  return { full, givenName, familyName };
}

function spellCompany(company: WorldCompany, spelling: Spelling): string {
  const word = write(company.word, spelling);
  const words = spelling.script === company.locale.script ? company.locale : english;
  return `${word} ${words.sectors[company.sector] ?? ''} ${words.legalForms[company.legalForm] ?? ''}`;
}

function spellBody(body: WorldBody, spelling: Spelling): string {
  const pattern = spelling.script === body.locale.script ? body.locale.bodies : english.bodies;
  return (pattern[body.bodyKind] ?? '{}').replace('{}', write(body.place, spelling));
}

function write(part: NamePart, spelling: Spelling): string {
  return writePart(part, spelling.script, spelling.romanisation);
}

/**
 * What a careless hand makes of a person's name: family name first, capitals, an initial, a doubled letter, no space.
 * The parts given apart keep the careful spelling.
 */
export function roughen(name: Name, random: Random): Name {
  const { givenName, familyName } = name;
  if (givenName === undefined || familyName === undefined || !random.chance(0.25)) {
    return name;
  }
  if (name.script === 'Hang') {
    return { ...name, full: `${familyName}${givenName}` };
  }
  const full = random.pick([
    `${familyName}, ${givenName}`,
    `${familyName.toUpperCase()} ${givenName}`,
    `${givenName.charAt(0)}. ${familyName}`,
    `${givenName} ${doubled(familyName)}`,
  ]);
  const withoutParts = random.chance(0.5);
  return withoutParts
    ? { full, ...(name.script === undefined ? {} : { script: name.script }) }
    : { ...name, full };
}

function doubled(text: string): string {
  const at = Math.floor(text.length / 2);
  return `${text.slice(0, at)}${text.charAt(at)}${text.slice(at)}`;
}

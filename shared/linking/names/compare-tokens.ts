import type { NameToken } from './parsed-name.js';
import type { NameScript } from './script-of.js';
import { leastOmission, soundDistance } from './sound-distance.js';

/** How alike words are that are not the same, by what they share. */
const alike = {
  /** Han characters that are read alike: the same one simplified, or another. */
  reading: 0.88,
  /** Spellings of a frequent given name. */
  known: 0.97,
  sound: 0.97,
  term: 0.96,
  initial: 0.9,
  /** Of characters, where not all are the same. */
  characters: 0.8,
} as const;

/** How much less differences count where a script has letters for few of the other's sounds: Han for fewest. */
const transcribed: Readonly<Partial<Record<NameScript, number>>> = {
  han: 0.6,
  kana: 0.7,
  hangul: 0.85,
  arabic: 0.85,
  hebrew: 0.85,
};

/**
 * How alike two words are, 0 to 1: 1 for the same Latin letters, less for the same sounds, less the more differ. What is
 * less than `least` may be 0.
 */
export function compareTokens(a: NameToken, b: NameToken, least: number): number {
  if (a === b || (a.latin === b.latin && a.script === b.script)) {
    return a.script === 'han' && a.native !== b.native ? alike.reading : 1;
  }
  if (a.known !== undefined && b.known !== undefined) {
    return a.known === b.known ? alike.known : 0;
  }
  if (a.role === 'initial' || b.role === 'initial') {
    return shareLetter(a.initials, b.initials) ? alike.initial : 0;
  }
  if (a.script === b.script && (a.script === 'han' || a.script === 'hangul')) {
    return compareCharacters(a.native, b.native);
  }
  if (a.sound === b.sound || a.latin === b.latin) {
    return alike.sound;
  }
  if ((a.role === 'generic' && b.role === 'generic') || a.isPatronymic !== b.isPatronymic) {
    return 0;
  }
  return compareSounds(a, b, least);
}

function shareLetter(a: string, b: string): boolean {
  for (let i = 0; i < a.length; i++) {
    if (b.includes(a.charAt(i))) {
      return true;
    }
  }
  return false;
}

/** A character of Han or Hangul is a syllable or a word: another one is another name. */
function compareCharacters(a: string, b: string): number {
  let same = 0;
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    same += a[i] === b[i] ? 1 : 0;
  }
  return (alike.characters * same) / Math.max(a.length, b.length);
}

/** What is compared of words, and of words that were written as one. */
type Sounding = Pick<NameToken, 'sound' | 'script' | 'mask'>;

/** How alike two words sound; 0 when less than `least`. */
export function compareSounds(a: Sounding, b: Sounding, least: number): number {
  const shared = countBits(a.mask & b.mask);
  if (countBits(a.mask ^ b.mask) > 2 * shared + 2) {
    return 0;
  }
  const longer = Math.max(a.sound.length, b.sound.length);
  const slack = a.script === b.script ? 1 : Math.min(transcribed[a.script] ?? 1, transcribed[b.script] ?? 1);
  const cost = distance(a, b, ((1 - least) * longer) / slack);
  return Math.min(alike.term, Math.max(0, 1 - (cost * slack) / longer));
}

function distance(a: Sounding, b: Sounding, most: number): number {
  if (isUnvocalised(a.script) === isUnvocalised(b.script)) {
    const missing = Math.abs(a.sound.length - b.sound.length) * leastOmission;
    return missing > most ? Number.POSITIVE_INFINITY : soundDistance(a.sound, b.sound, most);
  }
  return isUnvocalised(a.script)
    ? soundDistance(a.sound, b.sound, most, true)
    : soundDistance(b.sound, a.sound, most, true);
}

function isUnvocalised(script: NameScript): boolean {
  return script === 'arabic' || script === 'hebrew' || script === 'indic';
}

/** How many of the 32 bits are set, counted in parallel by halves. */
function countBits(mask: number): number {
  const pairs = mask - ((mask >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

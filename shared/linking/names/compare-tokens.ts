import type { NameToken } from './parsed-name.js';
import type { NameScript } from './script-of.js';
import { soundDistance } from './sound-distance.js';

/** How alike words are that are not the same, by what they share. */
const alike = {
  /** Han characters that are read alike: the same one simplified, or another. */
  reading: 0.88,
  sound: 0.97,
  term: 0.94,
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

/** How alike two words are, 0 to 1: 1 for the same Latin letters, less for the same sounds, less the more differ. */
export function compareTokens(a: NameToken, b: NameToken): number {
  if (a === b || (a.latin === b.latin && a.script === b.script)) {
    return a.script === 'han' && a.native !== b.native ? alike.reading : 1;
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
  if (a.role === 'generic' && b.role === 'generic') {
    return 0;
  }
  return compareSounds(a, b);
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
export type Sounding = Pick<NameToken, 'sound' | 'script' | 'mask'>;

export function compareSounds(a: Sounding, b: Sounding): number {
  const longer = Math.max(a.sound.length, b.sound.length);
  if (countBits(a.mask ^ b.mask) * 2 > longer + 2) {
    return 0;
  }
  const slack = a.script === b.script ? 1 : Math.min(transcribed[a.script] ?? 1, transcribed[b.script] ?? 1);
  const cost = distance(a, b) * slack;
  return Math.min(alike.term, Math.max(0, 1 - cost / longer));
}

function distance(a: Sounding, b: Sounding): number {
  if (isUnvocalised(a.script) === isUnvocalised(b.script)) {
    return soundDistance(a.sound, b.sound);
  }
  return isUnvocalised(a.script)
    ? soundDistance(a.sound, b.sound, true)
    : soundDistance(b.sound, a.sound, true);
}

function isUnvocalised(script: NameScript): boolean {
  return script === 'arabic' || script === 'hebrew' || script === 'indic';
}

function countBits(mask: number): number {
  let bits = mask;
  let count = 0;
  while (bits !== 0) {
    bits &= bits - 1;
    count++;
  }
  return count;
}

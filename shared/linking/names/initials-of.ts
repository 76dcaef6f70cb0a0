import { latinOf } from './latin-of.js';
import type { NameScript } from './script-of.js';
import { soundOf } from './sound-of.js';

/** Sounds, by their Latin letter, that a first letter may stand for besides its own: K for Khalid, D for Djamal. */
const alsoOfLatin: Readonly<Record<string, string>> = {
  c: 'cks',
  d: 'dj',
  g: 'gj',
  j: 'ji',
  k: 'kh',
  p: 'pf',
  t: 'tc',
  w: 'v',
  x: 'sk',
  y: 'i',
};
const alsoOfGreek: Readonly<Record<string, string>> = { μ: 'mb', ν: 'nd', τ: 'tjc' };

/** The sounds an initial may stand for. */
export function soundsOfInitial(letter: string, script: NameScript): string {
  if (script === 'greek' && alsoOfGreek[letter] !== undefined) {
    return alsoOfGreek[letter];
  }
  const latin = latinOf(letter, script).charAt(0) || letter;
  return alsoOfLatin[latin] ?? soundOf(latin).charAt(0).toLowerCase();
}

/** The sounds a word may be abbreviated by: its first, as it sounds and as it is spelled. */
export function initialsOf(latin: string, sound: string): string {
  const heard = sound.charAt(0).toLowerCase();
  const spelled = alsoOfLatin[latin.charAt(0)]?.charAt(0) ?? latin.charAt(0);
  return heard === spelled ? heard : `${heard}${spelled}`;
}

import { latinOf, plainLatin } from './latin-of.js';
import type { NameToken, TokenRole } from './parsed-name.js';
import { type NameScript, scriptOf } from './script-of.js';
import { skeletonOf, soundOf, termOf } from './sound-of.js';

const cacheLimit = 20_000;
const cache = new Map<string, NameToken>();

/** A word as a token. Words recur, so that what was read is kept, up to a bound. */
export function tokenOf(word: string, role: TokenRole): NameToken {
  const key = `${role}:${word}`;
  const known = cache.get(key);
  if (known !== undefined) {
    return known;
  }
  const token = readToken(word, role);
  if (cache.size >= cacheLimit) {
    cache.clear();
  }
  cache.set(key, token);
  return token;
}

function readToken(word: string, role: TokenRole): NameToken {
  const script = scriptOf(word);
  const spelled = latinOf(word, script);
  const latin = plainLatin(spelled) || word;
  const sound = soundOf(spelled) || latin;
  return {
    latin,
    sound,
    term: termOf(sound),
    skeleton: skeletonOf(sound),
    native: word,
    script,
    role,
    initials: initialsOf(word, latin, sound),
    mask: maskOf(sound),
  };
}

/** The first letter of what is written, of its Latin form and of its sound: an initial may stand for any. */
function initialsOf(word: string, latin: string, sound: string): string {
  const first = latinOf(String.fromCodePoint(word.codePointAt(0) ?? 0));
  return [...new Set([first.charAt(0), latin.charAt(0), sound.charAt(0).toLowerCase()])].join('');
}

function maskOf(sound: string): number {
  let mask = 0;
  for (let i = 0; i < sound.length; i++) {
    mask |= 1 << (sound.charCodeAt(i) & 31);
  }
  return mask;
}

export function isUnspaced(script: NameScript): boolean {
  return script === 'han' || script === 'kana' || script === 'hangul';
}

export function isUnvocalised(script: NameScript): boolean {
  return script === 'arabic' || script === 'hebrew';
}

import { initialsOf, soundsOfInitial } from './initials-of.js';
import { latinOf, plainLatin } from './latin-of.js';
import type { NameToken, TokenRole } from './parsed-name.js';
import { scriptOf } from './script-of.js';
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
    initials: role === 'initial' ? soundsOfInitial(word, script) : initialsOf(latin, sound),
    mask: maskOf(sound),
  };
}

function maskOf(sound: string): number {
  let mask = 0;
  for (const letter of sound) {
    mask |= 'aeiou'.includes(letter) ? 0 : 1 << (letter.charCodeAt(0) & 31);
  }
  return mask;
}

import { createBoundedCache } from './bounded-cache.js';
import { initialsOf, soundsOfInitial } from './initials-of.js';
import { knownNameOf } from './known-names.js';
import { latinOf, plainLatin } from './latin-of.js';
import type { NameToken, TokenRole } from './parsed-name.js';
import { scriptOf } from './script-of.js';
import { skeletonOf, soundOf, termOf } from './sound-of.js';

const cacheLimit = 20_000;

const caches: Readonly<Record<TokenRole, (word: string) => NameToken>> = {
  name: cacheFor('name'),
  father: cacheFor('father'),
  initial: cacheFor('initial'),
  generic: cacheFor('generic'),
  particle: cacheFor('particle'),
};

/** A word as a token. */
export function tokenOf(word: string, role: TokenRole): NameToken {
  return caches[role](word);
}

function cacheFor(role: TokenRole): (word: string) => NameToken {
  return createBoundedCache(cacheLimit, (word) => readToken(word, role));
}

function readToken(word: string, role: TokenRole): NameToken {
  const script = scriptOf(word);
  const spelled = latinOf(word, script);
  const latin = plainLatin(spelled) || word;
  const sound = soundOf(spelled) || latin;
  const known = role === 'name' || role === 'father' ? knownNameOf(word, latin) : undefined;
  const heard = known === undefined ? sound : soundOf(known);
  const skeleton = skeletonOf(heard);
  return {
    latin,
    sound,
    term: termOf(heard),
    skeleton,
    native: word,
    known,
    script,
    isPatronymic: patronymic.test(sound),
    role,
    initials: role === 'initial' ? soundsOfInitial(word, script) : initialsOf(latin, sound),
    mask: maskOf(skeleton),
  };
}

/** -ovich, -evich, -ivich; -ovna, -evna, -ichna. */
const patronymic = /..([oei]vi[Cc]|[oei]vna|iCna)$/;

function maskOf(skeleton: string): number {
  let mask = 0;
  for (let i = 0; i < skeleton.length; i++) {
    mask |= 1 << (skeleton.charCodeAt(i) & 31);
  }
  return mask;
}

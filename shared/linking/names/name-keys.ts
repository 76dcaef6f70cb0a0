import { joinSounds } from './join-sounds.js';
import { tellingTokens } from './normalized-name.js';
import type { NameToken, ParsedName } from './parsed-name.js';

/** Of how many words pairs are made: 15 pairs at most. */
const paired = 6;

/**
 * Keys of the blocks a name is compared in: names of one party should share one, and few other names should. Two words
 * by their sounds, two by their consonants (`~`), a word with the other's initial (`.`), and all words as one (`=`).
 */
export function nameKeys(name: ParsedName): string[] {
  const tokens = tellingTokens(name).slice(0, paired);
  const keys = new Set<string>();
  tokens.forEach((a, i) => {
    for (const b of tokens.slice(i + 1)) {
      addPair(keys, a, b);
    }
  });
  for (let turn = 0; turn < Math.min(tokens.length, 4); turn++) {
    const turned = [...tokens.slice(turn), ...tokens.slice(0, turn)];
    keys.add(`=${joinSounds(turned.map(({ term }) => term))}`);
  }
  return [...keys];
}

function addPair(keys: Set<string>, a: NameToken, b: NameToken): void {
  if (a.role === 'generic' && b.role === 'generic') {
    return;
  }
  if (a.role !== 'initial' && b.role !== 'initial') {
    keys.add(sorted(a.term, b.term));
    if (a.skeleton.length > 1 && b.skeleton.length > 1) {
      keys.add(`~${sorted(a.skeleton, b.skeleton)}`);
    }
  }
  addInitial(keys, a, b);
  addInitial(keys, b, a);
}

function addInitial(keys: Set<string>, word: NameToken, other: NameToken): void {
  if (word.role !== 'generic' && word.role !== 'initial') {
    for (const letter of other.initials) {
      keys.add(`${word.term}.${letter}`);
    }
  }
}

function sorted(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

import { invariant } from '../../../shared/errors/invariant.js';
import { codas, onsets } from './scripts.js';

/** One syllable by the places of its sounds in the lists of `scripts.ts`. Only the last one of a part has a coda. */
export interface Syllable {
  readonly onset: number;
  readonly vowel: number;
  readonly coda: number;
}

/** A given name, a family name, a company's or a place's distinctive word: sounds, from which each script is written. */
export type NamePart = readonly Syllable[];

const vowelClasses = [[0], [1, 2], [3, 4]] as const;
const grid = onsets.length * vowelClasses.length;

/** How many different parts have this many syllables: 7,605 of two, 296,595 of three. */
export function countParts(syllables: number): number {
  return grid ** syllables * codas.length;
}

/**
 * The part with this number. Different numbers give different sounds, and different writings in every script, so
 * names do not collide by construction. Neighbouring numbers are sent far apart, so that they do not look alike.
 */
export function partAt(number: number, syllables: number): NamePart {
  const count = countParts(syllables);
  invariant(
    Number.isInteger(number) && number >= 0 && number < count,
    'a name part has a number below their count',
  );
  let rest = (number * stride + offset) % count;
  const coda = rest % codas.length;
  rest = Math.floor(rest / codas.length);
  const part: Syllable[] = [];
  for (let i = 0; i < syllables; i++) {
    const cell = rest % grid;
    rest = Math.floor(rest / grid);
    const onset = Math.floor(cell / vowelClasses.length);
    part.push({ onset, vowel: vowelOf(cell, i), coda: i === syllables - 1 ? coda : 0 });
  }
  return part;
}

/** A prime that divides no count of parts (5, 3 and 13 are their only factors): multiplying by it permutes. */
const stride = 7_919;
const offset = 101;

/** Scripts that write e and i, or o and u, alike must not merge two parts: the cell and place decide between them. */
function vowelOf(cell: number, place: number): number {
  const choices = vowelClasses[cell % vowelClasses.length] ?? [0];
  return choices[(cell + place) % choices.length] ?? 0;
}

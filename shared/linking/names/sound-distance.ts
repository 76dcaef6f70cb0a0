import { most } from './parsed-name.js';

/** Sounds that are often written for each other, and how much it costs to take one for the other (others cost 1). */
const near: readonly (readonly [string, number])[] = [
  ['ei ou', 0.2],
  ['ae ao ai au eo eu io iu', 0.4],
  ['iJ uv', 0.3],
  ['bp dt gk fv sz', 0.5],
  ['cs cC ck cz cS Zz ZJ ZS JC', 0.3],
  ['sS SC sC Jg kh hg bv zJ', 0.5],
  ['lr mn', 0.7],
];
/** What it costs to leave a sound out. */
const vowelOmission = 0.4;
const hOmission = 0.45;
const loose = {
  a: vowelOmission,
  e: vowelOmission,
  i: vowelOmission,
  o: vowelOmission,
  u: vowelOmission,
  h: hOmission,
};
const looseOther = 0.9;
const transposed = 0.6;

const codes = 128;
const substitution = new Float64Array(codes * codes).fill(1);
const omission = new Float64Array(codes).fill(looseOther);
for (let code = 0; code < codes; code++) {
  substitution[code * codes + code] = 0;
}
for (const [pairs, cost] of near) {
  for (const pair of pairs.split(' ')) {
    const [a, b] = [pair.charCodeAt(0), pair.charCodeAt(1)];
    substitution[a * codes + b] = cost;
    substitution[b * codes + a] = cost;
  }
}
for (const [letter, cost] of Object.entries(loose)) {
  omission[letter.charCodeAt(0)] = cost;
}

const width = most.letters + 1;
const rows = [new Float64Array(width * 2), new Float64Array(width * 2), new Float64Array(width * 2)] as const;

/**
 * What it costs to turn one word's sounds into another's: an edit distance with transpositions, where sounds alike cost
 * little. With `unwritten`, `a` is in a script that leaves most vowels out, so that those of `b` may lack. Words longer
 * than twice `most.letters` are cut.
 */
export function soundDistance(a: string, b: string, unwritten = false): number {
  const [aLength, bLength] = [Math.min(a.length, width * 2 - 1), Math.min(b.length, width * 2 - 1)];
  const dropOf = unwritten ? unwrittenOmissionOf : omissionOf;
  let [before, previous, current] = rows;
  previous[0] = 0;
  for (let j = 1; j <= bLength; j++) {
    previous[j] = at(previous, j - 1) + dropOf(b.charCodeAt(j - 1));
  }
  for (let i = 1; i <= aLength; i++) {
    const x = a.charCodeAt(i - 1);
    const dropX = omissionOf(x);
    current[0] = at(previous, 0) + dropX;
    for (let j = 1; j <= bLength; j++) {
      const y = b.charCodeAt(j - 1);
      let cost = at(previous, j - 1) + substitutionOf(x, y);
      cost = Math.min(cost, at(previous, j) + dropX, at(current, j - 1) + dropOf(y));
      if (i > 1 && j > 1 && x === b.charCodeAt(j - 2) && y === a.charCodeAt(i - 2)) {
        cost = Math.min(cost, at(before, j - 2) + transposed);
      }
      current[j] = cost;
    }
    [before, previous, current] = [previous, current, before];
  }
  return at(previous, bLength);
}

function at(row: Float64Array, place: number): number {
  return row[place] ?? 0;
}

function omissionOf(code: number): number {
  return code < codes ? (omission[code] ?? looseOther) : looseOther;
}

const unwrittenVowel = 0.05;

function unwrittenOmissionOf(code: number): number {
  return code < codes && omission[code] === vowelOmission ? unwrittenVowel : omissionOf(code);
}

function substitutionOf(x: number, y: number): number {
  if (x === y) {
    return 0;
  }
  return x < codes && y < codes ? (substitution[x * codes + y] ?? 1) : 1;
}

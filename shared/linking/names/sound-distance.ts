import { most } from './parsed-name.js';

/** Sounds that are often written for each other, and how much it costs to take one for the other (others cost 1). */
const near: readonly (readonly [string, number])[] = [
  ['ei ou', 0.2],
  ['ae ao', 0.4],
  ['ai au eo eu io iu', 0.6],
  ['iJ uv', 0.3],
  ['bp dt gk fv sz', 0.5],
  ['cs cC ck cz cS Zz ZJ ZS JC', 0.3],
  ['sS SC sC Jg kh hg hC bv zJ', 0.5],
  ['lr mn', 0.7],
];
/** What it costs to leave a sound out. */
const vowelOmission = 0.4;
/** The least there is between words that write their vowels. */
export const leastOmission = vowelOmission;
const otherOmission = 0.9;
const hOmission = 0.45;
const unwrittenVowel = 0.05;
const transposed = 0.6;
/** What it costs that one of the words ends in s: languages decline foreign names so (`Lavrovs`). */
const endingOmission = 0.4;

/** Sounds have codes below this; letters that are none share the last one. */
const codes = 128;
const substitution = new Float64Array(codes * codes).fill(1);
const omission = new Float64Array(codes).fill(otherOmission);
const unwritten = new Float64Array(codes).fill(otherOmission);
for (const [pairs, cost] of near) {
  for (const pair of pairs.split(' ')) {
    const [a, b] = [pair.charCodeAt(0), pair.charCodeAt(1)];
    substitution[a * codes + b] = cost;
    substitution[b * codes + a] = cost;
  }
}
for (const vowel of 'aeiou') {
  omission[vowel.charCodeAt(0)] = vowelOmission;
  unwritten[vowel.charCodeAt(0)] = unwrittenVowel;
}
omission['h'.charCodeAt(0)] = hOmission;
unwritten['h'.charCodeAt(0)] = hOmission;

const longest = most.letters * 2;
const width = longest + 1;
const costs = new Float64Array(width * width);

/**
 * What it costs to turn one word's sounds into another's: an edit distance with transpositions, where sounds alike cost
 * little; `Infinity` when it is above `most`. With `isUnwritten`, `a` is in a script that leaves most vowels out, so that
 * those of `b` may lack. Words longer than twice the letters a word may have are cut.
 */
export function soundDistance(a: string, b: string, mostCost: number, isUnwritten = false): number {
  const drops = isUnwritten ? unwritten : omission;
  const rows = Math.min(a.length, longest);
  const columns = Math.min(b.length, longest);
  costs[0] = 0;
  for (let j = 1; j <= columns; j++) {
    costs[j] = (costs[j - 1] ?? 0) + (drops[code(b, j - 1)] ?? 1);
  }
  let leastBefore = 0;
  for (let i = 1; i <= rows; i++) {
    const least = fillRow(a, b, i, columns, drops);
    if (least > mostCost + endingOmission && leastBefore > mostCost + endingOmission) {
      return Number.POSITIVE_INFINITY;
    }
    leastBefore = least;
  }
  const cost = Math.min(costs[rows * width + columns] ?? 0, withoutEnding(a, b, rows, columns));
  return cost > mostCost ? Number.POSITIVE_INFINITY : cost;
}

/** Fills the row of the `i`th sound of `a`; gives its least cost. */
function fillRow(a: string, b: string, i: number, columns: number, drops: Float64Array): number {
  const x = code(a, i - 1);
  const dropX = omission[x] ?? 1;
  const row = i * width;
  const above = row - width;
  let left = (costs[above] ?? 0) + dropX;
  let least = left;
  costs[row] = left;
  for (let j = 1; j <= columns; j++) {
    const y = code(b, j - 1);
    const diagonal = costs[above + j - 1] ?? 0;
    let cost =
      a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? diagonal : diagonal + (substitution[x * codes + y] ?? 1);
    cost = Math.min(cost, (costs[above + j] ?? 0) + dropX, left + (drops[y] ?? 1));
    if (i > 1 && j > 1 && x !== y && x === code(b, j - 2) && y === code(a, i - 2)) {
      cost = Math.min(cost, (costs[above - width + j - 2] ?? 0) + transposed);
    }
    costs[row + j] = cost;
    left = cost;
    least = Math.min(least, cost);
  }
  return least;
}

/** The cost when the last s of one of the words counts little. */
function withoutEnding(a: string, b: string, rows: number, columns: number): number {
  const [aEnds, bEnds] = [a.charCodeAt(rows - 1) === s, b.charCodeAt(columns - 1) === s];
  if (aEnds === bEnds || rows < 4 || columns < 4) {
    return Number.POSITIVE_INFINITY;
  }
  const place = aEnds ? (rows - 1) * width + columns : rows * width + columns - 1;
  return (costs[place] ?? 0) + endingOmission;
}

const s = 's'.charCodeAt(0);

function code(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit < codes ? unit : codes - 1;
}

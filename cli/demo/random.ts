import { invariant } from '../../shared/errors/invariant.js';

/** A seeded source of choices. The same seed always gives the same choices; `fork` gives an independent source. */
export interface Random {
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Like `pick`, but the first items come far more often: what is talked about much is talked about again. */
  pickSkewed<T>(list: readonly T[]): T;
  fork(label: string): Random;
}

/** The generator sfc32, seeded by hashing a text. Not for secrets. */
export function createRandom(seed: string): Random {
  const next = sfc32(hashText(seed));
  const pickAt = <T>(list: readonly T[], fraction: number): T => {
    const item = list[Math.floor(fraction * list.length)];
    invariant(item !== undefined, 'a choice needs a list that is not empty');
    return item;
  };
  return {
    int: (min, max) => min + Math.floor(next() * (max - min + 1)),
    chance: (probability) => next() < probability,
    pick: (list) => pickAt(list, next()),
    pickSkewed: (list) => pickAt(list, next() ** 2),
    fork: (label) => createRandom(`${seed}/${label}`),
  };
}

type State = readonly [number, number, number, number];

function sfc32([s0, s1, s2, s3]: State): () => number {
  let [a, b, c, d] = [s0, s1, s2, s3];
  return () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 2 ** 32;
  };
}

/** Four words of a text by FNV-1a with different offsets, stirred so that near texts give far states. */
function hashText(text: string): State {
  const word = (offset: number): number => {
    let hash = offset;
    for (let i = 0; i < text.length; i++) {
      hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    }
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    return hash ^ (hash >>> 13);
  };
  return [word(0x811c9dc5), word(0x9e3779b9), word(0x243f6a88), word(0xb7e15162)];
}

/**
 * Tells equal rows apart: gives 1 for the first row of a content, 2 for its first repeat, and so on. Keeps 48 bits of
 * a hash per content, so that a million rows stay small; contents that share a hash only get ordinals with gaps,
 * and their ids, made of content and ordinal, still differ.
 */
export function createOrdinals(): (content: string) => number {
  let table = new CountTable(1_024);
  return (content) => {
    if (table.isHalfFull()) {
      table = table.grown();
    }
    return table.raise(hash48(content));
  };
}

/** Counts by hash in typed arrays, a fifth of what a Map of numbers takes: open addressing, 0 is a free place. */
class CountTable {
  readonly #hashes: Float64Array;
  readonly #counts: Uint32Array;
  #used = 0;

  /** `size` is a power of two. */
  constructor(size: number) {
    this.#hashes = new Float64Array(size);
    this.#counts = new Uint32Array(size);
  }

  isHalfFull(): boolean {
    return this.#used * 2 >= this.#hashes.length;
  }

  grown(): CountTable {
    const larger = new CountTable(this.#hashes.length * 2);
    for (const [at, hash] of this.#hashes.entries()) {
      const count = this.#counts[at] ?? 0;
      if (count > 0) {
        larger.raise(hash, count);
      }
    }
    return larger;
  }

  /** Adds to the count of a hash and gives what it is now. */
  raise(hash: number, by = 1): number {
    const mask = this.#hashes.length - 1;
    let at = hash % this.#hashes.length;
    while (this.#counts[at] !== 0 && this.#hashes[at] !== hash) {
      at = (at + 1) & mask;
    }
    const count = (this.#counts[at] ?? 0) + by;
    this.#used += count === by ? 1 : 0;
    this.#hashes[at] = hash;
    this.#counts[at] = count;
    return count;
  }
}

/** Two FNV-1a-like lanes of 24 bits. Not for keeping secrets. */
function hash48(text: string): number {
  let high = 0x811c9dc5;
  let low = 0x1b873593;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x85ebca6b) ^ (low >>> 15);
  }
  return (high >>> 8) * 0x1000000 + (low >>> 8);
}

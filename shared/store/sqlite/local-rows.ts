/**
 * Which row has which local id, for a table that has no index by it yet: a run that fills an empty table makes its
 * indexes at the end, which is far faster than keeping them. Holds 8 to 32 bytes an id, by a hash of 32 bits: what it
 * finds are rows that may have the id, nearly always none or the one.
 */
export class LocalRows {
  #hashes = new Uint32Array(1_024);
  /** Row ids beside their hashes by open addressing, 0 is a free place. */
  #rows = new Uint32Array(1_024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  rowsOf(local: string): number[] {
    const hash = hash32(local);
    const found: number[] = [];
    for (let at = this.#placeOf(hash); this.#rows[at] !== 0; at = this.#next(at)) {
      if (this.#hashes[at] === hash) {
        found.push(this.#rows[at] ?? 0);
      }
    }
    return found;
  }

  add(local: string, row: number): void {
    if (this.#size * 2 >= this.#rows.length) {
      this.#grow();
    }
    this.#put(hash32(local), row);
    this.#size += 1;
  }

  #put(hash: number, row: number): void {
    let at = this.#placeOf(hash);
    while (this.#rows[at] !== 0) {
      at = this.#next(at);
    }
    this.#hashes[at] = hash;
    this.#rows[at] = row;
  }

  #grow(): void {
    const [hashes, rows] = [this.#hashes, this.#rows];
    this.#hashes = new Uint32Array(hashes.length * 2);
    this.#rows = new Uint32Array(rows.length * 2);
    for (const [at, row] of rows.entries()) {
      if (row !== 0) {
        this.#put(hashes[at] ?? 0, row);
      }
    }
  }

  #placeOf(hash: number): number {
    return hash & (this.#rows.length - 1);
  }

  #next(at: number): number {
    return (at + 1) & (this.#rows.length - 1);
  }
}

/** FNV-1a over UTF-16 units, its high bits mixed into the low ones. */
function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return (hash ^ (hash >>> 15)) >>> 0;
}

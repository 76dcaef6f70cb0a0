/**
 * A number below 2^53 for a text, the same everywhere and always: keys are counted by it, since millions of texts do not
 * fit into memory. Not for secrets, nor for ids: two texts may share one.
 */
export function hashKey(text: string): number {
  let high = 0x2f6b1c5d;
  let low = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x01000193);
  }
  high = stir(high ^ (low >>> 13));
  low = stir(low ^ (high >>> 15));
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}

/** The finish of murmur3: each bit of the input changes about half of the output's. */
function stir(word: number): number {
  let bits = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

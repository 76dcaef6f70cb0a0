/**
 * Tells equal rows apart: gives 1 for the first row of a content, 2 for its first repeat, and so on. Keeps 48 bits of
 * a hash per content, so that a million rows stay small; contents that share a hash only get ordinals with gaps,
 * and their ids, made of content and ordinal, still differ.
 */
export function createOrdinals(): (content: string) => number {
  const counts = new Map<number, number>();
  return (content) => {
    const key = hash48(content);
    const ordinal = (counts.get(key) ?? 0) + 1;
    counts.set(key, ordinal);
    return ordinal;
  };
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

/** Keeps what was read of words, which recur, up to a bound; then it starts anew. */
export function createBoundedCache<T>(limit: number, read: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) {
      return found;
    }
    const value = read(word);
    if (known.size >= limit) {
      known.clear();
    }
    known.set(word, value);
    return value;
  };
}

/**
 * Reads a table of words: lines `key: word, several words, …`, continued on lines that start with white space.
 * A key without words stands for itself.
 */
export function readTable(text: string): ReadonlyMap<string, readonly string[]> {
  const lines = text.replace(/\n\s+/g, ' ').split('\n');
  return new Map(
    lines
      .filter((line) => line.trim() !== '')
      .map((line) => {
        const [key = '', words = ''] = line.split(':');
        return [key.trim(), readList(words)];
      }),
  );
}

/** Reads words parted by commas. */
export function readList(text: string): readonly string[] {
  return text
    .split(',')
    .map((word) => word.replace(/\s+/g, ' ').trim())
    .filter((word) => word !== '');
}

/** How alike two texts are by plain Levenshtein distance over lower case, 0 to 1: what a matcher has to beat. */
export function levenshteinLikeness(x: string, y: string): number {
  const [a, b] = [x.toLowerCase(), y.toLowerCase()];
  return 1 - levenshtein(a, b) / Math.max(a.length, b.length, 1);
}

function levenshtein(a: string, b: string): number {
  const row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    let diagonal = row[0] ?? 0;
    row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j] ?? 0;
      const changed = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      row[j] = Math.min(above + 1, (row[j - 1] ?? 0) + 1, diagonal + changed);
      diagonal = above;
    }
  }
  return row[b.length] ?? 0;
}

/** How exactly two partial dates agree; `disjoint` where they contradict each other, as far as both are told. */
export type DateAgreement = 'day' | 'month' | 'year' | 'disjoint';

/** `undefined` where one of them is not known. */
export function compareDates(a: string | undefined, b: string | undefined): DateAgreement | undefined {
  if (a === undefined || b === undefined) {
    return undefined;
  }
  if (!a.startsWith(b) && !b.startsWith(a)) {
    return disagreement(a, b);
  }
  // The first of January is where registers put those of whom they know the year.
  const both = a.length < b.length ? a : b;
  const length = both.endsWith('-01-01') ? 4 : both.length;
  return length >= 10 ? 'day' : length >= 7 ? 'month' : 'year';
}

function disagreement(a: string, b: string): DateAgreement {
  const isYearAlone = a.endsWith('-01-01') || b.endsWith('-01-01');
  return isYearAlone && a.slice(0, 4) === b.slice(0, 4) ? 'year' : 'disjoint';
}

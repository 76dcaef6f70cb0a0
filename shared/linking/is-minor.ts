const ofAge = 18;

/**
 * Whether somebody born on a partial date can still be under age at a moment: of a year or a month its last day counts,
 * so that nobody is taken for older than they are.
 */
export function mayBeMinor(birthDate: string, now: Date): boolean {
  const [year = 0, month, day] = birthDate.split('-').map(Number);
  const lastMonth = month ?? 12;
  const comesOfAge =
    day === undefined ? Date.UTC(year + ofAge, lastMonth, 1) : Date.UTC(year + ofAge, lastMonth - 1, day + 1);
  return now.getTime() < comesOfAge;
}

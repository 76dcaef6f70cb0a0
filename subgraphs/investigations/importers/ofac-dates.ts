const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A date of birth in OFAC's words as a partial date: `23 Dec 1973` is 1973-12-23, `Mar 1964` is 1964-03, `circa 12 Mar
 * 1964` and `1965 to 1969` are as much of it as is certain. Undefined where nothing is.
 */
export function readOfacDate(text: string): string | undefined {
  const [first, last] = text.split(/\s+to\s+/i);
  if (last !== undefined) {
    return commonDate([first ?? '', last].map(readOfacDate));
  }
  const match = /^(circa\s+)?(?:(?:(\d{1,2})\s+)?([A-Za-z]{3})\s+)?(\d{4})$/i.exec(text.trim());
  const [, circa, day, month, year] = match ?? [];
  if (year === undefined || circa !== undefined || month === undefined) {
    return year;
  }
  const number = months.indexOf(month.toLowerCase()) + 1;
  if (number === 0) {
    return undefined;
  }
  const date = `${year}-${twoDigits(number)}`;
  return day === undefined ? date : ofMonth(date, Number(day));
}

/** What several dates of one event have in common: their year and month, their year, or nothing. */
export function commonDate(dates: readonly (string | undefined)[]): string | undefined {
  const [first, ...others] = dates;
  for (const length of [10, 7, 4]) {
    const start = first?.slice(0, length);
    if (start?.length === length && others.every((date) => date?.slice(0, length) === start)) {
      return start;
    }
  }
  return undefined;
}

/** A day the month does not have leaves the month. */
function ofMonth(month: string, day: number): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCDate(day);
  const whole = date.toISOString().slice(0, 10);
  return day > 0 && whole.startsWith(month) ? whole : month;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

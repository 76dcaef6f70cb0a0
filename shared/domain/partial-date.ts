/** FollowTheMoney prefix dates: `2019`, `2019-05`, `2019-05-03`. */
const pattern = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/;

export function isPartialDate(text: string): boolean {
  const match = pattern.exec(text);
  if (!match) {
    return false;
  }
  if (match[3] === undefined) {
    return true;
  }
  const date = new Date(`${text}T00:00:00Z`);
  return date.getUTCDate() === Number(match[3]);
}

/**
 * The text that every date on or before, or within, `date` is less than: `lte 2019` holds for `2019-12-31`. A date's
 * text is digits and hyphens, which all come before U+007F.
 */
export function partialDateEnd(date: string): string {
  return `${date}\u007f`;
}

const dayLength = 10;

/** Whole days from one date to another, fewer than 0 where it is the earlier; none unless both are known to the day. */
export function daysBetween(from: string | undefined, to: string | undefined): number | undefined {
  if (from?.length !== dayLength || to?.length !== dayLength) {
    return undefined;
  }
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return Number.isSafeInteger(days) ? days : undefined;
}

const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

/** An instant in its one form, UTC with milliseconds, or `undefined` when the text is none. */
export function normalizeInstant(text: string): string | undefined {
  if (!instantPattern.test(text)) {
    return undefined;
  }
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

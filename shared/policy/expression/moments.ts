import { isPartialDate, normalizeInstant } from '../../domain/partial-date.js';

const storedForm = '2026-01-31T09:30:00.000Z';

/** The first millisecond of a partial date, or of an instant its own; undefined where the text is neither. */
export function firstMoment(text: string): number | undefined {
  if (!isPartialDate(text)) {
    return momentOf(text);
  }
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
  return utc(year, month - 1, day);
}

/** The last millisecond of a partial date, or of an instant its own; undefined where the text is neither. */
export function lastMoment(text: string): number | undefined {
  if (!isPartialDate(text)) {
    return momentOf(text);
  }
  const [year = 0, month, day] = text.split('-').map(Number);
  if (month === undefined) {
    return utc(year + 1, 0, 1) - 1;
  }
  return (day === undefined ? utc(year, month, 1) : utc(year, month - 1, day + 1)) - 1;
}

/** An instant in milliseconds. Stores hold instants in one form, which needs no further look. */
export function momentOf(text: string): number | undefined {
  if (text.length === storedForm.length && text.endsWith('Z') && text[10] === 'T') {
    const moment = Date.parse(text);
    return Number.isNaN(moment) ? undefined : moment;
  }
  const instant = normalizeInstant(text);
  return instant === undefined ? undefined : Date.parse(instant);
}

/** `Date.UTC` takes years before 100 for years of the last century. */
function utc(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month, day);
}

import type { Coverage, Provider } from './provider.js';

/**
 * Whether a provider can hold a record that the filter argument matches, judged by `member`, `country`, `fiscalYear`
 * and `year` at the top level and under `and`. Errs on the side of asking.
 */
export function canMatch(provider: Provider, filter: unknown): boolean {
  if (!isInput(filter)) {
    return true;
  }
  const every = Array.isArray(filter['and']) ? filter['and'] : [];
  return (
    admits(filter['member'], (member) => member === provider.member) &&
    admits(filter['country'], (country) => coversCountry(provider.coverage, country)) &&
    coversYears(provider.coverage, filter['fiscalYear']) &&
    coversYears(provider.coverage, filter['year']) &&
    every.every((part) => canMatch(provider, part))
  );
}

function isInput(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a test by `eq` and `in` leaves a value that `covers` holds for. */
function admits(test: unknown, covers: (value: unknown) => boolean): boolean {
  if (!isInput(test)) {
    return true;
  }
  const { eq, in: among } = test;
  return (eq === undefined || eq === null || covers(eq)) && (!Array.isArray(among) || among.some(covers));
}

function coversCountry(coverage: Coverage, country: unknown): boolean {
  return coverage.countries === undefined || coverage.countries.some((covered) => covered === country);
}

function coversYears(coverage: Coverage, test: unknown): boolean {
  const { years } = coverage;
  if (years === undefined || !isInput(test)) {
    return true;
  }
  const { gte, lte } = test;
  return (
    admits(test, (year) => typeof year === 'number' && year >= years.from && year <= years.to) &&
    !(typeof gte === 'number' && gte > years.to) &&
    !(typeof lte === 'number' && lte < years.from)
  );
}

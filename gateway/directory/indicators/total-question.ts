import { astFromValue, print } from 'graphql';
import { constantOfKey } from '../../../shared/domain/key-of-constant.js';
import { invariant } from '../../../shared/errors/invariant.js';
import type { DaysTerm, IndicatorDefinition, Term } from './indicator-definition.js';
import type { TotalField } from './total-fields.js';

/** One question for a total of the graph. */
export interface TotalQuestion {
  readonly total: TotalField;
  readonly filter: Readonly<Record<string, unknown>>;
  readonly groupBy: readonly string[];
  readonly withSum: boolean;
}

/** The coordinates of a group, in the order they are grouped by. */
export interface GroupPlaces {
  readonly country: string;
  readonly period: string;
  readonly dimensions: readonly string[];
  /** The constant of days or currency, which comes last. */
  readonly last: string | undefined;
}

/** Tests of a caller, as the graph's own filters have them. */
export interface Narrowing {
  readonly country?: unknown;
  readonly year?: unknown;
}

/** What a term is grouped by: country and period, what the definition breaks down by, then days or currency. */
export function placesOf({ dimensions }: IndicatorDefinition, term: Term | DaysTerm): GroupPlaces {
  const last = term.take === 'SUM' ? 'CURRENCY' : 'between' in term ? constantOfKey(term.between) : undefined;
  return {
    country: constantOfKey(term.country),
    period: constantOfKey(term.period),
    dimensions: dimensions.map(({ field }) => constantOfKey(field)),
    last,
  };
}

export function groupByOf({ country, period, dimensions, last }: GroupPlaces): readonly string[] {
  return [country, period, ...dimensions, ...(last === undefined ? [] : [last])];
}

/** The question for one term, as far as the caller wants to know. */
export function questionOf(
  definition: IndicatorDefinition,
  term: Term | DaysTerm,
  of: { readonly total: TotalField; readonly narrowing: Narrowing },
): TotalQuestion {
  const { country, year } = of.narrowing;
  const scope = definition.countries;
  const tests = [
    term.filter,
    ...(scope === undefined
      ? []
      : [{ [term.country]: scope.length === 1 ? { eq: scope[0] } : { in: scope } }]),
    ...(isGiven(country) ? [{ [term.country]: country }] : []),
    ...(isGiven(year) ? [{ [term.period]: year }] : []),
  ].filter((test) => Object.keys(test).length > 0);
  return {
    total: of.total,
    filter: tests.length === 1 ? (tests[0] ?? {}) : tests.length === 0 ? {} : { and: tests },
    groupBy: groupByOf(placesOf(definition, term)),
    withSum: term.take === 'SUM',
  };
}

function isGiven(test: unknown): boolean {
  return test !== undefined && test !== null;
}

/** The operation that asks it, with the variables `filter` and `groupBy`. The same text for all of a total's questions. */
export function operationOf({ total, withSum }: TotalQuestion): string {
  return `query Indicator($filter: ${total.filter.name}!, $groupBy: [${total.dimension.name}!]!) {
  groups: ${total.name}(filter: $filter, groupBy: $groupBy) {
    key { dimension scheme code label }
    count { value }
    ${withSum ? 'sum' : ''}
    complete
    suppressedBecause
    members { id }
  }
}`;
}

/** The question as a caller can ask it, GraphQL text. */
export function printQuestion({ total, filter, groupBy, withSum }: TotalQuestion): string {
  const written = astFromValue(filter, total.filter);
  invariant(written !== null && written !== undefined, 'a filter is an object');
  const selection = `key { code } count { value }${withSum ? ' sum' : ''}`;
  return `{ ${total.name}(filter: ${print(written).replaceAll(/\s*\n\s*/g, ' ')}, groupBy: [${groupBy.join(', ')}]) { ${selection} } }`;
}

import { coerceInputValue, type GraphQLInputObjectType, getNamedType } from 'graphql';
import { assertApart } from '../../../shared/domain/apart.js';
import { AccordError } from '../../../shared/errors/accord-error.js';
import { withoutSuggestion } from '../../../shared/errors/without-suggestion.js';
import { type DaysTerm, type IndicatorDefinition, type Term, termsOf } from './indicator-definition.js';
import type { TotalField, TotalFields } from './total-fields.js';
import { groupByOf, placesOf } from './total-question.js';

/** The most dimensions of a total. */
const maxDimensions = 4;

/** How a definition is not one of this graph: totals, fields and constants it has not, all at once. */
export function faultsOfDefinition(definition: IndicatorDefinition, totals: TotalFields): string[] {
  return termsOf(definition.formula).flatMap((term) => {
    const total = totals.get(term.total);
    if (total === undefined) {
      return [`expected one of the totals ${[...totals.keys()].sort().join(', ')}, got "${term.total}"`];
    }
    return faultsOfTerm(definition, term, total).map((fault) => `${term.total}: ${fault}`);
  });
}

function faultsOfTerm(definition: IndicatorDefinition, term: Term | DaysTerm, total: TotalField): string[] {
  const groupBy = groupByOf(placesOf(definition, term));
  const known = new Set(total.dimension.getValues().map(({ name }) => name));
  const faults = [
    ...groupBy
      .filter((constant) => !known.has(constant))
      .map((constant) => `it does not group by ${constant}`),
    ...faultsOfFields(term, total.filter),
    ...faultsOfFilter(term.filter, total.filter),
    ...(term.take === 'SUM' && !total.hasSum ? ['it has no sum'] : []),
    ...(groupBy.length > maxDimensions ? [`it groups by at most ${maxDimensions} dimensions`] : []),
  ];
  return faults.length > 0 ? faults : faultsOfAdding(term, total, groupBy);
}

/** Callers narrow by country and year, so that both have to be fields of the filter, and a period one of whole years. */
function faultsOfFields(term: Term | DaysTerm, filter: GraphQLInputObjectType): string[] {
  const expected: readonly (readonly [string, string])[] = [
    [term.country, 'StringFilter'],
    [term.period, 'IntFilter'],
    ...('between' in term ? [[term.between, 'IntFilter'] as const] : []),
  ];
  return expected.flatMap(([name, type]) => {
    const field = filter.getFields()[name];
    const got = field === undefined ? undefined : getNamedType(field.type).name;
    return got === type ? [] : [`its filter has no ${name} that is a ${type}`];
  });
}

function faultsOfFilter(given: unknown, type: GraphQLInputObjectType): string[] {
  const faults: string[] = [];
  coerceInputValue(given, type, (path, _, error) => {
    const at = path.length > 0 ? `filter.${path.join('.')}: ` : '';
    faults.push(`${at}${withoutSuggestion(error.message).replace(/\.$/, '')}`);
  });
  return faults;
}

function faultsOfAdding(term: Term | DaysTerm, total: TotalField, groupBy: readonly string[]): string[] {
  const pinned = new Set(
    Object.entries(term.filter).flatMap(([name, test]) =>
      typeof test === 'object' && test !== null && 'eq' in test ? [name] : [],
    ),
  );
  try {
    assertApart(total.apart, { groupBy, isPinned: (key) => pinned.has(key), withSum: term.take === 'SUM' });
    return [];
  } catch (error) {
    if (!(error instanceof AccordError)) {
      throw error;
    }
    return [error.message.replace(/\.$/, '')];
  }
}

import { invariant } from '../../../shared/errors/invariant.js';
import type { CoalitionMember } from '../../config.js';
import type { RequestScope } from '../../fanout/request-scope.js';
import { faultOf } from '../directory-fault.js';
import type { AskGraph } from './ask-graph.js';
import { countryName } from './country-name.js';
import type { IndicatorDefinition } from './indicator-definition.js';
import { definitionFields } from './indicator-fields.js';
import { givenTests, type IndicatorFilter, passes } from './indicator-filter.js';
import { compareObservations } from './observation.js';
import { observationNode } from './observation-fields.js';
import { observeIndicator } from './observe-indicator.js';
import { TotalAsker } from './total-asker.js';
import type { TotalFields } from './total-fields.js';

/** All that the coalition's indicators stand on. */
export interface Indicators {
  /** By code; checked against `totals`. */
  readonly definitions: readonly IndicatorDefinition[];
  readonly totals: TotalFields;
  readonly askGraph: AskGraph;
  readonly members: () => readonly CoalitionMember[];
  readonly now: () => Date;
}

/** The most observations of one field. */
const maxObservations = 10_000;

/** The resolvers of `indicators/schema.graphql`. */
export function createIndicatorResolvers(indicators: Indicators) {
  const observe = createObserver(indicators);
  return {
    Query: {
      indicatorDefinitions: () => indicators.definitions,
      jurisdiction: (_root: unknown, { code }: { code: string }) =>
        countryName(code, 'en') === undefined ? null : { code },
      indicators: (_root: unknown, { filter }: { filter?: IndicatorFilter | null }, context: unknown) =>
        observe(filter ?? {}, context),
    },
    Jurisdiction: {
      name: ({ code }: { code: string }, { language }: { language: string }) => countryName(code, language),
      indicators: (
        { code }: { code: string },
        { period, codes }: { period?: string | null; codes?: readonly string[] | null },
        context: unknown,
      ) =>
        observe(
          {
            country: { eq: code },
            year: period === null || period === undefined ? null : { eq: yearOf(period) },
            code: codes === null || codes === undefined ? null : { in: codes },
          },
          context,
        ),
    },
    IndicatorDefinition: definitionFields,
  };
}

function createObserver({ definitions, totals, askGraph, members, now }: Indicators) {
  // What one caller is told is for nobody else: nothing is kept beyond the request.
  const askers = new WeakMap<RequestScope, TotalAsker>();
  return async ({ country, year, code }: IndicatorFilter, context: unknown) => {
    const scope = scopeIn(context);
    const asker = askers.get(scope) ?? new TotalAsker(askGraph, scope);
    askers.set(scope, asker);
    const narrowing = { country: givenTests(country), year: givenTests(year) };
    const wanted = definitions.filter(
      (definition) =>
        passes(definition.code, code) && (definition.countries?.some((one) => passes(one, country)) ?? true),
    );
    const observations = await Promise.all(
      wanted.map((definition) => observeIndicator(definition, { totals, asker, narrowing })),
    );
    const all = observations.flat().sort(compareObservations);
    if (all.length > maxObservations) {
      throw faultOf(
        'QUERY_TOO_BROAD',
        `Expected at most ${maxObservations} observations, got ${all.length}: filter by country, code or year.`,
      );
    }
    const byId = new Map(members().map((member): [string, CoalitionMember] => [member.id, member]));
    const setting = {
      caller: scope.caller,
      computedAt: now(),
      findMember: (id: string) => byId.get(id),
    };
    return all.map((observation) => observationNode(observation, setting));
  };
}

function yearOf(period: string): number {
  if (!/^\d{4}$/.test(period)) {
    throw faultOf('BAD_INPUT', 'Expected "period" to be a year such as "2024".');
  }
  return Number(period);
}

/** The executor hands the scope of the request on without its type. */
function scopeIn(context: unknown): RequestScope {
  invariant(isScope(context), 'the directory is asked within a request');
  return context;
}

function isScope(context: unknown): context is RequestScope {
  return (
    typeof context === 'object' && context !== null && 'provenance' in context && 'headersFor' in context
  );
}

import { compareGroupKeys, compareNullable, type DimensionValue } from '../../../shared/domain/group-key.js';
import { compareText } from '../../../shared/domain/text.js';
import { daysAddedUp, divideRounded, fractionOf, medianOf, recordsOf } from './exact-value.js';
import type { Cell } from './fold-cells.js';
import type { DaysTerm, IndicatorDefinition, Term } from './indicator-definition.js';

export const indicatorSuppressions = [
  'SMALL_GROUP',
  'DERIVABLE',
  'TOO_BROAD',
  'UNAUTHORIZED',
  'MEMBERS_DIFFER',
] as const;
export type IndicatorSuppression = (typeof indicatorSuppressions)[number];

/** One figure. Numbers are in 10⁻⁶ units. */
export interface Observation {
  readonly definition: IndicatorDefinition;
  /** Null, as the period, where there is no figure for any country. */
  readonly country: string | null;
  readonly period: string | null;
  readonly dimensions: readonly DimensionValue[];
  readonly numerator: bigint | null;
  readonly denominator: bigint | null;
  readonly value: bigint | null;
  /** By id. */
  readonly members: readonly string[];
  readonly complete: boolean;
  readonly suppressedBecause: IndicatorSuppression | null;
  readonly questions: readonly string[];
}

/** What is the same for all figures of a definition. */
export interface Observed {
  readonly definition: IndicatorDefinition;
  readonly questions: readonly string[];
  /** Whether all members that should have a part in it gave it. */
  readonly allAnswered: boolean;
  /** Whether the same members answered for both parts of a fraction. */
  readonly areSameMembers: boolean;
}

type Cells = ReadonlyMap<string, Cell>;
type Numbers = Pick<Observation, 'numerator' | 'denominator' | 'value'>;

const million = 1_000_000n;
const noNumbers: Numbers = { numerator: null, denominator: null, value: null };

/** The one observation of an indicator that has no figure at all. */
export function withoutFigures(of: Observed, suppressedBecause: IndicatorSuppression): Observation {
  const { definition, questions } = of;
  const nowhere = { country: null, period: null, dimensions: [], members: [] };
  return { definition, questions, ...nowhere, ...noNumbers, complete: false, suppressedBecause };
}

/** The figures of a fraction: one wherever there is a numerator or a denominator. */
export function observeFraction(
  of: Observed,
  terms: { readonly numerator: Term; readonly denominator: Term },
  cells: { readonly numerator: Cells; readonly denominator: Cells },
): Observation[] {
  const ids = new Set([...cells.denominator.keys(), ...cells.numerator.keys()]);
  return [...ids].flatMap((id) => {
    const upper = cells.numerator.get(id);
    const lower = cells.denominator.get(id);
    const numerator = numberOf(terms.numerator, upper);
    const denominator = numberOf(terms.denominator, lower);
    const value = fractionOf(numerator, denominator, of.definition.unit);
    return observation(of, [upper, lower], { numerator, denominator, value });
  });
}

/** The figures of days: of a mean what was added up and over how many, of a median over how many. */
export function observeDays(of: Observed, { take }: DaysTerm, cells: Cells): Observation[] {
  return [...cells.values()].flatMap((cell) => {
    const records = BigInt(recordsOf(cell.days));
    const sum = daysAddedUp(cell.days);
    const numbers =
      take === 'MEDIAN'
        ? { numerator: null, value: medianOf(cell.days) }
        : { numerator: sum * million, value: records === 0n ? null : divideRounded(sum * million, records) };
    return observation(of, [cell], { ...numbers, denominator: records * million });
  });
}

/** No group means no records to count; to a sum without an amount nothing was added, so that it is none. */
function numberOf(term: Term, cell: Cell | undefined): bigint | null {
  return term.take === 'SUM' ? (cell?.sum ?? null) : BigInt(cell?.count ?? 0) * million;
}

/** A figure of which a part is withheld has no number at all: neither part may be taken from the other. */
function observation(
  of: Observed,
  parts: readonly (Cell | undefined)[],
  numbers: Numbers,
): readonly Observation[] {
  const { definition, questions, allAnswered, areSameMembers } = of;
  const cells = parts.filter((cell) => cell !== undefined);
  const [first] = cells;
  if (first === undefined) {
    return [];
  }
  const withheld = cells.map((cell) => cell.suppressedBecause).find((reason) => reason !== null);
  const suppressedBecause = withheld ?? (areSameMembers ? null : 'MEMBERS_DIFFER');
  const members = new Set(cells.flatMap((cell) => [...cell.members]));
  return [
    {
      definition,
      questions,
      country: first.country,
      period: first.period,
      dimensions: labelled(first.dimensions, cells),
      ...(suppressedBecause === null ? numbers : noNumbers),
      members: [...members].sort(compareText),
      complete: allAnswered && suppressedBecause === null && cells.every(({ complete }) => complete),
      suppressedBecause,
    },
  ];
}

/** One part can know the label of a code that the other knows finer codes of. */
function labelled(dimensions: readonly DimensionValue[], cells: readonly Cell[]): readonly DimensionValue[] {
  return dimensions.map((value, i) => ({
    ...value,
    label: cells.map((cell) => cell.dimensions[i]?.label ?? null).find((label) => label !== null) ?? null,
  }));
}

/** By code of the indicator, country, period and dimensions. */
export function compareObservations(a: Observation, b: Observation): number {
  return (
    compareText(a.definition.code, b.definition.code) ||
    compareNullable(a.country, b.country) ||
    compareNullable(a.period, b.period) ||
    compareGroupKeys(a.dimensions, b.dimensions)
  );
}

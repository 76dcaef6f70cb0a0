import { type DimensionValue, groupKeyId } from '../../../shared/domain/group-key.js';
import type { IndicatorDefinition, IndicatorDimension } from './indicator-definition.js';
import type { TotalGroup } from './total-group.js';
import type { GroupPlaces } from './total-question.js';

/** What one term counts of one country, period and whatever else the figure is of. */
export interface Cell {
  readonly country: string;
  readonly period: string;
  readonly dimensions: readonly DimensionValue[];
  readonly count: number;
  readonly sum: bigint | null;
  /** Of a term of days. */
  readonly days: ReadonlyMap<number, number>;
  readonly complete: boolean;
  readonly suppressedBecause: TotalGroup['suppressedBecause'];
  readonly members: ReadonlySet<string>;
}

/**
 * Puts the groups of a total together to the cells of an indicator, by their id: finer codes of a classification are
 * cut to the definition's. Groups without a country or a period, or of another scheme, are of no figure. A cell is
 * withheld where any of its groups is.
 */
export function foldCells(
  definition: IndicatorDefinition,
  places: GroupPlaces,
  groups: readonly TotalGroup[],
): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const group of groups) {
    const cell = cellOf(definition, places, group);
    if (cell !== undefined) {
      const id = cellId(cell);
      const known = cells.get(id);
      cells.set(id, known === undefined ? cell : joined(known, cell));
    }
  }
  return cells;
}

function cellId({ country, period, dimensions }: Cell): string {
  return JSON.stringify([country, period, groupKeyId(dimensions)]);
}

function cellOf(definition: IndicatorDefinition, places: GroupPlaces, group: TotalGroup): Cell | undefined {
  const [country, period, ...rest] = group.key;
  const given = rest.slice(0, places.dimensions.length);
  const last = places.last === undefined ? undefined : group.key.at(-1);
  const isOfDays = last !== undefined && last.dimension !== currency;
  const dimensions = definition.dimensions.map((dimension, i) => asDefined(dimension, given[i]));
  const known = dimensions.filter((value) => value !== undefined);
  if (!country?.code || !period?.code || known.length < dimensions.length) {
    return undefined;
  }
  // What took no known number of days is not among those counted.
  if (last !== undefined && last.code === null) {
    return undefined;
  }
  return {
    country: country.code,
    period: period.code,
    dimensions: isOfDays || last === undefined ? known : [...known, last],
    count: group.count,
    sum: group.sum,
    days: new Map(isOfDays ? [[Number(last.code), group.count]] : []),
    complete: group.complete,
    suppressedBecause: group.suppressedBecause,
    members: new Set(group.members),
  };
}

const currency = 'CURRENCY';

/** The value of a dimension as the definition has it: the label is that of the code itself, of no finer one. */
function asDefined(
  { scheme, digits }: IndicatorDimension,
  value: DimensionValue | undefined,
): DimensionValue | undefined {
  if (value === undefined || value.code === null || (scheme !== undefined && value.scheme !== scheme)) {
    return undefined;
  }
  const code = digits === undefined ? value.code : value.code.slice(0, digits);
  return { ...value, code, label: code === value.code ? value.label : null };
}

function joined(a: Cell, b: Cell): Cell {
  const days = new Map(a.days);
  for (const [day, count] of b.days) {
    days.set(day, (days.get(day) ?? 0) + count);
  }
  return {
    ...a,
    dimensions: a.dimensions.map((value, i) => ({
      ...value,
      label: value.label ?? b.dimensions[i]?.label ?? null,
    })),
    count: a.count + b.count,
    sum: a.sum === null || b.sum === null ? (a.sum ?? b.sum) : a.sum + b.sum,
    days,
    complete: a.complete && b.complete,
    suppressedBecause: a.suppressedBecause ?? b.suppressedBecause,
    members: new Set([...a.members, ...b.members]),
  };
}

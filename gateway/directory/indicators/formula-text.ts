import type { DaysTerm, IndicatorDefinition, Term } from './indicator-definition.js';

/** A formula in words of the graph, written from what is computed so that the two cannot differ. */
export function formulaText({ formula, unit }: IndicatorDefinition): string {
  if (formula.kind === 'DAYS') {
    const { take, between, filter } = formula.days;
    return `${take.toLowerCase()} of ${between} over ${recordsText(formula.days.total, filter)}`;
  }
  const factor = unit === 'PERCENT' ? '100 × ' : '';
  return `${factor}${termText(formula.numerator)} / ${termText(formula.denominator)}`;
}

function termText(term: Exclude<Term | DaysTerm, DaysTerm>): string {
  return `${term.take.toLowerCase()}(${recordsText(term.total, term.filter)})`;
}

function recordsText(total: string, filter: Readonly<Record<string, unknown>>): string {
  const tests = testsText(filter);
  return tests === '' ? total : `${total} where ${tests}`;
}

function testsText(filter: Readonly<Record<string, unknown>>): string {
  return Object.entries(filter)
    .map(([name, test]) => `${name} ${valueText(test)}`)
    .join(' and ');
}

function valueText(value: unknown): string {
  if (Array.isArray(value)) {
    return `(${value.map(valueText).join(', ')})`;
  }
  return isObject(value)
    ? Object.entries(value)
        .map(([name, operand]) => `${name} ${valueText(operand)}`)
        .join(' and ')
    : String(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

import { z } from 'zod';
import { country, language, text } from '../../../shared/domain/record-body.js';

export const indicatorUnits = ['PERCENT', 'RATIO', 'DAYS'] as const;
export const indicatorDirections = ['HIGHER_IS_BETTER', 'LOWER_IS_BETTER', 'NEUTRAL'] as const;

const fieldName = z.string().regex(/^[a-z][A-Za-z0-9]{0,63}$/, 'expected the name of a field');
const Words = z
  .record(language, text)
  .refine((words) => Object.keys(words).length > 0, 'expected words in at least one language');

/** Which records a number is taken of: a total of the graph, and the fields of its filter for time and place. */
const source = {
  /** The filter's field for the year. */
  period: fieldName,
  country: fieldName.default('country'),
  /** As the total's own filter. */
  filter: z.record(z.string(), z.unknown()).default({}),
};

const CountTerm = z
  .strictObject({ count: fieldName, ...source })
  .transform(({ count: total, ...rest }) => ({ ...rest, take: 'COUNT' as const, total }));

const SumTerm = z
  .strictObject({ sum: fieldName, ...source })
  .transform(({ sum: total, ...rest }) => ({ ...rest, take: 'SUM' as const, total }));

/** How many records, or how much money. */
const Term = z.union([CountTerm, SumTerm]);
export type Term = Readonly<z.infer<typeof Term>>;

/** Days that records took, by a field of the total's filter that counts them. */
const days = { between: fieldName, ...source };
const MeanDays = z
  .strictObject({ mean: fieldName, ...days })
  .transform(({ mean: total, ...rest }) => ({ ...rest, take: 'MEAN' as const, total }));
const MedianDays = z
  .strictObject({ median: fieldName, ...days })
  .transform(({ median: total, ...rest }) => ({ ...rest, take: 'MEDIAN' as const, total }));
const DaysTerm = z.union([MeanDays, MedianDays]);
export type DaysTerm = Readonly<z.infer<typeof DaysTerm>>;

/** What a figure is broken down by; of a classification, codes of one scheme, cut to so many characters. */
const Dimension = z.strictObject({
  field: fieldName,
  scheme: z.string().min(1).optional(),
  digits: z.int().min(1).max(32).optional(),
});
export type IndicatorDimension = Readonly<z.infer<typeof Dimension>>;

const DefinitionFile = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9-]{1,63}$/, 'expected a code such as "single-bid-share"'),
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'expected a version such as "1.0.0"'),
  names: Words,
  description: Words,
  unit: z.enum(indicatorUnits),
  direction: z.enum(indicatorDirections),
  source: text.optional(),
  countries: z.array(country).min(1).optional(),
  dimensions: z.array(Dimension).default([]),
  numerator: Term.optional(),
  denominator: Term.optional(),
  days: DaysTerm.optional(),
});

/** How the value comes about. */
export type Formula =
  | { readonly kind: 'FRACTION'; readonly numerator: Term; readonly denominator: Term }
  | { readonly kind: 'DAYS'; readonly days: DaysTerm };

/** One YAML file: what is measured and how. Numbers are counts and sums of totals of the graph, never code. */
export const IndicatorDefinition = DefinitionFile.transform((file, context) => {
  const { numerator, denominator, days: ofDays, ...rest } = file;
  const formula = formulaOf({ numerator, denominator, days: ofDays });
  if (formula === undefined) {
    context.addIssue({
      code: 'custom',
      message: 'expected either "numerator" and "denominator" or "days"',
    });
    return z.NEVER;
  }
  if ((formula.kind === 'DAYS') !== (rest.unit === 'DAYS')) {
    context.addIssue({
      code: 'custom',
      path: ['unit'],
      message: 'expected DAYS of days and of nothing else',
    });
    return z.NEVER;
  }
  return { ...rest, formula };
});
export type IndicatorDefinition = Readonly<z.infer<typeof IndicatorDefinition>>;

function formulaOf(given: {
  readonly numerator: Term | undefined;
  readonly denominator: Term | undefined;
  readonly days: DaysTerm | undefined;
}): Formula | undefined {
  const { numerator, denominator, days: ofDays } = given;
  if (numerator !== undefined && denominator !== undefined && ofDays === undefined) {
    return { kind: 'FRACTION', numerator, denominator };
  }
  return ofDays !== undefined && numerator === undefined && denominator === undefined
    ? { kind: 'DAYS', days: ofDays }
    : undefined;
}

/** The parts of a formula that are asked for. */
export function termsOf(formula: Formula): readonly (Term | DaysTerm)[] {
  return formula.kind === 'DAYS' ? [formula.days] : [formula.numerator, formula.denominator];
}

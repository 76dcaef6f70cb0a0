import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { canonicalDecimal, isDecimal } from '../domain/decimal.js';
import { isPartialDate, normalizeInstant } from '../domain/partial-date.js';
import { papLabels, tlpLabels } from '../domain/record-body.js';

/** Reads a text into the one form its values have, or `undefined` when it is none. */
type ReadText = (text: string) => string | undefined;

/** The scalars of the kernel. All are strings; each input is checked and brought into the one form of its value. */
export const scalars = {
  Decimal: stringScalar(
    'Decimal',
    'a decimal number as a string, at most 18 integer and 6 fraction digits, such as "-1234.5"',
    (text) => (isDecimal(text) ? canonicalDecimal(text) : undefined),
  ),
  PartialDate: stringScalar('PartialDate', 'a date such as "2019", "2019-05" or "2019-05-03"', (text) =>
    isPartialDate(text) ? text : undefined,
  ),
  DateTime: stringScalar('DateTime', 'an instant such as "2026-01-31T09:30:00.000Z"', normalizeInstant),
  Tlp: stringScalar('Tlp', `one of ${tlpLabels.join(', ')}`, oneOf(tlpLabels)),
  Pap: stringScalar('Pap', `one of ${papLabels.join(', ')}`, oneOf(papLabels)),
} as const;

function oneOf(labels: readonly string[]): ReadText {
  return (text) => (labels.includes(text) ? text : undefined);
}

function stringScalar(name: string, expected: string, read: ReadText): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => {
    const text = typeof value === 'string' ? read(value) : undefined;
    if (text === undefined) {
      throw new GraphQLError(`Expected ${expected}.`);
    }
    return text;
  };
  return new GraphQLScalarType({
    name,
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
    serialize(value) {
      if (typeof value !== 'string') {
        throw new TypeError(`A ${name} is stored as a string.`);
      }
      return value;
    },
  });
}

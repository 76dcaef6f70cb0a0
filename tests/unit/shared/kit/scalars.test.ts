import { parseValue } from 'graphql';
import { describe, expect, test } from 'vitest';
import { scalars } from '../../../../shared/kit/scalars.js';

type ScalarName = keyof typeof scalars;

describe('a scalar reads its values into their one form', () => {
  test.each<[ScalarName, string, string]>([
    ['Decimal', '-0.50', '-0.5'],
    ['Decimal', '007', '7'],
    ['PartialDate', '2019-05', '2019-05'],
    ['DateTime', '2026-01-31T10:30:00+01:00', '2026-01-31T09:30:00.000Z'],
    ['Tlp', 'TLP:AMBER+STRICT', 'TLP:AMBER+STRICT'],
    ['Pap', 'PAP:GREEN', 'PAP:GREEN'],
  ])('%s "%s"', (name, text, value) => {
    expect(scalars[name].parseValue(text)).toBe(value);
    expect(scalars[name].parseLiteral(parseValue(JSON.stringify(text)))).toBe(value);
    expect(scalars[name].serialize(value)).toBe(value);
  });
});

describe('a scalar says what it expects', () => {
  const decimal =
    'Expected a decimal number as a string, at most 18 integer and 6 fraction digits, such as "-1234.5".';
  test.each<[ScalarName, unknown, string]>([
    ['Decimal', 1.5, decimal],
    ['Decimal', '1e3', decimal],
    ['Decimal', '0.1234567', decimal],
    ['PartialDate', '2019-13', 'Expected a date such as "2019", "2019-05" or "2019-05-03".'],
    ['DateTime', '2019', 'Expected an instant such as "2026-01-31T09:30:00.000Z".'],
    ['Tlp', 'tlp:red', 'Expected one of TLP:RED, TLP:AMBER+STRICT, TLP:AMBER, TLP:GREEN, TLP:CLEAR.'],
    ['Pap', 'RED', 'Expected one of PAP:RED, PAP:AMBER, PAP:GREEN, PAP:CLEAR.'],
  ])('%s %j', (name, value, message) => {
    expect(() => scalars[name].parseValue(value)).toThrow(message);
    expect(() => scalars[name].parseLiteral(parseValue(JSON.stringify(value)))).toThrow(message);
  });
});

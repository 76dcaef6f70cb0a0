import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { readSupergraphNames } from '../../../../shared/policy/supergraph-names.js';

test('the access directives of a supergraph, by the names that it has for them', () => {
  const names = readSupergraphNames(
    parse(`schema
      @link(url: "https://specs.apollo.dev/authenticated/v0.1")
      @link(url: "https://specs.apollo.dev/policy/v0.1", as: "rule")
      @link(url: "https://specs.apollo.dev/join/v0.3", for: EXECUTION) { query: Query }`),
  );
  expect(Object.fromEntries(names)).toEqual({ authenticated: 'authenticated', rule: 'policy' });
});

test.each([
  [
    'by @core',
    '@core(feature: "https://specs.apollo.dev/policy/v0.1")',
    'https://specs.apollo.dev/policy/v0.1',
  ],
  [
    'of another version',
    '@link(url: "https://specs.apollo.dev/policy/v0.2")',
    'https://specs.apollo.dev/policy/v0.2',
  ],
  [
    'that nobody here knows',
    '@link(url: "https://example.org/locks/v1.0", for: SECURITY)',
    'https://example.org/locks/v1.0',
  ],
  ['without an address', '@link(for: SECURITY)', ''],
])('no supergraph is read that links security %s', (_, link, url) => {
  expect(() => readSupergraphNames(parse(`schema ${link} { query: Query }`))).toThrow(
    expect.objectContaining({ code: 'BAD_CONTRACT', message: expect.stringContaining(`got "${url}".`) }),
  );
});

import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readApart, readMergeStrategies } from '../../../../gateway/merge/merge-strategies.js';
import { readContracts } from '../../../../gateway/plan/contract-files.js';

describe('merge strategies', () => {
  it('are declared by every root field of every contract', () => {
    for (const { sdl } of readContracts()) {
      expect(readMergeStrategies(parse(sdl)).size).toBeGreaterThan(2);
    }
  });

  it('are declared by every field of an entity that is spread over members', () => {
    const strategies = readContracts().flatMap(({ sdl }) => [...readMergeStrategies(parse(sdl))]);
    const ofEntities = strategies.filter(([coordinate]) => !coordinate.startsWith('Query.'));
    expect(Object.fromEntries(ofEntities)).toEqual(
      Object.fromEntries(
        [
          ...['declarations', 'budgetLines', 'contractingProcesses', 'audits', 'transactions'],
          ...['investigations', 'courtCases', 'sanctions'],
        ].map((field) => [`Entity.${field}`, 'CONNECTION']),
      ),
    );
  });

  const link =
    'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@external", "@requires", { name: "@key", as: "@pk" }])';
  const things =
    'type Thing implements Record @pk(fields: "id") { id: ID! parts: [String] } interface Record { id: ID! }';
  const given = 'id: ID! subjects: [ID!]! @external';

  it.each([
    [
      'an entity',
      `type E @pk(fields: "id") { ${given} things: [Thing] }`,
      'CONNECTION on "E.things", got none.',
    ],
    [
      'an extended one',
      `type E @pk(fields: "id") { ${given} } extend type E { a: Int }`,
      'CONNECTION on "E.a", got none.',
    ],
    [
      'an entity, by owner',
      `type E @pk(fields: "id") { ${given} thing: Thing @merge(by: "BY_OWNER") }`,
      'CONNECTION on "E.thing", got "BY_OWNER".',
    ],
  ])('are refused on %s, by the name of the field', (_, sdl, words) => {
    expect(() => readMergeStrategies(parse(`${link} ${things} ${sdl}`))).toThrow(
      expect.objectContaining({ code: 'BAD_CONTRACT', message: `Expected @merge(by:) with ${words}` }),
    );
  });

  it.each([
    ['', 'none'],
    ['@requires(fields: "id")', '"id"'],
  ])('of an entity go with its subjects: %s', (requires, got) => {
    const sdl = `type E @pk(fields: "id") { ${given} things: [Thing] @merge(by: "CONNECTION") ${requires} }`;
    expect(() => readMergeStrategies(parse(`${link} ${things} ${sdl}`))).toThrow(
      expect.objectContaining({
        code: 'BAD_CONTRACT',
        message: `Expected @requires(fields: "subjects") on "E.things", got ${got}.`,
      }),
    );
  });

  it('are none of what is not resolved here', () => {
    const sdl = 'type Member @pk(fields: "id", resolvable: false) { id: ID! names: [String] }';
    expect(readMergeStrategies(parse(`${link} ${things} ${sdl}`)).size).toBe(0);
  });

  it.each([
    ['type Query { things: [String] }', 'got none.'],
    ['type Query { things: [String] @merge(by: "ANY") }', 'got "ANY".'],
  ])('are refused by the name of the field: %s', (sdl, words) => {
    expect(() => readMergeStrategies(parse(sdl))).toThrow(
      expect.objectContaining({
        code: 'BAD_CONTRACT',
        message: `Expected @merge(by:) with one of CONNECTION, CONCAT, GROUP_SUM, BY_OWNER on "Query.things", ${words}`,
      }),
    );
  });

  it('say what totals never add together', () => {
    const apart = readContracts().flatMap(({ sdl }) => [...readApart(parse(sdl))]);
    expect(Object.fromEntries(apart.filter(([field]) => field.endsWith('Totals')))).toEqual({
      investigationTotals: { always: [], inSum: ['CURRENCY'] },
      budgetTotals: { always: ['PHASE', 'DIRECTION', 'CURRENCY'], inSum: [] },
      declarationTotals: { always: [], inSum: ['CURRENCY'] },
      contractingProcessTotals: { always: [], inSum: ['CURRENCY'] },
      auditTotals: { always: [], inSum: [] },
      courtCaseTotals: { always: [], inSum: [] },
    });
  });
});

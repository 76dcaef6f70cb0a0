import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { composeSupergraph } from '../../../../gateway/plan/compose.js';
import { readAccessTable, readSupergraphAccess } from '../../../../shared/policy/access-table.js';

const federation = (imports: string, more = '') =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${imports}]${more})\n`;
const key = federation('"@key"');
const plain = federation('"@key", "@shareable", "@authenticated", "@requiresScopes", "@policy"');
const renamed = federation(
  '"@key", { name: "@requiresScopes", as: "@needs" }, { name: "@policy", as: "@rule" }',
);

const open = { authenticated: false, scopes: [], policies: [] };
const signedIn = { ...open, authenticated: true };

function table(sdl: string) {
  return Object.fromEntries(readAccessTable(parse(sdl)));
}

describe('the access table of a subgraph', () => {
  it.each([
    ['imported', plain, '@requiresScopes'],
    ['renamed', renamed, '@needs'],
    ['in the namespace of federation', key, '@federation__requiresScopes'],
    ['in a namespace of another name', federation('"@key"', ', as: "fed"'), '@fed__requiresScopes'],
  ])('has a directive that is %s', (_, link, name) => {
    expect(table(`${link} type Query { a: Int ${name}(scopes: [["x"], ["y", "z"]]) b: Int }`)).toEqual({
      'Query.a': { ...open, scopes: [[['x'], ['y', 'z']]] },
    });
  });

  it('has every kind of place that can be protected, each directive beside the others', () => {
    const sdl = `${plain}
      type Query @authenticated { a: S @authenticated @policy(policies: [["p"]]) @requiresScopes(scopes: [["s"]]) }
      interface I @policy(policies: [["i"]]) { b: Int @authenticated }
      scalar S @authenticated
      enum E @policy(policies: [["e"]]) { V }
      extend type Query @policy(policies: [["q"]]) { c: Int @authenticated }`;
    expect(table(sdl)).toEqual({
      Query: { ...signedIn, policies: [[['q']]] },
      'Query.a': { authenticated: true, scopes: [[['s']]], policies: [[['p']]] },
      I: { ...open, policies: [[['i']]] },
      'I.b': signedIn,
      S: signedIn,
      E: { ...open, policies: [[['e']]] },
      'Query.c': signedIn,
    });
  });

  it.each([
    ['a home-made directive', 'directive @authenticated on FIELD_DEFINITION'],
    ['one that the link does not import', key],
    [
      'one of another maker',
      'extend schema @link(url: "https://example.org/federation/v2.9", import: ["@authenticated"])',
    ],
    ['another one that is renamed to it', federation('{ name: "@tag", as: "@authenticated" }')],
  ])('does not have %s', (_, link) => {
    expect(table(`${link} type Query { a: Int @authenticated }`)).toEqual({});
  });

  it.each([
    ['an argument', 'type Query { a(b: Int @authenticated): Int }'],
    ['an input field', 'input I { a: Int @authenticated }'],
    ['an input type', 'input I @authenticated { a: Int }'],
    ['an enum value', 'enum E { A @authenticated }'],
    ['a union', 'union U @authenticated = Query type Query { a: Int }'],
    ['the schema', 'extend schema @authenticated'],
  ])('is none where a directive stands on %s and would protect nothing', (_, sdl) => {
    expect(() => table(plain + sdl)).toThrow(
      expect.objectContaining({ code: 'BAD_CONTRACT', message: expect.stringContaining('got 1 elsewhere') }),
    );
  });

  it.each([
    ['a flat list', '(scopes: ["a", "b"])'],
    ['a word', '(scopes: "a")'],
    ['numbers', '(scopes: [[1]])'],
    ['nothing', ''],
  ])('is none where a directive has %s instead of lists of names', (_, given) => {
    expect(() => table(`${plain} type Query { a: Int @requiresScopes${given} }`)).toThrow(
      expect.objectContaining({ code: 'BAD_CONTRACT' }),
    );
  });
});

const one = `type Query { a: Thing s: S }
  scalar S @authenticated
  type Thing @key(fields: "id") { id: ID! own: Int @NEEDS(scopes: [["x"]]) }
  type Hidden @authenticated { b: Int }
  extend type Query { hidden: Hidden }`;

describe('the access table of a supergraph', () => {
  it.each([
    ['plain', federation('"@key", "@authenticated", "@requiresScopes"'), '@requiresScopes'],
    ['renamed', federation('"@key", "@authenticated", { name: "@requiresScopes", as: "@needs" }'), '@needs'],
    ['in a namespace', federation('"@key", "@authenticated"'), '@federation__requiresScopes'],
  ])('has what the subgraph says with directives that are %s', (_, link, name) => {
    const sdl = link + one.replace('@NEEDS', name);
    const supergraph = readSupergraphAccess(composeSupergraph([{ name: 'one', sdl }]));
    expect(Object.fromEntries(supergraph)).toEqual(table(sdl));
    expect(Object.keys(table(sdl)).sort()).toEqual(['Hidden', 'S', 'Thing.own']);
  });

  it('has as many rules of each kind as the supergraph has directives', () => {
    const sdl = `${plain} type Query { a: Int @authenticated b: Int @policy(policies: [["p"]]) @authenticated
      c: E d: Int @requiresScopes(scopes: [["s"]]) } enum E @authenticated { V }`;
    const composed = composeSupergraph([{ name: 'one', sdl }]);
    const rules = [...readSupergraphAccess(composed).values()];
    const applied = (name: string) =>
      [...composed.matchAll(new RegExp(`^(?!directive).*@${name}\\b`, 'gm'))].length;
    expect(rules.filter(({ authenticated }) => authenticated)).toHaveLength(applied('authenticated'));
    expect(rules.flatMap(({ scopes }) => scopes)).toHaveLength(applied('requiresScopes'));
    expect(rules.flatMap(({ policies }) => policies)).toHaveLength(applied('policy'));
  });

  it('asks all that two subgraphs ask of a field they share', () => {
    const shared = (rules: string) =>
      `${plain} type Thing @key(fields: "id") @shareable { id: ID! a: Int ${rules} }`;
    const composed = composeSupergraph([
      {
        name: 'one',
        sdl: `${shared('@requiresScopes(scopes: [["x"], ["y"]]) @policy(policies: [["p"]])')} type Query { thing: Thing }`,
      },
      {
        name: 'two',
        sdl: shared('@requiresScopes(scopes: [["z"]]) @policy(policies: [["q"]]) @authenticated'),
      },
      { name: 'three', sdl: shared('') },
    ]);
    expect(Object.fromEntries(readSupergraphAccess(composed))).toEqual({
      'Thing.a': {
        authenticated: true,
        scopes: [
          [
            ['x', 'z'],
            ['y', 'z'],
          ],
        ],
        policies: [[['p', 'q']]],
      },
    });
  });

  const raw = (
    link: string,
    field: string,
  ) => `schema @link(url: "https://specs.apollo.dev/link/v1.0") ${link} { query: Query }
    type Query { a: Int ${field} }`;
  it.each([
    ['as', '@link(url: "https://specs.apollo.dev/policy/v0.1", as: "rules", for: SECURITY)', '@rules'],
    [
      'import',
      '@link(url: "https://specs.apollo.dev/policy/v0.1", import: [{ name: "@policy", as: "@needs" }])',
      '@needs',
    ],
  ])('has a directive that the supergraph itself renames by "%s"', (_, link, name) => {
    const sdl = raw(link, `${name}(policies: [["p"]])`);
    expect(Object.fromEntries(readSupergraphAccess(sdl))).toEqual({
      'Query.a': { ...open, policies: [[['p']]] },
    });
  });

  it('is none where the supergraph does not parse, and says why', () => {
    expect(() => readSupergraphAccess('type {')).toThrow(
      expect.objectContaining({
        code: 'BAD_CONTRACT',
        message: expect.stringMatching(/^Expected a supergraph in GraphQL's schema language: Syntax Error: /),
      }),
    );
  });

  it('is none where a security feature is not known, and so not enforced', () => {
    const guard = raw('@link(url: "https://example.org/guard/v1.0", for: SECURITY)', '');
    expect(() => readSupergraphAccess(guard)).toThrow(
      expect.objectContaining({
        code: 'BAD_CONTRACT',
        message: expect.stringContaining('example.org/guard'),
      }),
    );
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lintContract } from '../../../../gateway/plan/lint-contract.js';
import { domains } from '../../../../shared/domain/domains.js';

const link = (names: string, more = '') =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${names}]${more})\n`;
const all = link('"@key", "@authenticated", "@requiresScopes", "@policy", "@tag"');
const none = link('"@key"');

describe('the linter of contracts', () => {
  it.each(domains)('finds nothing in the contract of %s', (domain) => {
    const url = new URL(`../../../../subgraphs/${domain}/schema.graphql`, import.meta.url);
    expect(lintContract(readFileSync(url, 'utf8'))).toEqual([]);
  });

  it.each([
    ['scopes in alternatives', `${all} type A { b: Int @requiresScopes(scopes: [["a", "b"], ["c"]]) }`],
    ['policies', `${all} type A @policy(policies: [["member"], ["published", "legal-entity"]]) { b: Int }`],
    [
      'a sign-in on every place that takes one',
      `${all}
      interface I @authenticated { a: Int } scalar S @authenticated enum E @authenticated { A }
      type A @authenticated { b: Int @authenticated }`,
    ],
    ['a renamed directive', `${link('{ name: "@authenticated", as: "@needs" }')} type A { b: Int @needs }`],
    ['a namespaced directive', `${none} type A { b: Int @federation__authenticated }`],
    [
      'a namespace of another name',
      `${link('"@key"', ', as: "fed"')} type A { b: Int @fed__policy(policies: [["owner"]]) }`,
    ],
    [
      'the definitions that a server prints',
      `${all}
      directive @authenticated on FIELD_DEFINITION
      directive @federation__policy(policies: [[String!]!]!) on FIELD_DEFINITION
      type A { b: Int @authenticated }`,
    ],
    [
      'a protected field beside an open key',
      `${all} type A @key(fields: "id") { id: ID! b: Int @authenticated }`,
    ],
    [
      'a directive of its own that is about something else',
      `directive @cost(of: Int) on FIELD_DEFINITION type A { b: Int @cost(of: 1) }`,
    ],
  ])('takes %s', (_, sdl) => {
    expect(lintContract(sdl)).toEqual([]);
  });

  it.each([
    ['a text of no schema', 'type {', ['Syntax Error: Expected Name, found "{"']],
    [
      'a home-made directive',
      'directive @authenticated on FIELD_DEFINITION type A { b: Int @authenticated }',
      [
        '"@authenticated" is defined here and not linked from federation, so it protects nothing',
        '"A.b" has "@authenticated", which is not federation\'s directive and protects nothing',
      ],
    ],
    [
      'a directive that its link does not import',
      `${none} type A { b: Int @requiresScopes(scopes: [["a"]]) }`,
      ['"A.b" has "@requiresScopes", which is not federation\'s directive and protects nothing'],
    ],
    [
      'another directive under the name of one',
      `${link('{ name: "@tag", as: "@authenticated" }')} type A { b: Int @authenticated }`,
      ['"A.b" has "@authenticated", which is not federation\'s directive and protects nothing'],
    ],
    [
      'a directive of another maker',
      `extend schema @link(url: "https://example.org/federation/v2.9", import: ["@policy"])
      type A { b: Int @policy(policies: [["p"]]) }`,
      ['"A.b" has "@policy", which is not federation\'s directive and protects nothing'],
    ],
    [
      'a name that is nearly one',
      `${all} type A { b: Int @requiresScope(scopes: [["a"]]) c: Int @Authenticated }`,
      [
        '"A.b" has "@requiresScope", which is not federation\'s directive and protects nothing',
        '"A.c" has "@Authenticated", which is not federation\'s directive and protects nothing',
      ],
    ],
    [
      'no alternatives',
      `${all} type A { b: Int @requiresScopes(scopes: []) }`,
      ['"A.b" has "@requiresScopes" with an empty list of "scopes", which is open to everybody'],
    ],
    [
      'an empty alternative',
      `${all} type A { b: Int @requiresScopes(scopes: [[]]) c: Int @policy(policies: [["p"], []]) }`,
      [
        '"A.b" has "@requiresScopes" with an empty alternative in "scopes", which is open to everybody',
        '"A.c" has "@policy" with an empty alternative in "policies", which is open to everybody',
      ],
    ],
    [
      'a flat list',
      `${all} type A { b: Int @requiresScopes(scopes: ["a"]) c: Int @requiresScopes(scopes: "a") }`,
      [
        '"A.b" has "@requiresScopes" with "scopes" that is not a list of lists',
        '"A.c" has "@requiresScopes" with "scopes" that is not a list of lists',
      ],
    ],
    [
      'a renamed directive with a flat list',
      `${link('{ name: "@requiresScopes", as: "@needs" }')} type A { b: Int @needs(scopes: ["a"]) }`,
      ['"A.b" has "@needs" with "scopes" that is not a list of lists'],
    ],
    [
      'scopes that are no words',
      `${all} type A { b: Int @requiresScopes(scopes: [[""]]) c: Int @requiresScopes(scopes: [["a b"]]) }`,
      [
        '"A.b" has "@requiresScopes" with "scopes" that are not words',
        '"A.c" has "@requiresScopes" with "scopes" that are not words',
      ],
    ],
    ['nothing to hold', `${all} type A { b: Int @policy }`, ['"A.b" has "@policy" with no "policies"']],
    [
      'places that cannot be protected',
      `${all}
      type A { b(c: Int @authenticated): Int } input I { d: Int @authenticated } union U @authenticated = A
      enum E { V @authenticated } input J @authenticated { e: Int }`,
      [
        '"A.b(c:)" has "@authenticated" where it protects nothing',
        '"I.d" has "@authenticated" where it protects nothing',
        '"U" has "@authenticated" where it protects nothing',
        '"E.V" has "@authenticated" where it protects nothing',
        '"J" has "@authenticated" where it protects nothing',
      ],
    ],
    [
      'an extension of a type',
      `${all} type A { b: Int } extend type A { c: Int @requiresScopes(scopes: []) }`,
      ['"A.c" has "@requiresScopes" with an empty list of "scopes", which is open to everybody'],
    ],
    [
      'a protected key',
      `${all} type A @key(fields: "id b { c }") { id: ID @authenticated b: B } type B { c: Int @policy(policies: [["member"]]) }`,
      ['"A.id" is part of a key of "A" and protected', '"B.c" is part of a key of "A" and protected'],
    ],
    [
      'a protected field that cannot be null',
      `${all} type A { b: Int! @authenticated c: B! d: [B!]! e: [B!] f: E! }
      type B @authenticated { id: ID! } enum E @authenticated { V }`,
      [
        '"A.b" is protected and cannot be null',
        '"A.c" is protected and cannot be null',
        '"A.d" is protected and cannot be null',
        '"A.f" is protected and cannot be null',
      ],
    ],
    [
      'a policy that nobody knows',
      `${all} type A { b: Int @policy(policies: [["member", "friend"], ["foe"]]) }`,
      [
        '"A.b" has "@policy" with "friend", "foe", none of the policies that are known: member, owner, published, named-in-public, legal-entity',
      ],
    ],
    [
      'access features that are linked beside federation',
      'extend schema @link(url: "https://specs.apollo.dev/policy/v0.1", import: ["@policy"]) type A { b: Int }',
      ['the schema links "https://specs.apollo.dev/policy/v0.1" for security, which the hub does not know'],
    ],
    [
      'a security feature that nobody enforces',
      'extend schema @link(url: "https://example.org/guard/v1.0", for: SECURITY) type A { b: Int }',
      ['the schema links "https://example.org/guard/v1.0" for security, which the hub does not know'],
    ],
  ])('names %s', (_, sdl, faults) => {
    expect(lintContract(sdl)).toEqual(faults);
  });
});

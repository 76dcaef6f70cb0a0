import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { readFederationNames } from '../../../../shared/policy/federation-names.js';
import { schemaPlaces } from '../../../../shared/policy/schema-places.js';

test('every place of a schema that carries directives is listed, types before what is in them', () => {
  const schema = `
    type A @a { field(one: Int @b, two: Int): Int @c }
    extend interface I @a { field: Int }
    union U @a = A
    enum E @a { ONE @b TWO }
    extend enum E { THREE }
    scalar S @a
    input In @a { field: Int @b }
    extend input In { other: Int }
    directive @note on OBJECT`;
  const told = schemaPlaces(parse(schema)).map(({ coordinate, kind, directives }) =>
    [coordinate, kind, ...directives.map(({ name }) => `@${name.value}`)].join(' '),
  );
  expect(told).toEqual([
    'A OBJECT @a',
    'A.field FIELD @c',
    'A.field(one:) ARGUMENT @b',
    'A.field(two:) ARGUMENT',
    'I INTERFACE @a',
    'I.field FIELD',
    'U UNION @a',
    'E ENUM @a',
    'E.ONE ENUM_VALUE @b',
    'E.TWO ENUM_VALUE',
    'E ENUM',
    'E.THREE ENUM_VALUE',
    'S SCALAR @a',
    'In INPUT @a',
    'In.field INPUT @b',
    'In INPUT',
    'In.other INPUT',
  ]);
});

describe('the names that a schema gives the parts of federation', () => {
  const names = readFederationNames(
    parse(`
      extend schema
        @link(url: "https://specs.apollo.dev/federation/v2.9", as: "fed", import: ["@key", { name: "@policy", as: "@needs" }, "FieldSet", { name: "Scope", as: "Right" }])
        @link(url: "https://specs.apollo.dev/federation/v3.0", import: ["@later"])
        @link(import: ["@nobody"])
        @other(import: ["@other"])
      type Query @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@elsewhere"]) { a: Int }`),
  );

  test.each([
    ['key', 'key'],
    ['needs', 'policy'],
    ['fed__authenticated', 'authenticated'],
    ['link', 'link'],
    ['deprecated', 'deprecated'],
    ['policy', undefined],
    ['federation__key', undefined],
    ['later', undefined],
    ['nobody', undefined],
    ['elsewhere', undefined],
  ])('@%s is %s', (directive, original) => {
    expect(names.specNameOf(directive)).toBe(original);
  });

  test.each([
    ['_Any', true],
    ['link__Import', true],
    ['FieldSet', true],
    ['Right', true],
    ['fed__Policy', true],
    ['Scope', false],
    ['federation__Policy', false],
    ['@key', false],
    ['Query', false],
  ])('whether %s is its machinery is %s', (type, expected) => {
    expect(names.isMachinery(type)).toBe(expected);
  });

  test('are in a namespace of their own without another', () => {
    const plain = readFederationNames(
      parse('extend schema @link(url: "https://specs.apollo.dev/federation/v2.9")'),
    );
    expect(plain.specNameOf('federation__key')).toBe('key');
    expect(plain.isMachinery('federation__Scope')).toBe(true);
  });
});

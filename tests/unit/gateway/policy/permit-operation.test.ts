import { buildSchema, Kind, type OperationDefinitionNode, parse, print } from 'graphql';
import { describe, expect, test } from 'vitest';
import type { CallerView } from '../../../../gateway/policy/graph-access.js';
import { introspectionOf } from '../../../../gateway/policy/introspection-of.js';
import { PermittedOperations } from '../../../../gateway/policy/permit-operation.js';
import { conditionsOf, hold } from '../../../../gateway/policy/read-conditions.js';

const schema = buildSchema(`
  type Query { open: Int secret: Int rows(filter: F): Row }
  type Row { id: ID! note: String }
  input F { name: String note: String }
`);

function asked(text: string) {
  const document = parse(text);
  const operation = document.definitions.find(
    (one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION,
  );
  if (operation === undefined) {
    throw new Error('Expected an operation.');
  }
  return { document, operation, queryHash: text };
}

const view = (key: string, denied: readonly string[], unusable: readonly string[] = []): CallerView => ({
  key,
  denied: new Set(denied),
  unusable: new Set(unusable),
  visible: undefined,
  hiddenTypes: new Set(),
});
const operations = () => new PermittedOperations(schema, new Map([['F.note', ['Row.note']]]));

describe('what is permitted of an operation', () => {
  test('is found once for a text, callers of one kind and what the variables use', () => {
    const permitted = operations();
    const text = 'query($f: F) { open secret rows(filter: $f) { id } }';
    const first = permitted.permit(asked(text), view('a', ['Query.secret'], ['F.note']), {});
    const ask = (of: CallerView, variables = {}) => permitted.permit(asked(text), of, variables);
    expect(ask(view('a', ['Query.secret'], ['F.note']))).toBe(first);
    expect(ask(view('a', ['Query.secret'], ['F.note']), { f: { name: 'x' } })).toBe(first);
    expect(ask(view('a', ['Query.secret'], ['F.note']), { f: { note: 'x' } })).not.toBe(first);
    expect(ask(view('b', ['Query.open']))).not.toBe(first);
    expect(ask(view('c', []))).toBe('WHOLE');
  });

  test('is remembered in any number of short operations, and forgotten for others when they are many', () => {
    const permitted = operations();
    const mine = view('a', ['Query.secret']);
    const textOf = (i: number, length: number) => `{ a${i}: open secret ${'#'.padEnd(length, '-')}\n }`;
    const first = permitted.permit(asked(textOf(0, 10)), mine, {});
    for (let i = 1; i < 20; i += 1) {
      permitted.permit(asked(textOf(i, 10)), mine, {});
    }
    expect(permitted.permit(asked(textOf(0, 10)), mine, {})).toBe(first);
    for (let i = 20; i < 31; i += 1) {
      permitted.permit(asked(textOf(i, 100_000)), mine, {});
    }
    expect(permitted.permit(asked(textOf(0, 10)), mine, {})).not.toBe(first);
  });

  test('weighs something also where the document does not say how long it was', () => {
    const permitted = operations();
    const { document, ...one } = asked('{ open secret }');
    const bare = { ...one, document: { kind: document.kind, definitions: document.definitions } };
    const first = permitted.permit(bare, view('a', ['Query.secret']), {});
    expect(permitted.permit(bare, view('a', ['Query.secret']), {})).toBe(first);
  });

  test('has nothing for introspection where all of the schema is told of', () => {
    const cut = operations().permit(asked('{ open secret }'), view('a', ['Query.secret']), {});
    expect(cut).toMatchObject({ isEmpty: false, isDenied: true, introspection: undefined });
    expect(operations().permit(asked('{ secret }'), view('a', ['Query.secret']), {})).toMatchObject({
      isEmpty: true,
    });
  });
});

describe('what of an operation asks for the schema', () => {
  test.each([
    ['nothing', '{ open rows { id } }', '{ }'],
    [
      'a field of the root',
      '{ open __schema { types { name } } __type(name: "Row") { name } }',
      '{ __schema { types { name } } __type(name: "Row") { name } }',
    ],
    [
      'a field in fragments, with their conditions',
      'query($x: Boolean!) { ... @include(if: $x) { open __schema { types { name } } } }',
      'query ($x: Boolean!) { ... @include(if: $x) { __schema { types { name } } } }',
    ],
  ])('is %s', (_what, text, left) => {
    expect(textOf(text)).toBe(left.replace('{ }', ''));
  });

  test('is also in a fragment that is spread with a condition', () => {
    const text =
      'query($x: Boolean!) { ...F @skip(if: $x) } fragment F on Query { __type(name: "Row") { name } open }';
    expect(textOf(text)).toBe(
      'query ($x: Boolean!) { ... @skip(if: $x) { __type(name: "Row") { name } } } fragment F on Query { __type(name: "Row") { name } open }',
    );
  });

  test('is nothing of a fragment that is not there', () => {
    expect(textOf('{ ...Nothing }')).toBe('{ ... }');
  });

  function textOf(text: string): string {
    const { operation, document } = asked(text);
    const fragments = document.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
    );
    return print(introspectionOf(operation, new Map(fragments)))
      .replaceAll(/\s+/g, ' ')
      .trim();
  }
});

describe('conditions of a field', () => {
  const conditions = (directives: string) => {
    const [field] = asked(`{ open ${directives} }`).operation.selectionSet.selections;
    return conditionsOf({ directives: field?.directives });
  };

  test.each([
    ['', []],
    ['@include(if: true)', [{ if: true, mustBe: true }]],
    ['@skip(if: false)', [{ if: false, mustBe: false }]],
    [
      '@skip(if: $x) @include(if: $y)',
      [
        { if: { variable: 'x' }, mustBe: false },
        { if: { variable: 'y' }, mustBe: true },
      ],
    ],
    ['@other(if: true)', []],
    ['@include', []],
    ['@skip(unless: true)', []],
    ['@skip(unless: true, if: false)', [{ if: false, mustBe: false }]],
    ['@include(if: 1)', []],
  ])('%s are read', (directives, expected) => {
    expect(conditions(directives)).toEqual(expected);
  });

  test('are none without directives', () => {
    expect(conditionsOf({})).toEqual([]);
    expect(
      conditionsOf({ directives: [{ kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: 'skip' } }] }),
    ).toEqual([]);
  });

  test.each([
    ['@include(if: $x)', true],
    ['@skip(if: $x)', false],
    ['@include(if: $x) @skip(if: $y)', true],
    ['@include(if: $x) @include(if: $y)', false],
    ['@include(if: $none)', false],
    ['@skip(if: $none)', true],
    ['@skip(if: true)', false],
  ])('%s hold together: %s', (directives, expected) => {
    expect(hold(conditions(directives), { x: true, y: false })).toBe(expected);
  });
});

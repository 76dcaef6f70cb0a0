import { createHash } from 'node:crypto';
import fc from 'fast-check';
import {
  buildSchema,
  type DocumentNode,
  executeSync,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { expect, test } from 'vitest';
import type { CallerView } from '../../../../gateway/policy/graph-access.js';
import { PermittedOperations } from '../../../../gateway/policy/permit-operation.js';
import { shapeDenied } from '../../../../gateway/policy/shape-denied.js';
import { chance, type Generate, randomDocument, randomSchema } from '../../../fixtures/random-operation.js';

const numRuns = Number(process.env['ACCORD_FUZZ_RUNS'] ?? 200);

interface Case {
  readonly schema: GraphQLSchema;
  readonly text: string;
  readonly view: CallerView;
  readonly salt: number;
}

function randomCase(gen: Generate): Case {
  const schema = buildSchema(randomSchema(gen));
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => (isObjectType(type) || isInterfaceType(type)) && !type.name.startsWith('__'),
  );
  const share = gen(fc.integer, { min: 5, max: 35 });
  const denied = new Set<string>();
  for (const type of types) {
    for (const field of Object.keys('getFields' in type ? type.getFields() : {})) {
      // What is denied at the root leaves little to look at.
      if (chance(gen, type.name === 'Query' ? 5 : share)) {
        denied.add(`${type.name}.${field}`);
      }
    }
  }
  const hiddenTypes = new Set(['A', 'B', 'C'].filter(() => chance(gen, 8)));
  const visible = hiddenTypes.size === 0 ? undefined : schema;
  const text = randomDocument(gen, schema, hiddenTypes);
  const view = {
    key: [...denied, ...hiddenTypes].join(),
    denied,
    unusable: new Set<string>(),
    visible,
    hiddenTypes,
  };
  return { schema, text, view, salt: gen(fc.nat) };
}

/** Values that depend on nothing but where they are: the same for whoever asks. */
function valueAt(schema: GraphQLSchema, salt: number, deny: (info: Info) => void) {
  const draw = (path: string, of: number): number =>
    createHash('sha256').update(`${salt}${path}`).digest().readUInt16BE() % of;
  const value = (type: Info['returnType'], path: string, mayBeNull = true): unknown => {
    if (isNonNullType(type)) {
      return value(type.ofType, path, false);
    }
    if (mayBeNull && draw(`${path}null`, 6) === 0) {
      return null;
    }
    if (isListType(type)) {
      return Array.from({ length: draw(`${path}list`, 3) }, (_, i) => value(type.ofType, `${path}${i}`));
    }
    const named = getNamedType(type);
    if (isAbstractType(named)) {
      const possible = schema.getPossibleTypes(named);
      return { __typename: possible[draw(`${path}type`, possible.length)]?.name, at: path };
    }
    return isObjectType(named) ? { at: path } : `value at ${path}`;
  };
  return (source: unknown, _args: unknown, _context: unknown, info: Info): unknown => {
    deny(info);
    const at = typeof source === 'object' && source !== null && 'at' in source ? String(source.at) : '';
    return value(info.returnType, `${at}/${info.fieldName}`);
  };
}

type Info = Parameters<NonNullable<Parameters<typeof executeSync>[0]['fieldResolver']>>[3];

/** The types that the fields of a document are written on. */
function parentsOf(schema: GraphQLSchema, document: DocumentNode): ReadonlyMap<unknown, string> {
  const info = new TypeInfo(schema);
  const parents = new Map<unknown, string>();
  visit(
    document,
    visitWithTypeInfo(info, {
      Field(node) {
        parents.set(node, info.getParentType()?.name ?? '');
      },
    }),
  );
  return parents;
}

/** Everything, by graphql-js, with denied fields and hidden types that throw. */
function byDefinition({ schema, view, salt }: Case, document: DocumentNode, variables: Variables) {
  const parents = parentsOf(schema, document);
  const refuse = (): never => {
    throw new Error('Unauthorized field or type');
  };
  const fieldResolver = valueAt(schema, salt, ({ parentType, fieldName, fieldNodes }) => {
    const on = [parentType.name, ...fieldNodes.map((node) => parents.get(node))];
    return on.some((type) => view.denied.has(`${type}.${fieldName}`)) ? refuse() : undefined;
  });
  const typeResolver = (of: { readonly __typename: string }): string =>
    view.hiddenTypes.has(of.__typename) ? refuse() : of.__typename;
  return executeSync({ schema, document, variableValues: variables, fieldResolver, typeResolver });
}

type Variables = Readonly<Record<string, boolean>>;

/** What is left, by graphql-js in place of the gateway, shaped. */
function byCutting(of: Case, operations: PermittedOperations, document: DocumentNode, variables: Variables) {
  const { schema, salt, view, text } = of;
  const operation = document.definitions.find(isOperation);
  if (operation === undefined) {
    throw new Error('Expected an operation.');
  }
  const coerced = { b: true, ...variables };
  const cut = operations.permit({ document, operation, queryHash: text }, view, coerced);
  const asked: string[] = [];
  const fieldResolver = valueAt(schema, salt, ({ parentType, fieldName }) => {
    asked.push(`${parentType.name}.${fieldName}`);
  });
  const left = cut === 'WHOLE' ? document : cut.document;
  const isEmpty = cut !== 'WHOLE' && cut.isEmpty;
  const fetched = isEmpty
    ? { data: {} }
    : executeSync({ schema, document: left, variableValues: variables, fieldResolver });
  expect(fetched.errors).toBeUndefined();
  expect(isEmpty ? [] : validate(schema, left).filter(({ message }) => !/never used/.test(message))).toEqual(
    [],
  );
  const shaped =
    cut === 'WHOLE'
      ? { data: fetched.data, errors: [] }
      : shapeDenied({
          schema,
          ...cut,
          data: fetched.data ?? {},
          variables: coerced,
          hiddenTypes: view.hiddenTypes,
        });
  return { ...shaped, asked };
}

function isOperation(node: DocumentNode['definitions'][number]): node is OperationDefinitionNode {
  return node.kind === Kind.OPERATION_DEFINITION;
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));
const told = (errors: readonly { message: string; path?: unknown }[] = []) =>
  errors.slice(0, 100).map(({ message, path }) => ({ message, path }));

test('a cut operation, shaped, is the whole one executed with denied fields that throw', {
  timeout: 120_000,
}, () => {
  let compared = 0;
  let touched = 0;
  fc.assert(
    fc.property(fc.noBias(fc.gen()), (gen) => {
      const one = randomCase(gen);
      const document = parse(one.text);
      const before = JSON.stringify(document);
      fc.pre(validate(one.schema, document).length === 0);
      const operations = new PermittedOperations(one.schema, new Map());
      for (const variables of [{ a: true }, { a: false }, { a: true, b: false }, { a: false, b: false }]) {
        const expected = byDefinition(one, document, variables);
        const { data, errors, asked } = byCutting(one, operations, document, variables);
        expect(plain(data)).toEqual(plain(expected.data));
        expect(Object.keys(data ?? {})).toEqual(Object.keys(expected.data ?? {}));
        expect(JSON.stringify(data)).toBe(JSON.stringify(expected.data ?? null));
        expect(told(errors)).toEqual(told(expected.errors));
        expect(asked.filter((coordinate) => one.view.denied.has(coordinate))).toEqual([]);
        compared += 1;
        touched += errors.length > 0 ? 1 : 0;
      }
      expect(JSON.stringify(document)).toBe(before);
    }),
    { seed: 20_261_127, numRuns, maxSkipsPerRun: 100 },
  );
  expect(compared).toBe(4 * numRuns);
  expect(touched).toBeGreaterThan(numRuns / 4);
});

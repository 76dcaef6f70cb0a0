import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type GraphQLEnumType,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { domains } from '../../../shared/domain/domains.js';
import { keyOfConstant } from '../../../shared/domain/key-of-constant.js';
import { OrganizationBody, PersonBody } from '../../../shared/domain/party-body.js';
import { invariant } from '../../../shared/errors/invariant.js';
import { dimensionOf } from '../../../shared/kit/dimension.js';
import { domainModules } from '../../../subgraphs/wire.js';

const combinators = ['text', 'member', 'and', 'or', 'not'];

/** The key kinds that each filter input of the kernel may test; an enum's own filter tests texts. */
const kindsByFilter: Readonly<Record<string, readonly string[]>> = {
  StringFilter: ['text'],
  StringListFilter: ['terms'],
  ProceedingStageListFilter: ['terms'],
  IntFilter: ['integer'],
  DecimalFilter: ['amount'],
  PartialDateFilter: ['partialDate'],
  BooleanFilter: ['boolean'],
  DateTimeFilter: ['instant'],
};

describe.each(domainModules(domains))('the contract of $domain', (module) => {
  const schema = buildSubgraphSchema({ typeDefs: parse(module.sdl), resolvers: module.resolvers });
  const types = Object.values(schema.getTypeMap());
  const objects = types.filter((type): type is GraphQLObjectType => isObjectType(type));
  const enums = types.filter((type): type is GraphQLEnumType => isEnumType(type));
  const inputs = types.filter((type): type is GraphQLInputObjectType => isInputObjectType(type));

  test('has the kernel of today', () => {
    const kernel = readFileSync('shared/domain/kernel.graphql', 'utf8').trim();
    expect(module.sdl).toContain(`\n${kernel}\n\n# ---- end of kernel ----`);
  });

  test.each(module.recordTypes)(
    'filters $name by keys that its store has, of the kind of the filter',
    (type) => {
      const filter = inputs.find(({ name }) => name === `${type.name}Filter`);
      const fields = Object.values(filter?.getFields() ?? {});
      expect(fields.length).toBeGreaterThan(combinators.length);
      for (const field of fields.filter(({ name }) => !combinators.includes(name))) {
        const kinds = kindsByFilter[getNamedType(field.type).name] ?? ['text'];
        expect([field.name, kinds]).toEqual([
          field.name,
          expect.arrayContaining([type.keys[field.name]?.kind]),
        ]);
      }
    },
  );

  test.each(module.recordTypes)('sorts $name by keys that its store keeps in an index', (type) => {
    const order = enums.find(({ name }) => name === `${type.name}OrderField`);
    const keys = (order?.getValues() ?? []).map(({ name }) => keyOfConstant(name));
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) {
      expect(type.keys[key]?.kind ?? `no key ${key}`).toMatch(/^(text|integer|partialDate|instant|amount)$/);
      expect(type.pairs.some(({ sort }) => sort === key)).toBe(true);
    }
  });

  test('groups by keys that its store has', () => {
    const dimensions = enums.filter(({ name }) => name.endsWith('Dimension'));
    expect(dimensions.length).toBeGreaterThan(0);
    for (const dimension of dimensions) {
      const name = { Budget: 'BudgetLine' }[dimension.name.replace('Dimension', '')];
      const type = module.recordTypes.find(
        (t) => t.name === (name ?? dimension.name.replace('Dimension', '')),
      );
      invariant(type !== undefined, `${dimension.name} is of a record type`);
      for (const { name: constant } of dimension.getValues()) {
        expect(dimensionOf(constant, type).keys.length).toBeGreaterThan(0);
      }
    }
  });

  test('has a resolver for every field that shows another record', () => {
    const shown = ['Person', 'Organization', 'Party', ...module.recordTypes.map(({ name }) => name)];
    const missing = objects
      .filter(({ name }) => !/^_|(Connection|Edge)$/.test(name))
      .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })))
      .filter(({ field }) => shown.includes(getNamedType(field.type).name))
      .filter(({ field }) => field.resolve === undefined)
      .map(({ type, field }) => `${type.name}.${field.name}`);
    expect(missing).toEqual([]);
  });

  test('has in each record type the fields of its body', () => {
    const bodies = { ...module.bodies, Person: PersonBody, Organization: OrganizationBody };
    const own = ['id', 'member', 'createdAt', 'modifiedAt'];
    // A party's handling and provenance are kept with it, and shown with the records that name it.
    const unshown = ['handling', 'provenance', 'unspecified'];
    for (const [name, body] of Object.entries(bodies)) {
      const type = objects.find((candidate) => candidate.name === name);
      const shown = Object.keys(type?.getFields() ?? {}).filter((field) => !own.includes(field));
      const kept =
        'shape' in body && typeof body.shape === 'object' && body.shape !== null
          ? Object.keys(body.shape)
          : [];
      const isParty = name === 'Person' || name === 'Organization';
      expect([name, shown.sort()]).toEqual([
        name,
        kept.filter((field) => !isParty || !unshown.includes(field)).sort(),
      ]);
    }
  });

  test('lets every root field be null, so that one that is denied does not take the others with it', () => {
    const query = schema.getQueryType();
    const roots = Object.values(query?.getFields() ?? {}).filter(({ name }) => !name.startsWith('_'));
    expect(roots.filter(({ type }) => isNonNullType(type))).toEqual([]);
  });

  test('has every field of a record nullable that a policy could withhold', () => {
    const always = ['id', 'member', 'handling', 'provenance'];
    for (const { name } of module.recordTypes) {
      const type = objects.find((candidate) => candidate.name === name);
      const fields = Object.values(type?.getFields() ?? {});
      expect(
        fields
          .filter((field) => isNonNullType(field.type))
          .map((field) => field.name)
          .sort(),
      ).toEqual([...always].sort());
      const lists = fields.filter((field) => isListType(field.type));
      expect(lists.every((field) => isListType(field.type) && isNonNullType(field.type.ofType))).toBe(true);
    }
  });

  test('describes every type, field, argument and value', () => {
    const named = types.filter(
      ({ name }) => !name.startsWith('_') && !/^(String|Int|Float|Boolean|ID)$/.test(name),
    );
    const silent = named.flatMap((type) => {
      const parts = isEnumType(type)
        ? type.getValues()
        : isObjectType(type) || isInputObjectType(type)
          ? Object.values(type.getFields())
          : [];
      const unsaid = [type, ...parts].filter(
        ({ name, description }) => !description && !name.startsWith('_'),
      );
      return unsaid.map(({ name }) => `${type.name}.${name}`);
    });
    // The federation library makes these itself.
    expect(silent.filter((name) => !/^(federation__|link__)/.test(name))).toEqual([]);
  });
});

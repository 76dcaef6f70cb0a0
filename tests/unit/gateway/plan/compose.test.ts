import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { composeSupergraph, tryCompose } from '../../../../gateway/plan/compose.js';
import { readContracts } from '../../../../gateway/plan/contract-files.js';
import { composeCoalition, readBase } from '../../../../gateway/wire.js';

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';

describe('composeSupergraph', () => {
  it('strips the definition and the uses of @merge', () => {
    const sdl = `${link} directive @merge(by: String!) on FIELD_DEFINITION type Query { a: [Int] @merge(by: "CONCAT") }`;
    const composed = composeSupergraph([{ name: 'one', sdl }]);
    expect(composed).toContain('a: [Int]');
    expect(composed).not.toContain('merge(');
  });

  it('names every fault of every contract', () => {
    const one = `${link} type Query { a: Thing } type Thing { id: ID! value: Int }`;
    const two = `${link} type Query { b: Thing } type Thing { id: ID! value: String }`;
    const compose = () =>
      composeSupergraph([
        { name: 'one', sdl: one },
        { name: 'two', sdl: two },
      ]);
    expect(compose).toThrow(expect.objectContaining({ code: 'BAD_CONTRACT' }));
    expect(compose).toThrow(/"Thing\.id".*"Thing\.value"/);
    expect(compose).not.toThrow(/\n/);
  });

  it('names the contract that does not parse', () => {
    expect(() => composeSupergraph([{ name: 'one', sdl: 'type Query {' }])).toThrow(
      'Expected contracts that compose, got a fault: [one] Syntax Error',
    );
  });
});

describe('readContracts', () => {
  it('names the domain whose contract is not there', () => {
    expect(() => readContracts(new URL('file:///nowhere/'))).toThrow(
      expect.objectContaining({
        code: 'BAD_CONTRACT',
        message: 'Expected a readable "schema.graphql" of the domain "investigations".',
      }),
    );
  });
});

describe('the contracts and the directory', () => {
  const sdl = composeCoalition();

  it('show clients nothing of who may read what', () => {
    const composition = tryCompose(readBase());
    expect('apiSdl' in composition ? composition.apiSdl : '').toContain('type Finding {');
    expect(composition).toMatchObject({
      apiSdl: expect.not.stringMatching(/@(?!deprecated|specifiedBy)|policy|[sS]copes|authenticated/),
    });
  });

  it('compose into one graph of one logical subgraph per domain', () => {
    for (const name of ['investigations', 'budgets', 'asset-declarations', 'directory']) {
      expect(sdl).toContain(`@join__graph(name: "${name}"`);
    }
  });

  it('leave no word in it that is for hub and members alone', () => {
    expect(sdl).not.toMatch(/@(merge|since|uses|mask)\b/);
  });

  it('have nullable root fields but for the list of members, so that one member down nulls no other', () => {
    const fields = Object.values(
      buildSchema(sdl, { assumeValidSDL: true }).getQueryType()?.getFields() ?? {},
    );
    const required = fields.filter(({ type }) => String(type).endsWith('!')).map(({ name }) => name);
    expect(required).toEqual(['members']);
  });

  it('describe every type, field, argument and value', () => {
    const schema = buildSchema(sdl, { assumeValidSDL: true });
    const bare = Object.values(schema.getTypeMap()).flatMap((type) => {
      if (
        /^(__|join__|link__|policy__|requiresScopes__)|^(Query|String|Int|Float|Boolean|ID)$/.test(type.name)
      ) {
        return [];
      }
      const own = type.description ? [] : [type.name];
      const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
      return [
        ...own,
        ...fields.filter(({ description }) => !description).map(({ name }) => `${type.name}.${name}`),
      ];
    });
    expect(bare).toEqual([]);
  });
});

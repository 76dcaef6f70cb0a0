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

  it.each([
    ['under other names', 'import: ["@key", { name: "@requiresScopes", as: "@needs" }]', '@needs'],
    ['in the namespace of federation', 'import: ["@key"]', '@federation__requiresScopes'],
    ['in a namespace of another name', 'import: ["@key"], as: "fed"', '@fed__requiresScopes'],
  ])('takes access directives that subgraphs write %s', (_, names, written) => {
    const scopes = (name: string) => `${name}(scopes: [["a"]])`;
    const plain = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requiresScopes"])`;
    const other = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", ${names})`;
    const composed = composeSupergraph([
      { name: 'one', sdl: `${plain} type Query { a: Int ${scopes('@requiresScopes')} }` },
      {
        name: 'two',
        sdl: `${other} directive ${written}(scopes: [[String!]!]!) on FIELD_DEFINITION
        type Query { b: Int ${scopes(written)} }`,
      },
    ]);
    expect(composed.match(/: Int .*@requiresScopes\(scopes: \[\["a"\]\]\)/g)).toHaveLength(2);
  });

  const closing =
    'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@inaccessible", "@authenticated"])';
  it.each([
    ['a protected field that another requires', 'name: String @authenticated', ''],
    ['a field of a protected type', 'name: String', '@authenticated'],
    ['a hidden field', 'name: String @inaccessible', ''],
  ])('refuses %s', (_, field, type) => {
    const owner = `${closing} type Query { a: Thing } type Thing @key(fields: "id") ${type} { id: ID! ${field} }`;
    const asker = `${closing} type Thing @key(fields: "id") { id: ID! name: String @external size: Int @requires(fields: "name") }`;
    const compose = (sdl: string) =>
      tryCompose([
        { name: 'owner', sdl },
        { name: 'asker', sdl: asker },
      ]);
    expect(compose(owner)).toMatchObject({
      faults: expect.arrayContaining([
        '[asker] "Thing.name" is asked for as a key or required, and closed in "owner"',
      ]),
    });
    expect(compose(owner.replace(/@(authenticated|inaccessible)(?=[ }])/, ''))).not.toHaveProperty('faults');
  });

  it('refuses a protected field that another has as its key', () => {
    const owner = `${closing} type Query { a: Thing } type Thing @key(fields: "id") { id: ID! code: String @authenticated }`;
    const asker = `${closing} type Thing @key(fields: "code") { code: String size: Int }`;
    expect(
      tryCompose([
        { name: 'owner', sdl: owner },
        { name: 'asker', sdl: asker },
      ]),
    ).toEqual({
      faults: ['[asker] "Thing.code" is asked for as a key or required, and closed in "owner"'],
    });
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
      apiSdl: expect.not.stringMatching(
        /@(?!deprecated|specifiedBy)|policies|federation__Policy|[sS]copes|authenticated/,
      ),
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

import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphqlSync, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { compareContract } from '../../../../gateway/plan/compare-contract.js';
import { domains } from '../../../../shared/domain/domains.js';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@authenticated"])`;
const contract = `${link}
  type Query { things(first: Int = 20, kind: Kind): [Thing!] }
  type Thing implements Node @key(fields: "id") { id: ID! size: Int secret: String @authenticated }
  interface Node { id: ID! }
  type Other { a: Int }
  union Any = Thing
  enum Kind { BIG SMALL }
  input Filter { size: Int }
  scalar Decimal`;

function faults(served: string, isLater = false): string[] {
  return compareContract(parse(contract), parse(served), { isLater });
}

function serving(...changes: [string, string][]): string {
  return changes.reduce((sdl, [from, to]) => {
    expect(sdl).toContain(from);
    return sdl.replace(from, to);
  }, contract);
}

describe('a schema held against its contract', () => {
  it.each(domains)('is the same when a member serves the contract of %s with Apollo', (domain) => {
    const sdl = readFileSync(
      new URL(`../../../../subgraphs/${domain}/schema.graphql`, import.meta.url),
      'utf8',
    );
    const schema = buildSubgraphSchema({ typeDefs: parse(sdl) });
    const { data } = graphqlSync({ schema, source: '{ _service { sdl } }' });
    const served: { _service: { sdl: string } } = JSON.parse(JSON.stringify(data));
    expect(compareContract(parse(sdl), parse(served._service.sdl), { isLater: false })).toEqual([]);
  });

  it('is the same in another order, with other descriptions and parts in extensions', () => {
    const other = serving(
      ['type Other { a: Int }', ''],
      ['scalar Decimal', '"Text" scalar Decimal extend type Other { a: Int }'],
      ['type Query {', 'type Query { _service: Int '],
    );
    expect(faults(other)).toEqual([]);
  });

  it.each<[string, [string, string][], string[]]>([
    ['a missing type is named once', [['type Other { a: Int }', '']], ['"Other" is missing']],
    ['a missing field', [['size: Int secret', 'secret']], ['"Thing.size" is missing']],
    ['a missing argument', [['first: Int = 20, ', '']], ['"Query.things(first:)" is missing']],
    ['a missing value', [['BIG SMALL', 'BIG']], ['"Kind.SMALL" is missing']],
    ['a missing key', [['@key(fields: "id")', '']], ['"Thing@key(fields: "id")" is missing']],
    ['a missing interface', [['implements Node', '']], ['"Thing|Node" is missing']],
    ['a missing protection', [[' @authenticated }', ' }']], ['"Thing.secret@authenticated()" is missing']],
    [
      'another type of a field',
      [['size: Int secret', 'size: String secret']],
      ['"Thing.size" is "String" and not "Int"'],
    ],
    [
      'another nullability',
      [['[Thing!]', '[Thing!]!']],
      ['"Query.things" is "[Thing!]!" and not "[Thing!]"'],
    ],
    ['another default', [['= 20', '= 50']], ['"Query.things(first:)" is "Int = 50" and not "Int = 20"']],
    [
      'another kind of type',
      [['scalar Decimal', 'enum Decimal { A }']],
      ['"Decimal" is "ENUM" and not "SCALAR"', '"Decimal.A" is not in the contract'],
    ],
    [
      'a field too many',
      [['type Other { a: Int }', 'type Other { a: Int b: Int }']],
      ['"Other.b" is not in the contract'],
    ],
    [
      'a type too many is named once',
      [['scalar Decimal', 'scalar Decimal type More { a: Int }']],
      ['"More" is not in the contract'],
    ],
    [
      'a protection too many',
      [['size: Int secret', 'size: Int @authenticated secret']],
      ['"Thing.size@authenticated()" is not in the contract'],
    ],
    [
      'all at once',
      [
        ['size: Int secret', 'secret'],
        ['BIG SMALL', 'BIG'],
        ['type Other { a: Int }', ''],
      ],
      ['"Thing.size" is missing', '"Other" is missing', '"Kind.SMALL" is missing'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(faults(serving(...changes))).toEqual(expected);
  });

  it.each<[string, [string, string], boolean]>([
    ['a type', ['scalar Decimal', 'scalar Decimal type More { a: Int! }'], true],
    ['a field', ['type Other { a: Int }', 'type Other { a: Int b: Int! }'], true],
    ['an optional argument', ['first: Int = 20', 'first: Int = 20, last: Int'], true],
    ['an argument with a default', ['first: Int = 20', 'first: Int = 20, last: Int! = 1'], true],
    ['an optional input field', ['input Filter { size: Int }', 'input Filter { size: Int more: Int }'], true],
    ['a required argument', ['first: Int = 20', 'first: Int = 20, last: Int!'], false],
    [
      'a required input field',
      ['input Filter { size: Int }', 'input Filter { size: Int more: Int! }'],
      false,
    ],
    ['a value of an enum', ['BIG SMALL', 'BIG SMALL TINY'], false],
    ['a member of a union', ['union Any = Thing', 'union Any = Thing | Other'], false],
    ['a key', ['@key(fields: "id")', '@key(fields: "id") @key(fields: "size")'], false],
  ])('a later minor version and %s', (_, change, isTaken) => {
    expect(faults(serving(change), true).length === 0).toBe(isTaken);
    expect(faults(serving(change))).not.toEqual([]);
  });

  it('a later minor version without what was there', () => {
    expect(faults(serving(['size: Int secret', 'secret']), true)).toEqual(['"Thing.size" is missing']);
  });
});

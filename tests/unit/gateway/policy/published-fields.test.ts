import { buildSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { GraphAccess, type PublishedField } from '../../../../gateway/policy/graph-access.js';
import { PermittedGateway } from '../../../../gateway/policy/permitted-gateway.js';
import { anonymousCaller, type Caller } from '../../../../shared/identity/caller.js';
import { personWith, scopeRule } from '../../../fixtures/policy-asks.js';

const schema = buildSchema(
  'type Query { rows(filter: F): [Row] } type Row { id: ID note: String own: String } input F { own: String }',
);
const open = { authenticated: false, scopes: [], policies: [], proof: false };
const needsProof: PublishedField['read'] = { ...open, proof: true };
const needsScope: PublishedField['read'] = { ...open, scopes: [[['s']]] };

function accessOf(published: () => readonly PublishedField[]) {
  return new GraphAccess(schema, {
    access: new Map([['Row.note', scopeRule('n')]]),
    uses: new Map([['F.own', ['Row.own']]]),
    published,
  });
}

function told(published: readonly PublishedField[], caller: Caller, proofs: readonly string[] = []) {
  const list = published;
  const view = accessOf(() => list).viewFor({
    caller,
    proofs: new Map(proofs.map((member) => [member, 'a.b.c'])),
  });
  const fields = (name: string) => {
    const type = (view.visible ?? schema).getType(name);
    return type !== undefined && 'getFields' in type ? Object.keys(type.getFields()) : [];
  };
  return { denied: [...view.denied].sort(), row: fields('Row'), filter: fields('F') };
}

test('whoever brings proofs for some is told what they are for, however the owners are called', () => {
  const of = (owner: string, coordinate: string): PublishedField => ({ coordinate, owner, read: needsProof });
  const list = [of('a', 'Row.note'), of('b-c', 'Row.own'), of('a-b', 'Row.id'), of('c', 'F.own')];
  const access = accessOf(() => list);
  const deniedTo = (...owners: readonly string[]) => {
    const proofs = new Map(owners.map((owner) => [owner, 'a.b.c']));
    return [...access.viewFor({ caller: personWith('n'), proofs }).denied].sort();
  };
  expect(deniedTo('a', 'b-c')).toEqual(['F.own', 'Row.id']);
  expect(deniedTo('a-b', 'c')).toEqual(['Row.note', 'Row.own']);
  expect(deniedTo()).toEqual(['F.own', 'Row.id', 'Row.note', 'Row.own']);
});

describe('a field that its owner lets be known to few', () => {
  const field = (read: PublishedField['read'], coordinate = 'Row.own'): PublishedField[] => [
    { coordinate, owner: 'alpha', read },
  ];
  const all = { denied: [], row: ['id', 'note', 'own'], filter: ['own'] };
  const none = { denied: ['Row.own'], row: ['id', 'note'], filter: [] };

  test.each<[string, PublishedField[], Caller, string[], unknown]>([
    ['is known to who may read it', field(needsScope), personWith('s', 'n'), [], all],
    [
      'is denied to others and known to none of them, with what uses it',
      field(needsScope),
      personWith('n'),
      [],
      none,
    ],
    ['is known to nobody where nobody reads it', field(false), personWith('s', 'n'), ['alpha'], none],
    ['is known to who brings a proof', field(needsProof), personWith('n'), ['alpha'], all],
    ['is known to nobody with a proof for another', field(needsProof), personWith('n'), ['beta'], none],
    ['is known to nobody without a proof', field(needsProof), personWith('n'), [], none],
    [
      'is hidden where the contract denies it, whatever its owner says',
      field(needsProof, 'Row.note'),
      personWith('s'),
      ['alpha'],
      { denied: ['Row.note'], row: ['id', 'own'], filter: ['own'] },
    ],
  ])('%s', (_what, published, caller, proofs, expected) => {
    expect(told(published, caller, proofs)).toEqual(expected);
  });

  test('needs no proofs to be asked of', () => {
    const list = field(needsProof);
    expect(accessOf(() => list).viewFor({ caller: personWith('n') }).denied).toEqual(new Set(['Row.own']));
  });

  test('is in the schema that everybody is told of as little as any', () => {
    const list = field(needsScope);
    expect(
      Object.keys(
        accessOf(() => list)
          .leastVisible()
          .getTypeMap(),
      ),
    ).not.toContain('F');
  });
});

describe('what was decided for a caller', () => {
  const closed: readonly PublishedField[] = [{ coordinate: 'Row.own', owner: 'alpha', read: needsProof }];
  const caller = personWith('n');
  const proofs = new Map([['alpha', 'a.b.c']]);

  test('is decided again once members publish something else', () => {
    let list: readonly PublishedField[] = [];
    const access = accessOf(() => list);
    const before = access.viewFor({ caller });
    expect(access.viewFor({ caller })).toBe(before);
    list = closed;
    expect(access.published()).toBe(closed);
    expect(access.viewFor({ caller }).denied).toEqual(new Set(['Row.own']));
    list = [];
    expect(access.viewFor({ caller }).denied).toEqual(new Set());
  });

  test('is of the proofs that they bring', () => {
    const access = accessOf(() => closed);
    expect(access.viewFor({ caller, proofs }).denied.size).toBe(0);
    expect(access.viewFor({ caller }).denied.size).toBe(1);
    expect(access.viewFor({ caller, proofs: new Map([['beta', 'a.b.c']]) }).denied.size).toBe(1);
    expect(access.viewFor({ caller, proofs }).denied.size).toBe(0);
  });

  test('is of each proof by itself', () => {
    const two: readonly PublishedField[] = [
      ...closed,
      { coordinate: 'Row.id', owner: 'beta', read: needsProof },
    ];
    const access = accessOf(() => two);
    const deniedWith = (...members: string[]) => [
      ...access.viewFor({ caller, proofs: new Map(members.map((one) => [one, 'a.b.c'])) }).denied,
    ];
    expect(deniedWith('alpha')).toEqual(['Row.id']);
    expect(deniedWith('beta')).toEqual(['Row.own']);
    expect(deniedWith('alpha', 'beta')).toEqual([]);
  });
});

test('a gateway says what is published, the same until that changes', async () => {
  const list: readonly PublishedField[] = [];
  const gateway = {
    schema,
    onSchemaLoadOrUpdate: () => () => undefined,
    stop: async () => undefined,
    load: async () => ({ schema, executor: async () => ({ data: {} }) }),
  };
  const permitted = new PermittedGateway(gateway, {
    access: new Map(),
    uses: new Map(),
    published: () => list,
  });
  await permitted.whole().load({ apollo: {} });
  expect(permitted.published()).toBe(list);
  expect(permitted.visibleTo({ caller: anonymousCaller })).toBeUndefined();
});

import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createProviderAccess, type ProviderAsker } from '../../../../gateway/fanout/provider-access.js';
import { readMemberId } from '../../../../shared/domain/ids.js';
import { anonymousCaller, type Caller } from '../../../../shared/identity/caller.js';
import { type AccessRule, openRule } from '../../../../shared/policy/access-rule.js';
import { PublishedPolicy } from '../../../../shared/policy/published-policy.js';

const schema = buildSchema(`
  type Query { boats: [Boat] }
  type Boat { name: String length: Int owner: Person }
  type Person { name: String born: Int }
`);

const signedIn: AccessRule = { ...openRule, authenticated: true };
const owners: AccessRule = { ...openRule, policies: [[['owner']]] };
const byRecord: AccessRule = { ...openRule, policies: [[['published']]] };

const person: Caller = { ...anonymousCaller, kind: 'person', subject: 'p' };
const of = (organization: string): Caller => ({ ...person, organization, isMember: true });

function askerOf(caller: Caller, offersProof = false): ProviderAsker {
  const member = readMemberId('beta');
  const provider = {
    member,
    domain: 'budgets',
    url: 'https://beta.example',
    paused: false,
    coverage: {},
  } as const;
  return { caller, provider, offersProof };
}

function policyOf(fields: object): PublishedPolicy {
  return PublishedPolicy.parse({ version: 1, member: 'beta', revision: 'r', fields });
}

describe('what a caller may have of a provider', () => {
  it.each<[string, Record<string, AccessRule>, Caller, string[], string[]]>([
    ['all where nothing is ruled', {}, anonymousCaller, [], []],
    [
      'not a field that asks for more',
      { 'Boat.name': signedIn },
      anonymousCaller,
      ['Boat.name'],
      ['Boat.name'],
    ],
    ['a field that asks for no more', { 'Boat.name': signedIn }, person, [], []],
    [
      'no field of a type, and none that gives it',
      { Person: signedIn },
      anonymousCaller,
      ['Boat.owner', 'Person.born', 'Person.name'],
      ['Boat.owner', 'Person.born', 'Person.name'],
    ],
    [
      'no field of a scalar',
      { Int: signedIn },
      anonymousCaller,
      ['Boat.length', 'Person.born'],
      ['Boat.length', 'Person.born'],
    ],
    ['not what is for owners', { 'Boat.name': owners }, of('alpha'), ['Boat.name'], ['Boat.name']],
    ['what is for owners, of their own', { 'Boat.name': owners }, of('beta'), [], []],
    ['what a record decides, but not to use it', { 'Boat.name': byRecord }, person, [], ['Boat.name']],
  ])('by the contract: %s', (_, rules, caller, denied, unusable) => {
    const access = createProviderAccess({
      schema,
      table: new Map(Object.entries(rules)),
      masks: new Map(),
      policyOf: () => undefined,
    });
    const decided = access(askerOf(caller));
    expect([...decided.denied].sort()).toEqual(denied);
    expect([...decided.unusable].sort()).toEqual(unusable);
    expect(decided.notInTotals).toEqual(decided.unusable);
  });

  it.each<[string, object, Caller, boolean, [string[], string[], string[]]]>([
    [
      'nobody reads it',
      { 'Boat.name': { read: false } },
      person,
      false,
      [['Boat.name'], ['Boat.name'], ['Boat.name']],
    ],
    [
      'it is masked',
      { 'Boat.name': { read: {}, use: false } },
      person,
      false,
      [[], ['Boat.name'], ['Boat.name']],
    ],
    [
      'it may be added up alone',
      { 'Boat.name': { read: {}, use: false, aggregate: {} } },
      person,
      false,
      [[], ['Boat.name'], []],
    ],
    [
      'it may be used, which is more than adding it up',
      { 'Boat.name': { read: {}, use: {}, aggregate: { authenticated: true } } },
      anonymousCaller,
      false,
      [[], [], []],
    ],
    [
      'proof is wanted',
      { 'Boat.name': { read: { proof: true } } },
      person,
      false,
      [['Boat.name'], ['Boat.name'], ['Boat.name']],
    ],
    ['proof is wanted and offered', { 'Boat.name': { read: { proof: true } } }, person, true, [[], [], []]],
    [
      'it is of a coordinate that every object has',
      { constructor: { read: false } },
      person,
      false,
      [[], [], []],
    ],
  ])('by what its member publishes: %s', (_, fields, caller, offersProof, expected) => {
    const published = policyOf(fields);
    const access = createProviderAccess({
      schema,
      table: new Map(),
      masks: new Map(),
      policyOf: () => published,
    });
    const { denied, unusable, notInTotals } = access(askerOf(caller, offersProof));
    expect([denied, unusable, notInTotals].map((set) => [...set])).toEqual(expected);
  });

  it('a policy loosens nothing of the contract', () => {
    const published = policyOf({ 'Boat.name': { read: {}, use: {}, aggregate: {} } });
    const table = new Map([['Boat.name', signedIn]]);
    const access = createProviderAccess({ schema, table, masks: new Map(), policyOf: () => published });
    const { denied, unusable, notInTotals } = access(askerOf(anonymousCaller));
    expect([denied, unusable, notInTotals].map((set) => [...set])).toEqual([
      ['Boat.name'],
      ['Boat.name'],
      ['Boat.name'],
    ]);
  });

  it.each([
    ['alpha', ['Person.born']],
    ['beta', []],
  ])('what the contract masks is for %s not to use: %j', (organization, unusable) => {
    const masks = new Map([['Person.born', { to: 'YEAR', unless: [['owner']] } as const]]);
    const access = createProviderAccess({ schema, table: new Map(), masks, policyOf: () => undefined });
    const decided = access(askerOf(of(organization)));
    expect([[...decided.denied], [...decided.unusable]]).toEqual([[], unusable]);
  });

  it('is decided anew for each caller and each policy, and once for the same', () => {
    let published = policyOf({ 'Boat.name': { read: { authenticated: true } } });
    const access = createProviderAccess({
      schema,
      table: new Map(),
      masks: new Map(),
      policyOf: () => published,
    });
    const first = access(askerOf(anonymousCaller));
    expect([first.denied.size, access(askerOf(person)).denied.size]).toEqual([1, 0]);
    expect(access(askerOf(anonymousCaller))).toBe(first);
    expect(access(askerOf({ ...person, scopes: ['a'] }))).not.toBe(
      access(askerOf({ ...person, scopes: ['b'] })),
    );
    published = policyOf({ 'Boat.length': { read: false } });
    expect([...access(askerOf(anonymousCaller)).denied]).toEqual(['Boat.length']);
  });
});

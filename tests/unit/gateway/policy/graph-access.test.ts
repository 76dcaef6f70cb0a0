import { buildSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { GraphAccess, isUnrestricted, type PolicyTables } from '../../../../gateway/policy/graph-access.js';
import { anonymousCaller } from '../../../../shared/identity/caller.js';
import { type AccessRule, openRule } from '../../../../shared/policy/access-rule.js';
import { personWith, scopeRule } from '../../../fixtures/policy-asks.js';

const schema = buildSchema(`
  type Query { i: I list(filter: F, by: [Dim!]): [A!] }
  interface I { id: ID! secret: Secret }
  type A implements I { id: ID! secret: Secret text: String name: String }
  type B implements I { id: ID! secret: Secret }
  type Secret { value: String }
  input F { text: String name: String }
  enum Dim { TEXT NAME }
`);
const byRecord: AccessRule = { ...openRule, policies: [[['published']]] };
type Rules = Readonly<Record<string, AccessRule>>;
type Uses = Readonly<Record<string, readonly string[]>>;

function tables(rules: Rules, uses: Uses = {}, hidden: readonly string[] = []): PolicyTables {
  return {
    access: new Map(Object.entries(rules)),
    uses: new Map(Object.entries(uses)),
    ...(hidden.length === 0 ? {} : { protected: new Set(hidden) }),
  };
}

describe('what is denied to somebody without a scope', () => {
  test.each<[string, Rules, string[]]>([
    ['nothing by an open rule', { A: openRule }, []],
    ['nothing by a rule that depends on the record', { 'A.text': byRecord }, []],
    ['a field', { 'A.text': scopeRule('s') }, ['A.text']],
    [
      'fields of a type and fields that give it, on objects and interfaces',
      { Secret: scopeRule('s') },
      ['A.secret', 'B.secret', 'I.secret', 'Secret.value'],
    ],
    ['fields of an interface', { I: scopeRule('s') }, ['I.id', 'I.secret', 'Query.i']],
    [
      'fields that give lists of a type',
      { A: scopeRule('s') },
      ['A.id', 'A.name', 'A.secret', 'A.text', 'Query.list'],
    ],
    [
      'a field of which one rule is met and another not',
      { 'A.text': scopeRule('mine'), Secret: scopeRule('s') },
      ['A.secret', 'B.secret', 'I.secret', 'Secret.value'],
    ],
    [
      'a field by the rule of its type alone',
      { 'A.text': scopeRule('mine'), A: scopeRule('s') },
      ['A.id', 'A.name', 'A.secret', 'A.text', 'Query.list'],
    ],
    ['a field that clients do not see', { 'A.unseen': scopeRule('s') }, ['A.unseen']],
  ])('is %s', (_what, rules, denied) => {
    const view = new GraphAccess(schema, tables(rules)).viewFor({ caller: personWith('mine') });
    expect([...view.denied].sort()).toEqual(denied);
    expect(view.unusable.size).toBe(0);
    expect(isUnrestricted(view)).toBe(denied.length === 0);
    expect(
      isUnrestricted(new GraphAccess(schema, tables(rules)).viewFor({ caller: personWith('mine', 's') })),
    ).toBe(true);
  });
});

describe('what cannot be used', () => {
  test.each<[string, Rules, Uses, string[], string[]]>([
    [
      'is what reads a denied field',
      { 'A.text': scopeRule('s') },
      { 'F.text': ['A.text'] },
      ['F.text'],
      ['A.text'],
    ],
    [
      'is what reads one denied field of several',
      { 'A.text': scopeRule('s') },
      { 'F.name': ['A.name', 'A.text'], 'Dim.NAME': ['A.name'] },
      ['F.name'],
      ['A.text'],
    ],
    [
      'is what reads a field that clients do not see, by the rule of its type',
      { Unseen: scopeRule('s') },
      { 'Dim.TEXT': ['Unseen.text'] },
      ['Dim.TEXT'],
      ['Unseen.text'],
    ],
    [
      'is denied where it is a field itself, and does not deny what uses that',
      { 'A.text': scopeRule('s') },
      { 'F.name': ['A.name'], 'A.name': ['A.text'] },
      ['A.name'],
      ['A.text'],
    ],
  ])('%s', (_what, rules, uses, unusable, denied) => {
    const view = new GraphAccess(schema, tables(rules, uses)).viewFor({ caller: anonymousCaller });
    expect([...view.unusable].sort()).toEqual(unusable);
    expect([...view.denied].sort()).toEqual([...denied, ...unusable].sort());
  });
});

describe('what callers are told of', () => {
  const has = (view: { visible: typeof schema | undefined }, coordinate: string): boolean => {
    const [type = '', part = ''] = coordinate.split('.');
    const found = (view.visible ?? schema).getType(type);
    return found !== undefined && 'getFields' in found && part in found.getFields();
  };

  test('lacks what they may not read, and what uses it', () => {
    const policy = tables({ 'A.text': scopeRule('s') }, { 'F.text': ['A.text', 'A.name'] }, ['A.text']);
    const access = new GraphAccess(schema, policy);
    const view = access.viewFor({ caller: anonymousCaller });
    expect(['A.text', 'F.text', 'A.name', 'F.name'].map((one) => has(view, one))).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect(view.hiddenTypes).toEqual(new Set());
    expect(isUnrestricted({ ...view, denied: new Set() })).toBe(false);
    const allowed = access.viewFor({ caller: personWith('s') });
    expect([allowed.visible, allowed.hiddenTypes]).toEqual([undefined, new Set()]);
  });

  test('lacks types, and names the object types among them', () => {
    const policy = tables({ Secret: scopeRule('s') }, {}, ['Secret']);
    const view = new GraphAccess(schema, policy).viewFor({ caller: anonymousCaller });
    expect(view.hiddenTypes).toEqual(new Set(['Secret']));
    expect(view.visible?.getType('Secret')).toBeUndefined();
  });

  test.each<[string, Rules, string, boolean]>([
    ['what no rule speaks of', {}, 'A.text', false],
    ['an argument of a field that no rule speaks of', {}, 'Query.list(by:)', false],
    ['what a rule depends on the record for', { 'A.text': byRecord }, 'A.text', true],
    [
      'an argument of a field that they may read',
      { 'Query.list': scopeRule('mine') },
      'Query.list(by:)',
      true,
    ],
    [
      'an argument of a field that they may not read',
      { 'Query.list': scopeRule('s') },
      'Query.list(by:)',
      false,
    ],
    ['an argument with a rule of its own', { 'Query.list(by:)': scopeRule('s') }, 'Query.list(by:)', false],
    [
      'an argument whose own rule they meet',
      { 'Query.list(by:)': scopeRule('mine') },
      'Query.list(by:)',
      true,
    ],
  ])('has of %s what the rules say', (_what, rules, coordinate, isTold) => {
    const view = new GraphAccess(schema, tables(rules, {}, [coordinate])).viewFor({
      caller: personWith('mine'),
    });
    expect(view.visible === undefined).toBe(isTold);
  });

  test('has a use that is protected and may be used', () => {
    const policy = tables({ 'A.text': scopeRule('s') }, { 'F.text': ['A.text'] }, ['F.text']);
    const access = new GraphAccess(schema, policy);
    expect(access.viewFor({ caller: personWith('s') }).visible).toBeUndefined();
    expect(has(access.viewFor({ caller: anonymousCaller }), 'F.text')).toBe(false);
  });

  test('is least where everything protected is left out', () => {
    const policy = tables({ 'A.text': openRule }, { 'F.text': ['A.text'] }, ['A.text']);
    const least = new GraphAccess(schema, policy).leastVisible();
    expect(['A.text', 'F.text', 'A.name'].map((one) => has({ visible: least }, one))).toEqual([
      false,
      false,
      true,
    ]);
    expect(new GraphAccess(schema, tables({})).leastVisible()).toBe(schema);
  });
});

describe('callers of one kind', () => {
  const policy = tables({ 'A.text': scopeRule('s'), 'A.name': scopeRule('n') }, {}, ['A.text']);

  test('share one view, and one key with nobody else', () => {
    const access = new GraphAccess(schema, policy);
    const first = access.viewFor({ caller: personWith('other') });
    expect(access.viewFor({ caller: personWith('other') })).toBe(first);
    expect(access.viewFor({ caller: anonymousCaller })).toBe(first);
    expect(first.key).toMatch(/^[\w-]{43}$/);
    const views = [personWith('s'), personWith('n'), personWith('n', 's')].map((one) =>
      access.viewFor({ caller: one }),
    );
    expect(new Set([first, ...views].map(({ key }) => key)).size).toBe(4);
  });

  test('are shown the same schema where they are told of the same, whatever they read', () => {
    const access = new GraphAccess(schema, policy);
    const { visible } = access.viewFor({ caller: anonymousCaller });
    expect(access.viewFor({ caller: personWith('n') }).visible).toBe(visible);
    expect(access.leastVisible()).toBe(visible);
  });

  test('have one key whatever the order of the tables, and another where only what they are told of differs', () => {
    const rules = { 'A.text': scopeRule('s'), 'A.name': scopeRule('n') };
    const turned = { 'A.name': scopeRule('n'), 'A.text': scopeRule('s') };
    const keyOf = (given: Rules, hidden: readonly string[]) =>
      new GraphAccess(schema, tables(given, {}, hidden)).viewFor({ caller: anonymousCaller }).key;
    expect(keyOf(turned, ['A.name', 'A.text'])).toBe(keyOf(rules, ['A.text', 'A.name']));
    expect(keyOf(rules, ['A.name'])).not.toBe(keyOf(rules, ['A.text']));
  });
});

import { describe, expect, it, test } from 'vitest';
import { checkExtension } from '../../../../gateway/plan/check-extension.js';
import { namespaceOf } from '../../../../gateway/plan/extension.js';
import { extensionRules } from '../../../../gateway/plan/extension-rules.js';
import { noRecipients, readRecipients } from '../../../../gateway/plan/recipients.js';
import { type MemberId, readMemberId } from '../../../../shared/domain/ids.js';

const member = readMemberId('harbour-watch');
const graphTypes = new Set(['Query', 'Member', 'Person', 'Organization', 'Money', 'Record', 'Domain']);
const url = 'https://specs.apollo.dev/federation/v2.9';

function linked(...imports: string[]): string {
  return `extend schema @link(url: "${url}", import: [${['@key', ...imports].map((name) => (name.startsWith('{') ? name : `"${name}"`)).join(', ')}])`;
}

const toHarbourWatch = readRecipients([
  { field: 'Person.name', to: 'harbour-watch' },
  { field: 'Organization.parent', to: 'harbour-watch' },
  { field: 'Organization.name', to: 'ledger' },
]);

function faults(sdl: string, of: MemberId = member, recipients = noRecipients): readonly string[] {
  return checkExtension({ member: of, sdl }, { graphTypes, recipients });
}

const person = 'type Person @key(fields: "id") { id: ID! harbourWatch_note: String }';
const query = 'type Query { harbourWatch_notes: [HarbourWatch_Note!] }';
const note = 'type HarbourWatch_Note @key(fields: "id") { id: ID! text: String! }';
const good = `${linked()} ${query} ${note} ${person}`;

describe('the namespace of a member', () => {
  test.each([
    ['harbour-watch', 'harbourWatch_', 'HarbourWatch_'],
    ['ledger', 'ledger_', 'Ledger_'],
    ['a1-b2', 'a1B2_', 'A1B2_'],
    ['x--y-', 'xY_', 'XY_'],
  ])('%s is %s and %s', (id, field, type) => {
    expect(namespaceOf(readMemberId(id))).toEqual({ field, type });
  });
});

describe('an extension is accepted', () => {
  test.each<[string, string]>([
    ['with root fields, types and fields on our types', good],
    [
      'that extends our types in so many words',
      `${linked()} extend type Organization @key(fields: "id") { id: ID! harbourWatch_risk: Int }`,
    ],
    ['over several parts of one type', `${linked()} ${person} extend type Person { harbourWatch_more: Int }`],
    [
      'that refers to members alone',
      `${linked()} type Query { harbourWatch_by: Member } type Member @key(fields: "id", resolvable: false) { id: ID! }`,
    ],
    [
      'under a renamed import',
      `extend schema @link(url: "${url}", import: [{ name: "@key", as: "@pk" }]) type Person @pk(fields: "id") { id: ID! harbourWatch_note: String }`,
    ],
    [
      'under namespaced directives',
      `extend schema @link(url: "${url}") type Person @federation__key(fields: "id") { id: ID! harbourWatch_note: String }`,
    ],
    [
      'under a namespace of its own',
      `extend schema @link(url: "${url}", as: "fed") type Person @fed__key(fields: "id") { id: ID! harbourWatch_note: String @fed__inaccessible }`,
    ],
    [
      'with a link to the specification of links',
      `schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "${url}", import: ["@key"]) { query: Query } ${query} ${note}`,
    ],
    [
      'with every kind of type of its own',
      `${linked('@inaccessible', '@tag', '@shareable')} type Query { harbourWatch_find(by: HarbourWatch_By, kind: HarbourWatch_Kind = OLD): HarbourWatch_Any } input HarbourWatch_By { text: String = "a" } enum HarbourWatch_Kind { OLD @deprecated NEW } interface HarbourWatch_Named { name: String } type HarbourWatch_A implements HarbourWatch_Named @shareable { name: String @tag(name: "x") at: HarbourWatch_Day hidden: Int @inaccessible } scalar HarbourWatch_Day @specifiedBy(url: "https://example.org") union HarbourWatch_Any = HarbourWatch_A`,
    ],
    [
      'with descriptions of what is its own',
      `${linked()} type Query { "All notes." harbourWatch_notes: [HarbourWatch_Note!] } "A note." ${note}`,
    ],
    [
      'with a directive of its own',
      `${linked()} directive @harbourWatch_mark on FIELD_DEFINITION type Query { harbourWatch_a: Int @harbourWatch_mark }`,
    ],
    [
      'with the machinery that some servers print',
      `${linked('FieldSet')} directive @key(fields: FieldSet!, resolvable: Boolean = true) repeatable on OBJECT | INTERFACE scalar FieldSet scalar _Any union _Entity = Person type _Service { sdl: String } type Query { _service: _Service! _entities(representations: [_Any!]!): [_Entity]! } ${person}`,
    ],
    [
      'that marks our id as external',
      `${linked('@external', '@extends')} type Person @extends @key(fields: "id") { id: ID! @external harbourWatch_note: String }`,
    ],
    [
      'with access rules of its own',
      `${linked('@authenticated', '@requiresScopes', '@policy')} type Query { harbourWatch_a: HarbourWatch_A @requiresScopes(scopes: [["a"]]) } type HarbourWatch_A @policy(policies: [["member"]]) { id: ID! b: Int @authenticated }`,
    ],
    [
      'that requires what is its own',
      `${linked('@requires')} type Person @key(fields: "id") { id: ID! harbourWatch_a: Int harbourWatch_b: Int @requires(fields: "id harbourWatch_a") }`,
    ],
  ])('%s', (_, sdl) => {
    expect(faults(sdl)).toEqual([]);
  });

  it('that requires what the owners let go to it', () => {
    const sdl = `${linked('@requires', '@external')} type Person @key(fields: "id") { id: ID! name: String @external harbourWatch_a: Int @requires(fields: "id name") }`;
    expect(faults(sdl, member, toHarbourWatch)).toEqual([]);
  });
});

describe('a recipient of what others serve', () => {
  const requires = linked('@requires', '@external', '@provides', '@shareable');
  test.each<[string, string, string[]]>([
    [
      'does not receive what is not listed within',
      'type Organization @key(fields: "id") { id: ID! name: String parent: Organization @external harbourWatch_a: Int @requires(fields: "parent { id name }") }',
      [
        'Expected fields named "harbourWatch_…" on "Organization", got "name".',
        'Expected "Organization.harbourWatch_a" not to require "name", since its owners do not list "ext-harbour-watch" as a recipient.',
      ],
    ],
    [
      'does not serve it itself',
      'type Person @key(fields: "id") { id: ID! name: String harbourWatch_a: Int }',
      ['Expected "Person.name" with @external, since others serve it.'],
    ],
    [
      'does not share it',
      'type Person @key(fields: "id") { id: ID! name: String @shareable harbourWatch_a: Int }',
      [
        'Expected no @shareable on "Person.name", which others define.',
        'Expected "Person.name" with @external, since others serve it.',
      ],
    ],
    [
      'does not provide it in their place',
      'type Query { harbourWatch_p: Person @provides(fields: "name") } type Person @key(fields: "id") { id: ID! name: String @external harbourWatch_a: Int }',
      ['Expected "Query.harbourWatch_p" not to provide "name", which others serve.'],
    ],
    [
      'does not refer to it by that',
      'type Person @key(fields: "name") { id: ID! name: String @external harbourWatch_a: Int }',
      ['Expected "Person" with @key(fields: "id") once and no other key.'],
    ],
  ])('%s', (_, sdl, breaches) => {
    expect(faults(`${requires} ${sdl}`, member, toHarbourWatch)).toEqual(breaches);
  });
});

const expectNames =
  'Expected types named "HarbourWatch_…" and fields on Query, Member, Person, Organization, got the type';

describe('an extension is refused', () => {
  test.each<[string, string, string[]]>([
    [
      'without federation',
      query.replace('[HarbourWatch_Note!]', 'Int'),
      ['Expected one @link to version 2 of federation, got none.'],
    ],
    [
      'of federation 1',
      `extend type Person @key(fields: "id") { id: ID! harbourWatch_note: String }`,
      [
        'Expected one @link to version 2 of federation, got none.',
        'Expected "Person" with @key(fields: "id") once and no other key.',
        'Expected no @key on "Person", which others define.',
      ],
    ],
    [
      'with two links to federation',
      `${linked()} extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", as: "old") ${person}`,
      ['Expected one @link to version 2 of federation, got 2.'],
    ],
    [
      'with a link to connectors',
      `${linked()} extend schema @link(url: "https://specs.apollo.dev/connect/v0.2", import: ["@connect"]) ${person}`,
      ['Expected no @link but to federation, got one to "connect".'],
    ],
    [
      'with a link to its own specification',
      `${linked()} extend schema @link(url: "file:///x") ${person}`,
      ['Expected no @link but to federation, got one to something else.'],
    ],
    [
      'with a mutation',
      `schema { query: Query mutation: Mutation } ${linked()} ${query} ${note} type Mutation { harbourWatch_do: Int }`,
      ['Expected the root type "Query" alone, got "Mutation" for a mutation.', `${expectNames} "Mutation".`],
    ],
    [
      'with a renamed root',
      `schema { query: HarbourWatch_Root } ${linked()} type HarbourWatch_Root { members: Int }`,
      ['Expected the root type "Query" alone, got "HarbourWatch_Root" for a query.'],
    ],
    [
      'with an operation',
      `${good} query { harbourWatch_notes { id } }`,
      ['Expected definitions of a schema alone, got an operation or a fragment.'],
    ],
    [
      'with a type of ours',
      `${linked('@shareable')} type Money @shareable { evil: Int }`,
      [`${expectNames} "Money".`, 'Expected no @shareable on "Money", which others define.'],
    ],
    [
      'with more of a type of ours',
      `${linked()} extend type Money { harbourWatch_a: Int }`,
      [`${expectNames} "Money".`],
    ],
    [
      'with a type of another member',
      `${linked()} type OpenOffice_Note { id: ID! }`,
      [`${expectNames} "OpenOffice_Note".`],
    ],
    ['with a bare prefix', `${linked()} type HarbourWatch_ { id: ID! }`, [`${expectNames} "HarbourWatch_".`]],
    [
      'with a name that only starts alike',
      `${linked()} type HarbourWatchNote { id: ID! }`,
      [`${expectNames} "HarbourWatchNote".`],
    ],
    ['with a value more of our enum', `${linked()} enum Domain { HARBOUR }`, [`${expectNames} "Domain".`]],
    [
      'with a value more of our enum, as extension',
      `${linked()} extend enum Domain { HARBOUR }`,
      [`${expectNames} "Domain".`],
    ],
    [
      'with a field more of our input',
      `${linked()} input StringFilter { evil: String }`,
      [`${expectNames} "StringFilter".`],
    ],
    [
      'with a type more in our union',
      `${linked()} ${note} union Party = HarbourWatch_Note`,
      [`${expectNames} "Party".`],
    ],
    ['with our scalar', `${linked()} scalar Decimal`, [`${expectNames} "Decimal".`]],
    ['with our interface', `${linked()} interface Record { id: ID! }`, [`${expectNames} "Record".`]],
    [
      'with our object as an interface',
      `${linked()} interface Person @key(fields: "id") { id: ID! harbourWatch_note: String }`,
      ['Expected "Person" to be an object type.'],
    ],
    [
      'with our object as an input',
      `${linked()} input Query { a: Int }`,
      ['Expected "Query" to be an object type.'],
    ],
    [
      'with a type the graph does not have',
      `${linked()} type Entity @key(fields: "id") { id: ID! harbourWatch_note: String }`,
      [`${expectNames} "Entity".`],
    ],
    [
      'with an unprefixed root field',
      `${linked()} type Query { notes: Int }`,
      ['Expected fields named "harbourWatch_…" on "Query", got "notes".'],
    ],
    [
      'with a root field of ours',
      `${linked('@shareable')} extend type Query { members: Int @shareable }`,
      [
        'Expected fields named "harbourWatch_…" on "Query", got "members".',
        'Expected no @shareable on "Query.members", which others define.',
      ],
    ],
    [
      'with an id on the root',
      `${linked()} type Query { id: ID }`,
      ['Expected fields named "harbourWatch_…" on "Query", got "id".'],
    ],
    [
      'with an unprefixed field on our type',
      `${linked()} type Person @key(fields: "id") { id: ID! name: String }`,
      ['Expected fields named "harbourWatch_…" on "Person", got "name".'],
    ],
    [
      'with our type but no key',
      `${linked()} type Person { id: ID! harbourWatch_note: String }`,
      ['Expected "Person" with @key(fields: "id") once and no other key.'],
    ],
    [
      'with another key',
      `${linked()} type Person @key(fields: "name") { name: String harbourWatch_note: String }`,
      [
        'Expected fields named "harbourWatch_…" on "Person", got "name".',
        'Expected "Person" with @key(fields: "id") once and no other key.',
        'Expected "Person.id" as a plain "id: ID!".',
      ],
    ],
    [
      'with a second key',
      `${linked()} type Person @key(fields: "id") @key(fields: "harbourWatch_no") { id: ID! harbourWatch_no: ID }`,
      ['Expected "Person" with @key(fields: "id") once and no other key.'],
    ],
    [
      'with a second key in another part',
      `${linked()} ${person} extend type Person @key(fields: "harbourWatch_note")`,
      ['Expected "Person" with @key(fields: "id") once and no other key.'],
    ],
    [
      'with an id of another type',
      `${linked()} type Person @key(fields: "id") { id: String! harbourWatch_note: String }`,
      ['Expected "Person.id" as a plain "id: ID!".'],
    ],
    [
      'with an argument on our id',
      `${linked()} type Person @key(fields: "id") { id(as: Int): ID! harbourWatch_note: String }`,
      ['Expected "Person.id" as a plain "id: ID!".'],
    ],
    [
      'with our id deprecated',
      `${linked()} type Person @key(fields: "id") { id: ID! @deprecated harbourWatch_note: String }`,
      ['Expected no @deprecated on "Person.id", which others define.'],
    ],
    [
      'with our type under an interface more',
      `${linked()} interface HarbourWatch_Named { id: ID! } type Person implements HarbourWatch_Named @key(fields: "id") { id: ID! harbourWatch_note: String }`,
      ['Expected "Person" to implement no further interface.'],
    ],
    [
      'with words about our type',
      `${linked()} "Bad people." ${person}`,
      ['Expected no description of "Person", which others define.'],
    ],
    [
      'with words about our id and the root',
      `${linked()} "Mine." ${query} ${note} type Person @key(fields: "id") { "Mine." id: ID! harbourWatch_note: String }`,
      [
        'Expected no description of "Query", which others define.',
        'Expected no description of "Person.id", which others define.',
      ],
    ],
    [
      'that overrides',
      `${linked('@override')} type Query { harbourWatch_a: Int @override(from: "budgets") }`,
      ['Expected no @override on "Query.harbourWatch_a".'],
    ],
    [
      'that overrides under another name',
      `${linked('{ name: "@override", as: "@mine" }')} type Query { harbourWatch_a: Int @mine(from: "budgets") }`,
      ['Expected no @override (as @mine) on "Query.harbourWatch_a".'],
    ],
    [
      'that overrides by the namespace',
      `${linked()} type Query { harbourWatch_a: Int @federation__override(from: "budgets") }`,
      ['Expected no @override (as @federation__override) on "Query.harbourWatch_a".'],
    ],
    [
      'that overrides under the name of what is allowed',
      `extend schema @link(url: "${url}", import: [{ name: "@override", as: "@deprecated" }]) type Query { harbourWatch_a: Int @deprecated(from: "budgets") }`,
      ['Expected no @override (as @deprecated) on "Query.harbourWatch_a".'],
    ],
    [
      'with an interface object',
      `${linked('@interfaceObject')} type Record @interfaceObject @key(fields: "id") { id: ID! harbourWatch_note: String }`,
      [`${expectNames} "Record".`, 'Expected no @interfaceObject on "Record", which others define.'],
    ],
    [
      'that hides our type',
      `${linked('@inaccessible')} type Person @key(fields: "id") @inaccessible { id: ID! @inaccessible harbourWatch_note: String }`,
      [
        'Expected no @inaccessible on "Person", which others define.',
        'Expected no @inaccessible on "Person.id", which others define.',
      ],
    ],
    [
      'that tags the root',
      `${linked('@tag')} type Query @tag(name: "x") { harbourWatch_a: Int }`,
      ['Expected no @tag on "Query", which others define.'],
    ],
    [
      'with a context',
      `${linked('@context', '@fromContext')} type Query @context(name: "c") { harbourWatch_a(b: Int @fromContext(field: "$c { x }")): Int }`,
      [
        'Expected no @context on "Query", which others define.',
        'Expected no @fromContext on "Query.harbourWatch_a(b:)".',
      ],
    ],
    [
      'that composes a directive',
      `${linked('@composeDirective')} extend schema @composeDirective(name: "@harbourWatch_mark") directive @harbourWatch_mark on FIELD_DEFINITION type Query { harbourWatch_a: Int @harbourWatch_mark }`,
      ['Expected no @composeDirective on the schema.'],
    ],
    [
      'with links under another name',
      `extend schema @link(url: "https://specs.apollo.dev/link/v1.0", as: "l") @l(url: "${url}", import: ["@key"]) ${person}`,
      ['Expected one @link to version 2 of federation, got none.', 'Expected no @l on the schema.'],
    ],
    [
      'with access rules on what others define',
      `${linked('@requiresScopes')} type Query @requiresScopes(scopes: [["a"]]) { harbourWatch_a: Int } type Person @key(fields: "id") { id: ID! @requiresScopes(scopes: [["a"]]) harbourWatch_note: String }`,
      [
        'Expected no @requiresScopes on "Query", which others define.',
        'Expected no @requiresScopes on "Person.id", which others define.',
      ],
    ],
    [
      'with access rules that do not hold',
      `${linked('@requiresScopes', '@policy')} type Query { harbourWatch_a: Int @requiresScopes(scopes: []) harbourWatch_b: HarbourWatch_B } type HarbourWatch_B { c: Int! @policy(policies: [["member"]]) }`,
      [
        'Expected access rules that hold: "Query.harbourWatch_a" has "@requiresScopes" with an empty list of "scopes", which is open to everybody.',
        'Expected access rules that hold: "HarbourWatch_B.c" is protected and cannot be null.',
      ],
    ],
    [
      'with a home-made access directive',
      `${linked()} directive @authenticated on FIELD_DEFINITION type Query { harbourWatch_a: Int @authenticated }`,
      [
        'Expected no @authenticated on "Query.harbourWatch_a".',
        'Expected directives named "@harbourWatch_…" or linked from federation, got "@authenticated".',
      ],
    ],
    [
      'with costs',
      `${linked('@cost')} type Query { harbourWatch_a: Int @cost(weight: 1) }`,
      ['Expected no @cost on "Query.harbourWatch_a".'],
    ],
    [
      'that requires the subjects of others',
      `${linked('@requires', '@external')} type Person @key(fields: "id") { id: ID! subjects: [ID!] @external harbourWatch_a: Int @requires(fields: "subjects") }`,
      [
        'Expected fields named "harbourWatch_…" on "Person", got "subjects".',
        'Expected no @external on "Person.subjects", which others define.',
        'Expected "Person.harbourWatch_a" not to require "subjects", since its owners do not list "ext-harbour-watch" as a recipient.',
      ],
    ],
    [
      'that requires them under another name',
      `${linked('{ name: "@requires", as: "@needs" }')} type Person @key(fields: "id") { id: ID! harbourWatch_a: Int @needs(fields: "subjects name { full }") }`,
      [
        'Expected "Person.harbourWatch_a" not to require "subjects", since its owners do not list "ext-harbour-watch" as a recipient.',
        'Expected "Person.harbourWatch_a" not to require "name", since its owners do not list "ext-harbour-watch" as a recipient.',
      ],
    ],
    [
      'with a root field that must have a value',
      `${linked()} type Query { harbourWatch_a: Int! }`,
      ['Expected "Query.harbourWatch_a" to be nullable, so that others\' rows are there without it.'],
    ],
    [
      'with a list on our type that must be there',
      `${linked()} type Person @key(fields: "id") { id: ID! harbourWatch_a: [Int]! }`,
      ['Expected "Person.harbourWatch_a" to be nullable, so that others\' rows are there without it.'],
    ],
    [
      'with a field of our types',
      `${linked()} type Query { harbourWatch_a(by: StringFilter): [Money!] }`,
      [
        'Expected "Query.harbourWatch_a" to be of types of the extension, got "Money".',
        'Expected "Query.harbourWatch_a" to be of types of the extension, got "StringFilter".',
      ],
    ],
    [
      'with a field of the machinery',
      `${linked()} scalar _Any type Query { harbourWatch_a: _Any }`,
      ['Expected "Query.harbourWatch_a" to be of types of the extension, got "_Any".'],
    ],
    [
      'that is no schema',
      'type Query {',
      ["Expected GraphQL's schema language: Syntax Error: Expected Name, found <EOF>."],
    ],
    [
      'that is too long',
      '#'.repeat(262_145),
      ['Expected a schema of at most 262144 characters, got 262145.'],
    ],
    [
      'of too many parts',
      'a '.repeat(60_000),
      [expect.stringMatching(/^Expected GraphQL's schema language: Syntax Error/)],
    ],
    [
      'that is nested without end',
      `${linked()} type Query { harbourWatch_a: ${'['.repeat(24_000)}Int${']'.repeat(24_000)} }`,
      ['Expected a schema that is nested less deeply.'],
    ],
  ])('%s', (_, sdl, expected) => {
    expect([...faults(sdl)].sort()).toEqual([...expected].sort());
  });

  it('with every breach at once', () => {
    const sdl = `${linked('@override')} "x" type Query { members: Int @override(from: "directory") harbourWatch_a: Money! } scalar Decimal`;
    expect(faults(sdl)).toHaveLength(6);
  });

  it('by a rule that the table knows', () => {
    expect(Object.keys(extensionRules)).toHaveLength(15);
  });
});

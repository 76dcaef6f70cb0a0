import { describe, expect, it } from 'vitest';
import { composeSupergraph, tryCompose } from '../../../../gateway/plan/compose.js';
import { createGraphPolicyReader, readForeignPolicy } from '../../../../gateway/plan/graph-policy.js';
import { composeCoalition, readBase } from '../../../../gateway/wire.js';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@shareable", "@authenticated", "@requiresScopes", "@policy"])`;
const base = [
  {
    name: 'base',
    sdl: `${link} directive @mask(to: String!) on FIELD_DEFINITION
      type Query { person: Person }
      type Person @key(fields: "id") { id: ID! name: String @policy(policies: [["p"]]) @mask(to: "NULL") }`,
  },
];
const extension = {
  name: 'ext-harbour-watch',
  sdl: `${link}
    type Person @key(fields: "id") { id: ID! harbourWatch_ships: [HarbourWatch_Ship!] harbourWatch_note: String @policy(policies: [["q"]]) }
    type Query { harbourWatch_berths: [HarbourWatch_Berth!] }
    type HarbourWatch_Ship { flag: String berth: HarbourWatch_Berth }
    type HarbourWatch_Berth @requiresScopes(scopes: [["ports"]]) { number: Int }`,
};

const open = { authenticated: false, scopes: [], policies: [] };
const signedIn = { ...open, authenticated: true };

describe('the policy of a graph', () => {
  it('has the rules of contracts and extensions, and a sign-in for what extensions say nothing of', () => {
    const { access, masks, uses } = createGraphPolicyReader(base)(composeSupergraph([...base, extension]));
    expect(Object.fromEntries(access)).toEqual({
      'Person.name': { ...open, policies: [[['p']]] },
      'Person.harbourWatch_note': { ...open, policies: [[['q']]] },
      'Person.harbourWatch_ships': signedIn,
      HarbourWatch_Berth: { ...open, scopes: [[['ports']]] },
      'HarbourWatch_Ship.flag': signedIn,
    });
    expect(Object.fromEntries(masks)).toEqual({ 'Person.name': { to: 'NULL', unless: [] } });
    expect(uses.size).toBe(0);
  });

  it('lets no extension make less of what it receives than its owners do', () => {
    const receiving = (rules: string) => ({
      name: 'ext-harbour-watch',
      sdl: `${link.replace('"@key"', '"@key", "@external", "@requires"')}
        type Person @key(fields: "id") { id: ID! name: String @external harbourWatch_initials: String ${rules} @requires(fields: "name") }`,
    });
    // Composition itself sees to it.
    expect(tryCompose([...base, receiving('')])).toMatchObject({
      faults: [expect.stringContaining('Person.harbourWatch_initials')],
    });
    expect(tryCompose([...base, receiving('@policy(policies: [["p"]])')])).not.toHaveProperty('faults');
  });

  it('closes the rows of an implementation that came later, in the revision that it came with', () => {
    const named = (later: string) => [
      {
        name: 'base',
        sdl: `${link} type Query { any: Named } interface Named { name: String } type Open implements Named { name: String } ${later}`,
      },
    ];
    const read = (later: string) => createGraphPolicyReader(named(later))(composeSupergraph(named(later)));
    expect([...read('').access.keys()]).toEqual([]);
    const later = 'type Later implements Named { name: String @authenticated }';
    // The open rows stay open: composition's own rule on the interface is that of all of them together.
    expect([...read(later).access.keys()]).toEqual(['Later.name']);
  });

  it('keeps what a contract protects in a graph that was composed before it did', () => {
    const older = base.map(({ name, sdl }) => ({ name, sdl: sdl.replace('@policy(policies: [["p"]])', '') }));
    const { access } = createGraphPolicyReader(base)(composeSupergraph(older));
    expect(Object.fromEntries(access)).toEqual({ 'Person.name': { ...open, policies: [[['p']]] } });
  });

  it('is that of all contracts for the coalition', () => {
    const { access, uses, masks } = createGraphPolicyReader(readBase())(composeCoalition());
    expect(access.get('Finding')).toEqual({ ...open, scopes: [[['investigations:findings']]] });
    // Three contracts have the kernel, and the rule is no other for it.
    expect(access.get('Person.birthDate')).toEqual({ ...open, policies: [[['member']]] });
    expect(masks.get('Person.birthDate')).toEqual({ to: 'YEAR', unless: [['owner']] });
    expect(uses.get('BudgetTotal.sum')).toEqual(['BudgetLine.amount', 'Money.amount']);
    // Of root fields two of the directory's alone ask for anything.
    expect([...access.keys()].filter((coordinate) => coordinate.startsWith('Query'))).toEqual([
      'Query.myAccessLog',
      'Query.linkProposals',
    ]);
  });

  it('is the directives alone for a foreign supergraph, whatever its subgraphs are called', () => {
    const { access } = readForeignPolicy(composeSupergraph([...base, extension]), {
      open: false,
    });
    expect([...access.keys()].sort()).toEqual([
      'HarbourWatch_Berth',
      'Person.harbourWatch_note',
      'Person.name',
    ]);
  });

  it('may ask nothing where nobody is asked who they are', () => {
    const asking = composeSupergraph(base);
    expect(() => readForeignPolicy(asking, { open: true })).toThrow(
      expect.objectContaining({ code: 'BAD_CONTRACT', message: expect.stringContaining('it protects 1 ') }),
    );
    const silent = asking.replace(/ @policy\(policies: \[\["p"\]\]\)/, '');
    expect(readForeignPolicy(silent, { open: true }).access.size).toBe(0);
  });
});

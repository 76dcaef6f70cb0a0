import { parse } from 'graphql';
import { expect, vi } from 'vitest';
import { composeSupergraph } from '../../../gateway/plan/compose.js';
import { readMemberId } from '../../../shared/domain/ids.js';
import { readAccessTable, readSupergraphAccess } from '../../../shared/policy/access-table.js';
import {
  askAsHub,
  type CaseAnswer,
  type CaseCoalition,
  type CaseQuestion,
  headersOf,
} from '../../fixtures/case-coalition.js';
import { birchExtension, birchSchema, grownSchema } from '../../fixtures/case-records.js';
import { contractPolicy } from '../../fixtures/contract-policy.js';
import { extensionAnswer } from '../../fixtures/extension-server.js';
import { startFakeMember } from '../../fixtures/fake-member.js';
import { issuerOfTests } from '../../fixtures/policy-coalition.js';
import { memoryStore, startTestMember } from '../../fixtures/start-test-member.js';
import { startTestHub } from '../../fixtures/test-hub.js';
import { asked, type CaseRow, deniedBy, toBoth, told } from './case-row.js';

const more = { subgraph: 'ext-birch' };
const berth = (value: object) => ({ birch_berth: value });

/** A field of birch's extension, by somebody who may not read it and by somebody who may. */
function berthRows(of: CaseRow['of'], field: string, may: 'trusted' | 'colleague'): CaseRow[] {
  const query = `{ birch_berth { ${field} } }`;
  const denied = { data: berth({ [field]: null }), errors: deniedBy(undefined, `birch_berth.${field}`) };
  const given = { data: berth({ [field]: `${field} of birch` }) };
  return [
    asked({
      ...{ of, what: field, caller: 'reader', query, more },
      hub: { ...denied, sent: [[], ['{ answer: birch_berth { accord__runtime: __typename } }']] },
      member: { ...denied, read: [] },
    }),
    asked({
      ...{ of, what: field, caller: may, query, more },
      hub: { ...given, sent: [[], [`{ answer: birch_berth { ${field} } }`]] },
      member: { ...given, read: [`resolve ${field}`] },
    }),
  ];
}

/** Every place of a table is asked for by somebody without a right, and every one is denied. */
function countRow(): CaseRow {
  const applications = [...birchSchema.matchAll(/@(needs|fed__\w+)\(/g)].length;
  const ask = async (
    table: ReturnType<typeof readAccessTable>,
    put: (of: CaseQuestion) => Promise<CaseAnswer>,
  ) => {
    const rules = [...table.values()].flatMap(({ scopes, policies }) => [...scopes, ...policies]);
    const fields = [...table.keys()].map((coordinate) => coordinate.replace('Birch_Berth.', ''));
    const { errors } = await put({
      caller: 'reader',
      query: `{ birch_berth { ${fields.join(' ')} } }`,
      ...more,
    });
    return { rules: rules.length, fields: fields.length, errors: errors.length };
  };
  const answer = { rules: applications, fields: 3, errors: 3 };
  return {
    of: 'Loading: the number of directive applications equals the number of table entries',
    what: 'all of which protect',
    hub: {
      act: (coalition) => {
        const composed = composeSupergraph([{ name: 'ext-birch', sdl: birchSchema }]);
        return ask(readSupergraphAccess(composed), coalition.ask);
      },
      answer,
      sent: toBoth([[], ['{ answer: birch_berth { accord__runtime: __typename } }']]),
      read: toBoth([[], []]),
    },
    member: {
      act: ({ askMember }) => ask(readAccessTable(parse(birchSchema)), (of) => askMember('birch', of)),
      answer,
      sent: toBoth([[], ['{ birch_berth { master depth pilot } }']]),
      read: toBoth([[], []]),
    },
  };
}

const shared = (
  root: string,
  rule: string,
) => `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
    import: ["@shareable", "@authenticated", "@requiresScopes"])
  type Query { ${root}: Ship }
  type Ship @shareable { name: String ${rule} flag: String }`;
const ships = [
  { name: 'alder', sdl: shared('alder_ship', '@requiresScopes(scopes: [["declarations:titles"]])') },
  {
    name: 'birch',
    sdl: shared('birch_ship', '@authenticated @requiresScopes(scopes: [["declarations:names"]])'),
  },
] as const;
const ship = { name: 'Invented', flag: 'XX' };
const askers = ['titled', 'trusted'] as const;

/** A hub over two subgraphs that share a type, each with a rule of its own on one field. */
async function askSharedGraph({ notes }: CaseCoalition): Promise<unknown> {
  const servers = await Promise.all(
    ships.map(({ name, sdl }) =>
      startFakeMember(extensionAnswer(sdl, { Query: { [`${name}_ship`]: () => ship } })),
    ),
  );
  const urlOf = (name: string) => servers[name === 'alder' ? 0 : 1]?.url ?? '';
  const hub = await startTestHub(
    { identity: { issuers: [issuerOfTests] } },
    { supergraph: composeSupergraph(ships, urlOf) },
  );
  try {
    const answers: unknown[] = [];
    for (const caller of askers) {
      const headers = await headersOf(caller);
      const { data, errors } = await hub.ask('{ alder_ship { name flag } birch_ship { name flag } }', {
        headers,
      });
      answers.push({ data, errors: (errors ?? []).map(({ path }) => path) });
    }
    for (const [at, { asked: questions }] of servers.entries()) {
      for (const question of questions) {
        notes.sent(ships[at]?.name ?? '', JSON.stringify(question));
      }
    }
    return answers;
  } finally {
    await hub.stop();
    await Promise.all(servers.map((server) => server.close()));
  }
}

/** A member that serves both as its own. */
async function askSharedMember({ notes }: CaseCoalition): Promise<unknown> {
  const member = readMemberId('birch');
  const modules = ships.map(({ name, sdl }) => ({
    ...{ domain: `ext-${name}`, sdl },
    resolvers: {
      Query: { [`${name}_ship`]: () => ship },
      Ship: {
        name: () => {
          notes.read('birch', `resolve name of ${name}`);
          return ship.name;
        },
      },
    },
  }));
  const policy = contractPolicy(member, undefined, modules);
  const server = await startTestMember({
    store: memoryStore(member),
    extensions: modules,
    policy,
    domains: [],
  });
  try {
    const answers: unknown[] = [];
    for (const caller of askers) {
      for (const { name } of ships) {
        const question = { caller, query: `{ ${name}_ship { name flag } }` };
        notes.sent('birch', JSON.stringify(question));
        answers.push(told(await askAsHub(`${server.url}/ext-${name}/graphql`, member, question)));
      }
    }
    return answers;
  } finally {
    await server.stop();
  }
}

function sharedRow(): CaseRow {
  const cut = { name: null, flag: 'XX' };
  const sent = (name: string, fields: string) => `{ ${name}_ship { ${fields} } }`;
  return {
    of: "Loading: two subgraphs' rules on one field are AND-ed",
    what: 'by somebody who meets one, and by somebody who meets both',
    hub: {
      act: askSharedGraph,
      answer: [
        {
          data: { alder_ship: cut, birch_ship: cut },
          errors: [
            ['alder_ship', 'name'],
            ['birch_ship', 'name'],
          ],
        },
        { data: { alder_ship: ship, birch_ship: ship }, errors: [] },
      ],
      sent: toBoth([
        [sent('alder', 'flag'), sent('alder', 'name flag')],
        [sent('birch', 'flag'), sent('birch', 'name flag')],
      ]),
      read: toBoth([[], []]),
    },
    member: {
      act: askSharedMember,
      answer: [
        ...ships.map(({ name }) => ({
          ...{ status: 200, data: { [`${name}_ship`]: cut } },
          errors: deniedBy(undefined, `${name}_ship.name`),
        })),
        ...ships.map(({ name }) => ({ status: 200, data: { [`${name}_ship`]: ship }, errors: [] })),
      ],
      sent: toBoth([[], askers.flatMap(() => ships.map(({ name }) => `{ ${name}_ship { name flag } }`))]),
      read: toBoth([[], ships.map(({ name }) => `resolve name of ${name}`)]),
    },
  };
}

const finds: CaseQuestion = { caller: 'reader', query: '{ birch_finds { title text } }', ...more };
const report = { title: 'title of birch', text: 'text of birch' };
const tip = { title: 'title of birch', text: null };

/** A hub that planned the question before there were tips, and birch in the version before and the one after. */
function grownRow(): CaseRow {
  const answer = [
    { status: 200, data: { birch_finds: [report] }, errors: [] },
    { status: 200, data: { birch_finds: [report, tip] }, errors: deniedBy(undefined, 'birch_finds.1.text') },
  ];
  const read = toBoth([
    [],
    ['resolve title', 'resolve text', 'resolve title', 'resolve text', 'resolve title'],
  ]);
  return {
    of: 'Loading: an implementation added later closes cached plans',
    what: 'that protects a field of its interface, for the same text',
    hub: {
      act: async ({ ask, growExtension }) => {
        const before = told(await ask(finds));
        growExtension(grownSchema, 'Birch_Tip');
        await vi.waitFor(
          async () =>
            expect((await ask({ ...finds, query: '{ __type(name: "Birch_Tip") { name } }' })).text).toContain(
              '"Birch_Tip"',
            ),
          { timeout: 30_000, interval: 50 },
        );
        return [before, told(await ask(finds))];
      },
      answer,
      sent: toBoth([
        [],
        [
          '{ answer: birch_finds { __typename title text } }',
          '{ answer: birch_finds { __typename title ... on Birch_Report { text } accord__runtime: __typename } }',
        ],
      ]),
      read,
    },
    member: {
      act: async ({ notes }) => {
        const versions = [
          [birchSchema, ['Birch_Report']],
          [grownSchema, ['Birch_Report', 'Birch_Tip']],
        ] as const;
        const answers: object[] = [];
        for (const [sdl, types] of versions) {
          const extension = birchExtension((field) => notes.read('birch', field), types, sdl);
          const member = readMemberId('birch');
          const policy = contractPolicy(member, undefined, [extension]);
          const server = await startTestMember({
            ...{ store: memoryStore(member), extensions: [extension], policy, domains: [] },
          });
          notes.sent('birch', JSON.stringify(finds));
          answers.push(told(await askAsHub(`${server.url}/ext-birch/graphql`, member, finds)));
          await server.stop();
        }
        return answers;
      },
      answer,
      sent: toBoth([[], ['{ birch_finds { title text } }', '{ birch_finds { title text } }']]),
      read,
    },
  };
}

export const loadingRows: readonly CaseRow[] = [
  ...berthRows('Loading: a renamed import still protects', 'master', 'trusted'),
  ...berthRows('Loading: a namespaced import still protects', 'depth', 'colleague'),
  countRow(),
  sharedRow(),
  grownRow(),
];

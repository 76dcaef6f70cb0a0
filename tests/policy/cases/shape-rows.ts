import { asked, type CaseRow, deniedBy, edgesOf, listOf, sentList, toBoth, told } from './case-row.js';

const page = ['page Declaration'];
const alder = (node: object) => ({ id: 'alder:d-1', ...node });
const birch = (node: object) => ({ id: 'birch:d-1', ...node });
/** Paths of birch's row at the hub, where it comes after alder's, and at birch itself. */
const atHub = (...paths: readonly string[]) =>
  deniedBy('birch', ...paths.map((path) => `declarations.edges.1.node.${path}`));
const atBirch = (...paths: readonly string[]) =>
  deniedBy(undefined, ...paths.map((path) => `declarations.edges.0.node.${path}`));

const swapped = 'id title: country country: title';
const nested = `{ declarations { edges { node { ...A } } } }
  fragment A on Record { id ... on Declaration { ...B } } fragment B on Declaration { ... { t: title } country }`;
const payers = 'id incomes { payer { ... on Person { x: name } ... on Organization { x: name } } }';
const sentPayers = (person: string) =>
  `id incomes { payer { __typename ... on Person { ${person} } ... on Organization { x: name } } }`;
const two =
  'query A { declarations { edges { node { id title } } } } query B { declarations { edges { node { id country } } } }';
const seven = { amount: '7.00', currency: 'GBP' };
const sentPerson = 'declarant { person { accord__runtime: __typename } }';
const pruned = 'incomes { amount { amount currency } } declarant { person { birthDate } }';

export const shapeRows: readonly CaseRow[] = [
  asked({
    of: 'Shapes: aliases',
    what: 'under another name, beside an open field under its name',
    ...{ caller: 'nobody', query: listOf(swapped) },
    hub: {
      data: edgesOf(
        alder({ title: 'GB', country: 'Open declaration' }),
        birch({ title: 'GB', country: null }),
      ),
      errors: atHub('country'),
      sent: [[sentList(swapped)], [sentList('id title: country')]],
    },
    member: { data: edgesOf(birch({ title: 'GB', country: null })), errors: atBirch('country'), read: page },
  }),
  asked({
    of: 'Shapes: aliases',
    what: 'under another name',
    ...{ caller: 'titled', query: listOf('id country: title') },
    hub: {
      data: edgesOf(alder({ country: 'Open declaration' }), birch({ country: 'Open declaration' })),
      sent: [[sentList('id country: title')], [sentList('id country: title')]],
    },
    member: { data: edgesOf(birch({ country: 'Open declaration' })), read: page },
  }),
  asked({
    of: 'Shapes: named and nested fragments',
    what: 'through the interface of its type and back',
    ...{ caller: 'nobody', query: nested },
    hub: {
      data: edgesOf(alder({ t: 'Open declaration', country: 'GB' }), birch({ t: null, country: 'GB' })),
      errors: atHub('t'),
      sent: [[sentList('id t: title country')], [sentList('id country')]],
    },
    member: { data: edgesOf(birch({ t: null, country: 'GB' })), errors: atBirch('t'), read: page },
  }),
  asked({
    of: 'Shapes: the same response key under two types with different rules',
    what: 'of a person, whose name birch denies, and an organisation',
    ...{ caller: 'colleague', query: listOf(payers) },
    hub: {
      data: edgesOf(
        alder({ incomes: [{ payer: { x: 'Person 1' } }, { payer: { x: 'Works 1' } }] }),
        birch({ incomes: [{ payer: { x: null } }, { payer: { x: 'Works 1' } }] }),
      ),
      errors: atHub('incomes.0.payer.x'),
      sent: [[sentList(sentPayers('x: name'))], [sentList(sentPayers('accord__none: __typename'))]],
    },
    member: {
      data: edgesOf(birch({ incomes: [{ payer: { x: null } }, { payer: { x: 'Works 1' } }] })),
      errors: atBirch('incomes.0.payer.x'),
      read: [...page, 'getByIds Person', 'getByIds Organization'],
    },
  }),
  warmRow(),
  asked({
    of: 'Shapes: interface routes to a protected implementation',
    what: 'on what every record has',
    ...{ caller: 'nobody', query: listOf('id ... on Record { modifiedAt provenance { publisher } }') },
    hub: {
      data: edgesOf(
        alder({
          modifiedAt: '2026-01-31T09:30:00.000Z',
          provenance: { publisher: 'Register of Brackwater' },
        }),
        birch({ modifiedAt: null, provenance: { publisher: 'Register of Brackwater' } }),
      ),
      errors: atHub('modifiedAt'),
      sent: [[sentList('id modifiedAt provenance { publisher }')], [sentList('id provenance { publisher }')]],
    },
    member: {
      data: edgesOf(birch({ modifiedAt: null, provenance: { publisher: 'Register of Brackwater' } })),
      errors: atBirch('modifiedAt'),
      read: page,
    },
  }),
  asked({
    of: 'Shapes: union routes to a protected implementation',
    what: 'of a person, whom the contract shows to members alone, and an organisation',
    ...{ caller: 'nobody', query: listOf(payers) },
    hub: {
      data: edgesOf(
        alder({ incomes: [{ payer: null }, { payer: { x: 'Works 1' } }] }),
        birch({ incomes: [{ payer: null }, { payer: { x: 'Works 1' } }] }),
      ),
      sent: [[sentList(sentPayers('x: name'))], [sentList(sentPayers('accord__none: __typename'))]],
    },
    member: {
      data: edgesOf(birch({ incomes: [{ payer: null }, { payer: { x: 'Works 1' } }] })),
      read: [...page, 'getByIds Organization'],
    },
  }),
  asked({
    of: 'Shapes: lists with open and protected rows',
    what: 'at their places, in a list within a list',
    ...{ caller: 'nobody', query: listOf('id regime incomes { kind amount { amount } }') },
    hub: {
      data: edgesOf(
        alder({
          regime: 'XX-TEST',
          incomes: [
            { kind: 'gift', amount: { amount: '7.00' } },
            { kind: 'salary', amount: { amount: '7.00' } },
          ],
        }),
        birch({
          regime: null,
          incomes: [
            { kind: 'gift', amount: null },
            { kind: 'salary', amount: null },
          ],
        }),
      ),
      errors: atHub('regime', 'incomes.0.amount', 'incomes.1.amount'),
      sent: [[sentList('id regime incomes { kind amount { amount } }')], [sentList('id incomes { kind }')]],
    },
    member: {
      data: edgesOf(
        birch({
          regime: null,
          incomes: [
            { kind: 'gift', amount: null },
            { kind: 'salary', amount: null },
          ],
        }),
      ),
      errors: atBirch('regime', 'incomes.0.amount', 'incomes.1.amount'),
      read: page,
    },
  }),
  asked({
    of: 'Shapes: non-null chains',
    what: 'up to what may be null',
    ...{ caller: 'nobody', query: listOf('id title handling { tlp }') },
    hub: {
      data: edgesOf(alder({ title: 'Open declaration', handling: { tlp: 'TLP:CLEAR' } }), null),
      errors: atHub('title', 'handling'),
      sent: [[sentList('id title handling { tlp }')], [sentList('id')]],
    },
    member: { data: edgesOf(null), errors: atBirch('title', 'handling'), read: page },
  }),
  asked({
    of: 'Shapes: two operations in one document',
    what: 'in the one that is run',
    ...{ caller: 'nobody', query: two, more: { operationName: 'A' } },
    hub: {
      data: edgesOf(alder({ title: 'Open declaration' }), birch({ title: null })),
      errors: atHub('title'),
      sent: [[sentList('id title')], [sentList('id')]],
    },
    member: { data: edgesOf(birch({ title: null })), errors: atBirch('title'), read: page },
  }),
  asked({
    of: 'Shapes: two operations in one document',
    what: 'in the other',
    ...{ caller: 'nobody', query: two, more: { operationName: 'B' } },
    hub: {
      data: edgesOf(alder({ country: 'GB' }), birch({ country: 'GB' })),
      sent: [[sentList('id country')], [sentList('id country')]],
    },
    member: { data: edgesOf(birch({ country: 'GB' })), read: page },
  }),
  asked({
    of: 'Shapes: everything under an object pruned',
    what: 'which is there all the same',
    ...{ caller: 'nobody', query: listOf(pruned) },
    hub: {
      data: edgesOf(
        {
          incomes: [{ amount: seven }, { amount: seven }],
          declarant: { person: { birthDate: null } },
        },
        { incomes: [{ amount: null }, { amount: null }], declarant: { person: { birthDate: null } } },
      ),
      errors: [
        ...atHub('incomes.0.amount', 'incomes.1.amount'),
        // The contract's rule, at every member.
        ...deniedBy(
          undefined,
          ...[0, 1].map((at) => `declarations.edges.${at}.node.declarant.person.birthDate`),
        ),
      ],
      sent: [
        [sentList(`incomes { amount { amount currency } } ${sentPerson}`)],
        [sentList(`incomes { accord__none: __typename } ${sentPerson}`)],
      ],
    },
    member: {
      data: edgesOf({
        incomes: [{ amount: null }, { amount: null }],
        declarant: { person: { birthDate: null } },
      }),
      errors: atBirch('incomes.0.amount', 'incomes.1.amount', 'declarant.person.birthDate'),
      read: [...page, 'getByIds Person'],
    },
  }),
  asked({
    of: 'Shapes: everything under an object pruned',
    what: 'at the root, where nobody is asked',
    ...{ caller: 'nobody', query: '{ birch_berth { master pilot } }', more: { subgraph: 'ext-birch' } },
    hub: { data: { birch_berth: null }, errors: deniedBy(undefined, 'birch_berth'), sent: [[], []] },
    member: { data: { birch_berth: null }, errors: deniedBy(undefined, 'birch_berth'), read: [] },
  }),
];

/** The same text four times, each way twice: a plan that was kept for one way is not for the other. */
function warmRow(): CaseRow {
  const query = `query($x: Boolean! = true) { declarations { edges { node {
    id country @include(if: $x) title @skip(if: $x) ... @include(if: $x) { t: title } } } } }`;
  const times = [{ x: true }, { x: false }, {}, { x: false }];
  const isFirst = (variables: { x?: boolean }) => variables.x !== false;
  const answers = (hasAlder: boolean, errors: (path: string) => readonly string[]) =>
    times.map((variables) => {
      const denied = isFirst(variables) ? { country: 'GB', t: null } : { title: null };
      const given = isFirst(variables)
        ? { country: 'GB', t: 'Open declaration' }
        : { title: 'Open declaration' };
      return {
        status: 200,
        data: edgesOf(...(hasAlder ? [alder(given)] : []), birch(denied)),
        errors: errors(isFirst(variables) ? 't' : 'title'),
      };
    });
  const head = 'query ($x: Boolean! = true) { answer: declarations { edges { node { id';
  const sent = (rest: string) =>
    times.map(
      (variables) =>
        `${head} country @include(if: $x)${rest} } } } } ${JSON.stringify({ x: isFirst(variables) })}`,
    );
  const text = query.replaceAll(/\s+/g, ' ').replace('query(', 'query (');
  return {
    of: 'Shapes: @skip and @include both ways after the plan is warm',
    what: 'four times, by nobody',
    hub: {
      act: async ({ ask }) => {
        const all: object[] = [];
        for (const variables of times) {
          all.push(told(await ask({ caller: 'nobody', query, variables })));
        }
        return all;
      },
      answer: answers(true, atHub),
      sent: toBoth([
        sent(' title @skip(if: $x) ... @include(if: $x) { t: title }'),
        sent(' ... @include(if: $x) { accord__none: __typename }'),
      ]),
      read: toBoth([Array(4).fill('page Declaration'), Array(4).fill('page Declaration')]),
    },
    member: {
      act: async ({ askMember }) => {
        const all: object[] = [];
        for (const variables of times) {
          all.push(told(await askMember('birch', { caller: 'nobody', query, variables })));
        }
        return all;
      },
      answer: answers(false, atBirch),
      sent: toBoth([
        [],
        times.map((variables) =>
          Object.keys(variables).length === 0 ? text : `${text} ${JSON.stringify(variables)}`,
        ),
      ]),
      read: toBoth([[], Array(4).fill('page Declaration')]),
    },
  };
}

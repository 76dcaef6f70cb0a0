import {
  type CaseAnswer,
  type CaseCoalition,
  type CaseQuestion,
  headersOf,
} from '../../fixtures/case-coalition.js';
import type { NotedRequest } from '../../fixtures/case-notes.js';
import { hiddenTexts } from '../../fixtures/case-records.js';
import { type CaseRow, deniedBy, edgesOf, listOf, searchReads, sentList, toBoth, told } from './case-row.js';

const titles = listOf('id title');
const alder = (title: string | null) => ({ id: 'alder:d-1', title });
const birch = (title: string | null) => ({ id: 'birch:d-1', title });
const open = 'Open declaration';
const ofNobody = {
  status: 200,
  data: edgesOf(alder(open), birch(null)),
  errors: deniedBy('birch', 'declarations.edges.1.node.title'),
};
const ofTitled = { status: 200, data: edgesOf(alder(open), birch(open)), errors: [] };
const birchToNobody = {
  status: 200,
  data: edgesOf(birch(null)),
  errors: deniedBy(undefined, 'declarations.edges.0.node.title'),
};
const birchToTitled = { status: 200, data: edgesOf(birch(open)), errors: [] };
const page = 'page Declaration';
const refused = { status: 401, errors: ['UNAUTHENTICATED'] };

/** What comes of a request that proves nothing: no member hears of it, and no store is read. */
const nothingSent = { sent: toBoth([[], []]), read: toBoth([[], []]) };
/** The same at birch, which was sent `texts` and reads nothing for them. */
const unread = (...texts: readonly string[]) => ({ sent: toBoth([[], texts]), read: toBoth([[], []]) });
const body = JSON.stringify({ query: titles });

const asNobody: CaseQuestion = { caller: 'nobody', query: titles };
const asTitled: CaseQuestion = { caller: 'titled', query: titles };

/** Two callers in turn and at once; each question is sent for itself. */
const turns = Array.from({ length: 60 }, (_, i) => (i % 3 === 0 ? asTitled : asNobody));

async function inTurns(ask: (question: CaseQuestion) => Promise<CaseAnswer>): Promise<object[]> {
  return (await Promise.all(turns.map(ask))).map(told);
}

const perTurn = (ofTitled: string, ofNobody: string) =>
  turns.map((question) => (question === asTitled ? ofTitled : ofNobody));

/** What the hub sent to a member for somebody with rights. */
async function requestTo({ ask, notes }: CaseCoalition, member: string) {
  notes.take();
  await ask(asTitled);
  const request: NotedRequest | undefined = notes.take().requests[member]?.[0];
  return { body: request?.body ?? '', headers: { authorization: request?.headers.authorization ?? '' } };
}

/** The same token with its signature changed in the middle. */
function altered({ authorization = '' }: Readonly<Record<string, string>>): Record<string, string> {
  return { authorization: authorization.replace(/.{8}(.{20})$/, 'AAAAAAAA$1') };
}

const invented = {
  ...{ 'x-caller': 'owner', 'x-accord-scopes': 'declarations:titles', scope: 'declarations:titles' },
  ...{ cookie: 'session=1', 'x-forwarded-for': '192.0.2.7' },
};
const ours = [
  ...['accept', 'authorization', 'connection', 'content-length', 'content-type', 'host'],
  'x-request-id',
];

/** What hidden texts are looked for in, by a filter of birch's protected fields and by an id. */
const secretQueries = hiddenTexts.map(
  (text) => `{ declarations(filter: {text: "${text}"}) { edges { node { id } } } }`,
);

/** Where hidden texts are found in what was answered, logged and counted. */
async function secretsIn(
  { hub, real }: CaseCoalition,
  ask: (question: CaseQuestion) => Promise<CaseAnswer>,
): Promise<string[]> {
  const places: [string, string][] = [];
  for (const query of secretQueries) {
    places.push([`answer to ${query}`, (await ask({ caller: 'nobody', query })).text]);
  }
  for (const [name, { url, log }] of [['hub', hub] as const, ...real]) {
    places.push([`log of ${name}`, log.join('')]);
    places.push([`metrics of ${name}`, await (await fetch(`${url}/metrics`)).text()]);
  }
  return places.flatMap(([place, text]) =>
    hiddenTexts.some((secret) => text.includes(secret)) ? [place] : [],
  );
}

/** The embargo of a record of birch ends while a request is under way, and is over for the next one. */
function embargoRow(): CaseRow {
  const query =
    '{ first: declarations { edges { node { id } } } second: declarations(filter: {country: {eq: "GB"}}) { edges { node { id } } } }';
  const ids = (...locals: readonly string[]) => ({ edges: locals.map((id) => ({ node: { id } })) });
  const both = (list: object) => ({ status: 200, data: { first: list, second: list }, errors: [] });
  const question: CaseQuestion = { caller: 'nobody', query };
  const lists = ['', '(filter: {country: {eq: "GB"}})'].map((args) => sentList('id', args));
  const twice = [...lists, ...lists];
  return {
    of: 'Life: embargo decided at one instant for the whole request',
    what: 'which ends while members are asked',
    hub: {
      act: async ({ ask, notes, clock }) => {
        const before = clock.passed;
        notes.beforeAnswer = () => {
          clock.passed = 31_000;
        };
        try {
          return [told(await ask(question)), told(await ask(question))];
        } finally {
          notes.beforeAnswer = () => undefined;
          clock.passed = before;
        }
      },
      answer: [both(ids('alder:d-1', 'birch:d-1')), both(ids('alder:d-1', 'birch:d-1', 'birch:d-2'))],
      sent: toBoth([twice, twice]),
      isUnordered: true,
      read: toBoth([Array(4).fill(page), Array(4).fill(page)]),
    },
    member: {
      act: async ({ askMember, notes, clock }) => {
        const before = clock.passed;
        notes.onRead = () => {
          clock.passed = 31_000;
        };
        try {
          return told(await askMember('birch', question));
        } finally {
          notes.onRead = () => undefined;
          clock.passed = before;
        }
      },
      answer: both(ids('birch:d-1')),
      ...{ sent: toBoth([[], [query]]), read: toBoth([[], [page, page]]) },
    },
  };
}

export const lifeRows: readonly CaseRow[] = [
  {
    of: 'Life: callers interleaved a thousand times, zero cross-talk in loaders and caches',
    what: 'sixty at once',
    hub: {
      isUnordered: true,
      act: ({ ask }) => inTurns(ask),
      answer: turns.map((question) => (question === asTitled ? ofTitled : ofNobody)),
      sent: toBoth([turns.map(() => sentList('id title')), perTurn(sentList('id title'), sentList('id'))]),
      read: toBoth([turns.map(() => page), turns.map(() => page)]),
    },
    member: {
      isUnordered: true,
      act: ({ askMember }) => inTurns((question) => askMember('birch', question)),
      answer: turns.map((question) => (question === asTitled ? birchToTitled : birchToNobody)),
      sent: toBoth([[], turns.map(() => titles)]),
      read: toBoth([[], turns.map(() => page)]),
    },
  },
  {
    of: 'Life: answers touched by policy are private in every cache',
    what: 'whoever asks',
    hub: {
      act: async ({ ask }) => (await ask(asNobody)).headers.get('cache-control'),
      answer: 'private, no-store',
      sent: toBoth([[sentList('id title')], [sentList('id')]]),
      read: toBoth([[page], [page]]),
    },
    member: {
      act: async ({ askMember }) => (await askMember('birch', asNobody)).headers.get('cache-control'),
      answer: 'no-store',
      ...{ sent: toBoth([[], [titles]]), read: toBoth([[], [page]]) },
    },
  },
  {
    of: 'Life: a member called directly without a token',
    what: 'where the hub takes one for nobody',
    hub: {
      act: async ({ ask }) => told(await ask(asNobody)),
      answer: ofNobody,
      sent: toBoth([[sentList('id title')], [sentList('id')]]),
      read: toBoth([[page], [page]]),
    },
    member: {
      act: async ({ post }) => told(await post('birch', body, {})),
      ...{ answer: refused, ...unread(titles) },
    },
  },
  {
    of: "Life: with another member's token",
    what: 'that is good there',
    hub: {
      act: async ({ ask }) =>
        told(await ask({ ...asNobody, headers: await headersOf('titled', { aud: 'birch' }) })),
      ...{ answer: refused, ...nothingSent },
    },
    member: {
      act: async (coalition) => {
        const { body: question, headers } = await requestTo(coalition, 'alder');
        return told(await coalition.post('birch', question, headers));
      },
      ...{ answer: refused, ...unread(sentList('id title')) },
    },
  },
  {
    of: 'Life: with a replayed token',
    what: 'that was good once',
    hub: {
      act: async (coalition) => {
        const { headers } = await requestTo(coalition, 'birch');
        return told(await coalition.ask({ ...asNobody, headers }));
      },
      ...{ answer: refused, ...nothingSent },
    },
    member: {
      act: async (coalition) => {
        const { body: question, headers } = await requestTo(coalition, 'birch');
        return told(await coalition.post('birch', question, headers));
      },
      ...{ answer: refused, ...unread(sentList('id title')) },
    },
  },
  {
    of: 'Life: with an altered token',
    what: 'that never arrived, with another signature',
    hub: {
      act: async ({ ask }) => told(await ask({ ...asNobody, headers: altered(await headersOf('titled')) })),
      ...{ answer: refused, ...nothingSent },
    },
    member: {
      act: async (coalition) => {
        coalition.notes.beforeAnswer = () => Promise.reject(new Error('Expected not to arrive.'));
        const { body: question, headers } = await requestTo(coalition, 'birch');
        coalition.notes.beforeAnswer = () => undefined;
        return told(await coalition.post('birch', question, altered(headers)));
      },
      ...{ answer: refused, ...unread(sentList('id title')) },
    },
  },
  {
    of: 'Life: headers a client invents are never forwarded',
    what: 'such as who it is, what for and how it came',
    hub: {
      act: async (coalition) => {
        await coalition.ask({ ...asNobody, headers: invented });
        const { requests } = coalition.notes.seen();
        return Object.values(requests).map(([request]) => Object.keys(request?.headers ?? {}).sort());
      },
      answer: Array(2).fill(ours),
      sent: toBoth([[sentList('id title')], [sentList('id')]]),
      read: toBoth([[page], [page]]),
    },
    member: {
      act: async ({ askMember }) => told(await askMember('birch', { ...asNobody, headers: invented })),
      answer: birchToNobody,
      ...{ sent: toBoth([[], [titles]]), read: toBoth([[], [page]]) },
    },
  },
  embargoRow(),
  {
    of: 'Life: secrets of the fixture appear in no log, trace, error or metric',
    what: 'after answers and refusals',
    hub: {
      act: (coalition) => secretsIn(coalition, coalition.ask),
      answer: [],
      sent: toBoth([
        secretQueries.map((query) => query.replace('{ declarations', '{ answer: declarations')),
        [],
      ]),
      read: toBoth([secretQueries.flatMap(() => [...searchReads, page]), []]),
    },
    member: {
      act: (coalition) => secretsIn(coalition, (question) => coalition.askMember('birch', question)),
      answer: [],
      ...unread(...secretQueries),
    },
  },
];

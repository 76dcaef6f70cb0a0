import { asked, type CaseRow, deniedBy, searchReads, toBoth, told } from './case-row.js';

const counted = 'edges { node { id } } pageInfo { hasNextPage complete } totalCount { value relation }';
const list = (args: string) => `{ declarations(${args}) { ${counted} } }`;
const sentList = (args: string) => `{ answer: declarations${args && `(${args})`} { ${counted} } }`;
const ofMoney = 'sum currency';
const totals = (dimension: string, of: string) =>
  `{ declarationTotals(filter: {}, groupBy: [${dimension}]) { ${of} complete } }`;
const sentTotals = (dimension: string, of: string) =>
  `{ answer: declarationTotals(filter: {}, groupBy: [${dimension}]) { ${of} complete${of === ofMoney ? ' accord__sum: sum' : ''} } }`;

/** Alder's row alone: birch is not asked. */
const ofAlder = found(['alder:d-1'], { isComplete: false, relation: 'AT_LEAST' });
const ofBoth = found(['alder:d-1', 'birch:d-1'], {});
const ofBirch = found(['birch:d-1'], {});
const unasked = ['MEMBER_UNAVAILABLE  birch'];
const denied = { data: { declarations: null }, errors: deniedBy(undefined, 'declarations'), read: [] };
const read = ['page Declaration', 'count Declaration'];

function found(
  ids: readonly string[],
  { isComplete = true, relation = 'EXACT', hasNextPage = false }: Readonly<Record<string, unknown>>,
): object {
  return {
    declarations: {
      edges: ids.map((id) => ({ node: { id } })),
      pageInfo: { hasNextPage, complete: isComplete },
      totalCount: { value: ids.length, relation },
    },
  };
}

/** A use that birch lets nobody but those with a scope make, by somebody without it and by somebody with it. */
function useRows(of: CaseRow['of'], what: string, args: string, before: readonly string[] = []): CaseRow[] {
  const read = [...before, 'page Declaration', 'count Declaration'];
  const query = list(args);
  return [
    asked({
      ...{ of, what, caller: 'nobody', query },
      hub: { data: ofAlder, errors: unasked, sent: [[sentList(args)], []], read: [read, []] },
      member: denied,
    }),
    asked({
      ...{ of, what, caller: 'trusted', query },
      hub: { data: ofBoth, sent: [[sentList(args)], [sentList(args)]] },
      member: { data: ofBirch, read },
    }),
  ];
}

const year = (code: string, value: number, relation = 'EXACT') => ({
  ...{ key: [{ code }], count: { value, relation } },
  complete: relation === 'EXACT',
});
const sum = (amount: string, complete: boolean) => ({ sum: amount, currency: 'GBP', complete });
const totalsRead = ['groupSums Declaration'];
const byYear = 'key { code } count { value relation }';

export const inferenceRows: readonly CaseRow[] = [
  ...useRows('Inference: filter by a protected field', 'of a value', 'filter: {year: {eq: 2001}}'),
  ...useRows(
    'Inference: filter by a protected field',
    'within others',
    'filter: {or: [{not: {not: {year: {eq: 2001}}}}]}',
  ),
  ...useRows('Inference: sort by a protected field', 'alone', 'orderBy: [{field: YEAR}]'),
  ...useRows(
    'Inference: search by a protected field',
    'for words of it',
    'filter: {text: "declaration"}',
    searchReads,
  ),
  asked({
    of: 'Inference: group by a protected field',
    what: 'a count of records',
    ...{ caller: 'nobody', query: totals('YEAR', byYear) },
    hub: {
      data: { declarationTotals: [year('2001', 1, 'AT_LEAST')] },
      ...{ errors: unasked, sent: [[sentTotals('YEAR', byYear)], []], read: [totalsRead, []] },
    },
    member: { data: { declarationTotals: null }, errors: deniedBy(undefined, 'declarationTotals'), read: [] },
  }),
  asked({
    of: 'Inference: group by a protected field',
    what: 'a count of records',
    ...{ caller: 'trusted', query: totals('YEAR', byYear) },
    hub: {
      data: { declarationTotals: [year('2001', 2)] },
      sent: [[sentTotals('YEAR', byYear)], [sentTotals('YEAR', byYear)]],
    },
    member: { data: { declarationTotals: [year('2001', 1)] }, read: totalsRead },
  }),
  asked({
    of: 'Inference: aggregate by a protected field',
    what: 'a sum of it',
    ...{ caller: 'nobody', query: totals('CURRENCY', ofMoney) },
    hub: {
      data: { declarationTotals: [sum('1.5', false)] },
      ...{ errors: unasked, sent: [[sentTotals('CURRENCY', ofMoney)], []], read: [totalsRead, []] },
    },
    member: { data: { declarationTotals: null }, errors: deniedBy(undefined, 'declarationTotals'), read: [] },
  }),
  asked({
    of: 'Inference: aggregate by a protected field',
    what: 'a sum of it',
    ...{ caller: 'trusted', query: totals('CURRENCY', ofMoney) },
    hub: {
      data: { declarationTotals: [sum('3', true)] },
      sent: [[sentTotals('CURRENCY', ofMoney)], [sentTotals('CURRENCY', ofMoney)]],
    },
    member: { data: { declarationTotals: [sum('1.5', true)] }, read: totalsRead },
  }),
  asked({
    of: 'Inference: count and hasNextPage over visible rows only',
    what: 'of all there are',
    ...{ caller: 'trusted', query: list('first: 2') },
    hub: { data: ofBoth, sent: [[sentList('')], [sentList('')]] },
    member: { data: ofBirch, read },
  }),
  asked({
    of: 'Inference: count and hasNextPage over visible rows only',
    what: 'of what only hidden rows are',
    ...{ caller: 'trusted', query: list('filter: {year: {lte: 1999}}') },
    hub: {
      data: found([], {}),
      sent: [[sentList('filter: {year: {lte: 1999}}')], [sentList('filter: {year: {lte: 1999}}')]],
    },
    member: { data: found([], {}), read },
  }),
  hiddenIds(),
  asked({
    of: 'Inference: "Did you mean" suggests no hidden name',
    what: 'of a field that is not there',
    ...{ caller: 'nobody', query: '{ declarations { edges { node { titl } } } }' },
    hub: { status: 400, errors: ['GRAPHQL_VALIDATION_FAILED'], sent: [[], []] },
    member: { status: 400, errors: ['GRAPHQL_VALIDATION_FAILED'], read: [] },
  }),
];

/** Hidden, under an embargo, of another type, of nobody: in one answer, that cannot be told from another. */
function hiddenIds(): CaseRow {
  const ids = ['d-0', 'd-2', 'p-1', 'd-404'].map((local) => `birch:${local}`);
  const query = 'query($id: ID!) { declaration(id: $id) { id country } }';
  const answer = ids.map(() => ({ status: 200, data: { declaration: null }, errors: [] }));
  const reads = ids.map(() => 'getByIds Declaration');
  const sentOf = (text: string) => ids.map((id) => `${text} ${JSON.stringify({ id })}`);
  const question = (id: string) => ({ caller: 'trusted', query, variables: { id } }) as const;
  return {
    of: 'Inference: id of a hidden record, of the wrong type, of nobody: the same answer',
    what: 'each by itself, by trusted',
    hub: {
      act: async ({ ask }) => {
        const all: object[] = [];
        for (const id of ids) {
          all.push(told(await ask(question(id))));
        }
        return all;
      },
      answer,
      sent: toBoth([[], sentOf('query ($id: ID!) { answer: declaration(id: $id) { id country } }')]),
      read: toBoth([[], reads]),
    },
    member: {
      act: async ({ askMember }) => {
        const all: object[] = [];
        for (const id of ids) {
          all.push(told(await askMember('birch', question(id))));
        }
        return all;
      },
      answer,
      sent: toBoth([[], sentOf('query ($id: ID!) { declaration(id: $id) { id country } }')]),
      read: toBoth([[], reads]),
    },
  };
}

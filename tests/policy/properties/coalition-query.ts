import { type DocumentNode, type GraphQLSchema, parse } from 'graphql';
import { type HeldMember, organizations, persons } from './coalition-cases.js';
import type { Question } from './coalition-questions.js';
import { at } from './coalition-rules.js';
import { type Selection, selectionOf } from './coalition-selection.js';
import type { PlainArguments, PlainDomain } from './plain-domain.js';

/** One question as it is sent, and what it means. */
export interface AskedQuery {
  readonly kind: Question['kind'];
  /** The record type that it asks for. */
  readonly type: string;
  readonly text: string;
  readonly document: DocumentNode;
  readonly variables: Record<string, unknown>;
  readonly args: PlainArguments;
}

/** Writes a question about these records as an operation. */
export function queryFor(
  question: Question,
  of: { readonly domain: PlainDomain; readonly schema: GraphQLSchema; readonly held: readonly HeldMember[] },
): AskedQuery {
  const { type, roots } = of.domain;
  const { choices } = question;
  const node = selectionOf(type, { ...of, shown: of.domain.shown, choices });
  const finish = (text: string, variables: Record<string, unknown>, args: PlainArguments): AskedQuery => {
    return { kind: question.kind, type, text, document: parse(text), variables, args };
  };
  switch (question.kind) {
    case 'LIST': {
      const { filter, orderBy, first } = question;
      const text = `query Asked(${listParameters(type)}) { ${pageOf(of.domain, node, choices)} } ${node.fragments}`;
      return finish(text, { filter, orderBy, first }, { filter, orderBy, first });
    }
    case 'BELOW': {
      const { filter, orderBy, first } = question;
      const page = pageOf(of.domain, node, choices);
      const subjects = subjectsOf(question.drawn, of.held);
      const text = `query Asked($subjects: [ID!]!, ${listParameters(type)}) {
        entityOf(subjects: $subjects) { ${page} } } ${node.fragments}`;
      const and = [filter, { party: { in: subjects } }];
      const owners = subjects.map((id) => id.split(':', 1).join());
      return {
        ...finish(text, { subjects, filter, orderBy, first }, { filter: { and }, orderBy, first, owners }),
        // What it means is the list at the root.
        document: parse(`query Asked(${listParameters(type)}) { ${page} } ${node.fragments}`),
      };
    }
    case 'TOTALS': {
      const { filter, groupBy } = question;
      const isAddable = groupBy.includes('CURRENCY') || at(filter, 'currency', 'eq') !== undefined;
      const more = ['', isAddable ? 'sum' : '', 'currency', isAddable ? 'sum currency' : ''];
      const text = `query Asked($filter: ${type}Filter!, $groupBy: [${type}Dimension!]!) {
        ${roots.totals}(filter: $filter, groupBy: $groupBy) {
          key { dimension scheme code label } count { value relation } complete suppressedBecause
          ${more[(choices[0] ?? 0) % 4]}
        } }`;
      return finish(text, { filter, groupBy }, { filter, groupBy });
    }
    case 'BY_ID': {
      const ids = idsOf(question.drawn, of);
      const names = ids.map((_, i) => `$id${i}: ID!`).join(', ');
      const fields = ids.map((_, i) => `r${i}: ${roots.byId}(id: $id${i}) ${node.text}`).join(' ');
      const variables = Object.fromEntries(ids.map((id, i) => [`id${i}`, id]));
      return finish(`query Asked(${names}) { ${fields} } ${node.fragments}`, variables, { filter: {}, ids });
    }
    case 'ENTITIES': {
      const ids = idsOf(question.drawn, of);
      const text = `query Asked($representations: [_Any!]!) {
        _entities(representations: $representations) { ... on ${type} ${node.text} } } ${node.fragments}`;
      const representations = ids.map((id) => ({ __typename: type, id }));
      return finish(text, { representations }, { filter: {}, ids });
    }
  }
}

function listParameters(type: string): string {
  return `$filter: ${type}Filter, $orderBy: [${type}Order!], $first: Int, $after: String`;
}

function pageOf({ roots }: PlainDomain, { text }: Selection, choices: readonly number[]): string {
  const counted = (choices[0] ?? 0) % 3 === 0 ? '' : 'totalCount { value relation }';
  return `page: ${roots.list}(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    edges { node ${text} } pageInfo { hasNextPage endCursor complete } ${counted}
  }`;
}

/** Ids of parties of members, of nobody's, and of one that is not there. */
function subjectsOf(drawn: readonly number[], held: readonly HeldMember[]): string[] {
  const locals = [...persons, ...organizations];
  const known = held.flatMap(({ member }) => locals.map((local) => `${member}:${local}`));
  const all = [...known, ...known, 'nobody:p-0', 'alpha:p-99'];
  return drawn.map((n) => all[n % all.length] ?? 'alpha:p-0');
}

/** Ids of records, of nobody's, and of a party. */
function idsOf(
  drawn: readonly number[],
  { held, domain }: { readonly held: readonly HeldMember[]; readonly domain: PlainDomain },
): string[] {
  const all = held.flatMap(({ member, records }) =>
    records.filter(({ type }) => type === domain.type).map(({ local }) => `${member}:${local}`),
  );
  const known = [...all, ...all, `alpha:${domain.prefix}-99`, `nobody:${domain.prefix}-1`, 'alpha:p-0'];
  return drawn.map((n) => known[n % known.length] ?? 'alpha:p-0');
}

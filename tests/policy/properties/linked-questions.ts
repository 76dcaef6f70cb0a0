import fc from 'fast-check';
import { judgements } from '../../../shared/linking/link.js';
import type { PlainSearch } from './linked-oracle.js';
import { memberIds, round, tokens, words } from './linked-world.js';

const link = `candidate match candidateEntity { id } matchEntity { id } confidenceScore matcher
  criteria { feature weight detail } judgement decidedBy { id } decidedAt evidence
  history { judgement decidedBy { id } decidedAt evidence }`;

export const entityQuery = `query ($id: ID!) { entity(id: $id) {
  id kind name names { full language script subjects } identifiers { scheme id } countries topics
  subjects referents members { id } links { ${link} } } }`;

export const searchQuery = `query ($search: String, $token: String, $filter: EntityFilter, $first: Int, $after: String) {
  page: entities(search: $search, searchToken: $token, filter: $filter, first: $first, after: $after) {
    edges { cursor node { id } } pageInfo { hasNextPage endCursor complete } totalCount { value relation } } }`;

export const queueQuery = `query ($filter: LinkProposalFilter, $first: Int, $after: String) {
  page: linkProposals(filter: $filter, first: $first, after: $after) {
    edges { cursor node { ${link} } } pageInfo { hasNextPage endCursor complete } totalCount { value relation } } }`;

export const decideQuery = `mutation ($candidate: ID!, $match: ID!, $judgement: Judgement!) {
  decideLink(candidate: $candidate, match: $match, judgement: $judgement, evidence: "said") { ${link} } }`;

export const withdrawQuery = `mutation ($candidate: ID!, $match: ID!) {
  withdrawLink(candidate: $candidate, match: $match) { ${link} } }`;

const filter = fc.record(
  {
    kind: fc.constantFrom('PERSON', 'ORGANIZATION'),
    country: fc.constantFrom('UA', 'CY'),
    topic: fc.constantFrom('role.pep', 'sanction'),
    member: fc.constantFrom(...memberIds),
    identifier: fc.constantFrom('1', '2'),
  },
  { requiredKeys: [] },
);
const rarely = fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, filter);

export const anySearch: fc.Arbitrary<PlainSearch> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ word: fc.constantFrom(...words), filter: rarely }) },
  fc.record({ token: fc.constantFrom(...tokens), filter: rarely }),
);

/** The variables of `searchQuery`. */
export function searchVariables({ word, token, filter: by }: PlainSearch): Record<string, unknown> {
  const { identifier, ...plain } = by;
  const conditions = Object.fromEntries(Object.entries(plain).map(([field, eq]) => [field, { eq }]));
  return {
    search: word ?? null,
    token: token === undefined ? null : `${round}:${token}`,
    filter: {
      ...conditions,
      ...(identifier !== undefined && { identifier: { scheme: 'GB-COH', id: identifier } }),
    },
  };
}

export interface QueueQuestion {
  readonly judgement?: (typeof judgements)[number][];
  readonly minimumScore?: number;
}

export const anyQueue: fc.Arbitrary<QueueQuestion> = fc.record(
  { judgement: fc.subarray([...judgements], { minLength: 1 }), minimumScore: fc.constantFrom(0, 0.5) },
  { requiredKeys: [] },
);

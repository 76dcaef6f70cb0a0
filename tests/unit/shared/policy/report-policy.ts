import { parse } from 'graphql';
import { compileMemberPolicy } from '../../../../shared/policy/compile-member-policy.js';
import { compilePolicy, type PolicyParts } from '../../../../shared/policy/compile-policy.js';
import type { CompiledPolicy } from '../../../../shared/policy/compiled-policy.js';
import type { MemberPolicy } from '../../../../shared/policy/member-policy.js';
import { parsePolicy } from '../../../../shared/policy/parse-policy.js';
import {
  dateKey,
  foldedKey,
  handlingKeys,
  instantKey,
  integerKey,
  listKey,
  textKey,
} from '../../../../shared/store/body-keys.js';
import type { RecordType } from '../../../../shared/store/record-type.js';

/** An invented contract with every way of protecting a field. */
export const reportContract = parse(`
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@authenticated", "@requiresScopes", "@policy"])
  directive @mask(to: String!, unless: [[String!]!]) on FIELD_DEFINITION
  scalar Decimal
  scalar PartialDate
  scalar DateTime
  scalar Tlp
  enum Mood { CALM GRIM }
  type Query { reports: [Report!]! }
  type Member { id: ID! }
  interface Record { id: ID! member: Member! handling: Handling! }
  type Handling { tlp: Tlp embargoUntil: DateTime }
  type Money { amount: Decimal minimum: Decimal maximum: Decimal currency: String }
  union Party = Person | Firm
  type Person {
    id: ID!
    member: Member!
    name: String
    birthDate: PartialDate @policy(policies: [["member"]]) @mask(to: "YEAR", unless: [["owner"]])
  }
  type Firm { id: ID! member: Member! name: String }
  type Report implements Record {
    id: ID!
    member: Member!
    handling: Handling!
    title: String
    kind: Mood!
    year: Int
    summary: String @requiresScopes(scopes: [["reports:read"], ["reports:all", "reports:extra"]])
    theory: String @policy(policies: [["owner"]])
    notes: String @authenticated
    leads: Person @policy(policies: [["member"]])
    payer: Party @policy(policies: [["member"], ["legal-entity"]])
    value: Money
    findings: [Finding!]
    publishedAt: PartialDate
    tags: [String!]
  }
  type Memo implements Record {
    id: ID!
    member: Member!
    handling: Handling!
    text: String
    title: String
  }
  type Finding @requiresScopes(scopes: [["findings:read"]]) {
    text: String @policy(policies: [["owner"], ["published"]])
    mood: Mood
    publishedAt: PartialDate
  }
  type Plain { a: String b: String }
  input Filter { a: String }
`);

export const reportType: RecordType = {
  name: 'Report',
  keys: {
    title: foldedKey('title'),
    kind: textKey('kind'),
    year: integerKey('year'),
    publishedAt: dateKey('publishedAt'),
    seenAt: instantKey('seenAt'),
    tags: listKey('tags'),
    ...handlingKeys,
  },
  texts: () => [],
  pairs: [{ equal: [], sort: null }],
};

export const memoType: RecordType = {
  name: 'Memo',
  keys: { title: foldedKey('title'), ...handlingKeys },
  texts: () => [],
  pairs: [{ equal: [], sort: null }],
};

export const owner = 'harbour-watch';

const head = `version: 1\nmember: ${owner}\ntests: ./t.yaml\n`;

/** A policy file of these lines of YAML. */
export function partsOf(yaml: string | undefined): PolicyParts {
  return {
    file: yaml === undefined ? undefined : parsePolicy(`${head}${yaml}`, 'policy.yaml'),
    member: owner,
    contracts: [reportContract],
    recordTypes: [reportType, memoType],
    tokenSecret: 'a secret of the tests',
  };
}

export function policyOf(yaml?: string): MemberPolicy {
  return compileMemberPolicy(partsOf(yaml));
}

export function compiledOf(yaml?: string): CompiledPolicy {
  return compilePolicy(partsOf(yaml));
}

/** A policy of one rule on a field, in YAML's flow form. */
export function withRules(...rules: readonly string[]): string {
  return `rules:\n${rules.map((rule) => `  - ${rule}\n`).join('')}`;
}

export const now = new Date('2026-03-15T12:00:00.000Z');

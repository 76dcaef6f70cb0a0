import {
  asking,
  at,
  isOver,
  of,
  type PlainPolicy,
  proven,
  rounded,
  scoped,
  signedIn,
} from './coalition-rules.js';
import { commonPolicies } from './declaration-policies.js';

const findings: PlainPolicy = {
  name: 'findings',
  yaml: () => `
rules:
  - { field: Finding.text, read: { scopes: [[investigations:unpublished]], proof: caller }, until: record.publishedAt }
  - { field: Finding.rightOfReply, otherwise: { withhold: { reason: EMBARGO } } }
  - { field: Finding.status, read: { authenticated: true, purpose: [INVESTIGATION] } }`,
  fields: [
    {
      at: 'Finding.text',
      opens: (caller) => scoped('investigations:unpublished')(caller) && proven(caller),
      about: (object) => !isOver(object['publishedAt']),
      else: 'SILENT',
    },
    {
      at: 'Finding.status',
      opens: (caller) => signedIn(caller) && asking('INVESTIGATION')(caller),
      else: 'DENY',
    },
  ],
  tells: { 'Finding.rightOfReply': { reason: 'EMBARGO' } },
};

const partners: PlainPolicy = {
  name: 'partners and leads',
  yaml: (member) => `
rules:
  - { field: Organization.name, read: { org: [${member}, alpha] } }
  - { field: Subject, read: { authenticated: true } }
  - { field: Investigation.summary, read: { org: [${member}, beta] }, when: 'has(record.status) && record.status == "LEAD"', otherwise: { withhold: { reason: OWNER } } }
  - { records: Organization, when: 'record.handling.tlp == "TLP:GREEN"', allow: { org: [${member}] } }`,
  fields: [
    { at: 'Organization.name', opens: (caller, member) => of(member, 'alpha')(caller), else: 'DENY' },
    { at: 'Subject', opens: signedIn, else: 'DENY' },
    {
      at: 'Investigation.summary',
      opens: (caller, member) => of(member, 'beta')(caller),
      about: (object) => object['status'] === 'LEAD',
      else: { reason: 'OWNER' },
    },
  ],
  records: [
    {
      of: 'Organization',
      about: (body) => at(body, 'handling', 'tlp') === 'TLP:GREEN',
      spares: (caller, member) => of(member)(caller),
    },
  ],
};

const stages: PlainPolicy = {
  name: 'records by their stage',
  yaml: (member) => `
rules:
  - { records: Investigation, when: 'has(record.status) && record.status == "LEAD"', allow: { org: [${member}] } }
  - { records: Investigation, when: 'has(record.country) && record.country == "FR"', deny: { reason: TLP, disclose: true, except: { scopes: [[investigations:read]] } } }
  - { records: Person, when: 'record.handling.tlp == "TLP:GREEN"', allow: { purpose: [INVESTIGATION] } }`,
  records: [
    {
      of: 'Investigation',
      about: (body) => body['status'] === 'LEAD',
      spares: (caller, member) => of(member)(caller),
    },
    {
      of: 'Investigation',
      about: (body) => body['country'] === 'FR',
      spares: scoped('investigations:read'),
      told: { reason: 'TLP' },
    },
    {
      of: 'Person',
      about: (body) => at(body, 'handling', 'tlp') === 'TLP:GREEN',
      spares: asking('INVESTIGATION'),
    },
  ],
};

const amounts: PlainPolicy = {
  name: 'amounts and totals',
  yaml: () => `
rules:
  - { field: Investigation.amountConcerned, read: { scopes: [[investigations:read]] }, aggregate: { authenticated: true }, otherwise: { mask: ROUNDED } }
  - { field: Investigation.startDate, read: { authenticated: true }, until: record.endDate }
aggregates: { minimumGroup: 2, allow: [{ records: Investigation, to: { authenticated: true }, dimensions: [COUNTRY, STATUS, CURRENCY], labels: "TLP:AMBER+STRICT" }] }`,
  fields: [
    {
      at: 'Investigation.amountConcerned',
      opens: scoped('investigations:read'),
      counts: signedIn,
      else: rounded,
    },
    {
      at: 'Investigation.startDate',
      opens: signedIn,
      about: (object) => !isOver(object['endDate']),
      else: 'SILENT',
    },
  ],
  aggregates: {
    to: signedIn,
    dimensions: ['COUNTRY', 'STATUS', 'CURRENCY'],
    labels: ['TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR'],
    minimumGroup: 2,
  },
};

/** The policies that members of investigations can have. */
export const investigationPolicies: readonly PlainPolicy[] = [
  ...commonPolicies,
  ...[findings, partners, stages, amounts],
];

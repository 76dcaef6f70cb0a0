import type { Caller } from '../../../shared/identity/caller.js';
import {
  asking,
  at,
  band,
  firstLetter,
  isEmbargoed,
  isOver,
  nobody,
  of,
  type PlainPolicy,
  proven,
  rounded,
  scoped,
  signedIn,
  year,
} from './coalition-rules.js';

const url = 'https://desk.invalid/ask';

const personal: PlainPolicy = {
  name: 'personal data',
  yaml: () => `
rules:
  - { field: Person.birthDate, read: { scopes: [[declarations:personal]], purpose: [INVESTIGATION] }, otherwise: { mask: YEAR } }
  - { field: Person.name, read: { authenticated: true }, otherwise: { mask: PARTIAL } }
  - { field: Person.gender, read: nobody }`,
  fields: [
    {
      at: 'Person.birthDate',
      opens: (caller) => scoped('declarations:personal')(caller) && asking('INVESTIGATION')(caller),
      else: year,
    },
    { at: 'Person.name', opens: signedIn, else: firstLetter },
    { at: 'Person.gender', opens: nobody, else: 'DENY' },
  ],
};

const money: PlainPolicy = {
  name: 'money',
  yaml: (member) => `
rules:
  - { field: Declaration.total, read: { scopes: [[declarations:money]] }, otherwise: { mask: ROUNDED } }
  - { field: Gift.value, read: { org: [${member}, alpha] }, otherwise: { withhold: { reason: OWNER, requestAccessUrl: "${url}" } } }
  - { field: RealEstate.value, read: { authenticated: true }, otherwise: { mask: BAND } }`,
  fields: [
    { at: 'Declaration.total', opens: scoped('declarations:money'), else: rounded },
    {
      at: 'Gift.value',
      opens: (caller, member) => of(member, 'alpha')(caller),
      else: { reason: 'OWNER', requestAccessUrl: url },
    },
    { at: 'RealEstate.value', opens: signedIn, else: band },
  ],
};

const ending: PlainPolicy = {
  name: 'rules that end',
  yaml: () => `
rules:
  - { field: Declaration.title, read: { authenticated: true }, until: record.publishedAt }
  - { field: Declaration.regime, read: { purpose: [INVESTIGATION] }, when: "has(record.year) && record.year > 2018", otherwise: { withhold: { reason: PURPOSE } } }
  - { field: Money, read: { scopes: [[declarations:read], [declarations:money]] } }
  - { field: Expense.counterparty, read: { purpose: [INVESTIGATION] }, when: has(record.description) }`,
  fields: [
    {
      at: 'Declaration.title',
      opens: signedIn,
      about: (object) => !isOver(object['publishedAt']),
      else: 'SILENT',
    },
    {
      at: 'Declaration.regime',
      opens: asking('INVESTIGATION'),
      about: (object) => Number(object['year'] ?? 0) > 2018,
      else: { reason: 'PURPOSE' },
    },
    {
      at: 'Money',
      opens: (caller) => scoped('declarations:read')(caller) || scoped('declarations:money')(caller),
      else: 'DENY',
    },
    {
      at: 'Expense.counterparty',
      opens: asking('INVESTIGATION'),
      about: ({ description }) => description !== undefined,
      else: 'SILENT',
    },
  ],
};

const purposes: PlainPolicy = {
  name: 'purposes and organisations',
  yaml: (member) => `
rules:
  - { field: Declaration.country, read: { purpose: [INVESTIGATION] } }
  - { field: Declaration.category, read: { org: [${member}, beta] } }
  - { field: Declaration.incomes, read: { authenticated: true, purpose: [INVESTIGATION, DASHBOARD] }, otherwise: { mask: "NULL" } }
  - { field: Declarant.post, read: { proof: caller } }`,
  fields: [
    { at: 'Declaration.country', opens: asking('INVESTIGATION'), else: 'DENY' },
    { at: 'Declaration.category', opens: (caller, member) => of(member, 'beta')(caller), else: 'DENY' },
    {
      at: 'Declaration.incomes',
      opens: (caller) => signedIn(caller) && (asking('INVESTIGATION')(caller) || asking('DASHBOARD')(caller)),
      else: () => null,
    },
    { at: 'Declarant.post', opens: proven, else: 'DENY' },
  ],
};

const places: PlainPolicy = {
  name: 'records by country and year',
  yaml: () => `
rules:
  - { records: Declaration, when: 'has(record.country) && record.country == "GB"', deny: { reason: OWNER, disclose: true, requestAccessUrl: "${url}", except: { org: [alpha] } } }
  - { records: Declaration, when: "has(record.year) && record.year < 2019", allow: { scopes: [[declarations:read]] } }`,
  records: [
    {
      of: 'Declaration',
      about: (body) => body['country'] === 'GB',
      spares: of('alpha'),
      told: { reason: 'OWNER', requestAccessUrl: url },
    },
    {
      of: 'Declaration',
      about: (body) => Number(body['year'] ?? 9999) < 2019,
      spares: scoped('declarations:read'),
    },
  ],
};

const parties: PlainPolicy = {
  name: 'hidden parties',
  yaml: (member) => `
rules:
  - { records: Person, when: 'record.handling.tlp == "TLP:GREEN"', allow: { org: [${member}] } }
  - { field: Organization, read: { authenticated: true } }
  - { field: AssetOwner.party, otherwise: { withhold: { reason: OWNER } } }`,
  fields: [{ at: 'Organization', opens: signedIn, else: 'DENY' }],
  tells: { 'AssetOwner.party': { reason: 'OWNER' } },
  records: [
    {
      of: 'Person',
      about: (body) => at(body, 'handling', 'tlp') === 'TLP:GREEN',
      spares: (caller, member) => of(member)(caller),
    },
  ],
};

const counting: PlainPolicy = {
  name: 'totals for those who may not read',
  yaml: () => `
rules:
  - { field: Declaration.year, read: { scopes: [[declarations:personal]] }, aggregate: { authenticated: true } }
aggregates:
  minimumGroup: 2
  allow: [{ records: Declaration, to: { authenticated: true }, dimensions: [COUNTRY, YEAR, CURRENCY], labels: "TLP:AMBER+STRICT" }]`,
  fields: [
    { at: 'Declaration.year', opens: scoped('declarations:personal'), counts: signedIn, else: 'DENY' },
  ],
  aggregates: {
    to: signedIn,
    dimensions: ['COUNTRY', 'YEAR', 'CURRENCY'],
    labels: ['TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR'],
    minimumGroup: 2,
  },
};

const closed: PlainPolicy = {
  name: 'closed roots and lists',
  yaml: (member) => `
rules:
  - { field: Query.declarationTotals, read: { org: [${member}, beta] } }
  - { field: FamilyMember, read: { scopes: [[declarations:personal]] } }
  - { field: Declaration.submittedAt, read: { authenticated: true } }
aggregates: { minimumGroup: 2, allow: [{ records: Declaration, to: { authenticated: true }, dimensions: [TYPE, CURRENCY] }] }`,
  fields: [
    { at: 'Query.declarationTotals', opens: (caller, member) => of(member, 'beta')(caller), else: 'DENY' },
    { at: 'FamilyMember', opens: scoped('declarations:personal'), else: 'DENY' },
    { at: 'Declaration.submittedAt', opens: signedIn, else: 'DENY' },
  ],
  aggregates: {
    to: signedIn,
    dimensions: ['TYPE', 'CURRENCY'],
    labels: ['TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR'],
    minimumGroup: 2,
  },
};

/** Policies that are of no domain in particular. */
export const commonPolicies: readonly PlainPolicy[] = [
  { name: 'no file' },
  {
    name: 'strict labels shared',
    yaml: () => `
sharing: { "TLP:AMBER+STRICT": [beta, civic-charts] }
rules:
  - { records: "*", when: 'record.handling.tlp == "TLP:AMBER"', allow: { proof: caller } }`,
    sharesStrict: ['beta', 'civic-charts'],
    records: [{ of: '*', about: (body) => label(body) === 'TLP:AMBER', spares: proven }],
  },
  {
    name: 'an embargo that is told',
    yaml: () => `
rules:
  - { records: "*", when: "has(record.handling.embargoUntil) && record.handling.embargoUntil > now", deny: { reason: EMBARGO, disclose: true, except: { org: [gamma] } } }`,
    records: [{ of: '*', about: isEmbargoed, spares: of('gamma'), told: { reason: 'EMBARGO' } }],
  },
  {
    name: 'a hub that is not believed',
    yaml: (member) => `
hub: { ceiling: { scopes: ["declarations:r*", "investigations:*"], clearance: "TLP:GREEN", organizations: [alpha, beta, ${member}] } }`,
    believes: (caller, member) => (caller.isProven ? caller : cut(caller, ['alpha', 'beta', member])),
  },
];

function label(body: Readonly<Record<string, unknown>>): unknown {
  return at(body, 'handling', 'tlp') ?? 'TLP:AMBER';
}

function cut(caller: Caller, organizations: readonly string[]): Caller {
  const isBelieved = caller.organization !== null && organizations.includes(caller.organization);
  return {
    ...caller,
    scopes: caller.scopes.filter((scope) => /^(declarations:r|investigations:)/.test(scope)),
    clearance: caller.clearance === 'TLP:CLEAR' ? 'TLP:CLEAR' : 'TLP:GREEN',
    organization: isBelieved ? caller.organization : null,
    isMember: isBelieved && caller.isMember,
  };
}

/** The policies that members of asset declarations can have. */
export const declarationPolicies: readonly PlainPolicy[] = [
  ...commonPolicies,
  ...[personal, money, ending, purposes, places, parties, counting, closed],
];

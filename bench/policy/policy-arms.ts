/** With the contracts' rules and a policy of each member, and the same without any rule anywhere. */
export const arms = ['policies', 'none'] as const;
export type Arm = (typeof arms)[number];

/** A policy of each of the benchmark's members: rules of fields and records, and masks. */
export function benchPolicy(member: string): string {
  return `version: 1
member: ${member}
tests: ./policy.tests.yaml
hub: { ceiling: { scopes: ["declarations:*"], clearance: "TLP:AMBER" } }
rules:
  - field: Person.birthDate
    read: { scopes: [["declarations:personal"]], purpose: [INVESTIGATION] }
    otherwise: { mask: YEAR }
  - field: RealEstate.city
    read: { scopes: [["declarations:read"]] }
  - records: Declaration
    when: has(record.country) && record.country == "XX"
    allow: { org: [${member}] }
`;
}

/** Asks for most of a declaration: open fields, fields with rules, fields by record and masked ones. */
export const question = `{
  declarations(first: 100) {
    edges {
      node {
        id title year country handling { tlp } total { amount currency }
        declarant { post person { id name birthDate } workPlace { name } }
        family { relation person { name } }
        realEstate { propertyType city country value { amount currency } owner { kind party { __typename } } }
        incomes { kind payer { ... on Person { name } ... on Organization { name } } amount { amount currency } }
        interests { asset { name identifiers { scheme id } } share { exact } }
      }
    }
    pageInfo { hasNextPage complete }
  }
}`;

import type { SubjectKind } from './link-subject.js';

/** The fields of the schema that what is compared comes from, as coordinates of the contracts. */
export interface CriterionFields {
  readonly names: readonly string[];
  readonly birthDate: string;
  readonly countries: string;
  readonly identifiers: string;
}

const fields: Readonly<Record<SubjectKind, CriterionFields>> = {
  PERSON: fieldsOfType('Person'),
  ORGANIZATION: fieldsOfType('Organization'),
};

export function fieldsOf(kind: SubjectKind): CriterionFields {
  return fields[kind];
}

function fieldsOfType(type: string): CriterionFields {
  return {
    names: [`${type}.name`, `${type}.names`],
    birthDate: `${type}.birthDate`,
    countries: `${type}.countries`,
    identifiers: `${type}.identifiers`,
  };
}

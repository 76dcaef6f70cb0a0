import { type Part, partAt, partsAt, textAt, textsAt } from './answer.js';
import type { FtmCollector, StatementSource, Subject } from './statements.js';

/** The fields of a party that become statements. */
export const partyFragments = `
  fragment partyOf on Party { ...personOf ...organizationOf }
  fragment personOf on Person {
    __typename id name names { full language } identifiers { scheme id } birthDate birthPlace deathDate
    nationality countries gender position topics wikidataId
  }
  fragment organizationOf on Organization {
    __typename id name names { full language } identifiers { scheme id } entityType jurisdiction countries legalForm
    incorporationDate dissolutionDate status sector classification address { full } topics wikidataId
  }
`;

/**
 * Says what a record tells of a party it names, and gives the party; undefined where none is shown. Each name and
 * identifier is a statement of the record that it was read with.
 */
export function addParty(
  party: Part | undefined,
  source: StatementSource,
  collector: FtmCollector,
): Subject | undefined {
  const id = party === undefined ? undefined : textAt(party, 'id');
  if (party === undefined || id === undefined) {
    return undefined;
  }
  const subject = { id, schema: schemaOf(party) };
  collector.add(subject, { name: textAt(party, 'name') }, source);
  for (const name of partsAt(party, 'names')) {
    collector.add(subject, { name: textAt(name, 'full') }, source, textAt(name, 'language'));
  }
  const common = {
    country: textsAt(party, 'countries').map(lower),
    topics: textsAt(party, 'topics'),
    wikidataId: textAt(party, 'wikidataId'),
  };
  const own = subject.schema === 'Person' ? personProperties(party) : organizationProperties(party);
  collector.add(subject, { ...common, ...own }, source);
  addIdentifiers(party, subject, { source, collector });
  return subject;
}

/** FollowTheMoney writes countries in small letters. */
export function lower(code: string): string {
  return code.toLowerCase();
}

function schemaOf(party: Part): string {
  if (party['__typename'] === 'Person') {
    return 'Person';
  }
  switch (textAt(party, 'entityType')) {
    case 'STATE':
    case 'STATE_BODY':
      return 'PublicBody';
    case 'REGISTERED_ENTITY':
      return 'Company';
    default:
      return 'Organization';
  }
}

function personProperties(person: Part) {
  const gender = textAt(person, 'gender');
  return {
    birthDate: textAt(person, 'birthDate'),
    birthPlace: textAt(person, 'birthPlace'),
    deathDate: textAt(person, 'deathDate'),
    nationality: textsAt(person, 'nationality').map(lower),
    gender: gender === undefined ? undefined : lower(gender),
    position: textsAt(person, 'position'),
  };
}

function organizationProperties(organization: Part) {
  const jurisdiction = textAt(organization, 'jurisdiction');
  return {
    jurisdiction: jurisdiction === undefined ? undefined : lower(jurisdiction),
    legalForm: textAt(organization, 'legalForm'),
    incorporationDate: textAt(organization, 'incorporationDate'),
    dissolutionDate: textAt(organization, 'dissolutionDate'),
    status: textAt(organization, 'status'),
    sector: textAt(organization, 'sector'),
    classification: textAt(organization, 'classification'),
    address: textAt(partAt(organization, 'address') ?? {}, 'full'),
  };
}

/** A LEI and a Wikidata item have properties of their own; of the others the scheme tells what register it is. */
function addIdentifiers(
  party: Part,
  subject: Subject,
  { source, collector }: { readonly source: StatementSource; readonly collector: FtmCollector },
): void {
  for (const identifier of partsAt(party, 'identifiers')) {
    const [scheme, id] = [textAt(identifier, 'scheme'), textAt(identifier, 'id')];
    if (scheme !== undefined && id !== undefined) {
      collector.add(subject, identifierProperty(subject.schema, scheme, id), source);
    }
  }
}

export function identifierProperty(schema: string, scheme: string, id: string): Record<string, string> {
  if (scheme === 'XI-WIKIDATA') {
    return { wikidataId: id };
  }
  if (schema === 'Person') {
    return { idNumber: `${scheme}:${id}` };
  }
  return scheme === 'XI-LEI' ? { leiCode: id } : { registrationNumber: `${scheme}:${id}` };
}

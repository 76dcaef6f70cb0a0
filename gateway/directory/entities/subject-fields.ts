import type { SubjectKind } from '../../../shared/linking/link-subject.js';

/** What a subject shows and is searched by; each takes the rights of some fields of its owner's parties. */
export type SubjectPart = 'names' | 'identifiers' | 'countries' | 'topics';

const parts: Readonly<Record<SubjectPart, readonly string[]>> = {
  names: ['name', 'names'],
  identifiers: ['identifiers'],
  countries: ['countries'],
  topics: ['topics'],
};

/** The types of fields that are objects, with what is shown of these. */
const below: Readonly<Record<string, readonly string[]>> = {
  names: ['Name', 'Name.full', 'Name.language', 'Name.script'],
  identifiers: ['Identifier', 'Identifier.scheme', 'Identifier.id', 'Identifier.legalName', 'Identifier.uri'],
};

const typeOf: Readonly<Record<SubjectKind, string>> = { PERSON: 'Person', ORGANIZATION: 'Organization' };

/** The coordinates of the contracts whose rights a part of a subject takes, all of them. */
export function coordinatesOfPart(kind: SubjectKind, part: SubjectPart): readonly string[] {
  return parts[part].flatMap((field) => withPlaces(`${typeOf[kind]}.${field}`));
}

/** What a name's token stands for besides the name: it was made of these as well. */
export function coordinatesBesideName(kind: SubjectKind): readonly string[] {
  const fields = kind === 'PERSON' ? ['birthDate', 'countries'] : ['countries'];
  return fields.flatMap((field) => withPlaces(`${typeOf[kind]}.${field}`));
}

/** A field with its type, and with the type that it gives. */
export function withPlaces(coordinate: string): readonly string[] {
  const [type = '', field = ''] = coordinate.split('.');
  return [type, coordinate, ...(below[field] ?? [])];
}

import type { OrganizationBody, PersonBody } from '../../../shared/domain/party-body.js';
import type {
  Address,
  Handling,
  Name,
  PartyRef,
  Provenance,
  Unspecified,
} from '../../../shared/domain/record-body.js';
import { compactBody } from '../../../shared/importing/compact-body.js';
import type { RecordInput } from '../../../shared/store/record-store.js';
import { ofacCountryOf } from './ofac-country.js';
import { commonDate, readOfacDate } from './ofac-dates.js';
import { toIdentifiers } from './ofac-identifiers.js';
import type { OfacRemarks } from './ofac-remarks.js';
import type { AddRow, AltRow, SdnRow } from './ofac-rows.js';

/** All rows about one entity of the list. */
export interface OfacEntity {
  readonly row: SdnRow;
  readonly remarks: OfacRemarks;
  readonly aliases: readonly AltRow[];
  readonly addresses: readonly AddRow[];
}

interface Common {
  readonly handling: Handling;
  readonly provenance: Provenance;
}

/** The party of an entity, and how records refer to it. */
export function toOfacParty(entity: OfacEntity, common: Common): { ref: PartyRef; record: RecordInput } {
  const local = `ofac-${entity.row.number}`;
  if (entity.row.type === 'individual') {
    const ref: PartyRef = { ref: 'Person', id: local, name: entity.row.name };
    return { ref, record: { type: 'Person', local, body: compactBody(toPerson(entity, common)) } };
  }
  const body = toOrganization(entity, common);
  const identifiers = body.identifiers?.map(({ scheme, id }) => ({ scheme, id }));
  const ref: PartyRef = {
    ref: 'Organization',
    id: local,
    name: entity.row.name,
    ...(identifiers === undefined || identifiers.length === 0 ? {} : { identifiers }),
  };
  return { ref, record: { type: 'Organization', local, body: compactBody(body) } };
}

/** Of a person's addresses only the countries are kept, and no number of any kind. */
function toPerson(entity: OfacEntity, common: Common): PersonBody {
  const { row, remarks } = entity;
  const births = remarks.birthDates.map(readOfacDate);
  const birthDate = commonDate(births);
  const nationality = codesOf(remarks.nationalities);
  return {
    ...common,
    name: row.name,
    names: namesOf(entity, toPersonName),
    birthDate,
    birthPlace: kept(remarks.birthPlaces[0], remarks),
    nationality: nationality.codes,
    countries: codesOf(entity.addresses.map(({ country }) => country)).codes,
    gender: remarks.gender,
    position: [kept(row.title, remarks)].filter((title) => title !== undefined),
    topics: ['sanction'],
    unspecified: [
      ...(births.length > 0 && birthDate === undefined ? [notReadable('birthDate')] : []),
      ...(nationality.unknown ? [notReadable('nationality')] : []),
    ],
  };
}

function toOrganization(entity: OfacEntity, common: Common): OrganizationBody {
  const { row, remarks, addresses } = entity;
  const address = addresses.map(toAddress).find((one) => Object.keys(one).length > 0);
  return {
    ...common,
    name: row.name,
    names: namesOf(entity, (full) => ({ full })),
    identifiers: toIdentifiers(remarks.registrations),
    countries: codesOf(addresses.map(({ country }) => country)).codes,
    address,
    topics: ['sanction'],
  };
}

/** `PLACEHOLDER, Ann Mary` is the family name and the given names; a name without a comma is left whole. */
function toPersonName(full: string): Name {
  const comma = full.indexOf(', ');
  return comma < 0
    ? { full }
    : { full, familyName: full.slice(0, comma).trim(), givenName: full.slice(comma + 2).trim() };
}

function namesOf({ row, remarks, aliases }: OfacEntity, toName: (full: string) => Name): Name[] {
  const script = (full: string) => (/^[\p{Script=Latin}\P{L}]*$/u.test(full) ? { script: 'Latn' } : {});
  const others = [
    ...aliases.map(({ name, type }) => ({ full: name, type: nameTypeOf(type) })),
    ...remarks.names,
  ];
  return [
    { ...toName(row.name), ...script(row.name) },
    ...others.map(({ full, type }) => ({ ...toName(full), type, ...script(full) })),
  ];
}

function nameTypeOf(type: string | undefined): 'ALTERNATIVE' | 'FORMER' {
  return type?.toLowerCase() === 'fka' ? 'FORMER' : 'ALTERNATIVE';
}

/**
 * City, region, postal code and country; OFAC writes the first three as one text, such as `Nieuwkoop, Zuid-Holland
 * 2421 LK`. It does not say which address is the registered one, so the first that says anything is taken, without a
 * type.
 */
function toAddress({ place, country }: AddRow): Address {
  const words = (place ?? '').split(' ');
  const postalAt = words.findIndex((word, i) => i > 0 && /\d/.test(word));
  const named = (postalAt < 0 ? words : words.slice(0, postalAt)).join(' ');
  const [city, ...regions] = named.split(', ');
  const code = country === undefined ? undefined : ofacCountryOf(country);
  return {
    ...(city ? { city } : {}),
    ...(regions.length > 0 ? { region: regions.join(', ') } : {}),
    ...(postalAt < 0 ? {} : { postalCode: words.slice(postalAt).join(' ') }),
    ...(code === undefined ? {} : { country: code }),
  };
}

function codesOf(names: readonly (string | undefined)[]): { codes: string[]; unknown: boolean } {
  const codes = names.flatMap((name) => (name === undefined ? [] : [ofacCountryOf(name)]));
  const known = codes.filter((code) => code !== undefined);
  return { codes: [...new Set(known)], unknown: known.length < codes.length };
}

/** A free text about a person, unless it holds one of the person's numbers. */
function kept(text: string | undefined, { withheld, registrations }: OfacRemarks): string | undefined {
  const numbers = [...withheld, ...registrations.map(({ number }) => number)];
  const isSafe = text !== undefined && !numbers.some((number) => text.includes(number));
  return isSafe && !/passport|national id|tax id/i.test(text) ? text : undefined;
}

function notReadable(field: string): Unspecified {
  return { field, reason: 'NOT_READABLE' };
}

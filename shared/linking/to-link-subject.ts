import { OrganizationBody, PersonBody } from '../domain/party-body.js';
import { isStricter } from '../policy/ceiling.js';
import type { RecordAudience } from '../policy/record-audience.js';
import { mayBeMinor } from './is-minor.js';
import { LinkSubject, type SubjectKind, type SubjectName } from './link-subject.js';
import type { LinkingSettings } from './linking-settings.js';
import { publicSchemes } from './public-schemes.js';
import type { TokenFacts } from './token-facts.js';

/** The record types that can be published, and what they are published as. */
export const linkedTypes = { Person: 'PERSON', Organization: 'ORGANIZATION' } as const satisfies Record<
  string,
  SubjectKind
>;
export type LinkedType = keyof typeof linkedTypes;

/** A party as its owner's store has it. */
export interface PartyRecord {
  readonly type: LinkedType;
  readonly local: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface PublishingTerms {
  readonly settings: LinkingSettings;
  /** Who may know of the record by the owner's policy; null: it cannot be published. See `MemberPolicy.audience`. */
  readonly audience: RecordAudience | null;
  readonly now: Date;
}

/** What of a party goes to the hub. */
export interface PublishedParty {
  /** In clear; its `tokens` are empty, for whoever asks the broker to fill. */
  readonly subject: LinkSubject;
  /** What its tokens are made of, which stays with the owner. */
  readonly facts: TokenFacts;
}

/** The most of each that a subject may have, see `LinkSubject`. */
const most = { names: 50, nameLength: 1000, identifiers: 50, countries: 50, topics: 50, topicLength: 100 };

/**
 * What a member publishes of one of its parties for linking; null where it publishes nothing: by its policy or its
 * settings, for a person who may be under age, and for a record that cannot be read or has nothing to compare. Pure.
 */
export function toLinkSubject(record: PartyRecord, terms: PublishingTerms): PublishedParty | null {
  const { settings, audience, now } = terms;
  const read = readParty(record);
  if (
    audience === null ||
    read === undefined ||
    isStricter(audience.tlp, settings.upTo) ||
    settings.exclude.includes(record.local) ||
    (read.birthDate !== undefined && mayBeMinor(read.birthDate, now))
  ) {
    return null;
  }
  const names = namesOf(read);
  const identifiers = identifiersOf(read);
  const isClear = clearTest(settings.identifiers.clear);
  const subject = LinkSubject.safeParse({
    local: record.local,
    kind: linkedTypes[record.type],
    names: settings.names === 'clear' ? names.slice(0, most.names) : [],
    ...birthDateOf(read.birthDate, settings.birthDate),
    countries: [...new Set(read.countries)].slice(0, most.countries),
    identifiers: identifiers.filter(isClear).slice(0, most.identifiers),
    topics: (read.topics ?? []).filter(({ length }) => length <= most.topicLength).slice(0, most.topics),
    audience,
  });
  const facts: TokenFacts = {
    kind: linkedTypes[record.type],
    names: names.map(({ full }) => full),
    birthYear: read.birthDate?.slice(0, 4),
    countries: read.countries ?? [],
    identifiers: identifiers.filter((one) => isClear(one) || settings.identifiers.others === 'tokens'),
  };
  const hasAnything = names.length > 0 || facts.identifiers.length > 0;
  return subject.success && hasAnything ? { subject: subject.data, facts } : null;
}

interface ReadParty extends OrganizationBody {
  readonly birthDate?: string | undefined;
}

function readParty({ type, body }: PartyRecord): ReadParty | undefined {
  return (type === 'Person' ? PersonBody : OrganizationBody).safeParse(body).data;
}

/** Each name once, the record's main one first. */
function namesOf({ name, names = [] }: ReadParty): SubjectName[] {
  const all: SubjectName[] = [
    ...names.map(({ full, language, script }) => ({
      full,
      ...(language !== undefined && { language }),
      ...(script !== undefined && { script }),
    })),
    ...(name === undefined || names.some(({ full }) => full === name) ? [] : [{ full: name }]),
  ];
  const first = all.find(({ full }) => full === name);
  const ordered = first === undefined ? all : [first, ...all.filter((one) => one !== first)];
  const unique = new Map(ordered.map((one) => [one.full, one]));
  return [...unique.values()].filter(({ full }) => full.length <= most.nameLength);
}

/** Scheme and id alone: what else an identifier says may be a name. */
function identifiersOf({ identifiers = [], wikidataId }: ReadParty): { scheme: string; id: string }[] {
  const all = identifiers.map(({ scheme, id }) => ({ scheme, id }));
  const isThere = all.some(({ scheme }) => scheme === 'XI-WIKIDATA');
  return wikidataId === undefined || isThere ? all : [...all, { scheme: 'XI-WIKIDATA', id: wikidataId }];
}

function clearTest(clear: LinkingSettings['identifiers']['clear']): (one: { scheme: string }) => boolean {
  const schemes = clear === 'public' ? publicSchemes : new Set(clear);
  return ({ scheme }) => schemes.has(scheme);
}

function birthDateOf(
  birthDate: string | undefined,
  exactness: LinkingSettings['birthDate'],
): { readonly birthDate?: string } {
  if (birthDate === undefined || exactness === 'none') {
    return {};
  }
  return { birthDate: exactness === 'year' ? birthDate.slice(0, 4) : birthDate };
}

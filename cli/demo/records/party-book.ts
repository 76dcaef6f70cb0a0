import type { OrganizationBody, PersonBody } from '../../../shared/domain/party-body.js';
import type { Name, OrganizationRef, PartyRef, PersonRef } from '../../../shared/domain/record-body.js';
import type { RecordInput } from '../../../shared/store/record-store.js';
import { writePart } from '../names/write-part.js';
import type { Random } from '../random.js';
import { companyRegisterScheme, schemes } from '../world/identifiers.js';
import { bodyKinds, sectors } from '../world/locales.js';
import { chooseSpelling, roughen, spellParty } from '../world/spell-party.js';
import type { WorldBody, WorldCompany, WorldParty, WorldPerson } from '../world/world.js';
import { partyLabels, type RecordStamp } from './record-stamp.js';

/** What a member knows of the parties its records name: each is written down at its first mention and then referred to. */
export interface PartyBook {
  person(person: WorldPerson): PersonRef;
  organization(organization: WorldCompany | WorldBody): OrganizationRef;
  party(party: WorldParty): PartyRef;
  /** The parties written down since the last call, as records. */
  takeNew(): RecordInput[];
  /** Local id of each party written down → its identity in the invented world. */
  readonly truth: ReadonlyMap<string, string>;
}

/** One mention in fifty does not notice that the member knows the party, and writes it down a second time. */
const doubleShare = 0.02;

export function createPartyBook(stamp: RecordStamp, random: Random): PartyBook {
  const people = new Map<string, PersonRef>();
  const organizations = new Map<string, OrganizationRef>();
  const truth = new Map<string, string>();
  let fresh: RecordInput[] = [];

  const writeDown = (local: string, party: WorldParty, record: Pick<RecordInput, 'type' | 'body'>): void => {
    truth.set(local, party.identity);
    fresh.push({ ...record, local });
  };
  const book: PartyBook = {
    person(person) {
      const known = people.get(person.identity);
      if (known !== undefined && !random.chance(doubleShare)) {
        return known;
      }
      const body = describePerson(person, stamp, random);
      const id = stamp.localId('p', person.identity, truth.size);
      const ref: PersonRef = { ref: 'Person', id, ...copyOf(body) };
      people.set(person.identity, ref);
      writeDown(id, person, { type: 'Person', body });
      return ref;
    },
    organization(organization) {
      const known = organizations.get(organization.identity);
      if (known !== undefined && !random.chance(doubleShare)) {
        return known;
      }
      const body = describeOrganization(organization, stamp, random);
      const id = stamp.localId('o', organization.identity, truth.size);
      const ref: OrganizationRef = { ref: 'Organization', id, ...copyOf(body) };
      organizations.set(organization.identity, ref);
      writeDown(id, organization, { type: 'Organization', body });
      return ref;
    },
    party: (party) => (party.kind === 'person' ? book.person(party) : book.organization(party)),
    takeNew() {
      const taken = fresh;
      fresh = [];
      return taken;
    },
    truth,
  };
  return book;
}

/** What a reference repeats of its party, so that search and filters find the record by it. */
function copyOf(body: PersonBody | OrganizationBody): Pick<PersonRef, 'name' | 'identifiers'> {
  return {
    ...(body.name === undefined ? {} : { name: body.name }),
    ...(body.identifiers === undefined
      ? {}
      : { identifiers: body.identifiers.map(({ scheme, id }) => ({ scheme, id })) }),
  };
}

function describePerson(person: WorldPerson, stamp: RecordStamp, random: Random): PersonBody {
  const names = namesOf(person, stamp, random);
  const { official } = person;
  const showsOfficial = official !== null && random.chance(0.45);
  return {
    ...stamp.base({}, partyLabels),
    name: names[0].full,
    names,
    ...(random.chance(0.15) ? {} : { birthDate: person.birthDate.slice(0, random.pick([4, 4, 7, 10])) }),
    ...(random.chance(0.3) ? { nationality: [person.locale.country] } : {}),
    ...(random.chance(0.8) ? { countries: [person.locale.country] } : {}),
    ...(random.chance(0.4) ? { gender: person.gender } : {}),
    ...(official !== null && random.chance(0.7)
      ? { position: [official.post], topics: ['role.pep'], politicalExposure: 'IS_PEP' as const }
      : {}),
    ...(showsOfficial ? { identifiers: [{ scheme: schemes.official, id: official.id }] } : {}),
  };
}

function describeOrganization(
  organization: WorldCompany | WorldBody,
  stamp: RecordStamp,
  random: Random,
): OrganizationBody {
  const names = namesOf(organization, stamp, random);
  const { country } = organization.locale;
  return {
    ...stamp.base({}, partyLabels),
    name: names[0].full,
    names,
    jurisdiction: country,
    ...(random.chance(0.8) ? { countries: [country] } : {}),
    address: {
      city: writePart(organization.place, random.pick([organization.locale.script, 'Latn'])),
      country,
      type: 'REGISTERED',
    },
    ...(organization.kind === 'body' ? bodyFacts(organization) : companyFacts(organization, random)),
  };
}

function bodyFacts(body: WorldBody): Partial<OrganizationBody> {
  return {
    entityType: 'STATE_BODY',
    topics: ['gov'],
    ...(bodyKinds[body.bodyKind] === undefined ? {} : { classification: bodyKinds[body.bodyKind] }),
  };
}

function companyFacts(company: WorldCompany, random: Random): Partial<OrganizationBody> {
  const scheme = companyRegisterScheme(company.locale.country);
  const identifiers = [
    ...(random.chance(0.55) ? [{ scheme, id: company.registerNumber }] : []),
    ...(random.chance(0.35) ? [{ scheme: schemes.lei, id: company.lei }] : []),
  ];
  return {
    entityType: 'REGISTERED_ENTITY',
    ...(identifiers.length > 0 ? { identifiers } : {}),
    ...(company.locale.legalForms[company.legalForm] === undefined || random.chance(0.5)
      ? {}
      : { legalForm: company.locale.legalForms[company.legalForm] }),
    ...(random.chance(0.5) ? { incorporationDate: company.founded.slice(0, random.pick([4, 10])) } : {}),
    ...(random.chance(0.5) ? { sector: sectors[company.sector] } : {}),
  };
}

/** The main name first, then what else the member knows: the native writing, another romanisation. */
function namesOf(party: WorldParty, stamp: RecordStamp, random: Random): [Name, ...Name[]] {
  const home = stamp.locale.script;
  const careful = spellParty(party, chooseSpelling(party, home, random));
  const main = roughen(careful, random);
  const others: Name[] = [];
  if (random.chance(0.5)) {
    others.push(spellParty(party, { script: party.locale.script, romanisation: 'plain' }));
  }
  if (random.chance(0.3)) {
    others.push({ ...spellParty(party, chooseSpelling(party, home, random)), type: 'ALTERNATIVE' });
  }
  const seen = new Set([main.full]);
  return [main, ...others.filter(({ full }) => !seen.has(full) && seen.add(full))];
}

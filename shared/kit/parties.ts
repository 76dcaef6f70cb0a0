import { OrganizationBody, PersonBody } from '../domain/party-body.js';
import type { OrganizationRef, PartyRef, PersonRef } from '../domain/record-body.js';
import type { MemberContext } from './member-context.js';
import { partyRecordTypes } from './party-record-types.js';
import { type RecordNode, recordKind } from './record-kind.js';

const person = recordKind('Person', PersonBody, partyRecordTypes);
const organization = recordKind('Organization', OrganizationBody, partyRecordTypes);

export type PersonNode = RecordNode<'Person', PersonBody>;
export type OrganizationNode = RecordNode<'Organization', OrganizationBody>;
export type PartyNode = PersonNode | OrganizationNode;

/** The person's own record; null without a reference or when the record is not (or no longer) there. */
export async function loadPerson(
  ref: PersonRef | undefined,
  context: MemberContext,
): Promise<PersonNode | null> {
  const record = ref === undefined ? null : await context.loaders.load('Person', ref.id);
  return record === null ? null : person.toNode(record, context.member);
}

/** The organisation's own record; null without a reference or when the record is not (or no longer) there. */
export async function loadOrganization(
  ref: OrganizationRef | undefined,
  context: MemberContext,
): Promise<OrganizationNode | null> {
  const record = ref === undefined ? null : await context.loaders.load('Organization', ref.id);
  return record === null ? null : organization.toNode(record, context.member);
}

/** The party's own record; null without a reference or when the record is not (or no longer) there. */
export async function loadParty(
  ref: PartyRef | undefined,
  context: MemberContext,
): Promise<PartyNode | null> {
  return ref?.ref === 'Person' ? loadPerson(ref, context) : loadOrganization(ref, context);
}

/** The organisations' own records, without those that are not there; null where the record names none at all. */
export async function loadOrganizations(
  refs: readonly OrganizationRef[] | undefined,
  context: MemberContext,
): Promise<OrganizationNode[] | null> {
  return refs === undefined ? null : present(refs.map((ref) => loadOrganization(ref, context)));
}

/** The parties' own records, without those that are not there; null where the record names none at all. */
export async function loadParties(
  refs: readonly PartyRef[] | undefined,
  context: MemberContext,
): Promise<PartyNode[] | null> {
  return refs === undefined ? null : present(refs.map((ref) => loadParty(ref, context)));
}

async function present<N>(nodes: readonly Promise<N | null>[]): Promise<N[]> {
  return (await Promise.all(nodes)).filter((node) => node !== null);
}

import type { OrganizationBody, PersonBody } from '../../../shared/domain/party-body.js';
import type { Identifier, OrganizationRef, PersonRef } from '../../../shared/domain/record-body.js';
import { foldText } from '../../../shared/domain/text.js';
import { compactBody } from '../../../shared/importing/compact-body.js';
import type { ImportSource } from '../../../shared/importing/importer.js';
import type { RecordInput } from '../../../shared/store/record-store.js';
import { ukHandling, ukProvenance } from './uk-provenance.js';

/** The persons and organisations a run of the register names. Each is given out as a record once, when first named. */
export interface UkParties {
  /** A Member of the House, known by the number of the Members' Names Information Service. */
  member(mnisId: string, name: string): PersonRef;
  /** A private person that a member names. A namesake named by another member is another person until linked. */
  privatePerson(name: string, mnisId: string): PersonRef;
  organization(party: UkOrganization): OrganizationRef;
  /** The records of the parties first named since the last call. */
  takeNew(): RecordInput[];
}

interface UkOrganization {
  readonly name: string;
  readonly identifiers?: readonly Identifier[];
  readonly address?: string | undefined;
}

/** Parties of the register. Addresses of private persons, where a cell holds one, are not even passed in here. */
export function createUkParties(source: ImportSource): UkParties {
  const base = { handling: ukHandling, provenance: ukProvenance(source.retrievedAt) };
  const known = new Set<string>();
  let fresh: RecordInput[] = [];
  const add = (type: string, local: string, body: PersonBody | OrganizationBody): void => {
    if (!known.has(local)) {
      known.add(local);
      fresh.push({ type, local, body: compactBody(body) });
    }
  };
  return {
    member(mnisId, name) {
      const id = `mnis-${mnisId}`;
      const identifiers = [{ scheme: 'GB-MNIS', id: mnisId }];
      const post = { position: ['Member of Parliament'], politicalExposure: 'IS_PEP' as const };
      add('Person', id, { ...base, name, identifiers, countries: ['GB'], topics: ['role.pep'], ...post });
      return { ref: 'Person', id, name, identifiers };
    },
    privatePerson(name, mnisId) {
      const id = source.keyedId('uk-register', 'Person', foldText(name), mnisId);
      add('Person', id, { ...base, name });
      return { ref: 'Person', id, name };
    },
    organization({ name, identifiers = [], address }) {
      const numbers = identifiers.map(({ scheme, id }) => ({ scheme, id }));
      const parts = numbers.map(({ scheme, id }) => `${scheme}:${id}`);
      const id = source.keyedId('uk-register', 'Organization', foldText(name), ...parts);
      const where = address === undefined ? {} : { address: { full: address } };
      add('Organization', id, { ...base, name, identifiers: numbers, ...where });
      return { ref: 'Organization', id, name, ...(numbers.length > 0 ? { identifiers: numbers } : {}) };
    },
    takeNew() {
      const taken = fresh;
      fresh = [];
      return taken;
    },
  };
}

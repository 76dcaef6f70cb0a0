import type { Handling, Provenance } from '../../../shared/domain/record-body.js';
import { compactBody } from '../../../shared/importing/compact-body.js';
import type { RecordInput } from '../../../shared/store/record-store.js';
import type { SanctionBody } from '../domain/sanction-body.js';
import { type OfacEntity, toOfacParty } from './ofac-party.js';

const handling: Handling = { tlp: 'TLP:CLEAR', license: 'LicenseRef-US-Public-Domain', attribution: 'MAY' };
const programs: Readonly<Record<string, string>> = { GLOMAG: 'Global Magnitsky' };

/** A sanction per programme that lists the entity, then the entity. OFAC writes programmes as `SDGT] [IFSR`. */
export function toOfacRecords(entity: OfacEntity, retrievedAt: string): RecordInput[] {
  const { row, remarks } = entity;
  const common = { handling, provenance: provenanceOf(row.number, retrievedAt) };
  const party = toOfacParty(entity, common);
  const programIds = row.program.split(/[\][]+/).map((id) => id.trim());
  const sanctions = programIds
    .filter((id) => id !== '')
    .map((programId) => {
      const body: SanctionBody = {
        ...common,
        entity: party.ref,
        authority: 'OFAC',
        authorityId: row.number,
        program: programs[programId],
        programId,
        country: 'US',
        linkedTo: [...remarks.linkedTo],
        unspecified: [
          { field: 'status', reason: 'UNKNOWN', description: 'Listed in the snapshot that was read' },
        ],
      };
      const local = `ofac-${row.number}-${programId.replace(/[^A-Za-z0-9]+/g, '-')}`;
      return { type: 'Sanction', local, body: compactBody(body) };
    });
  return [...sanctions, party.record];
}

function provenanceOf(number: string, retrievedAt: string): Provenance {
  return {
    sourceUrl: `https://sanctionssearch.ofac.treas.gov/Details.aspx?id=${number}`,
    publisher: 'US Department of the Treasury, Office of Foreign Assets Control',
    publisherUrl: 'https://ofac.treasury.gov',
    dataset: 'us-ofac-sdn',
    sourceType: 'OFFICIAL_REGISTER',
    sourceId: number,
    license: 'LicenseRef-US-Public-Domain',
    attribution: 'US Department of the Treasury, Office of Foreign Assets Control',
    language: 'eng',
    retrievedAt,
  };
}

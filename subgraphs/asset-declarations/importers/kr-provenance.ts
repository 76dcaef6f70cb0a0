import type { Handling, Provenance } from '../../../shared/domain/record-body.js';

const license = 'PDDL-1.0';

export const krHandling: Handling = { tlp: 'TLP:CLEAR', license };

/** What every record out of the file says of where it comes from. */
export function krProvenance(retrievedAt: string): Provenance {
  return {
    publisher: 'Team POPONG, from the gazette of the National Assembly of the Republic of Korea',
    dataset: 'Property of members of the National Assembly, 2012-05-30',
    sourceType: 'THIRD_PARTY',
    license,
    language: 'kor',
    retrievedAt,
  };
}

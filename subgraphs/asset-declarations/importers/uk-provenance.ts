import type { Handling, Provenance } from '../../../shared/domain/record-body.js';

const license = 'LicenseRef-OPL-3.0';

/** The register is public; what it says of private persons is withheld by field, not by label. */
export const ukHandling: Handling = { tlp: 'TLP:CLEAR', license };

/** What every record out of the register says of where it comes from. */
export function ukProvenance(retrievedAt: string): Provenance {
  return {
    publisher: 'UK Parliament',
    publisherUrl: 'https://www.parliament.uk',
    dataset: "Register of Members' Financial Interests",
    sourceType: 'OFFICIAL_REGISTER',
    license,
    attribution: 'Contains Parliamentary information licensed under the Open Parliament Licence v3.0.',
    language: 'eng',
    retrievedAt,
  };
}

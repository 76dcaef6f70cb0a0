import type { Identifier } from '../../../shared/domain/record-body.js';
import { ofacCountryOf } from './ofac-country.js';
import type { OfacRegistration } from './ofac-remarks.js';

/** What a kind of number is a number of: a company register, a tax office, or another list of its country. */
const listOfKind: Readonly<Record<string, string>> = {
  'Tax ID No.': 'TIN',
  'V.A.T. Number': 'VAT',
  'Legal Entity Number': 'LEN',
};

/**
 * Schemes of org-id.guide for the lists it knows by a name of their own. The rest is written the way it writes them:
 * `<country>-CR` for a company register, `<country>-TIN` for a tax number.
 */
const schemes: Readonly<Record<string, string>> = {
  'CH-CR': 'CH-FDJP',
  'CY-CR': 'CY-DRCOR',
  'GB-CR': 'GB-COH',
  'IL-CR': 'IL-ROC',
  'NL-CR': 'NL-KVK',
  'NL-LEN': 'NL-RSIN',
  'RS-CR': 'RS-APR',
  'RS-TIN': 'RS-PIB',
};

/** A number without its country identifies nothing and is left out; a V.A.T. number starts with its country. */
export function toIdentifiers(registrations: readonly OfacRegistration[]): Identifier[] {
  return registrations.flatMap(({ kind, number, country }) => {
    const code = country === undefined ? countryOfVat(kind, number) : ofacCountryOf(country);
    const list = `${code}-${listOfKind[kind] ?? 'CR'}`;
    return code === undefined ? [] : [{ scheme: schemes[list] ?? list, id: number }];
  });
}

function countryOfVat(kind: string, number: string): string | undefined {
  return kind === 'V.A.T. Number' ? /^[A-Z]{2}(?=\d)/.exec(number)?.[0] : undefined;
}

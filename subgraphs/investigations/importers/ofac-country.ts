import { countryCodeOf } from '../../../shared/importing/iso-countries.js';

/** The code of a country as OFAC writes it: `Congo, Democratic Republic of the` and `Virgin Islands, British` too. */
export function ofacCountryOf(name: string): string | undefined {
  const [last, first] = name.split(', ');
  return countryCodeOf(name) ?? (first === undefined ? undefined : countryCodeOf(`${first} ${last}`));
}

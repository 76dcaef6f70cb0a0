/** Everyday and former English names that the Unicode names of countries do not have. */
const otherNames: Readonly<Record<string, string>> = {
  palestine: 'PS',
  turkey: 'TR',
  'ivory coast': 'CI',
  'czech republic': 'CZ',
  'hong kong': 'HK',
  macau: 'MO',
  macao: 'MO',
  myanmar: 'MM',
  burma: 'MM',
  macedonia: 'MK',
  swaziland: 'SZ',
  'cape verde': 'CV',
  'democratic republic of the congo': 'CD',
  congo: 'CG',
  'republic of the congo': 'CG',
  'timor leste': 'TL',
  'east timor': 'TL',
  'holy see': 'VA',
  'the gambia': 'GM',
  'the bahamas': 'BS',
  'great britain': 'GB',
  uk: 'GB',
  usa: 'US',
  'united states of america': 'US',
  'russian federation': 'RU',
  'republic of korea': 'KR',
  'st helena': 'SH',
};

/** Codes the Unicode names have that ISO 3166-1 gives to no country or territory. */
const noCountries = new Set('AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ'.split(' '));

let codes: Map<string, string> | undefined;

/**
 * The ISO 3166-1 alpha-2 code of a country's English name (`XK` for Kosovo, as its neighbours' registers have it);
 * undefined where the name is none we know. The names are those of the Unicode CLDR that Node carries.
 */
export function countryCodeOf(name: string): string | undefined {
  codes ??= readCodes();
  return codes.get(plain(name));
}

function readCodes(): Map<string, string> {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const found = new Map<string, string>();
  for (const code of letters.flatMap((first) => letters.map((second) => `${first}${second}`))) {
    const name = names.of(code);
    // CLDR names a withdrawn code by its successor, such as SU and RU: only the successor maps to itself.
    if (
      name !== undefined &&
      !noCountries.has(code) &&
      Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`
    ) {
      found.set(plain(name), code);
    }
  }
  for (const [name, code] of Object.entries(otherNames)) {
    found.set(plain(name), code);
  }
  return found;
}

function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\bsaint\b/g, 'st')
    .replaceAll('&', 'and')
    .replace(/[^a-z]+/g, ' ')
    .trim();
}

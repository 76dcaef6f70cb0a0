/** CLDR's own code, which it has a name for. */
const unknownRegion = 'ZZ';

/** The name of a country in a language, else in English; undefined where the code is none of ISO 3166-1. */
export function countryName(code: string, language: string): string | undefined {
  if (!/^[A-Z]{2}$/.test(code) || code === unknownRegion) {
    return undefined;
  }
  const languages = isLanguage(language) ? [language, 'en'] : ['en'];
  return new Intl.DisplayNames(languages, { type: 'region', fallback: 'none' }).of(code);
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch (error) {
    if (error instanceof RangeError) {
      return false;
    }
    throw error;
  }
}

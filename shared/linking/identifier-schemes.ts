/** What is known of a list that identifiers are from. */
export interface SchemeFacts {
  /** An equal identifier alone does not make it the same party: whole groups share one, or it passes on. */
  readonly isWeak?: boolean;
  /** A party may have several, so that different ones contradict nothing. */
  readonly isMultiple?: boolean;
  /** Digits a number has, filled with zeros at the front, which spreadsheets lose. */
  readonly digits?: number;
  /** Whether an identifier in its normal form can be one at all. One that cannot is not compared. */
  readonly isValid?: (id: string) => boolean;
}

/**
 * By code of org-id.guide. A list that is not here is taken for a register in which everybody has one number and no
 * number has two holders: whoever publishes an identifier for linking says as much.
 */
const known: Readonly<Record<string, SchemeFacts>> = {
  'XI-LEI': { isValid: hasLeiCheckDigits },
  // Volunteers make two items of one thing, and merge them later.
  'XI-WIKIDATA': { isMultiple: true, isValid: (id) => /^Q[1-9]\d*$/.test(id) },
  'GB-COH': { digits: 8 },
  // Each of the kingdom's registers has its own numbers, and branches have one with a suffix.
  'GB-CHC': { isMultiple: true },
  // One for each office or class of shares.
  'XI-BIC': { isMultiple: true },
  'XI-ISIN': { isMultiple: true },
  // Passports are renewed and people have two.
  'XI-PASSPORT': { isMultiple: true },
  'XI-VAT': { isWeak: true, isMultiple: true },
  'XI-EMAIL': { isWeak: true, isMultiple: true },
  'XI-PHONE': { isWeak: true, isMultiple: true },
  'XI-URL': { isWeak: true, isMultiple: true },
};

const ofARegister: SchemeFacts = {};

export function schemeFacts(scheme: string): SchemeFacts {
  return known[scheme] ?? ofARegister;
}

/** ISO 17442: 18 characters and two check digits by ISO 7064 mod 97-10. */
function hasLeiCheckDigits(id: string): boolean {
  if (!/^[A-Z0-9]{18}\d{2}$/.test(id)) {
    return false;
  }
  const digits = id.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return BigInt(digits) % 97n === 1n;
}

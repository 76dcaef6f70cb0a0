import { schemeFacts } from './identifier-schemes.js';

export interface NormalIdentifier {
  readonly scheme: string;
  readonly id: string;
}

/** Longer ones identify nobody and would fill the index. */
const longest = 100;

/**
 * The one form in which identifiers are compared: NFKC, capitals, letters and digits alone. `null` for one that cannot
 * be of its scheme, by its length or check digits.
 */
export function normalizeIdentifier(identifier: {
  readonly scheme: string;
  readonly id: string;
}): NormalIdentifier | null {
  const scheme = identifier.scheme.normalize('NFKC').trim().toUpperCase();
  const bare = identifier.id
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  const { digits = 0, isValid } = schemeFacts(scheme);
  const id = /^\d+$/.test(bare) ? bare.padStart(digits, '0') : bare;
  const isSound = id !== '' && !/^0+$/.test(id) && id.length <= longest && scheme.length <= longest;
  return isSound && isValid?.(id) !== false ? { scheme, id } : null;
}

import type { SubjectKind } from './link-subject.js';

/** What tokens of a party are made of. It stays with the owner: the broker sees blinded points of it alone. */
export interface TokenFacts {
  readonly kind: SubjectKind;
  /** Whole names, as the record has them. */
  readonly names: readonly string[];
  readonly birthYear?: string | undefined;
  /** ISO 3166-1 alpha-2 */
  readonly countries: readonly string[];
  readonly identifiers: readonly { readonly scheme: string; readonly id: string }[];
}

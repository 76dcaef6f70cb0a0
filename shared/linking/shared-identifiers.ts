import { schemeFacts } from './identifier-schemes.js';
import type { SubjectFeatures } from './subject-features.js';

/** What two subjects' identifiers say, each scheme once. */
export interface SharedIdentifiers {
  /** Schemes in which they share one that has a single holder. */
  readonly strong: readonly string[];
  /** Schemes in which they share one that proves nothing alone. */
  readonly weak: readonly string[];
  /** Schemes in which a party has one number, and theirs differ. */
  readonly disjoint: readonly string[];
  /** Rounds in which they share the token of an identifier. */
  readonly rounds: readonly string[];
}

export function sharedIdentifiers(a: SubjectFeatures, b: SubjectFeatures): SharedIdentifiers {
  const strong: string[] = [];
  const weak: string[] = [];
  const disjoint: string[] = [];
  for (const [scheme, ids] of a.identifiers) {
    const others = b.identifiers.get(scheme);
    if (others === undefined) {
      continue;
    }
    const { isWeak = false, isMultiple = false } = schemeFacts(scheme);
    if (haveCommon(ids, others)) {
      (isWeak ? weak : strong).push(scheme);
    } else if (!isMultiple) {
      disjoint.push(scheme);
    }
  }
  return {
    strong: strong.sort(),
    weak: weak.sort(),
    disjoint: disjoint.sort(),
    rounds: [...sharedTokens(a, b, 'identifiers').keys()].sort(),
  };
}

/** By round, how many tokens both have. Tokens of different rounds are never compared. */
export function sharedTokens(
  a: SubjectFeatures,
  b: SubjectFeatures,
  of: 'identifiers' | 'names',
): ReadonlyMap<string, number> {
  const shared = new Map<string, number>();
  for (const tokens of a.tokens) {
    const others = new Set(b.tokens.find(({ round }) => round === tokens.round)?.[of]);
    const count = new Set(tokens[of].filter((token) => others.has(token))).size;
    if (count > 0) {
      shared.set(tokens.round, count);
    }
  }
  return shared;
}

export function haveCommon(some: ReadonlySet<string>, others: Iterable<string>): boolean {
  for (const other of others) {
    if (some.has(other)) {
      return true;
    }
  }
  return false;
}

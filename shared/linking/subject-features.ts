import type { LinkSubject, RoundTokens, SubjectKind } from './link-subject.js';
import { normalizedName, tellingTokens } from './names/normalized-name.js';
import { parseName } from './names/parse-name.js';
import type { NameToken, ParsedName } from './names/parsed-name.js';
import { normalizeIdentifier } from './normalize-identifier.js';

/** A name as it is compared. */
export interface NameFeatures {
  readonly parsed: ParsedName;
  readonly normalized: string;
  /** The words that tell it apart. */
  readonly words: readonly NameToken[];
}

/** What the matcher looks at of a subject, worked out once for all that it is compared with. */
export interface SubjectFeatures {
  readonly kind: SubjectKind;
  readonly names: readonly NameFeatures[];
  readonly birthDate: string | undefined;
  readonly countries: ReadonlySet<string>;
  /** By scheme. */
  readonly identifiers: ReadonlyMap<string, ReadonlySet<string>>;
  readonly tokens: readonly RoundTokens[];
}

/** Each name is compared with each of the other subject's; beyond a dozen spellings the next tells nothing new. */
const mostNames = 12;

export function subjectFeatures(subject: LinkSubject): SubjectFeatures {
  return {
    kind: subject.kind,
    names: nameFeatures(subject),
    birthDate: subject.birthDate,
    countries: new Set(subject.countries),
    identifiers: identifiersByScheme(subject),
    tokens: subject.tokens,
  };
}

function nameFeatures({ kind, names }: LinkSubject): NameFeatures[] {
  const byText = new Map<string, NameFeatures>();
  for (const { full } of names) {
    const parsed = parseName(full, kind);
    const normalized = normalizedName(parsed);
    if (normalized !== '' && !byText.has(normalized)) {
      byText.set(normalized, { parsed, normalized, words: tellingTokens(parsed) });
    }
    if (byText.size === mostNames) {
      break;
    }
  }
  return [...byText.values()];
}

function identifiersByScheme({ identifiers }: LinkSubject): Map<string, Set<string>> {
  const byScheme = new Map<string, Set<string>>();
  for (const identifier of identifiers) {
    const normal = normalizeIdentifier(identifier);
    if (normal !== null) {
      byScheme.set(normal.scheme, (byScheme.get(normal.scheme) ?? new Set()).add(normal.id));
    }
  }
  return byScheme;
}

/** What the consonants of a word are counted under; none where they tell too little. */
export function skeletonKey({ skeleton }: NameToken): string | undefined {
  return skeleton.length > 1 ? `~${skeleton}` : undefined;
}

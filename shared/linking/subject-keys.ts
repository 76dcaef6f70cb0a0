import type { LinkSubject } from './link-subject.js';
import { nameKeys } from './names/name-keys.js';
import { nameTerms } from './names/name-terms.js';
import { parseName } from './names/parse-name.js';
import { type SubjectFeatures, subjectFeatures } from './subject-features.js';

/**
 * What a subject is found by, each once and in no order that means anything: `i:<scheme>:<id>` an identifier in clear ·
 * `t:<round>:<token>` · `b:<blocking key>` what it shares with those worth comparing · `s:<term>` a word of a name, as
 * `searchNames` asks for it.
 */
export function subjectKeys(subject: LinkSubject): string[] {
  return [...linkingKeys(subjectFeatures(subject)), ...searchKeys(subject)];
}

export function tokenKey(round: string, token: string): string {
  return `t:${round}:${token}`;
}

/** The keys by which a subject meets those it may be linked with, each once: all but those of search. */
export function linkingKeys(features: SubjectFeatures): string[] {
  const identifiers = [...features.identifiers].flatMap(([scheme, ids]) =>
    [...ids].map((id) => `i:${scheme}:${id}`),
  );
  const tokens = features.tokens.flatMap(({ round, identifiers: ids, names }) =>
    [...ids, ...names].map((token) => tokenKey(round, token)),
  );
  return [...new Set([...identifiers, ...tokens, ...blockingKeys(features)])];
}

/**
 * A key of a name alone, for names so rare that all who have it can be compared, and those of common ones with the birth
 * year of a person or the country of an organisation. A word with an initial is always common; an organisation's words
 * are translated, so that one of them with the country has to do.
 */
function blockingKeys({ kind, names, birthDate, countries }: SubjectFeatures): string[] {
  const room = kind === 'PERSON' ? 'b:p' : 'b:o';
  const year = birthDate === undefined ? [] : [birthDate.slice(0, 4)];
  const narrow = kind === 'PERSON' ? year : [...countries];
  return names.flatMap(({ parsed, words }) => {
    const keys = nameKeys(parsed);
    const single = kind === 'PERSON' ? [] : words.filter(({ role }) => role === 'name');
    const common = [
      ...keys.filter((key) => /[~.]/.test(key)),
      ...single.flatMap(({ term, skeleton }) => (skeleton.length > 2 ? [term, `~${skeleton}`] : [term])),
    ];
    return [
      ...keys.filter((key) => !key.includes('.')).map((key) => `${room}:${key}`),
      ...common.flatMap((key) => narrow.map((by) => `${room}:${key}|${by}`)),
    ];
  });
}

/** A name has the terms of both readings where it is an organisation's, since a search does not say which it means. */
function searchKeys({ kind, names }: LinkSubject): string[] {
  const kinds = kind === 'PERSON' ? (['PERSON'] as const) : (['PERSON', 'ORGANIZATION'] as const);
  const terms = names.flatMap(({ full }) => kinds.flatMap((as) => nameTerms(parseName(full, as))));
  return [...new Set(terms)].map((term) => `s:${term}`);
}

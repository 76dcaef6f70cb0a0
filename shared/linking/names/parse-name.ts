import type { SubjectKind } from '../link-subject.js';
import { createBoundedCache } from './bounded-cache.js';
import { joinTokens } from './join-tokens.js';
import { conceptsOf, isEmptyInOrganizations, takeOff } from './known-words.js';
import { tokenOf } from './name-token.js';
import { most, type NameToken, type ParsedName } from './parsed-name.js';
import { personTokens } from './person-tokens.js';
import { readNumbers } from './read-numbers.js';
import { splitWords } from './split-words.js';
import { takeForms } from './take-forms.js';

/** Takes a name apart. Never throws; of what is very long only the beginning counts. */
export function parseName(full: string, kind: SubjectKind): ParsedName {
  return kind === 'PERSON' ? parsePerson(full) : parseOrganization(full);
}

function parsePerson(full: string): ParsedName {
  const words = splitWords(full, true).slice(0, most.tokens);
  return named({ kind: 'PERSON', tokens: personTokens(words), numbers: [], legalForms: [] });
}

function parseOrganization(full: string): ParsedName {
  const words = splitWords(full, false).slice(0, most.tokens).flatMap(takeOff);
  const { rest, forms } = takeForms(words);
  const { words: telling, numbers } = readNumbers(rest);
  const tokens = (telling.length > 0 ? telling : rest).flatMap(organizationTokens);
  return named({ kind: 'ORGANIZATION', tokens, numbers, legalForms: forms });
}

const organizationTokens = createBoundedCache(20_000, (word): readonly NameToken[] => {
  if (isEmptyInOrganizations(word)) {
    return [tokenOf(word, 'particle')];
  }
  const concepts = conceptsOf(word);
  return concepts?.map((concept) => tokenOf(concept, 'generic')) ?? [tokenOf(word, 'name')];
});

function named(name: Pick<ParsedName, 'kind' | 'tokens' | 'numbers' | 'legalForms'>): ParsedName {
  const tokens = name.tokens.slice(0, most.tokens);
  const text = [...tokens.map(({ native }) => native), ...name.numbers, ...name.legalForms].join(' ');
  return { ...name, tokens, joined: joinTokens(tokens), text };
}

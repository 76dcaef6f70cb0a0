import type { SubjectKind } from '../link-subject.js';
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

function organizationTokens(word: string): NameToken[] {
  if (isEmptyInOrganizations(word)) {
    return [tokenOf(word, 'particle')];
  }
  const concepts = conceptsOf(word);
  return concepts?.map((concept) => tokenOf(concept, 'generic')) ?? [tokenOf(word, 'name')];
}

function named(name: Omit<ParsedName, 'text'>): ParsedName {
  const words = name.tokens.map(({ native }) => native);
  return { ...name, text: [...words, ...name.numbers, ...name.legalForms].join(' ') };
}

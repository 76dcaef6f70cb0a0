import type { SubjectKind } from '../link-subject.js';
import {
  conceptOfWord,
  formOfWords,
  isEmptyWord,
  isHonorific,
  isParticle,
  longestForm,
  unmarked,
  writtenOn,
} from './known-words.js';
import { tokenOf } from './name-token.js';
import { most, type NameToken, type ParsedName } from './parsed-name.js';
import { readNumbers } from './read-numbers.js';
import { scriptOf } from './script-of.js';
import { splitWords } from './split-words.js';

/** Takes a name apart. Never throws; of what is very long only the beginning counts. */
export function parseName(full: string, kind: SubjectKind): ParsedName {
  return kind === 'PERSON' ? parsePerson(full) : parseOrganization(full);
}

function parsePerson(full: string): ParsedName {
  const words = splitWords(full, true);
  const named = words.filter((word) => !isHonorific.has(unmarked(word)));
  const tokens = (named.length > 0 ? named : words).slice(0, most.tokens).map(personToken);
  return { kind: 'PERSON', tokens, numbers: [], legalForms: [] };
}

function personToken(word: string): NameToken {
  if (isParticle.has(unmarked(word))) {
    return tokenOf(word, 'particle');
  }
  return tokenOf(word, isInitial(word) ? 'initial' : 'name');
}

/** A single letter, where a single letter is no name. */
function isInitial(word: string): boolean {
  const script = scriptOf(word);
  return [...word].length === 1 && script !== 'han' && script !== 'hangul' && script !== 'kana';
}

function parseOrganization(full: string): ParsedName {
  const words = splitWords(full, false).flatMap(takeOff);
  const { rest, forms } = takeForms(words);
  const { words: named, numbers } = readNumbers(rest);
  const telling = named.filter((word) => !isEmptyWord.has(unmarked(word)));
  const kept = [telling, named, words].find((some) => some.length > 0) ?? [];
  return {
    kind: 'ORGANIZATION',
    tokens: kept.slice(0, most.tokens).map(organizationToken),
    numbers,
    legalForms: forms,
  };
}

function organizationToken(word: string): NameToken {
  const concept = conceptOfWord.get(unmarked(word));
  return concept === undefined ? tokenOf(word, 'name') : tokenOf(concept, 'generic');
}

/** Known words that are written onto a name without a space. */
function takeOff(word: string): string[] {
  const script = scriptOf(word);
  if (script !== 'han' && script !== 'hangul' && script !== 'kana') {
    return [word];
  }
  const known = writtenOn.find(
    (one) => word.length > one.length && (word.endsWith(one) || word.startsWith(one)),
  );
  if (known === undefined) {
    return [word];
  }
  return word.endsWith(known)
    ? [...takeOff(word.slice(0, -known.length)), known]
    : [known, ...takeOff(word.slice(known.length))];
}

/** Takes legal forms out, longest first. A name that is nothing else keeps its words. */
function takeForms(words: readonly string[]): { rest: string[]; forms: string[] } {
  const rest: string[] = [];
  const forms: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const found = formAt(words, at);
    if (found === undefined) {
      rest.push(words[at] ?? '');
    } else {
      forms.push(found.form);
      at += found.length - 1;
    }
  }
  return rest.length > 0 ? { rest, forms } : { rest: [...words], forms: [] };
}

function formAt(words: readonly string[], at: number): { form: string; length: number } | undefined {
  for (let length = Math.min(longestForm, words.length - at); length > 0; length--) {
    const form = formOfWords.get(
      words
        .slice(at, at + length)
        .map(unmarked)
        .join(' '),
    );
    if (form !== undefined) {
      return { form, length };
    }
  }
  return undefined;
}

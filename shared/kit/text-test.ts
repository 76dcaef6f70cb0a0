import { isStorableText } from '../domain/text.js';
import { tokenize } from '../domain/tokenize.js';
import { AccordError } from '../errors/accord-error.js';
import type { Filter } from '../store/filter.js';

const maxTokens = 32;

/** A search by words: all of them must occur. Throws BAD_FILTER for a text without a word or with too many. */
export function textTest(value: unknown, path: string): Filter {
  if (typeof value !== 'string' || !isStorableText(value)) {
    throw new AccordError('BAD_FILTER', `Expected well-formed text without U+0000 for "${path}".`);
  }
  const tokens = [...new Set(tokenize(value))];
  if (tokens.length === 0) {
    throw new AccordError('BAD_FILTER', `Expected at least one word to search for in "${path}", got none.`);
  }
  if (tokens.length > maxTokens) {
    throw new AccordError(
      'BAD_FILTER',
      `Expected at most ${maxTokens} words to search for in "${path}", got ${tokens.length}.`,
    );
  }
  return { op: 'text', tokens };
}

import { tellingTokens } from './normalized-name.js';
import type { ParsedName } from './parsed-name.js';

/**
 * What a name is found by, alike in every script as far as they tell sounds apart: of each word its sounds, and its
 * consonants after `~` for scripts without vowels. Words, then numbers; each once.
 */
export function nameTerms(name: ParsedName): string[] {
  const words = tellingTokens(name).flatMap(({ term, skeleton }) =>
    skeleton.length > 1 ? [term, `~${skeleton}`] : [term],
  );
  return [...new Set([...words, ...name.numbers])];
}

import type { NameToken, ParsedName } from './parsed-name.js';

/**
 * One text for a name in whatever script and order: the sounds of its words, sorted. Legal forms, titles and particles
 * are left out, since sources have or lack them by chance; numbers stay.
 */
export function normalizedName(name: ParsedName): string {
  return [...tellingTokens(name).map(({ term }) => term), ...name.numbers].sort().join(' ');
}

/** The words of a name that tell it apart; all of them where none does. */
export function tellingTokens({ tokens }: ParsedName): readonly NameToken[] {
  const telling = tokens.filter(({ role }) => role !== 'particle');
  return telling.length > 0 ? telling : tokens;
}

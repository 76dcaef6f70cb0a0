import { createBoundedCache } from './bounded-cache.js';
import { partsOfName } from './composed-names.js';
import { personWordOf } from './known-words.js';
import { tokenOf } from './name-token.js';
import type { NameToken, TokenRole } from './parsed-name.js';
import { scriptOf } from './script-of.js';

/** The words of a person's name as tokens. Titles are names where little else is: `Sheikh Hasina`. */
export function personTokens(words: readonly string[]): NameToken[] {
  const tokens = readTokens(words, true);
  return tokens.filter(({ role }) => role !== 'particle').length > 1 ? tokens : readTokens(words, false);
}

const knownOf = createBoundedCache(20_000, (word) => personWordOf(word) ?? 'name');
const namesIn = createBoundedCache(20_000, (word) => nameTokens(word, 'name'));

function readTokens(words: readonly string[], hasTitles: boolean): NameToken[] {
  const tokens: NameToken[] = [];
  let role: TokenRole = 'name';
  words.forEach((word, at) => {
    const known = knownOf(word);
    if (known === 'child-of' && at > 0 && at < words.length - 1) {
      role = 'father';
    } else if (
      known === 'particle' ||
      (known === 'title' && hasTitles && !(at > 0 && at === words.length - 1 && word === 'dr'))
    ) {
      tokens.push(tokenOf(word, 'particle'));
    } else if (known !== 'child-after' || at === 0) {
      tokens.push(...(role === 'name' ? namesIn(word) : nameTokens(word, role)));
      role = 'name';
    }
  });
  return tokens;
}

function nameTokens(written: string, role: TokenRole): NameToken[] {
  const word = withoutDigits(written);
  if (isInitial(word)) {
    return [tokenOf(word, 'initial')];
  }
  if (initialsInOne.test(word)) {
    return [...word].map((letter) => tokenOf(letter, 'initial'));
  }
  return partsOfName(word).map((part) => tokenOf(part, role));
}

/** `Ig0r`: digits that stand for the letters they look like, by a bad scan or to evade. */
function withoutDigits(word: string): string {
  return digitsInWord.test(word) ? word.replace(/\d/g, (digit) => lookalikes.charAt(Number(digit))) : word;
}

const digitsInWord = /^(?=.*\d)(?=.*[a-z].*[a-z])[a-z0-9]+$/;
const lookalikes = 'oizeasgtbg';

/** A single letter, where a single letter is no name. */
function isInitial(word: string): boolean {
  const script = scriptOf(word);
  return [...word].length === 1 && script !== 'han' && script !== 'hangul' && script !== 'kana';
}

/** `JC`: two letters that nobody can say. `Ng` is a name. */
const initialsInOne = /^(?!ng$|st$|mc$)[b-df-hj-np-tv-xz]{2}$/;

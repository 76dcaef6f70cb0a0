/**
 * Terms as the full-text table keeps them. Its tokenizer splits at ASCII characters other than letters, digits and
 * `_`, and folds the case of ASCII letters: every such character is written as `_` and its two hex digits, so that
 * different terms stay different and each is one token.
 */
export function storedTerms(terms: readonly string[]): string {
  return terms.map(escapeTerm).join(' ');
}

/** The query that finds the rows which hold a term of every set; no set is empty. */
export function matchExpression(sets: readonly (readonly string[])[]): string {
  return sets.map((set) => `(${set.map((term) => `"${escapeTerm(term)}"`).join(' OR ')})`).join(' AND ');
}

function escapeTerm(term: string): string {
  // Nearly all terms are a mark and a plain word.
  return term.startsWith('~') ? `_7e${escapeText(term.slice(1))}` : escapeText(term);
}

function escapeText(text: string): string {
  return plain.test(text) ? text : text.replace(toEscape, escapeCharacter);
}

const plain = /^[a-z0-9\u0080-\uffff]*$/;
const toEscape = /[^a-z0-9\u0080-\uffff]/g;

function escapeCharacter(character: string): string {
  return `_${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

import { legalFormAt } from './known-words.js';

/** Takes legal forms out of an organisation's words, longest first. A name that is nothing else keeps its words. */
export function takeForms(words: readonly string[]): { rest: readonly string[]; forms: readonly string[] } {
  const rest: string[] = [];
  const forms: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const found = legalFormAt(words, at);
    if (found === undefined) {
      rest.push(words[at] ?? '');
    } else {
      forms.push(found.form);
      at += found.length - 1;
    }
  }
  return rest.length > 0 ? { rest, forms } : { rest: words, forms: [] };
}

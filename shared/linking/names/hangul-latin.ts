/** How the letters of a Hangul block sound (Revised Romanization), in the order blocks are computed from (Unicode 3.12). */
const onsets = 'g kk n d tt r m b pp s ss - j jj ch k t p h'.split(' ');
const vowels = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
const codas = '- k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ');

const first = 0xac00;
const last = 0xd7a3;

/** A word of Hangul in Latin letters, with an apostrophe after each block: no digraph
 * crosses them. Other letters stay. */
export function hangulLatin(word: string): string {
  let latin = '';
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    latin += code >= first && code <= last ? `${blockLatin(code - first)}'` : word.charAt(i);
  }
  return latin.replaceAll('-', '');
}

function blockLatin(index: number): string {
  const vowelsAndCodas = vowels.length * codas.length;
  const onset = onsets[Math.floor(index / vowelsAndCodas)] ?? '';
  const vowel = vowels[Math.floor((index % vowelsAndCodas) / codas.length)] ?? '';
  return `${onset}${vowel}${codas[index % codas.length] ?? ''}`;
}

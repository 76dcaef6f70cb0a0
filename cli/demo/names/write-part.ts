import type { NamePart, Syllable } from './name-part.js';
import { hangul, type Letters, latinLetters, letters, type Romanisation, type Script } from './scripts.js';

/** Writes a part in a script, with a capital where the script has capitals. */
export function writePart(part: NamePart, script: Script, romanisation: Romanisation = 'plain'): string {
  if (script === 'Hang') {
    return part.map(hangulBlock).join('');
  }
  const table = script === 'Latn' ? latinLetters[romanisation] : letters[script];
  const text = part.map((syllable, i) => writeSyllable(syllable, table, i === part.length - 2)).join('');
  return script === 'Geor' ? text : `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** Greek marks the stress, which all these names have on the last syllable but one. */
function writeSyllable(syllable: Syllable, table: Letters, isStressed: boolean): string {
  const vowels = isStressed ? (table.stressed ?? table.vowels) : table.vowels;
  return `${table.onsets[syllable.onset] ?? ''}${vowels[syllable.vowel] ?? ''}${table.codas[syllable.coda] ?? ''}`;
}

function hangulBlock(syllable: Syllable): string {
  const onset = hangul.onsets[syllable.onset] ?? 0;
  const vowel = hangul.vowels[syllable.vowel] ?? 0;
  const coda = hangul.codas[syllable.coda] ?? 0;
  return String.fromCharCode(0xac00 + (onset * 21 + vowel) * 28 + coda);
}

import { romanNumerals, tens, units } from './words/numbers.js';

/** What is left of an organisation's words when its numbers are taken out, and the numbers as digits. */
export interface WordsAndNumbers {
  readonly words: readonly string[];
  readonly numbers: readonly string[];
}

/** Takes out `44`, `forty four`, `forty 4`, `1st`, `first`, `II` and words with digits such as `2005` or `AR16`. */
export function readNumbers(words: readonly string[]): WordsAndNumbers {
  const rest: string[] = [];
  const numbers: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const ten = tens.get(word);
    const unit = unitOf(words[at + 1] ?? '');
    if (ten !== undefined && unit !== undefined && unit < 10) {
      numbers.push(String(ten + unit));
      at++;
      continue;
    }
    const number = numberOf(word, at);
    if (number === undefined) {
      rest.push(word);
    } else {
      numbers.push(number);
    }
  }
  return { words: rest, numbers };
}

function unitOf(word: string): number | undefined {
  return units.get(word) ?? (/^[1-9]$/.test(word) ? Number(word) : undefined);
}

function numberOf(word: string, at: number): string | undefined {
  const value = tens.get(word) ?? units.get(word) ?? (at > 0 ? romanNumerals.get(word) : undefined);
  if (value !== undefined) {
    return String(value);
  }
  return /\p{Nd}/u.test(word)
    ? word.replace(/^0+(?=.)/, '').replace(/^(\d+)(st|nd|rd|th)$/, '$1')
    : undefined;
}

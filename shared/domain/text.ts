import { AccordError } from '../errors/accord-error.js';

/** Whether a text can be stored: well-formed UTF-16 without U+0000, which no store keeps the same way. */
export function isStorableText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000');
}

/** The one form a text has everywhere: NFC. Throws BAD_INPUT on text that cannot be stored. */
export function normalizeText(text: string): string {
  if (!isStorableText(text)) {
    throw new AccordError('BAD_INPUT', 'Expected well-formed Unicode text without U+0000.');
  }
  return text.normalize('NFC');
}

/** The form texts are sorted by for display: NFKD without marks, lower case, white space collapsed. */
export function foldText(text: string): string {
  return normalizeText(text)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Orders texts by the bytes of their UTF-8, which is the order of their code points. JS `<` is not. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) {
      return isSurrogate(x) === isSurrogate(y) ? x - y : isSurrogate(x) ? 1 : -1;
    }
  }
  return a.length - b.length;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

/**
 * The least text greater than every text that starts with `prefix`, so that "starts with" is the range
 * `[prefix, prefixEnd)`. `undefined` when there is none.
 */
export function prefixEnd(prefix: string): string | undefined {
  const points = [...prefix].map((c) => c.codePointAt(0) ?? 0);
  while (points.length > 0) {
    const last = points.pop() ?? 0;
    if (last < 0x10ffff) {
      const next = last === 0xd7ff ? 0xe000 : last + 1;
      return String.fromCodePoint(...points, next);
    }
  }
  return undefined;
}

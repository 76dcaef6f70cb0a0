/** Scripts whose letters need more than a table of letters to be read. */
export type NameScript =
  | 'latin'
  | 'greek'
  | 'cyrillic'
  | 'arabic'
  | 'hebrew'
  | 'indic'
  | 'hangul'
  | 'han'
  | 'kana'
  | 'other';

const ranges: readonly (readonly [number, number, NameScript])[] = [
  [0x0000, 0x024f, 'latin'],
  [0x0370, 0x03ff, 'greek'],
  [0x0400, 0x052f, 'cyrillic'],
  [0x0590, 0x05ff, 'hebrew'],
  [0x0600, 0x08ff, 'arabic'],
  [0x0900, 0x0dff, 'indic'],
  [0x1100, 0x11ff, 'hangul'],
  [0x1c80, 0x1c8f, 'cyrillic'],
  [0x1e00, 0x1eff, 'latin'],
  [0x1f00, 0x1fff, 'greek'],
  [0x2e80, 0x2fdf, 'han'],
  [0x3005, 0x3007, 'han'],
  [0x3040, 0x30ff, 'kana'],
  [0x3130, 0x318f, 'hangul'],
  [0x31f0, 0x31ff, 'kana'],
  [0x3400, 0x9fff, 'han'],
  [0xac00, 0xd7ff, 'hangul'],
  [0xf900, 0xfaff, 'han'],
  [0xfb1d, 0xfb4f, 'hebrew'],
  [0xfb50, 0xfeff, 'arabic'],
  [0x20000, 0x3ffff, 'han'],
];

/** The script of a word, by its first letter. */
export function scriptOf(word: string): NameScript {
  const point = word.codePointAt(0) ?? 0;
  return ranges.find(([from, to]) => point >= from && point <= to)?.[2] ?? 'other';
}

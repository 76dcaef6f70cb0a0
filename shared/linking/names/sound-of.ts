/**
 * Reads a Latin spelling as sounds, one letter for one sound, whatever language spelled it: `tch`, `č` and `ch` are one,
 * `ph` is f, `ou` is u, `w` is v, doubled letters are one. Capitals are sounds without a letter of their own:
 * C as in church, S as in ship, Z as in vision, J as in jam; `c` is ts, or a c of which one cannot know.
 */
export function soundOf(spelled: string): string {
  const latin = spelled.replace(/([^eo])\1+/g, '$1');
  let sound = '';
  let at = 0;
  while (at < latin.length) {
    const [spelling, letter] = graphemeAt(latin, at);
    for (const one of letter) {
      if (one !== sound.at(-1)) {
        sound += one;
      }
    }
    at += spelling;
  }
  return sound;
}

/** How many letters the grapheme at `at` has, and its sound. */
function graphemeAt(latin: string, at: number): readonly [number, string] {
  const letter = latin.charAt(at);
  for (const [spelling, sound, where] of graphemes.get(letter) ?? []) {
    if (latin.startsWith(spelling, at) && fits(latin, at, spelling.length, where)) {
      return [spelling.length, sound];
    }
  }
  return [1, letter];
}

type Where = 'initial' | 'before-front' | 'after-vowel' | 'final' | undefined;

function fits(latin: string, at: number, length: number, where: Where): boolean {
  const next = latin.charAt(at + length);
  switch (where) {
    case undefined:
      return true;
    case 'initial':
      return at === 0;
    case 'final':
      return next === '';
    case 'before-front':
      return 'eiy'.includes(next) && next !== '';
    case 'after-vowel':
      return at > 0 && 'aeiouy'.includes(latin.charAt(at - 1)) && !'aeiouy'.includes(next || 'x');
  }
}

const spellings: readonly (readonly [string, string, Where?])[] = [
  ['tsch', 'C'],
  ['tch', 'C'],
  ['cz', 'C'],
  ['ch', 'C'],
  ['č', 'C'],
  ['ć', 'C'],
  ['ç', 's'],
  ['shch', 'S'],
  ['sch', 'S'],
  ['sh', 'S'],
  ['hs', 'S', 'initial'],
  ['x', 'S', 'initial'],
  ['x', 'ks'],
  ['š', 'S'],
  ['ś', 'S'],
  ['ş', 'S'],
  ['ș', 'S'],
  ['ß', 's'],
  ['dsch', 'J'],
  ['dzh', 'J'],
  ['dj', 'J'],
  ['dž', 'J'],
  ['đ', 'J'],
  ['j', 'i', 'after-vowel'],
  ['j', 'J'],
  ['zh', 'Z'],
  ['ž', 'Z'],
  ['ź', 'Z'],
  ['ż', 'Z'],
  ['kh', 'h'],
  ['ph', 'f'],
  ['gh', 'g'],
  ['th', 't'],
  ['dh', 'd'],
  ['rh', 'r'],
  ['wh', 'v'],
  ['ck', 'k'],
  ['qu', 'k'],
  ['q', 'k'],
  ['w', 'v'],
  ['ts', 'c'],
  ['tz', 'c'],
  ['c', 'c', 'before-front'],
  ['c', 'c', 'final'],
  ['c', 'k'],
  ['oou', 'u'],
  ['ou', 'u'],
  ['oo', 'u'],
  ['ee', 'i'],
  ['y', 'i'],
  ['ñ', 'n'],
  ["'", ''],
  ['ae', 'e'],
  ['oe', 'o'],
  ['ue', 'u'],
];

const graphemes = new Map<string, (readonly [string, string, Where?])[]>();
for (const entry of spellings) {
  const first = entry[0].charAt(0);
  graphemes.set(first, [...(graphemes.get(first) ?? []), entry]);
}

/** `sound` with the vowels a, i and u alone: scripts differ in telling e from i and o from u. */
export function termOf(sound: string): string {
  return sound.replace(/[eo]/g, (vowel) => (vowel === 'e' ? 'i' : 'u')).replace(/(.)\1+/g, '$1');
}

/** The consonants of `sound`, voiced and unvoiced as one, all hissing sounds as one. */
export function skeletonOf(sound: string): string {
  let skeleton = '';
  for (const letter of sound) {
    const coarse = coarseConsonants[letter] ?? letter;
    if (coarse !== '' && coarse !== skeleton.at(-1)) {
      skeleton += coarse;
    }
  }
  return skeleton;
}

const coarseConsonants: Readonly<Record<string, string>> = {
  a: '',
  e: '',
  i: '',
  o: '',
  u: '',
  p: 'b',
  t: 'd',
  k: 'g',
  f: 'v',
  z: 's',
  c: 's',
  C: 's',
  S: 's',
  Z: 's',
  J: 's',
};

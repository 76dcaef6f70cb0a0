/** The scripts invented names are written in, ISO 15924. */
export const scripts = ['Latn', 'Cyrl', 'Grek', 'Arab', 'Hang', 'Geor'] as const;
export type Script = (typeof scripts)[number];

/**
 * How the sounds of invented names are written, each list in the order of `onsets`, `vowels` and `codas`. Every onset,
 * vowel class (a, e/i, o/u) and coda has letters of its own in every script, so that two names which differ in these
 * are written differently everywhere.
 */
export interface Letters {
  readonly onsets: readonly string[];
  readonly vowels: readonly string[];
  /** Vowels of the stressed syllable, where the script marks stress. */
  readonly stressed?: readonly string[];
  readonly codas: readonly string[];
}

export const onsets = words('g n d r m b s j ch k t p h');
export const vowels = words('a e i o u');
export const codas = ['', ...words('n m l k')];

const latin: Letters = { onsets, vowels, codas };

/** Hangul is composed in blocks instead: `write-part.ts`. Arabic writes the vowels of foreign names long. */
export const letters: Readonly<Record<Exclude<Script, 'Hang'>, Letters>> = {
  Latn: latin,
  Cyrl: {
    onsets: words('г н д р м б с дж ч к т п х'),
    vowels: words('а е и о у'),
    codas: ['', ...words('н м л к')],
  },
  Grek: {
    onsets: words('γκ ν ντ ρ μ μπ σ τζ τσ κ τ π χ'),
    vowels: words('α ε ι ο ου'),
    stressed: words('ά έ ί ό ού'),
    codas: ['', ...words('ν μ λ κ')],
  },
  Arab: {
    onsets: words('غ ن د ر م ب س ج تش ك ت پ ه'),
    vowels: words('ا ي ي و و'),
    codas: ['', ...words('ن م ل ك')],
  },
  Geor: {
    onsets: words('გ ნ დ რ მ ბ ს ჯ ჩ კ ტ პ ჰ'),
    vowels: words('ა ე ი ო უ'),
    codas: ['', ...words('ნ მ ლ კ')],
  },
};

/** Places of the same sounds in the tables a Hangul block is computed from (Unicode 3.12). */
export const hangul = {
  onsets: [0, 2, 3, 5, 6, 7, 9, 12, 14, 15, 16, 17, 18],
  vowels: [0, 5, 20, 8, 13],
  codas: [0, 4, 16, 8, 1],
} as const;

/** Ways to romanise the same sounds, in which registers and newspapers differ. */
export const romanisations = ['plain', 'french', 'scholarly'] as const;
export type Romanisation = (typeof romanisations)[number];

export const latinLetters: Readonly<Record<Romanisation, Letters>> = {
  plain: latin,
  french: { ...latin, onsets: words('g n d r m b s dj tch k t p kh'), vowels: words('a e i o ou') },
  scholarly: { ...latin, onsets: words('g n d r m b s dž č k t p h') },
};

function words(spaced: string): readonly string[] {
  return spaced.split(' ');
}

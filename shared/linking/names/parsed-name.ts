import type { SubjectKind } from '../link-subject.js';
import type { NameScript } from './script-of.js';

/** One word of a name. */
export interface NameToken {
  /** Latin letters and digits in lower case, without marks: for `Вучић`, `Vučić` and `VUCIC` alike where it can be. */
  readonly latin: string;
  /** As it sounds, one letter for a sound, see `soundOf`. */
  readonly sound: string;
  /** `sound` with three vowels (a, i, u): alike in scripts that do not tell e from i, or o from u. */
  readonly term: string;
  /** The consonants of `sound`, coarsely: alike in scripts that write no vowels. */
  readonly skeleton: string;
  /** The word as written, in lower case: in Han and Hangul, sounds alone compare too little. */
  readonly native: string;
  readonly role: TokenRole;
  /** Sounds the word may be abbreviated by; of an initial, those it may stand for. */
  readonly initials: string;
  /** The one spelling of a frequent given name; `term` and `skeleton` are of it. */
  readonly known: string | undefined;
  readonly script: NameScript;
  /** Whether it ends as names made of a father's do in Slavic languages: `Ivanovich`, `Ivanovna`. */
  readonly isPatronymic: boolean;
  /** Which consonants occur in `skeleton`, one bit each: tells quickly that two words are unlike. */
  readonly mask: number;
}

/**
 * `father` comes after `bin` or its like, `generic` words say what an organisation is or does, a `particle` joins names
 * (`al`, `de`) or is a title: names have or lack it by chance.
 */
export type TokenRole = 'name' | 'father' | 'initial' | 'generic' | 'particle';

/** Neighbouring words as one: sources differ in where they part words. */
export interface JoinedTokens extends Pick<NameToken, 'sound' | 'script' | 'mask'> {
  /** Which words, one bit each from the first. */
  readonly places: number;
}

/** A name taken apart once, to be compared often. */
export interface ParsedName {
  readonly kind: SubjectKind;
  /** In the order written, at most `most.tokens`. */
  readonly tokens: readonly NameToken[];
  readonly joined: readonly JoinedTokens[];
  /** Numbers in an organisation's name, as digits: `2`, for `II`, `two` and `second`. */
  readonly numbers: readonly string[];
  /** Canonical legal forms, such as `llc` for `ООО`. */
  readonly legalForms: readonly string[];
  /** All of it as one text: equal for equal names. */
  readonly text: string;
}

/** Longer names are cut, so that comparing takes bounded time. */
export const most = { text: 400, tokens: 16, letters: 40 } as const;

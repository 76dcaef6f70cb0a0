import { type AlignedTokens, type Alignment, alignTokens } from './align-tokens.js';
import type { NameToken, ParsedName } from './parsed-name.js';

/**
 * How alike two names are, 0 to 1: the product of how well the words agree that have a partner, of what it takes away
 * that both names have words without a partner, and, less, that one of them has. Symmetric; 1 for equal names.
 */
export function compareNames(a: ParsedName, b: ParsedName): number {
  if (a.kind !== b.kind || a.tokens.length === 0 || b.tokens.length === 0) {
    return 0;
  }
  if (a.text === b.text) {
    return 1;
  }
  return a.text < b.text ? compareOrdered(a, b) : compareOrdered(b, a);
}

function compareOrdered(a: ParsedName, b: ParsedName): number {
  const alignment = alignTokens(a, b);
  if (alignment.pairs.length === 0) {
    return 0;
  }
  if (a.kind === 'PERSON') {
    return agreementOf(alignment.pairs) * fathersOf(alignment, a, b) * leftoversOf(alignment, person);
  }
  const parts = agreementOf(alignment.pairs) * leftoversOf(alignment, organization);
  return parts * numbersOf(a, b) * formsOf(a, b);
}

/** What is left of agreement for each point of similarity that two partners lack. */
const slope = 2;

function agreementOf(pairs: readonly AlignedTokens[]): number {
  return pairs.reduce(
    (product, { similarity, a, b }) =>
      isTelling(a) || isTelling(b) ? product * Math.max(0.1, 1 - slope * (1 - similarity)) : product,
    1,
  );
}

function isTelling(tokens: readonly NameToken[]): boolean {
  return tokens.some(({ role }) => role !== 'particle');
}

/** Initials alone are nobody's name. */
function hasName(tokens: readonly NameToken[]): boolean {
  return tokens.some(({ role }) => role !== 'particle' && role !== 'initial');
}

/** `Ahmad bin Hasan` is not `Hasan bin Ahmad`: where both names say who is the father, it is the same one. */
const otherFather = 0.3;

function fathersOf({ pairs }: Alignment, a: ParsedName, b: ParsedName): number {
  if (!a.tokens.some(isFather) || !b.tokens.some(isFather)) {
    return 1;
  }
  return pairs.some((pair) => pair.a.some(isFather) !== pair.b.some(isFather)) ? otherFather : 1;
}

function isFather({ role }: NameToken): boolean {
  return role === 'father';
}

/** What it leaves when names have words without a partner. */
interface Leftovers {
  /** For each word of both. */
  readonly contradiction: number;
  /** For each word of one of them, by its role. */
  readonly extra: Readonly<Record<NameToken['role'], number>>;
  /** The least that extra words leave. */
  readonly floor: number;
  /** When nothing but one word has a partner, and one name has more. */
  readonly single: number;
}

/** People are called by more or fewer of their names. */
const person: Leftovers = {
  contradiction: 0.3,
  extra: { name: 0.93, father: 0.95, initial: 0.97, generic: 0.93, particle: 1 },
  floor: 0.75,
  single: 0.5,
};
/** A subsidiary's name has one word more. */
const organization: Leftovers = {
  contradiction: 0.3,
  extra: { name: 0.5, father: 0.5, initial: 0.75, generic: 0.75, particle: 1 },
  floor: 0,
  single: 1,
};

function leftoversOf({ pairs, leftA, leftB }: Alignment, costs: Leftovers): number {
  const telling = pairs.filter(({ a, b }) => isTelling(a) && isTelling(b)).length;
  if (!pairs.some(({ a, b }) => hasName(a) && hasName(b))) {
    return 0;
  }
  const contradictions = Math.min(countTelling(leftA), countTelling(leftB));
  const extras = [...leftA, ...leftB].reduce((product, { role }) => product * costs.extra[role], 1);
  const isSingle = telling === 1 && countNames(leftA) + countNames(leftB) > 0;
  return (
    costs.contradiction ** contradictions * Math.max(costs.floor, extras) * (isSingle ? costs.single : 1)
  );
}

function countTelling(tokens: readonly NameToken[]): number {
  return tokens.filter(({ role }) => role !== 'particle').length;
}

function countNames(tokens: readonly NameToken[]): number {
  return tokens.filter(({ role }) => role !== 'particle' && role !== 'initial').length;
}

const numberMismatch = 0.3;
const numberMissing = 0.5;
/** The first fund is called so when there is a second. */
const firstMissing = 0.9;

/** Numbers tell funds, brigades and ships apart. */
function numbersOf(a: ParsedName, b: ParsedName): number {
  const [x, y] = [a.numbers.toSorted().join(' '), b.numbers.toSorted().join(' ')];
  if (x === y) {
    return 1;
  }
  return x === '' || y === '' ? (`${x}${y}` === '1' ? firstMissing : numberMissing) : numberMismatch;
}

const formMismatch = 0.5;

function formsOf(a: ParsedName, b: ParsedName): number {
  const [x, y] = [a.legalForms.filter(tells), b.legalForms.filter(tells)];
  return x.length === 0 || y.length === 0 || x.some((form) => y.includes(form)) ? 1 : formMismatch;
}

/** A corporation may have any form. */
function tells(form: string): boolean {
  return form !== 'corp';
}

import { type Alignment, alignTokens } from './align-tokens.js';
import type { NameToken, ParsedName } from './parsed-name.js';

/**
 * How alike two names are, 0 to 1: how well the words agree that have a partner, lessened for each part that
 * contradicts the other name and, less, for parts that only one name has. Symmetric; 1 for equal names.
 */
export function compareNames(a: ParsedName, b: ParsedName): number {
  if (a.tokens.length === 0 || b.tokens.length === 0 || a.kind !== b.kind) {
    return 0;
  }
  const alignment = alignTokens(a.tokens, b.tokens);
  const parts = agreementOf(alignment) * leftoversOf(alignment, a.kind === 'PERSON');
  return a.kind === 'PERSON' ? parts : parts * numbersOf(a, b) * formsOf(a, b);
}

/** How strongly a difference within a word counts: at a similarity of 0.5 nothing is left. */
const slope = 2;

function agreementOf({ pairs }: Alignment): number {
  return pairs.reduce((product, { similarity }) => product * Math.max(0.2, 1 - slope * (1 - similarity)), 1);
}

const contradiction = 0.3;
const extra = { name: 0.92, initial: 0.97, generic: 0.85, particle: 0.99 } as const;
const extraOfOrganization = { name: 0.6, initial: 0.8, generic: 0.75, particle: 0.95 } as const;

function leftoversOf({ pairs, leftA, leftB }: Alignment, isPerson: boolean): number {
  const telling = pairs.filter(({ weight }) => weight > 1).length;
  if (telling === 0) {
    return 0;
  }
  const names = (tokens: readonly NameToken[]): number =>
    tokens.filter(({ role }) => role === 'name' || role === 'generic').length;
  const contradictions = Math.min(names(leftA), names(leftB));
  const single = isPerson && telling < 2 && contradictions === 0 && names(leftA) + names(leftB) > 0 ? 0.6 : 1;
  const costs = isPerson ? extra : extraOfOrganization;
  const extras = [...leftA, ...leftB].reduce((product, { role }) => product * costs[role], 1);
  return single * contradiction ** contradictions * Math.max(extras, 0.75 ** (isPerson ? 1 : 4));
}

const numberMismatch = 0.3;
const numberMissing = 0.8;

function numbersOf(a: ParsedName, b: ParsedName): number {
  const same = a.numbers.filter((number) => b.numbers.includes(number)).length;
  if (same === a.numbers.length && same === b.numbers.length) {
    return 1;
  }
  return a.numbers.length === 0 || b.numbers.length === 0 ? numberMissing : numberMismatch;
}

const formMismatch = 0.55;

function formsOf(a: ParsedName, b: ParsedName): number {
  const [x, y] = [a.legalForms.filter(isTelling), b.legalForms.filter(isTelling)];
  return x.length === 0 || y.length === 0 || x.some((form) => y.includes(form)) ? 1 : formMismatch;
}

function isTelling(form: string): boolean {
  return form !== 'corp';
}

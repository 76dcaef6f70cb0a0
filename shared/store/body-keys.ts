import { readDecimal, toAmountKey } from '../domain/decimal.js';
import { daysBetween } from '../domain/partial-date.js';
import { namedParties, type ProtectedPlace, partyRefsOf } from '../domain/party-refs.js';
import type { PartyRef } from '../domain/record-body.js';
import { foldText } from '../domain/text.js';
import type { IndexPair, KeySpec, RecordBody } from './record-type.js';

/**
 * Key declarations that read a field of the body by its path, such as `textKey('functional', 'code')`. A field that is
 * absent or of another type gives no value. Those that hold it as it is say its path, so that policies can decide by it.
 */
export function textKey(...path: readonly string[]): KeySpec {
  return { kind: 'text', of: (body) => textAt(body, path), path };
}

/** A display text as it is sorted: without case and marks. */
export function foldedKey(...path: readonly string[]): KeySpec {
  return {
    kind: 'text',
    of: (body) => {
      const text = textAt(body, path);
      return text === undefined ? undefined : foldText(text);
    },
  };
}

export function dateKey(...path: readonly string[]): KeySpec {
  return { kind: 'partialDate', of: (body) => textAt(body, path), path };
}

/** A moment, which bodies hold as UTC with milliseconds. */
export function instantKey(...path: readonly string[]): KeySpec {
  return { kind: 'instant', of: (body) => textAt(body, path), path };
}

/** The year of a date, for grouping. */
export function yearKey(...path: readonly string[]): KeySpec {
  return {
    kind: 'integer',
    of: (body) => {
      const date = textAt(body, path);
      return date === undefined ? undefined : Number(date.slice(0, 4));
    },
  };
}

/** Whole days from one date to another, fewer than 0 where it is the earlier; none unless both are known to the day. */
export function daysKey(from: readonly string[], to: readonly string[]): KeySpec {
  return {
    kind: 'integer',
    of: (body) => daysBetween(textAt(body, from), textAt(body, to)),
  };
}

export function integerKey(...path: readonly string[]): KeySpec {
  return {
    kind: 'integer',
    of: (body) => {
      const value = valueAt(body, path);
      return typeof value === 'number' ? value : undefined;
    },
    path,
  };
}

/** The exact amount of a `Money` field; a range alone has none. */
export function amountKey(...path: readonly string[]): KeySpec {
  const amountPath = [...path, 'amount'];
  return {
    kind: 'amount',
    of: (body) => {
      const amount = textAt(body, amountPath);
      return amount === undefined ? undefined : toAmountKey(readDecimal(amount));
    },
  };
}

/** A field that is a list of texts. */
export function listKey(...path: readonly string[]): KeySpec {
  return { kind: 'terms', of: (body) => textsAt(body, path), path };
}

/** What every record says of how it may be used: rules of access are filters over these. */
export const handlingKeys = {
  tlp: textKey('handling', 'tlp'),
  embargoUntil: instantKey('handling', 'embargoUntil'),
} as const satisfies Record<string, KeySpec>;

/** The keys every record type has beside those of its parties: how it may be used, and when it last changed. */
const recordKeys = {
  ...handlingKeys,
  modifiedAt: { kind: 'instant', stored: 'modifiedAt' },
} as const satisfies Record<string, KeySpec>;

/** The keys of a type whose parties are all public: also the parties it names and their public identifiers. */
export const commonKeys = {
  /** Local ids: the store knows no other member. */
  party: { kind: 'terms', of: (body) => idsOf(partyRefsOf(body)) },
  identifier: { kind: 'terms', of: (body) => identifiersOf(partyRefsOf(body)) },
  ...recordKeys,
} as const satisfies Record<string, KeySpec>;

/** The same for a type with protected places: the parties in these have keys of their own, see `widenToProtected`. */
export function commonKeysWith(places: readonly ProtectedPlace[]) {
  return {
    party: { kind: 'terms', of: (body) => idsOf(namedParties(body, places).open) },
    identifier: { kind: 'terms', of: (body) => identifiersOf(namedParties(body, places).open) },
    protectedParty: { kind: 'terms', of: (body) => idsOf(namedParties(body, places).protected) },
    protectedIdentifier: { kind: 'terms', of: (body) => identifiersOf(namedParties(body, places).protected) },
    ...recordKeys,
  } as const satisfies Record<string, KeySpec>;
}

/** What of a person, and of an organisation, the keys and texts of parties hold. */
export const personUses: readonly string[] = [
  'Person.id',
  'Person.name',
  'Person.identifiers',
  'Identifier.scheme',
  'Identifier.id',
];
export const organizationUses: readonly string[] = [
  'Organization.id',
  'Organization.name',
  'Organization.identifiers',
];

/** The pair every record type has: its index alone tells what a caller may see, and finds it where it is little. */
export const commonPairs: readonly IndexPair[] = [{ equal: ['tlp'], sort: 'embargoUntil' }];

/** The texts at these paths, lists taken apart, and the names of the parties that stand in no protected place. */
export function textsOf(
  body: RecordBody,
  paths: readonly (readonly string[])[],
  places?: readonly ProtectedPlace[],
): string[] {
  const texts: string[] = [];
  for (const path of paths) {
    pushTexts(texts, valueAt(body, path));
  }
  texts.push(...namesOf(places === undefined ? partyRefsOf(body) : namedParties(body, places).open));
  return texts;
}

/** The names of the parties in protected places. */
export function protectedNamesOf(body: RecordBody, places: readonly ProtectedPlace[]): string[] {
  return namesOf(namedParties(body, places).protected);
}

function namesOf(parties: readonly PartyRef[]): string[] {
  return parties.flatMap(({ name }) => (name === undefined ? [] : [name]));
}

function idsOf(parties: readonly PartyRef[]): string[] {
  return parties.map(({ id }) => id);
}

function identifiersOf(parties: readonly PartyRef[]): string[] {
  return parties.flatMap(({ identifiers = [] }) => identifiers.map(({ scheme, id }) => `${scheme}:${id}`));
}

function textsAt(body: RecordBody, path: readonly string[]): string[] {
  const texts: string[] = [];
  pushTexts(texts, valueAt(body, path));
  return texts;
}

function pushTexts(texts: string[], value: unknown): void {
  if (typeof value === 'string') {
    texts.push(value);
  } else if (Array.isArray(value)) {
    texts.push(...value.filter((item) => typeof item === 'string'));
  }
}

function textAt(body: RecordBody, path: readonly string[]): string | undefined {
  const value = valueAt(body, path);
  return typeof value === 'string' ? value : undefined;
}

function valueAt(body: RecordBody, path: readonly string[]): unknown {
  let value: unknown = body;
  for (const step of path) {
    if (!isBody(value)) {
      return undefined;
    }
    value = value[step];
  }
  return value;
}

function isBody(value: unknown): value is RecordBody {
  return typeof value === 'object' && value !== null;
}

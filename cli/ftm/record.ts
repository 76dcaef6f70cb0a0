import { type Part, partAt, textAt } from './answer.js';
import { lower } from './party.js';
import type { FtmCollector, StatementSource } from './statements.js';

/** What the statements of a record say of themselves; every query for records asks for it. */
export const recordFragment = `
  fragment recordOf on Record {
    __typename id member { id licence } createdAt modifiedAt
    handling { tlp pap license }
    provenance { sourceUrl publisher retrievedAt license attribution }
  }
`;

/** A record that is being told in the words of FollowTheMoney. */
export interface Telling {
  readonly record: Part;
  readonly source: StatementSource;
  readonly collector: FtmCollector;
}

export function sourceOf(record: Part): StatementSource {
  const provenance = partAt(record, 'provenance') ?? {};
  return {
    member: textAt(record, 'member', 'id') ?? '',
    record: textAt(record, 'id') ?? '',
    sourceUrl: textAt(provenance, 'sourceUrl'),
    publisher: textAt(provenance, 'publisher'),
    retrievedAt: textAt(provenance, 'retrievedAt'),
    firstSeen: textAt(record, 'createdAt'),
    lastSeen: textAt(record, 'modifiedAt'),
    license:
      textAt(provenance, 'license') ??
      textAt(record, 'handling', 'license') ??
      textAt(record, 'member', 'licence'),
    attribution: textAt(provenance, 'attribution'),
    tlp: textAt(record, 'handling', 'tlp'),
    pap: textAt(record, 'handling', 'pap'),
  };
}

/** The id of a part of a record that has none of its own. */
export function partId(record: Part, field: string, place: number): string {
  return `${textAt(record, 'id') ?? ''}#${field}-${place}`;
}

/** Countries of a part, by the names that FollowTheMoney takes them under. */
export function countryOf(part: Part): string | undefined {
  const country = textAt(part, 'country');
  return country === undefined ? undefined : lower(country);
}

/** An amount with its currency. A range has no amount: its ends stand in `description`. */
export function moneyOf(money: Part | undefined): {
  readonly amount: string | undefined;
  readonly currency: string | undefined;
} {
  return {
    amount: money === undefined ? undefined : textAt(money, 'amount'),
    currency: money === undefined ? undefined : textAt(money, 'currency'),
  };
}

/** A range, or the source's own words for an amount that is none. */
export function rangeOf(money: Part | undefined): string | undefined {
  if (money === undefined || textAt(money, 'amount') !== undefined) {
    return undefined;
  }
  const [least, most] = [textAt(money, 'minimum'), textAt(money, 'maximum')];
  const range = least === undefined && most === undefined ? undefined : `${least ?? ''}–${most ?? ''}`;
  const currency = textAt(money, 'currency') ?? '';
  return range === undefined ? textAt(money, 'original') : `${range} ${currency}`.trim();
}

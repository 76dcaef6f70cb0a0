import { partialDateEnd } from '../domain/partial-date.js';
import type { Access, Asker } from './evaluate-rule.js';

/**
 * The policies that `@policy` can name in our contracts. `member`: the caller's organisation is one of the coalition.
 * `owner`: it is the one whose record this is. The others look at the object that the field is on: `published` it was
 * published by now, `named-in-public` it says that the party is named in public, `legal-entity` the party is no person.
 */
export const knownPolicies = ['member', 'owner', 'published', 'named-in-public', 'legal-entity'] as const;
export type KnownPolicy = (typeof knownPolicies)[number];

/** Where a field stands: the object it is on, as the store's body has it, and its name. */
export interface FieldPlace {
  readonly object: Readonly<Record<string, unknown>>;
  readonly field: string;
  /** The one moment of the request. */
  readonly now: Date;
}

/** What a policy says before any record is looked at. A name that is not known denies. */
export function askPolicy(name: string, { caller, owner }: Asker): Access {
  switch (name) {
    case 'member':
      return caller.isMember ? 'ALLOW' : 'DENY';
    case 'owner':
      if (!caller.isMember) {
        return 'DENY';
      }
      return owner === undefined ? 'BY_RECORD' : caller.organization === owner ? 'ALLOW' : 'DENY';
    case 'published':
    case 'named-in-public':
    case 'legal-entity':
      return 'BY_RECORD';
    default:
      return 'DENY';
  }
}

/** What a policy says of one object, for a member that knows whose record it is. */
export function askPolicyAt(
  name: string,
  asker: Asker & { readonly owner: string },
  place: FieldPlace,
): boolean {
  switch (name) {
    case 'published':
      return isPast(place.object['publishedAt'], place.now);
    case 'named-in-public':
      return place.object['identifiedPublicly'] === true;
    case 'legal-entity':
      return isLegalEntity(place.object[place.field]);
    default:
      return askPolicy(name, asker) === 'ALLOW';
  }
}

/** A partial date is past when all it can mean is: `2026-03` from April on. */
function isPast(date: unknown, now: Date): boolean {
  return typeof date === 'string' && date !== '' && partialDateEnd(date) <= now.toISOString().slice(0, 10);
}

function isLegalEntity(party: unknown): boolean {
  return typeof party === 'object' && party !== null && 'ref' in party && party.ref === 'Organization';
}

import { parse } from 'graphql';
import { anonymousCaller, type Caller, freezeCaller } from '../identity/caller.js';
import { isOpener, narrowerAudience } from '../linking/narrower-audience.js';
import type { MemberPolicy } from '../policy/member-policy.js';
import type { RecordAudience } from '../policy/record-audience.js';
import { readUseTable } from '../policy/use-table.js';
import type { RecordBody, RecordType } from '../store/record-type.js';
import type { DomainModule } from './domain-module.js';
import { type RecordPagesOptions, recordPages } from './record-pages.js';
import { isShutOut } from './shut-out.js';
import type { SubgraphModule } from './subgraph-module.js';

/** A record type that names parties in places which are no more secret than the record. */
export interface NamingType {
  readonly type: RecordType;
  /** The local ids of the parties in these places. */
  readonly partiesOf: (body: RecordBody) => readonly string[];
  /** The coordinates of these places and of what they show of a party. */
  readonly uses: readonly string[];
}

/** By a party's local id: who may know of a record that names it. */
export type PartyMentions = ReadonlyMap<string, RecordAudience>;

export interface MentionsOptions extends RecordPagesOptions {
  readonly policy: MemberPolicy;
  readonly types: readonly NamingType[];
  readonly now: Date;
}

/** A domain, or an extension, which holds no records in the store. */
type NamingModule = SubgraphModule & Partial<Pick<DomainModule, 'recordTypes'>>;

/** The record types of these modules that name parties openly. Throws BAD_CONTRACT. */
export function namingTypes(modules: readonly NamingModule[]): NamingType[] {
  return modules.flatMap(({ sdl, recordTypes = [] }) => {
    const table = readUseTable(parse(sdl));
    return recordTypes.flatMap((type): NamingType[] => {
      const uses = table.get(`${type.name}Filter.party`);
      const key = type.keys['party'];
      return uses === undefined || key?.kind !== 'terms' ? [] : [{ type, partiesOf: key.of, uses }];
    });
  });
}

/**
 * Reads who may know that a member has anything on its parties. A party's own record says less than the records that
 * name it: a cousin's record may be open while the list of relatives that it stands in is not. So of each party the most
 * open record counts that names it where everybody who sees the record may read the name; of a party in protected places
 * alone there is none. Throws what the store throws.
 */
export async function readMentions(options: MentionsOptions): Promise<PartyMentions> {
  const mentions = new Map<string, RecordAudience>();
  for (const naming of options.types) {
    const audienceOf = namingAudience(naming, options);
    for await (const { records } of audienceOf === null ? [] : recordPages(naming.type.name, options)) {
      for (const { body } of records) {
        const audience = audienceOf?.(body) ?? null;
        for (const party of audience === null ? [] : naming.partiesOf(body)) {
          const known = mentions.get(party);
          if (audience !== null && (known === undefined || isOpener(audience, known))) {
            mentions.set(party, audience);
          }
        }
      }
    }
  }
  return mentions;
}

/** Somebody of another member of whom nothing else is known. */
const anyMember: Caller = freezeCaller({
  ...anonymousCaller,
  kind: 'service',
  isMember: true,
  clearance: 'TLP:AMBER',
});

const membersOnly: RecordAudience = { tlp: 'TLP:AMBER', sharedWith: [], requires: [] };

/** Who may know of a record and read whom it names; null where that cannot be told of people nobody knows. */
function namingAudience(
  { type, uses }: NamingType,
  { policy, now }: MentionsOptions,
): ((body: RecordBody) => RecordAudience | null) | null {
  const audienceOf = interned(policy.audience(type.name, now));
  const mayRead = (caller: Caller): boolean => {
    const decisions = policy.decide(caller, now);
    return decisions.mayUse(uses) && !isShutOut(type, decisions);
  };
  if (mayRead(anonymousCaller)) {
    return audienceOf;
  }
  return mayRead(anyMember)
    ? interned((body) => {
        const audience = audienceOf(body);
        return audience === null ? null : narrowerAudience(audience, membersOnly);
      })
    : null;
}

/** Equal audiences become one: there are few, and parties are many. */
function interned(
  audienceOf: (body: RecordBody) => RecordAudience | null,
): (body: RecordBody) => RecordAudience | null {
  const known = new Map<string, RecordAudience>();
  return (body) => {
    const audience = audienceOf(body);
    const text = JSON.stringify(audience);
    const same = known.get(text) ?? audience;
    if (same !== null) {
      known.set(text, same);
    }
    return same;
  };
}

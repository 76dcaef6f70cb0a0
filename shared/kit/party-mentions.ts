import { parse } from 'graphql';
import { isPartyRef } from '../domain/party-refs.js';
import { anonymousCaller, type Caller, freezeCaller } from '../identity/caller.js';
import { isOpener, narrowerAudience } from '../linking/narrower-audience.js';
import { type ContractTypes, readContractTypes } from '../policy/contract-types.js';
import type { MemberPolicy } from '../policy/member-policy.js';
import type { RecordAudience } from '../policy/record-audience.js';
import type { RecordBody } from '../store/record-type.js';
import type { DomainModule } from './domain-module.js';
import { type RecordPagesOptions, recordPages } from './record-pages.js';
import type { SubgraphModule } from './subgraph-module.js';

/** A record type that may name parties, with the contract that says in which fields. */
export interface NamingType {
  readonly name: string;
  readonly contract: ContractTypes;
}

/** By a party's local id: who may know of a record that names it and read the name there. */
export type PartyMentions = ReadonlyMap<string, RecordAudience>;

export interface MentionsOptions extends RecordPagesOptions {
  readonly policy: MemberPolicy;
  readonly types: readonly NamingType[];
  readonly now: Date;
}

/** A domain, or an extension, which holds no records in the store. */
type NamingModule = SubgraphModule & Partial<Pick<DomainModule, 'recordTypes'>>;

/** The record types of these modules. */
export function namingTypes(modules: readonly NamingModule[]): NamingType[] {
  return modules.flatMap(({ sdl, recordTypes = [] }) => {
    const contract = readContractTypes(parse(sdl));
    return recordTypes.map(({ name }) => ({ name, contract }));
  });
}

/**
 * Reads who may know that a member has anything on its parties. A party's own record says less than the records that
 * name it: a cousin's record may be open while the list of relatives that it stands in is not. So of each party the most
 * open record counts that names it where whoever sees the record may read it, or any member may; of a party in other
 * places alone there is none. Throws what the store throws.
 */
export async function readMentions(options: MentionsOptions): Promise<PartyMentions> {
  const mentions = new Map<string, RecordAudience>();
  const levelOf = placeReader(options);
  for (const { name, contract } of options.types) {
    const audiencesOf = audiencesReader(options, name);
    for await (const { records } of recordPages(name, options)) {
      for (const { body } of records) {
        const audiences = audiencesOf(body);
        if (audiences !== null) {
          for (const [party, level] of partiesIn(body, { type: name, contract, levelOf })) {
            keepOpener(mentions, party, audiences[level]);
          }
        }
      }
    }
  }
  return mentions;
}

function keepOpener(
  mentions: Map<string, RecordAudience>,
  party: string,
  audience: RecordAudience | null,
): void {
  const known = mentions.get(party);
  if (audience !== null && (known === undefined || isOpener(audience, known))) {
    mentions.set(party, audience);
  }
}

/** Who may read a place of a record of those who may know of the record. */
type Level = 'everybody' | 'members';

/** Who may read a field of an object in a body; null where that takes more than to be of a member. */
type LevelOf = (coordinate: string, object: RecordBody, field: string) => Level | null;

/** Somebody of another member of whom nothing else is known. */
const anyMember: Caller = freezeCaller({
  ...anonymousCaller,
  kind: 'service',
  isMember: true,
  clearance: 'TLP:AMBER',
});

function placeReader({ policy, now }: MentionsOptions): LevelOf {
  const everybody = policy.decide(anonymousCaller, now);
  const members = policy.decide(anyMember, now);
  return (coordinate, object, field) => {
    const mayRead = (decisions: typeof everybody): boolean => {
      const decision = decisions.field(coordinate);
      const decided = decision.kind === 'BY_RECORD' ? decision.decide({ object, field, now }) : decision;
      return decided.kind === 'ALLOW';
    };
    return mayRead(everybody) ? 'everybody' : mayRead(members) ? 'members' : null;
  };
}

interface Place {
  readonly type: string;
  readonly contract: ContractTypes;
  readonly levelOf: LevelOf;
}

/** The local ids of the parties that an object of this type names, wherever their place can be read. */
function* partiesIn(object: RecordBody, place: Place): Generator<readonly [party: string, level: Level]> {
  const { type, contract, levelOf } = place;
  for (const [field, value] of Object.entries(object)) {
    const found = typeof value === 'object' ? contract.field(type, field) : undefined;
    const level = found === undefined ? null : levelOf(`${type}.${field}`, object, field);
    if (found === undefined || level === null) {
      continue;
    }
    for (const part of Array.isArray(value) ? value : [value]) {
      for (const [party, within] of partiesAt(part, { ...place, type: found.type })) {
        yield [party, level === 'members' ? level : within];
      }
    }
  }
}

function* partiesAt(part: unknown, place: Place): Generator<readonly [party: string, level: Level]> {
  if (!isBody(part)) {
    return;
  }
  if (!isPartyRef(part)) {
    yield* partiesIn(part, place);
    return;
  }
  const level = place.levelOf(`${part.ref}.id`, part, 'id');
  if (level !== null) {
    yield [part.id, level];
  }
}

function isBody(part: unknown): part is RecordBody {
  return typeof part === 'object' && part !== null;
}

const membersOnly: RecordAudience = { tlp: 'TLP:AMBER', sharedWith: [], requires: [] };

/** Who may know of a record, and who of these may read what is for members; equal ones are one, since parties are many. */
function audiencesReader(
  { policy, now }: MentionsOptions,
  type: string,
): (body: RecordBody) => Readonly<Record<Level, RecordAudience | null>> | null {
  const audienceOf = policy.audience(type, now);
  const known = new Map<string, Readonly<Record<Level, RecordAudience | null>>>();
  return (body) => {
    const audience = audienceOf(body);
    if (audience === null) {
      return null;
    }
    const text = JSON.stringify(audience);
    const same = known.get(text) ?? {
      everybody: audience,
      members: narrowerAudience(audience, membersOnly),
    };
    known.set(text, same);
    return same;
  };
}

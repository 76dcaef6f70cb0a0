import { setMaxListeners } from 'node:events';
import type { Domain } from '../../shared/domain/domains.js';
import { compareText } from '../../shared/domain/text.js';
import type { CoalitionMember } from '../config.js';
import type { Provider } from '../fanout/provider.js';
import type { Extension, ExtensionSource } from './extension.js';
import { type RegistryEntry, type RegistryState, stateOf } from './registry/registry-entry.js';
import type { RegistrySnapshot } from './registry/registry-store.js';

/** What the hub knows of its members at one moment, by ascending member id. Never changed, only replaced whole. */
export interface CoalitionTable {
  /** Those that take part, paused ones included. */
  readonly members: readonly CoalitionMember[];
  readonly providers: readonly Provider[];
  /** Schemas of the registry's members, in the order in which they came to stand as they do. */
  readonly extensions: readonly Extension[];
  /** Where each member is known from, and how it stands there. */
  readonly standings: ReadonlyMap<string, MemberStanding>;
}

export interface MemberStanding {
  readonly source: 'CONFIGURED' | 'REGISTERED';
  readonly state: RegistryState;
  /** Aborts when the member pauses or leaves, with the state it went to as the reason. */
  readonly halted: AbortSignal;
}

/** The members of the coalition: those of `hub.yaml`, which none can override, and those of the registry. */
export interface CoalitionMembers {
  /** The table in force; the same object until something changes. */
  current(): CoalitionTable;
  /** Whether a snapshot of the registry was ever put in force. */
  hasRegistry(): boolean;
  /** Puts a snapshot of the registry in force at once. What is under way to members that paused or left ends. */
  take(snapshot: RegistrySnapshot): void;
}

/** The providers of a domain as they are now, by ascending member id; the same list until something changes. */
export function providersOf(members: CoalitionMembers, domain: Domain): () => readonly Provider[] {
  let of: CoalitionTable | undefined;
  let providers: readonly Provider[] = [];
  return () => {
    const table = members.current();
    if (table !== of) {
      of = table;
      providers = table.providers.filter((provider) => provider.domain === domain);
    }
    return providers;
  };
}

/** How a member that takes part stands now; undefined for any other. */
export function standingOf(
  members: CoalitionMembers,
  member: string,
): Pick<Provider, 'paused' | 'halted'> | undefined {
  const standing = members.current().standings.get(member);
  return standing?.state === 'ACTIVE' || standing?.state === 'PAUSED'
    ? { paused: standing.state === 'PAUSED', halted: standing.halted }
    : undefined;
}

/** The extensions of the configuration, then those of the registry; unknown before it was read, now or in an earlier run. */
export function allExtensions(configured: ExtensionSource, members: CoalitionMembers): ExtensionSource {
  return {
    list: () =>
      members.hasRegistry() ? [...(configured.list() ?? []), ...members.current().extensions] : undefined,
  };
}

interface Seat extends MemberStanding {
  readonly member: CoalitionMember;
  readonly extension: Extension | undefined;
  readonly since: string;
  readonly controller: AbortController;
}

export function createCoalitionMembers(configured: readonly CoalitionMember[]): CoalitionMembers {
  const own = configured.map(configuredSeat);
  const ids = new Set<string>(configured.map(({ id }) => id));
  let seats = new Map<string, Seat>(own.map((seat) => [seat.member.id, seat]));
  let table = tableOf([...seats.values()]);
  let taken = false;
  return {
    current: () => table,
    hasRegistry: () => taken,
    take({ entries }) {
      taken = true;
      const before = seats;
      const registered = entries
        .filter(({ description }) => !ids.has(description.id))
        .map((entry) => seatOf(entry, before.get(entry.description.id)));
      seats = new Map([...own, ...registered].map((seat) => [seat.member.id, seat]));
      table = tableOf([...seats.values()]);
      for (const seat of before.values()) {
        const state = seats.get(seat.member.id)?.state ?? 'REVOKED';
        if (seat.state === 'ACTIVE' && state !== 'ACTIVE') {
          seat.controller.abort(state);
        }
      }
    },
  };
}

function configuredSeat(member: CoalitionMember): Seat {
  const controller = createHalt();
  return {
    member,
    extension: undefined,
    since: '',
    source: 'CONFIGURED',
    state: member.paused ? 'PAUSED' : 'ACTIVE',
    controller,
    halted: controller.signal,
  };
}

/** A member that stays active keeps its signal, so that what is under way to it can still be ended. */
function seatOf(entry: RegistryEntry, before: Seat | undefined): Seat {
  const { description, extension, since } = entry;
  const state = stateOf(entry);
  const keepsSignal = state === 'ACTIVE' && before?.state === 'ACTIVE';
  const controller = keepsSignal ? before.controller : createHalt();
  return {
    member: { ...description, paused: state === 'PAUSED' },
    extension: extension && { member: description.id, ...extension },
    since,
    source: 'REGISTERED',
    state,
    controller,
    halted: controller.signal,
  };
}

function createHalt(): AbortController {
  const controller = new AbortController();
  // Every question that is under way listens; that is no leak.
  setMaxListeners(0, controller.signal);
  return controller;
}

function tableOf(seats: readonly Seat[]): CoalitionTable {
  const sorted = seats.toSorted((a, b) => compareText(a.member.id, b.member.id));
  const present = sorted.filter(({ state }) => state === 'ACTIVE' || state === 'PAUSED');
  return {
    members: present.map(({ member }) => member),
    providers: present.flatMap(providersOfSeat),
    extensions: present
      .toSorted((a, b) => compareText(a.since, b.since))
      .flatMap(({ extension }) => (extension === undefined ? [] : [extension])),
    standings: new Map(
      sorted.map(({ member, source, state, halted }) => [member.id, { source, state, halted }]),
    ),
  };
}

function providersOfSeat({ member, halted }: Seat): Provider[] {
  const { id, paused, providers } = member;
  return providers.map((provider) => ({ ...provider, member: id, paused, halted }));
}

import type { MemberAsker } from '../fanout/ask-members.js';
import type { ProviderStates } from '../members/provider-states.js';
import type { CoalitionTable } from '../plan/coalition-members.js';
import type { RegistryFreshness } from '../plan/registry/registry-watch.js';
import type { WatchedNumbers } from './metrics.js';

export interface MembersReportSource {
  readonly states: ProviderStates;
  readonly table: () => CoalitionTable;
  readonly asker: Pick<MemberAsker, 'stateOf'>;
  /** Null where the members are those of the configuration alone. */
  readonly registry: { freshness(): RegistryFreshness } | null;
}

/**
 * What `GET /members` answers: each provider with what came of asking it and how its breaker stands, and each member of
 * the registry, those that wait or were revoked included.
 */
export function reportMembers({ states, table, asker, registry }: MembersReportSource) {
  const { standings } = table();
  const members = states.list().map((state) => {
    const { source, state: standing } = standings.get(state.member) ?? {};
    return { ...state, ...asker.stateOf(state.member), source, state: standing };
  });
  if (registry === null) {
    return { members };
  }
  const registered = [...standings].flatMap(([member, { source, state }]) =>
    source === 'REGISTERED' ? [{ member, state }] : [],
  );
  return { members, registry: { ...registry.freshness(), members: registered } };
}

/** The same for `GET /metrics`. */
export function watchedNumbers({ table, asker, registry }: MembersReportSource): WatchedNumbers {
  return {
    members: () =>
      [...table().standings].map(([member, { state }]) => ({
        member,
        state,
        breaker: asker.stateOf(member).breaker,
      })),
    registryAge() {
      const ageMs = registry?.freshness().ageMs ?? null;
      return ageMs === null ? undefined : ageMs / 1000;
    },
  };
}

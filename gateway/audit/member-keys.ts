import type { RegistrySnapshot } from '../plan/registry/registry-store.js';

/** Which keys members sign with, as the registry knows them. */
export interface MemberKeys {
  take(snapshot: RegistrySnapshot): void;
  /** Null where none of the member's keys is known: those of the configuration register none. */
  isKeyOf(member: string, kid: string): boolean | null;
}

export function createMemberKeys(): MemberKeys {
  let known: ReadonlyMap<string, ReadonlySet<string>> = new Map();
  return {
    take({ entries }) {
      known = new Map(
        entries.map(({ description, keys }) => [description.id, new Set(keys.map(({ kid }) => kid))]),
      );
    },
    isKeyOf: (member, kid) => known.get(member)?.has(kid) ?? null,
  };
}

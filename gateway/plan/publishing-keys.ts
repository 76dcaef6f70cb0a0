import type { MemberKey } from '../../shared/identity/member-message.js';
import { type PublicKey, thumbprintOf } from '../../shared/identity/public-key.js';
import { stateOf } from './registry/registry-entry.js';
import type { RegistrySnapshot } from './registry/registry-store.js';
import { isKeyGood } from './registry/transitions.js';

/** The keys by which members publish: those pinned in `hub.yaml` and those of the registry. */
export interface PublishingKeys {
  /** The key of a member that takes part, a paused one included: whoever pauses can still withdraw. */
  find(kid: string): MemberKey | undefined;
  /** Puts a snapshot of the registry in force, and gives the members that have left since the one before. */
  take(snapshot: RegistrySnapshot): void;
}

export interface PublishingKeysOptions {
  readonly configured: readonly { readonly id: string; readonly keys: readonly PublicKey[] }[];
  readonly now: () => Date;
  /** Told of each member of the registry that has left for good, when it is first known. */
  readonly onLeft: (member: string) => void;
}

export function createPublishingKeys({ configured, now, onLeft }: PublishingKeysOptions): PublishingKeys {
  const ids = new Set(configured.map(({ id }) => id));
  const pinned = new Map(
    configured.flatMap(({ id, keys }) => keys.map(({ x }) => [thumbprintOf({ x }), { member: id, x }])),
  );
  const left = new Set<string>();
  let registered: RegistrySnapshot['entries'] = [];
  return {
    find(kid) {
      const own = pinned.get(kid);
      if (own !== undefined) {
        return own;
      }
      for (const { description, keys } of registered) {
        const key = keys.find((one) => one.kid === kid && isKeyGood(one, now()));
        if (key !== undefined) {
          return { member: description.id, x: key.x };
        }
      }
      return undefined;
    },
    take({ entries }) {
      const foreign = entries.filter(({ description }) => !ids.has(description.id));
      registered = foreign.filter((entry) => stateOf(entry) === 'ACTIVE' || stateOf(entry) === 'PAUSED');
      for (const entry of foreign) {
        const { id } = entry.description;
        if (entry.standing !== 'REVOKED') {
          left.delete(id);
        } else if (!left.has(id)) {
          left.add(id);
          onLeft(id);
        }
      }
    },
  };
}

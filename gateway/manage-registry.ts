import { readMemberId } from '../shared/domain/ids.js';
import { AccordError } from '../shared/errors/accord-error.js';
import { readHubConfig } from './config.js';
import { obeyOperator } from './plan/registry/member-registry.js';
import { openRegistryStore } from './plan/registry/open-registry-store.js';
import {
  keyInForce,
  type RegistryEntry,
  type RegistryState,
  stateOf,
} from './plan/registry/registry-entry.js';
import type { OperatorCommand } from './plan/registry/transitions.js';

/** A member of the registry as an operator sees it. */
export interface ListedMember {
  readonly id: string;
  readonly name: string;
  readonly state: RegistryState;
  readonly pausedBy: readonly string[];
  readonly since: string;
  /** Thumbprint of the key in force. */
  readonly key: string;
  readonly domains: readonly string[];
}

/** The registry as an operator works on it, beside the hubs that run. */
export interface ManagedRegistry {
  list(): Promise<readonly ListedMember[]>;
  /** Throws BAD_ID, BAD_INPUT where there is no such member or its state does not allow it. */
  obey(name: OperatorCommand, member: string, key?: string): Promise<ListedMember>;
  close(): Promise<void>;
}

/** Opens the registry that a hub's configuration names. Throws BAD_CONFIG. */
export async function openManagedRegistry(options: {
  readonly env: NodeJS.ProcessEnv;
  readonly config?: string | undefined;
  readonly now: () => Date;
}): Promise<ManagedRegistry> {
  const { registry, data, mongodbUrl } = readHubConfig(options.env, { file: options.config });
  if (registry === undefined || data === undefined) {
    throw new AccordError(
      'BAD_CONFIG',
      'Expected "registry" in the configuration of the hub, it is not there.',
    );
  }
  const { now } = options;
  const store = await openRegistryStore({ folder: data, mongodbUrl, database: registry.database, now });
  return {
    list: async () => (await store.read()).entries.map(listed),
    obey: async (name, member, key) =>
      listed(await obeyOperator(store, { name, member: readMemberId(member), key, now: now() })),
    close: () => store.close(),
  };
}

function listed(entry: RegistryEntry): ListedMember {
  const { description, pausedBy, since } = entry;
  return {
    id: description.id,
    name: description.name,
    state: stateOf(entry),
    pausedBy,
    since,
    key: keyInForce(entry).kid,
    domains: description.providers.map(({ domain, contractVersion }) => `${domain} ${contractVersion}`),
  };
}

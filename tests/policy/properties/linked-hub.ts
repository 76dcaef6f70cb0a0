import { type ExecutionResult, graphql } from 'graphql';
import { HubFile } from '../../../gateway/config.js';
import { createDirectorySchema } from '../../../gateway/directory/directory.js';
import { createSubjectRights } from '../../../gateway/directory/entities/subject-rights.js';
import type { LinkStore } from '../../../gateway/directory/links/link-store.js';
import { AnswerProvenance } from '../../../gateway/fanout/answer-provenance.js';
import { createCursorSeal } from '../../../gateway/fanout/cursor-seal.js';
import { readContracts } from '../../../gateway/plan/contract-files.js';
import type { Caller } from '../../../shared/identity/caller.js';
import { subjectKeys } from '../../../shared/linking/subject-keys.js';
import { PublishedPolicy } from '../../../shared/policy/published-policy.js';
import { createMemoryLinkStore, LinkMemory } from '../../fixtures/memory-link-store.js';
import { policies, type World, worldNow } from './linked-world.js';

/** The directory of a hub, asked without HTTP. */
export interface LinkedHub {
  /** Puts a world in place of the one that is there. */
  hold(world: World): Promise<void>;
  ask(query: string, variables: Readonly<Record<string, unknown>>, caller: Caller): Promise<ExecutionResult>;
}

export function createLinkedHub(): LinkedHub {
  let held: World = { members: [], subjects: [], links: [], judgements: [] };
  let members = membersOf(held);
  let current: LinkStore = createMemoryLinkStore({ keysOf: () => [], now: () => worldNow });
  // One schema for all worlds: to make one takes longer than to ask it.
  const store = new Proxy(current, {
    get(_target, name) {
      const value: unknown = Reflect.get(current, name);
      return typeof value === 'function' ? value.bind(current) : value;
    },
  });
  const seal = createCursorSeal({ secrets: () => [new Uint8Array(32).fill(7)], now: () => worldNow });
  const rights = createSubjectRights({
    contracts: readContracts(),
    policiesOf: (member) => policiesOf(held, member),
  });
  const schema = createDirectorySchema({
    members: () => members,
    accessLog: { folder: undefined, seal },
    links: { store, rights, now: () => worldNow },
    indicators: {
      definitions: [],
      totals: new Map(),
      askGraph: async () => ({ data: null, codes: [] }),
      members: () => [],
      now: () => worldNow,
    },
  });
  return {
    async hold(world) {
      held = world;
      members = membersOf(world);
      current = await storeOf(world);
    },
    async ask(source, variableValues, caller) {
      const contextValue = {
        caller,
        callerDigest: JSON.stringify(caller),
        provenance: new AnswerProvenance(),
        signal: new AbortController().signal,
        completeness: 'BEST_EFFORT',
      };
      return await graphql({ schema, source, variableValues, contextValue });
    },
  };
}

const provider = { domain: 'budgets', url: 'https://members.example/budgets/graphql' } as const;

function membersOf({ members }: World) {
  return HubFile.parse({
    members: members
      .filter(({ isPresent }) => isPresent)
      .map(({ id }) => ({
        id,
        name: `Desk ${id}`,
        country: 'GB',
        licence: 'CC0-1.0',
        providers: [provider],
      })),
  }).members;
}

function policiesOf({ members }: World, id: string): readonly PublishedPolicy[] | undefined {
  const fields = policies[members.find((member) => member.id === id)?.policy ?? 'unknown'];
  return fields && [PublishedPolicy.parse({ version: 1, member: id, revision: '1', fields })];
}

async function storeOf({ subjects, links, judgements }: World): Promise<LinkStore> {
  const memory = new LinkMemory();
  const store = createMemoryLinkStore({
    keysOf: (_id, subject) => subjectKeys(subject),
    now: () => worldNow,
    memory,
  });
  const sequences = new Map<string, number>();
  for (const { id, member, entityId, since, subject } of subjects) {
    const sequence = (sequences.get(member) ?? 0) + 1;
    sequences.set(member, sequence);
    // As if it had been published before, with this id.
    memory.firsts.set(id, { entityId, since: new Date(since).toISOString() });
    const at = worldNow.toISOString();
    await store.apply({ member, sequence, put: [subject], withdraw: [], kid: 'k', digest: 'd', at });
  }
  await store.settle(await store.pending(subjects.length), links);
  for (const entry of judgements) {
    await store.judge(entry);
  }
  return store;
}

import type { ApolloServer } from '@apollo/server';
import { parse } from 'graphql';
import { pino } from 'pino';
import { AnswerProvenance } from '../../../gateway/fanout/answer-provenance.js';
import type { CursorSeal } from '../../../gateway/fanout/cursor-seal.js';
import type { Provider } from '../../../gateway/fanout/provider.js';
import type { RequestScope } from '../../../gateway/fanout/request-scope.js';
import { digestOfCaller } from '../../../gateway/identity/caller-digest.js';
import { pairwiseSubject } from '../../../gateway/identity/pairwise-subject.js';
import type { ProviderRequest } from '../../../gateway/members/provider-client.js';
import { readMemberId } from '../../../shared/domain/ids.js';
import { invariant } from '../../../shared/errors/invariant.js';
import { type Caller, freezeCaller } from '../../../shared/identity/caller.js';
import { createDomainServer } from '../../../shared/kit/create-domain-server.js';
import { createMemberContext } from '../../../shared/kit/create-member-context.js';
import type { MemberContext } from '../../../shared/kit/member-context.js';
import { partyRecordTypes } from '../../../shared/kit/party-record-types.js';
import { compileMemberPolicy } from '../../../shared/policy/compile-member-policy.js';
import type { MemberPolicy } from '../../../shared/policy/member-policy.js';
import { parsePolicy } from '../../../shared/policy/parse-policy.js';
import { readUseTable } from '../../../shared/policy/use-table.js';
import type { RecordStore } from '../../../shared/store/record-store.js';
import { createDomainHub, type HubAnswer, urlOf } from '../../fixtures/in-process-coalition.js';
import { MemoryRecordStore } from '../../fixtures/memory-record-store.js';
import { type Asking, type HeldMember, memberIds } from './coalition-cases.js';
import { moment } from './coalition-rules.js';
import type { PlainDomain } from './plain-domain.js';

/** The header that says to a member of these tests who asks, where others have a signed token. */
const callerHeader = 'x-test-caller';
const quiet = pino({ level: 'silent' });

/** Cursors that say openly where they stand: two answers are the same only where their cursors are the same places. */
const openSeal: CursorSeal = {
  seal: async (position, binding) => JSON.stringify([position, binding]),
  async open(cursor, binding) {
    const [position, bound] = JSON.parse(cursor);
    invariant(JSON.stringify(bound) === JSON.stringify(binding), 'a cursor is used for what it is good for');
    return position;
  },
};

/** A hub and members under real policies in one process. What the members hold can be changed at any time. */
export interface PropertyCoalition {
  hold(members: readonly HeldMember[]): Promise<void>;
  query(text: string, variables: Record<string, unknown>, asking: Asking): Promise<HubAnswer>;
  /** `_entities`, as the planner would ask for them. */
  entities(text: string, variables: Record<string, unknown>, asking: Asking): Promise<HubAnswer>;
  stop(): Promise<void>;
}

interface OpenMember {
  readonly store: RecordStore;
  readonly policy: MemberPolicy;
  readonly server: ApolloServer<MemberContext>;
}

export async function createPropertyCoalition(domain: PlainDomain): Promise<PropertyCoalition> {
  const { module } = domain;
  const uses = readUseTable(parse(module.sdl));
  const policyOf = compiledPolicies(domain);
  // What of a server depends on the policy is which fields it guards: those of one file are guarded alike everywhere.
  const servers = domain.policies.map((_, index) => {
    return createDomainServer({
      module,
      policy: policyOf(memberIds[0] ?? '', index),
      limits: { depth: 40, tokens: 50_000 },
      logger: quiet,
      now: () => moment,
    });
  });
  const members = new Map<string, OpenMember>();
  const answer = async (request: ProviderRequest): Promise<unknown> => {
    const member = members.get(request.url);
    invariant(member !== undefined, 'only members of the coalition are asked');
    const caller: Caller = freezeCaller(JSON.parse(request.headers[callerHeader] ?? ''));
    const decisions = member.policy.decide(caller, moment);
    const context = createMemberContext({ requestId: 'r', decisions, uses, store: member.store });
    const body: { query: string; variables: Record<string, unknown> } = JSON.parse(request.body);
    const { body: given } = await member.server.executeOperation(body, { contextValue: context });
    return given.kind === 'single' ? given.singleResult : null;
  };
  const hub = await createDomainHub(module, {
    providers: () => [...members.values()].map(({ store }) => providerOf(domain, store.member)),
    policyOf: ({ url }) => members.get(url)?.policy.published,
    seal: openSeal,
    client: {
      async ask(request) {
        const text = JSON.stringify(await answer(request));
        return { outcome: 'answered', httpStatus: 200, body: JSON.parse(text), bytes: text.length };
      },
    },
  });
  return {
    async hold(held) {
      members.clear();
      for (const { member, policy, records } of held) {
        const server = await servers[policy];
        invariant(server !== undefined, 'each policy has its server');
        const store = await storeOf(domain, member, records);
        members.set(urlOf(member), { store, policy: policyOf(member, policy), server });
      }
    },
    query: (text, variables, asking) => hub.query(text, variables, scopeOf(asking)),
    async entities(text, variables, asking) {
      const provenance = new AnswerProvenance();
      const { data, errors } = await hub.process(text, variables, provenance, scopeOf(asking));
      return {
        data,
        extensions: { members: provenance.outcomes.map(({ tookMs: _, ...outcome }) => outcome) },
        errors: errors.map(({ code, message, path, withheld }) => ({
          message,
          path,
          extensions: { code, ...withheld },
        })),
      };
    },
    async stop() {
      await hub.stop();
      await Promise.all(servers.map(async (server) => (await server).stop()));
    },
  };
}

/** Compiles each policy once for each member that has it. */
function compiledPolicies({ module, policies }: PlainDomain) {
  const known = new Map<string, MemberPolicy>();
  const contract = parse(module.sdl);
  return (member: string, index: number): MemberPolicy => {
    const key = `${member} ${index}`;
    const yaml = policies[index]?.yaml?.(member);
    const head = `version: 1\nmember: ${member}\ntests: ./policy.tests.yaml\n`;
    const policy =
      known.get(key) ??
      compileMemberPolicy({
        file: yaml === undefined ? undefined : parsePolicy(`${head}${yaml}\n`, 'policy.yaml'),
        member,
        contracts: [contract],
        recordTypes: [...module.recordTypes, ...partyRecordTypes],
        tokenSecret: 'a secret of these tests',
      });
    known.set(key, policy);
    return policy;
  };
}

async function storeOf(
  { module }: PlainDomain,
  member: string,
  records: HeldMember['records'],
): Promise<RecordStore> {
  const store = new MemoryRecordStore({
    member: readMemberId(member),
    types: [...module.recordTypes, ...partyRecordTypes],
    now: () => moment,
  });
  const run = await store.beginImport();
  await run.put(records);
  await run.commit();
  return store;
}

function providerOf({ module }: PlainDomain, member: Provider['member']): Provider {
  return { member, domain: module.domain, url: urlOf(member), paused: false, coverage: {} };
}

/** What a request of a caller is; each member is told of the caller what a caller token says, and under a name of its own. */
function scopeOf({ caller, proofs }: Asking): Partial<RequestScope> {
  const secret = new Uint8Array(32).fill(7);
  return {
    caller,
    callerDigest: digestOfCaller(caller),
    proofs: new Map(proofs.map((member) => [member, 'a proof'])),
    headersFor: async ({ member }) => ({
      [callerHeader]: JSON.stringify({
        ...caller,
        subject: pairwiseSubject(secret, member, caller),
        isProven: proofs.includes(member),
      }),
    }),
  };
}

import type { MemberId } from '../../../shared/domain/ids.js';
import { AccordError } from '../../../shared/errors/accord-error.js';
import type { RegistryAnswer, RegistryRequest } from '../../../shared/identity/registry-request.js';
import type { Logger } from '../../../shared/log/logger.js';
import { keyInForce, type RegistryEntry, stateOf } from './registry-entry.js';
import type { RegistryStore } from './registry-store.js';
import {
  applyMemberRequest,
  applyOperatorCommand,
  type OperatorCommand,
  type Transition,
} from './transitions.js';
import { type Refusal, verifyRequest } from './verify-request.js';

export type Registration = Extract<RegistryRequest, { action: 'register' }>['body'];

export interface MemberRegistryOptions {
  readonly store: RegistryStore;
  /** The hub's public URL, see `hubAudience`. */
  readonly audience: string;
  readonly keyOverlapMs: number;
  readonly now: () => Date;
  /** Looks at what a member registers before it is stored; throws what is wrong with it. */
  readonly check: (registration: Registration) => Promise<void>;
  readonly logger: Logger;
  /** Tells what came of a request: the action that was done, or why it was refused. */
  readonly onRequest: (outcome: RegistryRequest['action'] | Refusal | 'rejected') => void;
}

const maxPending = 100;
const maxTries = 5;

/**
 * Does what a member's signed request asks. Throws UNAUTHENTICATED, in the same words whatever was wrong with its
 * proof; BAD_INPUT where its entry does not allow it, what `check` and the store throw.
 */
export async function handleMemberRequest(
  jws: string,
  options: MemberRegistryOptions,
): Promise<RegistryAnswer> {
  const { store, now, logger } = options;
  const verified = await verifyRequest(jws, {
    audience: options.audience,
    now,
    find: (member) => store.find(member),
    claim: (id, until) => store.claim(id, until),
  });
  if (!verified.ok) {
    options.onRequest(verified.refusal);
    logger.warn({ refusal: verified.refusal }, 'refused a request to the registry');
    throw new AccordError('UNAUTHENTICATED', 'Expected a request that a key of the member has just signed.');
  }
  const { request, kid } = verified;
  try {
    if (request.action === 'register') {
      await options.check(request.body);
      await refuseCrowd(store, request.member);
    }
    const command = { request, kid, keyOverlapMs: options.keyOverlapMs };
    const entry = await change(store, request.member, (found) =>
      applyMemberRequest(found, { ...command, now: now() }),
    );
    options.onRequest(request.action);
    const state = stateOf(entry);
    logger.info({ member: request.member, action: request.action, state }, 'a member changed its entry');
    return { member: request.member, state, key: keyInForce(entry).kid };
  } catch (fault) {
    options.onRequest('rejected');
    throw fault;
  }
}

/** Does what an operator says. Throws BAD_INPUT where there is no such member or its entry does not allow it. */
export async function obeyOperator(
  store: RegistryStore,
  command: {
    readonly member: MemberId;
    readonly name: OperatorCommand;
    readonly key?: string | undefined;
    readonly now: Date;
  },
): Promise<RegistryEntry> {
  return await change(store, command.member, (entry) =>
    entry === undefined
      ? { outcome: 'refused', reason: `Expected a member of the registry, there is no "${command.member}".` }
      : applyOperatorCommand(entry, command),
  );
}

/** Makes a change onto the entry as it is, again if another came first. */
async function change(
  store: RegistryStore,
  member: MemberId,
  make: (entry: RegistryEntry | undefined) => Transition,
): Promise<RegistryEntry> {
  for (let tries = 0; tries < maxTries; tries++) {
    const made = make(await store.find(member));
    if (made.outcome === 'refused') {
      throw new AccordError('BAD_INPUT', made.reason);
    }
    if (made.outcome === 'unchanged' || (await store.put(made.entry))) {
      return made.entry;
    }
  }
  throw new AccordError(
    'STORE_BUSY',
    `Expected to change the entry of "${member}", others kept changing it.`,
  );
}

/** Anybody may ask to be let in; a crowd that does must not fill the store. */
async function refuseCrowd(store: RegistryStore, member: MemberId): Promise<void> {
  const { entries } = await store.read();
  const known = entries.find(({ description }) => description.id === member);
  const pending = entries.filter(({ standing }) => standing === 'PENDING');
  if (pending.length >= maxPending && (known === undefined || known.standing === 'REVOKED')) {
    throw new AccordError(
      'BAD_INPUT',
      `Expected at most ${maxPending} members that wait for an operator, there are as many already.`,
    );
  }
}

import type { MemberPublicKey } from '../../../shared/identity/member-public-key.js';
import type { RegistryRequest } from '../../../shared/identity/registry-request.js';
import { keyInForce, type RegisteredKey, type RegistryEntry, stateOf } from './registry-entry.js';

/** What came of a command: an entry to write, the entry as it already was, or why it may not be. */
export type Transition =
  | { readonly outcome: 'changed'; readonly entry: RegistryEntry }
  | { readonly outcome: 'unchanged'; readonly entry: RegistryEntry }
  | { readonly outcome: 'refused'; readonly reason: string };

export const operatorCommands = ['approve', 'revoke', 'pause', 'resume'] as const;
export type OperatorCommand = (typeof operatorCommands)[number];

export interface MemberCommand {
  readonly request: RegistryRequest;
  /** Thumbprint of the key that signed it. */
  readonly kid: string;
  readonly now: Date;
  /** How long a key stays good after a newer one took its place. */
  readonly keyOverlapMs: number;
}

const maxKeys = 5;

/** What a member's own request, already proven, makes of its entry. */
export function applyMemberRequest(entry: RegistryEntry | undefined, command: MemberCommand): Transition {
  const { request, now } = command;
  if (request.action === 'register') {
    return register(entry, request.body, command);
  }
  if (entry === undefined || entry.standing === 'REVOKED') {
    return refused('Expected a member of the registry.');
  }
  switch (request.action) {
    case 'pause':
      return changed(entry, { pausedBy: withParty(entry, 'MEMBER') }, now);
    case 'resume':
      return changed(entry, { pausedBy: withoutParty(entry, 'MEMBER') }, now);
    case 'rotate-key':
      return rotate(entry, request.body.key, command);
  }
}

/** What an operator's command makes of an entry. `key` is the thumbprint they compared, where they name it. */
export function applyOperatorCommand(
  entry: RegistryEntry,
  command: { readonly name: OperatorCommand; readonly key?: string | undefined; readonly now: Date },
): Transition {
  const { name, key, now } = command;
  const { id } = entry.description;
  if (key !== undefined && key !== keyInForce(entry).kid) {
    return refused(`Expected the key "${key}" of member "${id}", it registered another.`);
  }
  if (name === 'revoke') {
    return changed(entry, { standing: 'REVOKED' }, now);
  }
  if (entry.standing === 'REVOKED') {
    return refused(`Expected member "${id}" to register again first, it is revoked.`);
  }
  if (name === 'approve') {
    return changed(entry, { standing: 'APPROVED' }, now);
  }
  if (entry.standing === 'PENDING') {
    return refused(`Expected member "${id}" to be approved first, it is pending.`);
  }
  const pausedBy = name === 'pause' ? withParty(entry, 'OPERATOR') : withoutParty(entry, 'OPERATOR');
  return changed(entry, { pausedBy }, now);
}

type Registration = Extract<RegistryRequest, { action: 'register' }>['body'];

/** A first registration waits for an operator; so does one of a member that was revoked, whatever its key. */
function register(
  entry: RegistryEntry | undefined,
  body: Registration,
  { kid, now }: MemberCommand,
): Transition {
  const { description, extension } = body;
  const own = extension === undefined ? { description } : { description, extension };
  if (entry === undefined || entry.standing === 'REVOKED') {
    const version = (entry?.version ?? 0) + 1;
    const since = now.toISOString();
    const keys = [registeredKey(body.key)];
    return {
      outcome: 'changed',
      entry: { ...own, keys, standing: 'PENDING', pausedBy: [], since, version },
    };
  }
  // Another may have taken the id while the hub was looking at this one's contracts.
  if (!entry.keys.some((key) => key.kid === kid)) {
    return refused(`Expected a member id that is free, "${description.id}" is taken.`);
  }
  const approved = entry.description;
  if (
    entry.standing === 'APPROVED' &&
    (approved.name !== description.name || approved.country !== description.country)
  ) {
    return refused(
      'Expected the name and country that the operator approved; to change them, have the member revoked and register again.',
    );
  }
  const { extension: _, ...kept } = entry;
  return changed(entry, own, now, kept);
}

/** Only the key in force may name the next one: an older key that leaked must not outlive its overlap. */
function rotate(entry: RegistryEntry, key: MemberPublicKey, command: MemberCommand): Transition {
  if (key.kid === keyInForce(entry).kid) {
    return { outcome: 'unchanged', entry };
  }
  if (command.kid !== keyInForce(entry).kid || entry.keys.some(({ kid }) => kid === key.kid)) {
    return refused('Expected a key that is new, named by the key in force.');
  }
  const ends = new Date(command.now.getTime() + command.keyOverlapMs).toISOString();
  const older = entry.keys
    .filter((old) => isKeyGood(old, command.now))
    .map((old) => ({ ...old, notAfter: old.notAfter === null || old.notAfter > ends ? ends : old.notAfter }));
  if (older.length >= maxKeys) {
    return refused(`Expected at most ${maxKeys} keys at a time, wait until older ones have ended.`);
  }
  return changed(entry, { keys: [registeredKey(key), ...older] }, command.now);
}

/** Whether requests signed with the key are taken now. */
export function isKeyGood(key: RegisteredKey, now: Date): boolean {
  return key.notAfter === null || key.notAfter > now.toISOString();
}

function changed(
  entry: RegistryEntry,
  by: Partial<RegistryEntry>,
  now: Date,
  kept: Omit<RegistryEntry, 'extension'> = entry,
): Transition {
  const next = { ...kept, ...by };
  if (JSON.stringify(next) === JSON.stringify(entry)) {
    return { outcome: 'unchanged', entry };
  }
  const since = stateOf(next) === stateOf(entry) ? entry.since : now.toISOString();
  return { outcome: 'changed', entry: { ...next, since, version: entry.version + 1 } };
}

function refused(reason: string): Transition {
  return { outcome: 'refused', reason };
}

type Party = RegistryEntry['pausedBy'][number];

function withParty({ pausedBy }: RegistryEntry, party: Party): Party[] {
  return pausedBy.includes(party) ? [...pausedBy] : [...pausedBy, party].sort();
}

function withoutParty({ pausedBy }: RegistryEntry, party: Party): Party[] {
  return pausedBy.filter((each) => each !== party);
}

function registeredKey(key: MemberPublicKey): RegisteredKey {
  return { ...key, notAfter: null };
}

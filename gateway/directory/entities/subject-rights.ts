import { parse } from 'graphql';
import type { Caller } from '../../../shared/identity/caller.js';
import type { AccessRule } from '../../../shared/policy/access-rule.js';
import { readAccessTable } from '../../../shared/policy/access-table.js';
import { publishedAccess } from '../../../shared/policy/evaluate-published.js';
import { evaluateRule, some } from '../../../shared/policy/evaluate-rule.js';
import { askPolicy } from '../../../shared/policy/known-policies.js';
import { type ContractMask, readMasks } from '../../../shared/policy/mask-table.js';
import type { PublishedPolicy } from '../../../shared/policy/published-policy.js';

/**
 * What callers may have of the fields of a member's parties, whatever the record. The hub shows and searches what
 * members published without asking them again, so it goes by the contracts and by what they publish of their policies
 * alone, and whatever these leave to be decided by the record is denied.
 */
export interface SubjectRights {
  /** Whether the caller may read all these fields as they are, and filter and search by them. */
  mayUse(caller: Caller, member: string, coordinates: readonly string[]): boolean;
  /** The same where a field counts as read that the contract shows with less detail: for what was made of it. */
  mayTell(caller: Caller, member: string, coordinates: readonly string[]): boolean;
}

export interface SubjectRightsOptions {
  readonly contracts: readonly { readonly sdl: string }[];
  /** All that a member publishes of its policy; undefined where any of it is not known, which denies everything. */
  readonly policiesOf: (member: string) => readonly PublishedPolicy[] | undefined;
}

export function createSubjectRights({ contracts, policiesOf }: SubjectRightsOptions): SubjectRights {
  const documents = contracts.map(({ sdl }) => parse(sdl, { noLocation: true }));
  const rules = gather(documents.map(readAccessTable));
  const masks = gather(documents.map(readMasks));
  const isRead = (caller: Caller, member: string, coordinate: string): boolean =>
    (rules.get(coordinate) ?? []).every((rule) => evaluateRule(rule, { caller, owner: member }) === 'ALLOW');
  const isWhole = (caller: Caller, member: string, coordinate: string): boolean =>
    (masks.get(coordinate) ?? []).every(
      ({ unless }) => some(unless, (name) => askPolicy(name, { caller, owner: member })) === 'ALLOW',
    );
  const mayTell: SubjectRights['mayTell'] = (caller, member, coordinates) => {
    const policies = policiesOf(member);
    // No proof that a caller offers counts: nobody here could verify it.
    const asker = { caller, owner: member, offersProof: false };
    return (
      policies !== undefined &&
      coordinates.every(
        (coordinate) =>
          isRead(caller, member, coordinate) &&
          policies.every((policy) => publishedAccess(policy, { coordinate, use: 'use' }, asker) === 'ALLOW'),
      )
    );
  };
  return {
    mayTell,
    mayUse: (caller, member, coordinates) =>
      coordinates.every((coordinate) => isWhole(caller, member, coordinate)) &&
      mayTell(caller, member, coordinates),
  };
}

/** What several contracts say of one place, beside each other. */
function gather<T extends AccessRule | ContractMask>(
  tables: readonly ReadonlyMap<string, T>[],
): ReadonlyMap<string, readonly T[]> {
  const all = new Map<string, T[]>();
  for (const [coordinate, value] of tables.flatMap((table) => [...table])) {
    all.set(coordinate, [...(all.get(coordinate) ?? []), value]);
  }
  return all;
}

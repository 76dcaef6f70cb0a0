import type { GraphQLSchema } from 'graphql';
import type { Caller } from '../../shared/identity/caller.js';
import type { AccessTable } from '../../shared/policy/access-rule.js';
import {
  evaluatePublished,
  type FieldUse,
  type PublishedAsker,
  publishedAccess,
} from '../../shared/policy/evaluate-published.js';
import { evaluateRule, some } from '../../shared/policy/evaluate-rule.js';
import { askPolicy } from '../../shared/policy/known-policies.js';
import type { MaskTable } from '../../shared/policy/mask-table.js';
import type { PublishedPolicy } from '../../shared/policy/published-policy.js';
import { readGuardedFields } from './guarded-fields.js';
import type { Provider } from './provider.js';

/** Who asks a provider, and whether the request brings the caller's own proof for it. */
export interface ProviderAsker {
  readonly caller: Caller;
  readonly provider: Provider;
  readonly offersProof: boolean;
}

/** Fields `Type.field` that a caller may not have of a provider, whatever the record. */
export interface ProviderDecisions {
  /** Not to be read. */
  readonly denied: ReadonlySet<string>;
  /** Not to filter, sort, search or group by: on some record the caller may not read them, or not as they are. */
  readonly unusable: ReadonlySet<string>;
  /** Not to group or add up by. */
  readonly notInTotals: ReadonlySet<string>;
}

/**
 * Decides what a caller may have of one provider by the contract, where whose records they are is known now, and by
 * what the provider's member publishes of its policy. What only a record can decide is left to the member.
 */
export type ProviderAccess = (asker: ProviderAsker) => ProviderDecisions;

export interface ProviderAccessOptions {
  readonly schema: GraphQLSchema;
  /** The rules of the contract. */
  readonly table: AccessTable;
  /** What the contract shows otherwise than it is. */
  readonly masks: MaskTable;
  /** What a provider's member publishes; undefined where that is not known: it decides itself then. */
  readonly policyOf: (provider: Provider) => PublishedPolicy | undefined;
}

/** More callers and members at one time than this are decided anew. */
const keptDecisions = 2000;

export function createProviderAccess(options: ProviderAccessOptions): ProviderAccess {
  const guarded = readGuardedFields(options.schema);
  const under = (coordinates: readonly string[]) => new Set(coordinates.flatMap(guarded));
  const kept = new WeakMap<object, Map<string, ReturnType<ProviderAccess>>>();
  return (asker) => {
    const policy = options.policyOf(asker.provider);
    // A policy that is published anew is another object, so nothing decided by the old one is found again.
    const decisions = kept.get(policy ?? options) ?? new Map<string, ProviderDecisions>();
    kept.set(policy ?? options, decisions);
    const key = keyOf(asker);
    const known = decisions.get(key);
    if (known !== undefined) {
      return known;
    }
    const decided = {
      denied: under(unreadable(options, policy, asker)),
      unusable: under(unusable(options, { policy, uses: ['use'] }, asker)),
      notInTotals: under(unusable(options, { policy, uses: totalUses }, asker)),
    };
    if (decisions.size >= keptDecisions) {
      decisions.clear();
    }
    decisions.set(key, decided);
    return decided;
  };
}

/** Totals may take less than lists do: the right to aggregate is one of its own. */
const totalUses: readonly FieldUse[] = ['use', 'aggregate'];

function unreadable(
  { table }: ProviderAccessOptions,
  policy: PublishedPolicy | undefined,
  asker: ProviderAsker,
): string[] {
  const of = askerOf(asker);
  const byContract = [...table].filter(([, rule]) => evaluateRule(rule, of) === 'DENY');
  const byMember = Object.entries(policy?.fields ?? {}).filter(
    ([, { read }]) => evaluatePublished(read, of) === 'DENY',
  );
  return [...byContract, ...byMember].map(([coordinate]) => coordinate);
}

/** Coordinates that the caller may not use on every record. What is masked could be read out of filters and orders. */
function unusable(
  { table, masks }: ProviderAccessOptions,
  by: { readonly policy: PublishedPolicy | undefined; readonly uses: readonly FieldUse[] },
  asker: ProviderAsker,
): string[] {
  const of = askerOf(asker);
  const { policy } = by;
  const isUsable = (coordinate: string): boolean =>
    policy === undefined ||
    by.uses.some((use) => publishedAccess(policy, { coordinate, use }, of) === 'ALLOW');
  return [
    ...[...table].filter(([, rule]) => evaluateRule(rule, of) !== 'ALLOW'),
    ...[...masks].filter(([, { unless }]) => some(unless, (name) => askPolicy(name, of)) !== 'ALLOW'),
    ...Object.entries(policy?.fields ?? {}).filter(([coordinate]) => !isUsable(coordinate)),
  ].map(([coordinate]) => coordinate);
}

function askerOf({ caller, provider, offersProof }: ProviderAsker): PublishedAsker {
  return { caller, owner: provider.member, offersProof };
}

/** All that a decision depends on besides the policies. */
function keyOf({ caller, provider, offersProof }: ProviderAsker): string {
  const { kind, organization, isMember, isProven, scopes, clearance, purpose } = caller;
  return JSON.stringify([
    ...[provider.member, offersProof, kind, organization, isMember, isProven, clearance, purpose],
    scopes,
  ]);
}

import type { GraphQLSchema } from 'graphql';
import type { Caller } from '../../shared/identity/caller.js';
import { type AccessTable, openRule } from '../../shared/policy/access-rule.js';
import {
  evaluatePublished,
  type FieldUse,
  type PublishedAsker,
  publishedAccess,
} from '../../shared/policy/evaluate-published.js';
import { evaluateRule, some } from '../../shared/policy/evaluate-rule.js';
import { askPolicy } from '../../shared/policy/known-policies.js';
import type { ContractMask, MaskTable } from '../../shared/policy/mask-table.js';
import type { PublishedPolicy } from '../../shared/policy/published-policy.js';
import { readGuardedFields } from './guarded-fields.js';
import type { Provider } from './provider.js';

/** Who asks a provider, and whether the request brings the caller's own proof for it. */
export interface ProviderAsker {
  readonly caller: Caller;
  readonly provider: Provider;
  readonly hasProof: boolean;
}

/**
 * What a caller may have of one provider, by the contract and by what the provider's member publishes of its own policy:
 * so that it is not sent what it would not answer. What only a record decides is left to the member.
 */
export interface ProviderAccess {
  /** The fields `Type.field` that the caller may not read there, whatever the record. */
  deniedTo(asker: ProviderAsker): ReadonlySet<string>;
  /** Whether the caller may use all these fields there, on every record, to filter, sort, search or group by. */
  mayUse(fields: readonly string[], asker: ProviderAsker, isTotal: boolean): boolean;
}

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
  const { table, masks, policyOf } = options;
  const guarded = readGuardedFields(options.schema);
  const kept = new WeakMap<object, Map<string, ReadonlySet<string>>>();
  const decide = (asker: ProviderAsker, policy: PublishedPolicy | undefined): ReadonlySet<string> => {
    const of = askerOf(asker);
    const byContract = [...table].filter(([, rule]) => evaluateRule(rule, of) === 'DENY');
    const byMember = Object.entries(policy?.fields ?? {}).filter(
      ([, { read }]) => evaluatePublished(read, of) === 'DENY',
    );
    return new Set([...byContract, ...byMember].flatMap(([coordinate]) => guarded.under(coordinate)));
  };
  return {
    deniedTo(asker) {
      const policy = policyOf(asker.provider);
      const decisions = kept.get(policy ?? table) ?? new Map<string, ReadonlySet<string>>();
      kept.set(policy ?? table, decisions);
      const key = keyOf(asker);
      const known = decisions.get(key) ?? decide(asker, policy);
      if (decisions.size >= keptDecisions) {
        decisions.clear();
      }
      decisions.set(key, known);
      return known;
    },
    mayUse(fields, asker, isTotal) {
      const policy = policyOf(asker.provider);
      const of = askerOf(asker);
      return fields.every((field) =>
        guarded
          .guardsOf(field)
          .every(
            (coordinate) =>
              evaluateRule(table.get(coordinate) ?? openRule, of) === 'ALLOW' &&
              isShownWhole(masks.get(coordinate), of) &&
              (policy === undefined || isUsable(policy, { coordinate, isTotal }, of)),
          ),
      );
    },
  };
}

/** What is masked for a caller could be read out of filters and orders. */
function isShownWhole(mask: ContractMask | undefined, asker: PublishedAsker): boolean {
  return mask === undefined || some(mask.unless, (policy) => askPolicy(policy, asker)) === 'ALLOW';
}

/** Totals may take less than lists do: the right to aggregate is one of its own. */
function isUsable(
  policy: PublishedPolicy,
  { coordinate, isTotal }: { readonly coordinate: string; readonly isTotal: boolean },
  asker: PublishedAsker,
): boolean {
  const uses: readonly FieldUse[] = isTotal ? ['use', 'aggregate'] : ['use'];
  return uses.some((use) => publishedAccess(policy, { coordinate, use }, asker) === 'ALLOW');
}

function askerOf({ caller, provider, hasProof }: ProviderAsker): PublishedAsker {
  return { caller, owner: provider.member, offersProof: hasProof };
}

/** All that a decision depends on besides the policy. */
function keyOf({ caller, provider, hasProof }: ProviderAsker): string {
  const { kind, organization, isMember, isProven, scopes, clearance, purpose } = caller;
  return JSON.stringify([
    ...[provider.member, hasProof, kind, organization, isMember, isProven, clearance, purpose],
    scopes,
  ]);
}

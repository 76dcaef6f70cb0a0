import type { Caller } from '../identity/caller.js';
import { everything, type Filter, nothing } from '../store/filter.js';
import type { RecordBody } from '../store/record-type.js';
import { maskOf, tokensFor } from './apply-mask.js';
import { underCeiling } from './ceiling.js';
import { compilePolicy, type PolicyParts } from './compile-policy.js';
import type { CompiledPolicy } from './compiled-policy.js';
import { type DecisionSetting, decideField, isGuarded } from './decide-field.js';
import { recordDecider, recordFilter } from './decide-records.js';
import { decideTotals } from './decide-totals.js';
import { machineryFields } from './federation-names.js';
import { hiddenParts } from './hidden-parts.js';
import { readableLabels } from './labels.js';
import type { FieldDecision, MemberPolicy, RecordDecision, RequestDecisions } from './member-policy.js';
import { publishPolicy } from './publish-policy.js';
import { audienceReader } from './record-audience.js';

/** The policy of a member. Throws BAD_POLICY with all faults of its file, BAD_CONTRACT. */
export function compileMemberPolicy(parts: PolicyParts): MemberPolicy {
  return memberPolicyOf(compilePolicy(parts));
}

/** What a compiled policy decides. */
export function memberPolicyOf(policy: CompiledPolicy): MemberPolicy {
  const { member, revision, fields } = policy;
  return {
    member,
    revision,
    published: publishPolicy(policy),
    isGuarded: (coordinate) => {
      const field = fields.get(coordinate);
      return field === undefined ? !isMachinery(coordinate) : isGuarded(field);
    },
    decide: (caller, now) => decideRequest(policy, caller, now),
    audience: (type, now) => audienceReader(policy, type, now),
  };
}

const minimumGroup = 5;

function decideRequest(policy: CompiledPolicy, asking: Caller, now: Date): RequestDecisions {
  const { file, member, records } = policy;
  const caller = underCeiling(asking, file?.hub.ceiling);
  const tokenOf = tokensFor(policy.tokenSecret, caller.subject);
  const setting: DecisionSetting = {
    caller,
    owner: member,
    now: now.getTime(),
    maskOf: (name) => maskOf(name, tokenOf),
  };
  const sharesStrict = new Set(file?.sharing['TLP:AMBER+STRICT'] ?? []);
  const labels = readableLabels(caller, { member, sharesStrict });
  const field = memoized((coordinate) => decideCoordinate(policy, coordinate, setting));
  const mayUse = (coordinates: readonly string[]): boolean =>
    coordinates.every((coordinate) => field(coordinate).kind === 'ALLOW');
  const filters = memoized((name): Filter => {
    const type = records.get(name);
    return type === undefined ? nothing : recordFilter(type, { ...setting, labels });
  });
  const deciders = memoized((name): ((body: RecordBody) => RecordDecision) => {
    const type = records.get(name);
    return type === undefined ? () => ({ kind: 'HIDE' }) : recordDecider(type, { ...setting, labels });
  });
  return {
    caller,
    now,
    field,
    mayUse,
    records: filters,
    hidden: (name) => {
      const type = records.get(name);
      return type === undefined ? [everything] : hiddenParts(type, { ...setting, labels });
    },
    record: (name, body) => deciders(name)(body),
    totals: (name, uses) => {
      const type = records.get(name);
      if (type === undefined) {
        return { kind: 'NONE' };
      }
      const used = uses.map((coordinate) => policy.fields.get(coordinate));
      return decideTotals(
        type,
        { fields: used, mayUseAll: mayUse(uses) },
        { ...setting, labels, minimumGroup: file?.aggregates.minimumGroup ?? minimumGroup },
      );
    },
  };
}

/** A coordinate that no contract has is denied; what serves the federation itself has no policy. */
function decideCoordinate(
  policy: CompiledPolicy,
  coordinate: string,
  setting: DecisionSetting,
): FieldDecision {
  const field = policy.fields.get(coordinate);
  if (field !== undefined) {
    return decideField(field, setting);
  }
  return isMachinery(coordinate) ? { kind: 'ALLOW' } : { kind: 'DENY' };
}

function isMachinery(coordinate: string): boolean {
  const name = coordinate.slice(coordinate.indexOf('.') + 1);
  return name === '__typename' || machineryFields.has(name);
}

function memoized<T>(decide: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>();
  return (name) => {
    let decision = known.get(name);
    if (decision === undefined) {
      decision = decide(name);
      known.set(name, decision);
    }
    return decision;
  };
}

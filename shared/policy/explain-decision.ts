import type { Caller } from '../identity/caller.js';
import type { RecordBody } from '../store/record-type.js';
import { type AccessRule, isOpen } from './access-rule.js';
import { maskOf, tokensFor } from './apply-mask.js';
import { underCeiling } from './ceiling.js';
import { memberPolicyOf } from './compile-member-policy.js';
import type { CompiledField, CompiledPolicy } from './compiled-policy.js';
import { contractPart, type DecisionSetting, maskPart, type Part, rulePart } from './decide-field.js';
import { holds } from './grant.js';
import type { FieldPlace } from './known-policies.js';
import { wordsOfField, wordsOfRecord } from './policy-tests.js';

/** One thing that a decision is made of. */
export interface Reason {
  /** `contract`, `label` or where the rule stands in the member's file, as in `rules[3]`. */
  readonly source: string;
  /** The rule as it is written. */
  readonly text: string;
  /** What it alone decides, as in `MASK(YEAR)`. */
  readonly says: string;
}

export interface Explanation {
  /** The coordinate, or the record type. */
  readonly place: string;
  readonly owner: string;
  readonly decision: string;
  readonly reasons: readonly Reason[];
  /** The caller as the member takes them. */
  readonly caller: Caller;
}

interface Asking {
  readonly caller: Caller;
  readonly now: Date;
}

/** Why a field is decided as it is, for its owner. `object` is what the field is on, for what depends on it. */
export function explainField(
  policy: CompiledPolicy,
  coordinate: string,
  { caller, now, object }: Asking & { readonly object?: RecordBody | undefined },
): Explanation {
  const decisions = memberPolicyOf(policy).decide(caller, now);
  const decision = decisions.field(coordinate);
  const place: FieldPlace | undefined =
    object === undefined ? undefined : { object, field: coordinate.split('.')[1] ?? '', now };
  const whole = decision.kind === 'BY_RECORD' && place !== undefined ? decision.decide(place) : decision;
  const field = policy.fields.get(coordinate);
  return {
    place: coordinate,
    owner: policy.member,
    decision: wordsOfField(whole),
    reasons: field === undefined ? [] : reasonsOf(field, settingOf(policy, { caller, now }), place),
    caller: decisions.caller,
  };
}

function reasonsOf(field: CompiledField, setting: DecisionSetting, place: FieldPlace | undefined): Reason[] {
  const says = (part: Part): string =>
    typeof part !== 'function'
      ? wordsOfField(part)
      : place === undefined
        ? 'BY_RECORD'
        : wordsOfField(part(place));
  return [
    ...(isOpen(field.access)
      ? []
      : [{ source: 'contract', text: textOf(field.access), says: says(contractPart(field, setting)) }]),
    ...field.masks.map(({ to, unless }) => ({
      source: 'contract',
      text: `@mask(to: "${to}", unless: ${JSON.stringify(unless)})`,
      says: says(maskPart(unless, to, setting)),
    })),
    ...field.rules.map((rule) => ({
      source: `rules[${rule.index}]`,
      text: JSON.stringify(rule.rule),
      says: says(rulePart(rule, setting)),
    })),
  ];
}

/** Why a record is there for a caller or not, for its owner. */
export function explainRecord(
  policy: CompiledPolicy,
  { type, body }: { readonly type: string; readonly body: RecordBody },
  { caller, now }: Asking,
): Explanation {
  const decisions = memberPolicyOf(policy).decide(caller, now);
  const bare = memberPolicyOf({ ...policy, records: withoutRules(policy) }).decide(caller, now);
  const surroundings = { caller: decisions.caller, now: now.getTime() };
  const rules = policy.records.get(type)?.rules ?? [];
  return {
    place: type,
    owner: policy.member,
    decision: wordsOfRecord(decisions.record(type, body)),
    reasons: [
      { source: 'label', text: 'label and embargo', says: wordsOfRecord(bare.record(type, body)) },
      ...rules.map(({ index, rule, when, spares, disclosed }) => {
        const isSpared = spares !== undefined && holds(spares, decisions.caller);
        const isShown = isSpared || !isTrue(() => when.evaluate(body, surroundings));
        const refusal = disclosed === undefined ? 'HIDDEN' : `WITHHELD(${disclosed.reason})`;
        return { source: `rules[${index}]`, text: JSON.stringify(rule), says: isShown ? 'SHOWN' : refusal };
      }),
    ],
    caller: decisions.caller,
  };
}

function withoutRules({ records }: CompiledPolicy): CompiledPolicy['records'] {
  return new Map([...records].map(([name, type]) => [name, { ...type, rules: [] }]));
}

/** What cannot be decided counts against the caller. */
function isTrue(decide: () => boolean): boolean {
  try {
    return decide();
  } catch {
    return true;
  }
}

function settingOf(policy: CompiledPolicy, { caller, now }: Asking): DecisionSetting {
  const believed = underCeiling(caller, policy.file?.hub.ceiling);
  const tokenOf = tokensFor(policy.tokenSecret, believed.subject);
  return {
    caller: believed,
    owner: policy.member,
    now: now.getTime(),
    maskOf: (name) => maskOf(name, tokenOf),
  };
}

/** A contract's rule in the words of its directives. */
function textOf({ authenticated, scopes, policies }: AccessRule): string {
  return [
    ...(authenticated ? ['@authenticated'] : []),
    ...scopes.map((asked) => `@requiresScopes(scopes: ${JSON.stringify(asked)})`),
    ...policies.map((asked) => `@policy(policies: ${JSON.stringify(asked)})`),
  ].join(' ');
}

import type { Caller } from '../identity/caller.js';
import { type Alternatives, isOpen } from './access-rule.js';
import type { CompiledField, CompiledFieldRule } from './compiled-policy.js';
import { type Access, evaluateRule, some } from './evaluate-rule.js';
import { holds } from './grant.js';
import { askPolicy, askPolicyAt, type FieldPlace } from './known-policies.js';
import type { MaskName } from './mask-table.js';
import type { ApplyMask, FieldDecision, ValueDecision, Withheld } from './member-policy.js';

/** Who asks whom, at one moment, for the whole of a request. */
export interface DecisionSetting {
  readonly caller: Caller;
  readonly owner: string;
  /** In milliseconds. */
  readonly now: number;
  readonly maskOf: (name: MaskName) => ApplyMask;
}

/** What one rule makes of a value: something for every object, or to be asked of each. */
export type Part = ValueDecision | ((place: FieldPlace) => ValueDecision);

const allow: ValueDecision = { kind: 'ALLOW' };
const deny: ValueDecision = { kind: 'DENY' };
const withholdSilently: ValueDecision = { kind: 'WITHHOLD', withheld: undefined };

/** Decides a field as far as it can be without an object. */
export function decideField(field: CompiledField, setting: DecisionSetting): FieldDecision {
  if (!isGuarded(field)) {
    return allow;
  }
  const own = field.rules.map((rule) => rulePart(rule, setting));
  const parts = [
    contractPart(field, setting),
    ...field.masks.map(({ to, unless }) => maskPart(unless, to, setting)),
    ...own,
  ];
  const fixed = together(parts.filter((part) => typeof part !== 'function'));
  const open = parts.filter((part) => typeof part === 'function');
  if (open.length === 0 || fixed.kind === 'DENY') {
    return fixed;
  }
  return {
    kind: 'BY_RECORD',
    decide: (place) => together([fixed, ...open.map((part) => part(place))]),
    ...(own.some((part) => typeof part === 'function') && { byOwnRule: true }),
  };
}

/** Whether anybody could get less than the field's value. */
export function isGuarded({ access, masks, rules }: CompiledField): boolean {
  return !isOpen(access) || masks.length > 0 || rules.some(({ rule }) => rule.read !== undefined);
}

/**
 * The strictest of several decisions. Of reasons for withholding none is told unless all may be; masks are put on one
 * after the other.
 */
export function together(decisions: readonly ValueDecision[]): ValueDecision {
  let result: ValueDecision = allow;
  for (const decision of decisions) {
    result = stricter(result, decision);
  }
  return result;
}

function stricter(a: ValueDecision, b: ValueDecision): ValueDecision {
  const [first, second] = strictness[a.kind] >= strictness[b.kind] ? [a, b] : [b, a];
  if (a.kind === 'MASK' && b.kind === 'MASK') {
    const masks = [...(a.masks ?? []), ...(b.masks ?? [])];
    return { kind: 'MASK', mask: (value) => b.mask(a.mask(value)), masks };
  }
  if (first.kind === 'WITHHOLD' && second.kind === 'WITHHOLD') {
    return first.withheld === undefined || second.withheld === undefined ? withholdSilently : a;
  }
  return first;
}

const strictness = { ALLOW: 0, MASK: 1, WITHHOLD: 2, DENY: 3 } as const;

/** What the contracts ask. Where a policy of theirs is of the object, a value is withheld rather than denied. */
export function contractPart({ access, rules }: CompiledField, setting: DecisionSetting): Part {
  const asker = { caller: setting.caller, owner: setting.owner };
  switch (evaluateRule(access, asker)) {
    case 'ALLOW':
      return allow;
    case 'DENY':
      return deny;
    case 'BY_RECORD': {
      const refused: ValueDecision = { kind: 'WITHHOLD', withheld: disclosedOf(rules) };
      return (place) => (access.policies.every((asked) => holdsAt(asked, setting, place)) ? allow : refused);
    }
  }
}

/** What the owner lets be known where the contract withholds: said by a rule that asks nothing itself. */
function disclosedOf(rules: readonly CompiledFieldRule[]): Withheld | undefined {
  return rules.find(({ rule }) => rule.read === undefined && rule.otherwise?.withhold !== undefined)?.rule
    .otherwise?.withhold;
}

export function maskPart(unless: Alternatives, to: MaskName, setting: DecisionSetting): Part {
  const asker = { caller: setting.caller, owner: setting.owner };
  const masked: ValueDecision = maskedBy(to, setting);
  const access = some(unless, (policy) => askPolicy(policy, asker));
  return access === 'BY_RECORD'
    ? (place) => (holdsAt(unless, setting, place) ? allow : masked)
    : access === 'ALLOW'
      ? allow
      : masked;
}

function holdsAt(asked: Alternatives, { caller, owner }: DecisionSetting, place: FieldPlace): boolean {
  const ask = (policy: string): Access => (askPolicyAt(policy, { caller, owner }, place) ? 'ALLOW' : 'DENY');
  return some(asked, ask) === 'ALLOW';
}

function maskedBy(name: MaskName, { maskOf }: DecisionSetting): ValueDecision {
  return { kind: 'MASK', mask: maskOf(name), masks: [name] };
}

/** What a rule of the file makes of a value. A condition that cannot be decided counts against the caller. */
export function rulePart({ rule, applies }: CompiledFieldRule, setting: DecisionSetting): Part {
  if (rule.read === undefined || holds(rule.read, setting.caller)) {
    return allow;
  }
  const refused = refusalOf(rule.otherwise, { isConditional: applies !== undefined, setting });
  if (applies === undefined) {
    return refused;
  }
  const { caller, now } = setting;
  const decide = (object: FieldPlace['object']): ValueDecision => {
    try {
      return applies.evaluate(object, { caller, now }) === false ? allow : refused;
    } catch {
      return refused;
    }
  };
  return applies.needsRecord ? ({ object }) => decide(object) : decide({});
}

interface RefusalSetting {
  readonly isConditional: boolean;
  readonly setting: DecisionSetting;
}

function refusalOf(
  otherwise: CompiledFieldRule['rule']['otherwise'],
  { isConditional, setting }: RefusalSetting,
): ValueDecision {
  if (otherwise?.mask !== undefined) {
    return maskedBy(otherwise.mask, setting);
  }
  if (otherwise?.withhold !== undefined) {
    return { kind: 'WITHHOLD', withheld: otherwise.withhold };
  }
  // That it depends on the object is of the object: it is not said.
  return isConditional ? withholdSilently : deny;
}

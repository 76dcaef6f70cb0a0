import { type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import { tlpLabels } from '../../../shared/domain/record-body.js';
import type { Caller } from '../../../shared/identity/caller.js';
import type { Asking, HeldMember, HeldRecord } from './coalition-cases.js';
import {
  at,
  type Body,
  isEmbargoed,
  type Outcome,
  type PlainFieldRule,
  type PlainPolicy,
  type Told,
} from './coalition-rules.js';
import type { PlainDomain } from './plain-domain.js';

/** What a caller may have of one member, by definition and without any of the code under test. */
export class MemberView {
  readonly held: HeldMember;
  readonly caller: Caller;
  readonly policy: PlainPolicy;
  readonly #domain: PlainDomain;
  readonly #schema: GraphQLSchema;
  readonly #known = new Map<string, readonly PlainFieldRule[]>();

  constructor(held: HeldMember, asking: Asking, of: { domain: PlainDomain; schema: GraphQLSchema }) {
    this.held = held;
    this.#domain = of.domain;
    this.#schema = of.schema;
    this.policy = of.domain.policies[held.policy] ?? { name: 'none' };
    const caller = { ...asking.caller, isProven: asking.proofs.includes(held.member) };
    this.caller = this.policy.believes?.(caller, held.member) ?? caller;
  }

  get isOwner(): boolean {
    return this.caller.isMember && this.caller.organization === this.held.member;
  }

  /** What comes of a field of an object. */
  field(coordinate: string, object: Body): Outcome {
    const name = coordinate.split('.')[1] ?? '';
    const outcomes = this.#closing(coordinate).flatMap((rule): Outcome[] =>
      rule.about?.(object, name) === false ? [] : [this.#told(rule)],
    );
    return strictest(outcomes);
  }

  /** Whether a field is whole for the caller, on every record. */
  mayUse(coordinates: readonly string[]): boolean {
    return coordinates.every((coordinate) => this.#closing(coordinate).length === 0);
  }

  /** Whether the member's own rules, beside the contract's, leave these fields to the caller on every record. */
  isLeftBy(coordinates: readonly string[]): boolean {
    const own = this.policy.fields ?? [];
    return coordinates.every((coordinate) => !this.#closing(coordinate).some((rule) => own.includes(rule)));
  }

  /** Whether the caller may count by these fields what they may not read. */
  mayCount(coordinates: readonly string[]): boolean {
    return coordinates.every((coordinate) =>
      this.#rulesAt(coordinate).every(
        (rule) => rule.counts?.(this.caller) ?? rule.opens(this.caller, this.held.member),
      ),
    );
  }

  /** Whether a record is there for the caller; what is told of it where it is not shown. */
  sees({ type, body }: HeldRecord, labels?: readonly string[]): 'SHOW' | 'HIDE' | Told {
    const rules = (this.policy.records ?? []).filter(
      (rule) =>
        (rule.of === '*' || rule.of === type) &&
        rule.about(body) &&
        !rule.spares(this.caller, this.held.member),
    );
    const label = String(at(body, 'handling', 'tlp') ?? 'TLP:AMBER');
    const own = [
      ...((labels?.includes(label) ?? this.#reads(label)) ? [] : ['TLP']),
      ...(isEmbargoed(body) && !this.isOwner ? ['EMBARGO'] : []),
    ];
    if (rules.length === 0 && own.length === 0) {
      return 'SHOW';
    }
    const told = rules.map((rule) => rule.told);
    const isTold =
      told.every((one) => one !== undefined) &&
      own.every((reason) => told.some((one) => one?.reason === reason));
    return (isTold && told[0]) || 'HIDE';
  }

  /** Whether every record of these labels is there for the caller, as far as labels go. */
  readsAll(labels: readonly string[]): boolean {
    return labels.every((label) => this.#reads(label));
  }

  #reads(label: string): boolean {
    const { caller, policy } = this;
    const order: readonly string[] = tlpLabels;
    if (order.indexOf(label) < order.indexOf(caller.clearance)) {
      return false;
    }
    switch (label) {
      case 'TLP:RED':
        return this.isOwner;
      case 'TLP:AMBER+STRICT':
        return this.isOwner || (policy.sharesStrict ?? []).some((name) => name === caller.organization);
      case 'TLP:AMBER':
        return caller.isMember;
      case 'TLP:GREEN':
        return caller.kind !== 'anonymous';
      default:
        return true;
    }
  }

  /** Rules that do not open the field to the caller, those of the contract first. */
  #closing(coordinate: string): readonly PlainFieldRule[] {
    const known =
      this.#known.get(coordinate) ??
      this.#rulesAt(coordinate).filter((rule) => !rule.opens(this.caller, this.held.member));
    this.#known.set(coordinate, known);
    return known;
  }

  #rulesAt(coordinate: string): PlainFieldRule[] {
    const [type = '', name = ''] = coordinate.split('.');
    const on = this.#schema.getType(type);
    const given = isObjectType(on) ? getNamedType(on.getFields()[name]?.type)?.name : undefined;
    const isWhose = name === 'id' || name === 'member';
    return [...this.#domain.contract, ...(this.policy.fields ?? [])].filter(
      (rule) => rule.at === coordinate || (!isWhose && (rule.at === type || rule.at === given)),
    );
  }

  #told(rule: PlainFieldRule): Outcome {
    return rule.else === 'SILENT' ? (this.policy.tells?.[rule.at] ?? 'SILENT') : rule.else;
  }
}

/** What comes of a value under several rules: the strictest; masks one after the other. */
function strictest(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes('DENY')) {
    return 'DENY';
  }
  if (outcomes.includes('SILENT')) {
    return 'SILENT';
  }
  const told = outcomes.find((outcome) => typeof outcome === 'object');
  if (told !== undefined) {
    return told;
  }
  const masks = outcomes.filter((outcome) => typeof outcome === 'function');
  return masks.length === 0 ? 'ALLOW' : (value) => masks.reduce((masked, mask) => mask(masked), value);
}

import { tlpLabels } from '../domain/record-body.js';
import type { RecordBody } from '../store/record-type.js';
import { type Ceiling, isStricter, isWithin, type Label } from './ceiling.js';
import type { CompiledPolicy, CompiledRecordsRule } from './compiled-policy.js';
import { reader } from './decide-records.js';
import { settleCondition } from './expression/settle-condition.js';
import { unlabelled } from './labels.js';
import type { Grant } from './policy-file.js';
import { requirementOf } from './publish-policy.js';
import type { PublishedRequirement } from './published-policy.js';

/** Who may know of a record, for somebody else to decide by: all of it holds at once. */
export interface RecordAudience {
  readonly tlp: Label;
  /** Nobody but the owner before this instant, which is to come. */
  readonly embargoUntil?: string;
  /** Organisations that the owner shares TLP:AMBER+STRICT with; empty for other labels. */
  readonly sharedWith: readonly string[];
  /** What else is asked of a caller, by rules on the record and by the ceiling; no proof, which the owner alone can check. */
  readonly requires: readonly PublishedRequirement[];
}

/** Requirements beyond which a record is the owner's to decide on. */
export const mostRequirements = 20;

/**
 * Reads off a record who may know of it by a member's policy, from a moment on. Null where nobody may, and where others
 * could not decide as the owner does: a rule on the record whose condition depends on who asks, a proof that is made to
 * the owner alone, a record that cannot be read. A rule that ends with time holds until it has ended.
 */
export function audienceReader(
  { file, records }: CompiledPolicy,
  type: string,
  now: Date,
): (body: RecordBody) => RecordAudience | null {
  const compiled = records.get(type);
  if (compiled === undefined) {
    return () => null;
  }
  const ceiling = file?.hub.ceiling;
  const labelOf = labelReader(reader(compiled.type, compiled.tlpKey), ceiling);
  const embargoOf = embargoReader(reader(compiled.type, compiled.embargoKey), now);
  const ruled = compiled.rules.map((rule) => requiringRule(rule, ceiling));
  const shared = file?.sharing['TLP:AMBER+STRICT'] ?? [];
  return (body) => {
    try {
      const tlp = labelOf(body);
      const embargo = embargoOf(body);
      const asked = ruled.flatMap((requires) => requires(body, now.getTime()));
      const requires = asked.filter((one) => one !== 'unwritten');
      if (tlp === undefined || embargo === null || requires.length < asked.length) {
        return null;
      }
      const isOpen = (tlp === 'TLP:CLEAR' || tlp === 'TLP:GREEN') && embargo === undefined;
      const all = [...ofCeiling(isOpen, ceiling), ...requires];
      const sharedWith = tlp === 'TLP:AMBER+STRICT' ? [...shared] : [];
      return all.length > mostRequirements
        ? null
        : { tlp, ...(embargo !== undefined && { embargoUntil: embargo }), sharedWith, requires: all };
    } catch {
      return null;
    }
  };
}

/** The record's label; undefined for what is none, and for one that the member's ceiling keeps from any hub. */
function labelReader(
  read: (body: RecordBody) => unknown,
  ceiling: Ceiling | undefined,
): (body: RecordBody) => Label | undefined {
  return (body) => {
    const said = read(body) ?? unlabelled;
    const label = tlpLabels.find((one) => one === said);
    const hidden = label !== undefined && isStricter(label, ceiling?.clearance ?? 'TLP:RED');
    return hidden ? undefined : label;
  };
}

/** Until when nobody may know; undefined for no embargo or one that is past, null for what is no instant. */
function embargoReader(
  read: (body: RecordBody) => unknown,
  now: Date,
): (body: RecordBody) => string | undefined | null {
  const moment = now.toISOString();
  return (body) => {
    const until = read(body) ?? undefined;
    return until === undefined
      ? undefined
      : typeof until !== 'string'
        ? null
        : until > moment
          ? until
          : undefined;
  };
}

type Requires = (body: RecordBody, now: number) => readonly (PublishedRequirement | 'unwritten')[];

/** What a rule asks of everybody for a record: nothing where it is not about it. */
function requiringRule({ when, spares }: CompiledRecordsRule, ceiling: Ceiling | undefined): Requires {
  const settle = settleCondition(when.condition);
  const asked = spares === undefined ? undefined : writtenDown(spares, ceiling);
  return (body, now) => {
    const settled = settle(body, now);
    if (settled === false) {
      return [];
    }
    return [settled === 'CALLER' || asked === undefined ? 'unwritten' : asked];
  };
}

/** A grant as others can decide it; undefined where nobody whom the hub may speak of could be meant, or it takes a proof. */
function writtenDown(grant: Grant, ceiling: Ceiling | undefined): PublishedRequirement | undefined {
  const { scopes: believed, organizations } = ceiling ?? {};
  const scopes = grant.scopes?.filter((names) =>
    names.every((name) => believed === undefined || isWithin(name, believed)),
  );
  const org = grant.org?.filter((name) => organizations === undefined || organizations.includes(name));
  if (grant.proof !== undefined || scopes?.length === 0 || org?.length === 0) {
    return undefined;
  }
  const written = { ...grant, ...(scopes !== undefined && { scopes }), ...(org !== undefined && { org }) };
  return requirementOf([written]) || undefined;
}

/**
 * A hub is not believed that somebody belongs to an organisation beyond the ceiling: those are no members then, and none
 * of them is the owner, for whom there is no embargo.
 */
function ofCeiling(isOpen: boolean, ceiling: Ceiling | undefined): PublishedRequirement[] {
  const { organizations } = ceiling ?? {};
  return organizations === undefined || isOpen
    ? []
    : [{ authenticated: true, scopes: [], policies: [], proof: false, organizations: [...organizations] }];
}

import { tlpLabels } from '../domain/record-body.js';
import type { Caller } from '../identity/caller.js';
import { everything, type Filter } from '../store/filter.js';
import { isStricter, type Label } from './ceiling.js';
import { anyOf } from './combine-filters.js';

/** What a record is without a label. */
export const unlabelled: Label = 'TLP:AMBER';

/** Whose records they are, and with whom their owner shares the strict ones. */
export interface LabelOwner {
  readonly member: string;
  readonly sharesStrict: ReadonlySet<string>;
}

export function isOwner(caller: Caller, member: string): boolean {
  return caller.isMember && caller.organization === member;
}

/** The labels whose records a caller may know of, where no rule takes more away. Clearance only restricts. */
export function readableLabels(caller: Caller, owner: LabelOwner): ReadonlySet<Label> {
  return new Set(
    tlpLabels.filter((label) => !isStricter(label, caller.clearance) && reaches(label, caller, owner)),
  );
}

/** This label and all that are less strict. */
export function labelsUpTo(strictest: Label): ReadonlySet<Label> {
  return new Set(tlpLabels.filter((label) => !isStricter(label, strictest)));
}

/** The records of these labels. */
export function labelFilter(labels: ReadonlySet<Label>, key: string | undefined): Filter {
  if (labels.size === tlpLabels.length) {
    return everything;
  }
  const withoutLabel = labels.has(unlabelled);
  if (key === undefined) {
    return withoutLabel ? everything : anyOf([]);
  }
  const values = tlpLabels.filter((label) => labels.has(label));
  return anyOf([
    ...(values.length > 0 ? [{ op: 'in', key, values } satisfies Filter] : []),
    ...(withoutLabel ? [{ op: 'isNull', key, value: true } satisfies Filter] : []),
  ]);
}

/** The same of one record's label: a label that is none is shown to nobody but who may see them all. */
export function isAmong(labels: ReadonlySet<Label>, label: unknown): boolean {
  if (labels.size === tlpLabels.length) {
    return true;
  }
  const known = label === undefined || label === null ? unlabelled : tlpLabels.find((one) => one === label);
  return known !== undefined && labels.has(known);
}

function reaches(label: Label, caller: Caller, { member, sharesStrict }: LabelOwner): boolean {
  switch (label) {
    case 'TLP:RED':
      return isOwner(caller, member);
    case 'TLP:AMBER+STRICT':
      return (
        isOwner(caller, member) || (caller.organization !== null && sharesStrict.has(caller.organization))
      );
    case 'TLP:AMBER':
      return caller.isMember;
    case 'TLP:GREEN':
      return caller.kind !== 'anonymous';
    case 'TLP:CLEAR':
      return true;
  }
}

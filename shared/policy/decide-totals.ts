import type { Label } from './ceiling.js';
import type { CompiledAggregate, CompiledField, CompiledRecords } from './compiled-policy.js';
import { contractPart, type DecisionSetting } from './decide-field.js';
import { recordFilter } from './decide-records.js';
import { some } from './evaluate-rule.js';
import { holds } from './grant.js';
import { askPolicy } from './known-policies.js';
import type { TotalsDecision } from './member-policy.js';

export interface TotalsSetting extends DecisionSetting {
  /** The labels whose records the caller may read. */
  readonly labels: ReadonlySet<Label>;
  readonly minimumGroup: number;
}

/**
 * What a caller may count: by what they may read, the records they may read; or where the owner lets them count more
 * records, or by more fields, than they may read, those in groups that are large enough.
 */
export function decideTotals(
  records: CompiledRecords,
  {
    fields,
    mayUseAll,
  }: { readonly fields: readonly (CompiledField | undefined)[]; readonly mayUseAll: boolean },
  setting: TotalsSetting,
): TotalsDecision {
  const granted = records.aggregates.find(({ to }) => holds(to, setting.caller));
  if (mayUseAll && (granted === undefined || readsAll(granted, setting.labels))) {
    return { kind: 'OF_READABLE' };
  }
  if (granted === undefined || !fields.every((field) => mayAggregate(field, setting))) {
    return { kind: 'NONE' };
  }
  return {
    kind: 'AGGREGATE_ONLY',
    filter: recordFilter(records, { ...setting, labels: granted.labels }),
    dimensions: granted.dimensions,
    minimumGroup: setting.minimumGroup,
  };
}

function readsAll({ labels }: CompiledAggregate, readable: ReadonlySet<Label>): boolean {
  return [...labels].every((label) => readable.has(label));
}

/** The contract stays the floor; of the file's rules `aggregate` counts, where it is given, in place of `read`. */
function mayAggregate(field: CompiledField | undefined, setting: DecisionSetting): boolean {
  if (field === undefined) {
    return false;
  }
  const contract = contractPart(field, setting);
  const asker = { caller: setting.caller, owner: setting.owner };
  return (
    typeof contract !== 'function' &&
    contract.kind === 'ALLOW' &&
    field.masks.every(({ unless }) => some(unless, (policy) => askPolicy(policy, asker)) === 'ALLOW') &&
    field.rules.every(({ rule }) => {
      const needed = rule.aggregate ?? rule.read;
      return needed === undefined || holds(needed, setting.caller);
    })
  );
}

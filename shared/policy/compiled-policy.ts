import type { RecordType } from '../store/record-type.js';
import type { AccessRule } from './access-rule.js';
import type { Label } from './ceiling.js';
import type { ContractModel } from './contract-model.js';
import type { Evaluate } from './expression/compile-condition.js';
import type { Condition } from './expression/condition.js';
import type { ContractMask } from './mask-table.js';
import type { Withheld } from './member-policy.js';
import type { FieldRule, Grant, PolicyFile, RecordsRule } from './policy-file.js';

/** A rule of the file as it holds for one coordinate. */
export interface CompiledFieldRule {
  /** Where it stands among the file's rules, from 0. */
  readonly index: number;
  readonly rule: FieldRule;
  /** When it holds; undefined for always. */
  readonly applies: CompiledCondition | undefined;
}

export interface CompiledCondition {
  readonly condition: Condition;
  readonly evaluate: Evaluate;
  /** Whether it has to be asked of each object, or of the caller and the time alone. */
  readonly needsRecord: boolean;
}

/** All that is known of a coordinate before anybody asks. */
export interface CompiledField {
  readonly coordinate: string;
  /** What the contracts ask for the field, for the type it is on and for the type it gives. */
  readonly access: AccessRule;
  readonly masks: readonly ContractMask[];
  readonly rules: readonly CompiledFieldRule[];
}

/** A rule of the file as it holds for one record type. */
export interface CompiledRecordsRule {
  readonly index: number;
  readonly rule: RecordsRule;
  readonly when: CompiledCondition;
  /** Whom it leaves alone: of `allow` whom it allows, of `deny` whom it excepts. */
  readonly spares: Grant | undefined;
  /** What is told of a record that it denies. */
  readonly disclosed: Withheld | undefined;
}

export interface CompiledRecords {
  readonly type: RecordType;
  readonly tlpKey: string | undefined;
  readonly embargoKey: string | undefined;
  readonly rules: readonly CompiledRecordsRule[];
  readonly aggregates: readonly CompiledAggregate[];
}

export interface CompiledAggregate {
  readonly to: Grant;
  readonly dimensions: readonly string[];
  readonly labels: ReadonlySet<Label>;
}

/** A member's policy taken apart: what is static about it is done. */
export interface CompiledPolicy {
  readonly member: string;
  readonly file: PolicyFile | undefined;
  readonly revision: string;
  readonly model: ContractModel;
  /** By coordinate `Type.field`, every field of the contracts. */
  readonly fields: ReadonlyMap<string, CompiledField>;
  /** By name of the record type. */
  readonly records: ReadonlyMap<string, CompiledRecords>;
  readonly tokenSecret: string | Uint8Array;
}

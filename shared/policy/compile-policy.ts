import { createHash } from 'node:crypto';
import type { DocumentNode } from 'graphql';
import type { RecordType } from '../store/record-type.js';
import { placeFieldRule } from './compile-field-rules.js';
import { compileRecords, faultsOfUnknownRecords } from './compile-records-rules.js';
import type { CompiledField, CompiledFieldRule, CompiledPolicy } from './compiled-policy.js';
import { type ContractModel, readContractModel } from './contract-model.js';
import { accessOfField, type ContractRules, readContractRules } from './contract-rules.js';
import { badPolicy, type PolicyFault } from './parse-policy.js';
import type { PolicyFile } from './policy-file.js';

/** All that a member's policy is made of. */
export interface PolicyParts {
  /** The member's own file, undefined where it has none: then the contracts and the labels alone decide. */
  readonly file: PolicyFile | undefined;
  readonly member: string;
  /** The SDL of every contract the member serves. */
  readonly contracts: readonly DocumentNode[];
  readonly recordTypes: readonly RecordType[];
  /** The member's secret for masks of kind TOKEN. */
  readonly tokenSecret: string | Uint8Array;
}

/**
 * Puts the rules of the contracts and of the member's file together. Throws BAD_POLICY with all faults of the file:
 * what it names must be there, and it can only tighten. Throws BAD_CONTRACT.
 */
export function compilePolicy({
  file,
  member,
  contracts,
  recordTypes,
  tokenSecret,
}: PolicyParts): CompiledPolicy {
  const model = readContractModel(contracts);
  const contract = readContractRules(contracts);
  const faults: PolicyFault[] = [];
  if (file !== undefined && file.member !== member) {
    faults.push({ path: ['member'], message: `expected "${member}", got "${file.member}"` });
  }
  const placed = placeAll(file, { member, model, contract, faults });
  const records = new Map(
    recordTypes.map((type) => [type.name, compileRecords(type, file, { model, faults })]),
  );
  faults.push(...(file === undefined ? [] : faultsOfUnknownRecords(file, recordTypes)));
  if (faults.length > 0) {
    throw badPolicy(member, withoutRepeats(faults));
  }
  const fields = compileFields(model, contract, placed);
  const revision = digestOf({
    file,
    member,
    fields: [...fields.values()].map(outlineOf),
    types: [...records.keys()],
  });
  return { member, file, revision, model, fields, records, tokenSecret };
}

interface Setting {
  readonly member: string;
  readonly model: ContractModel;
  readonly contract: ContractRules;
  readonly faults: PolicyFault[];
}

function placeAll(
  file: PolicyFile | undefined,
  setting: Setting,
): ReadonlyMap<string, readonly CompiledFieldRule[]> {
  const byCoordinate = new Map<string, CompiledFieldRule[]>();
  for (const [index, rule] of (file?.rules ?? []).entries()) {
    if (!('field' in rule)) {
      continue;
    }
    const { placed, faults } = placeFieldRule({ rule, index }, setting);
    setting.faults.push(...faults);
    for (const { coordinate, rule: compiled } of placed) {
      byCoordinate.set(coordinate, [...(byCoordinate.get(coordinate) ?? []), compiled]);
    }
  }
  return byCoordinate;
}

function compileFields(
  model: ContractModel,
  contract: ContractRules,
  placed: ReadonlyMap<string, readonly CompiledFieldRule[]>,
): ReadonlyMap<string, CompiledField> {
  const fields = [...model.values()].flatMap((type) => [...type.fields.values()]);
  return new Map(
    fields.map((field) => [
      field.coordinate,
      {
        coordinate: field.coordinate,
        access: accessOfField(contract, field),
        masks: contract.masksAt(field.coordinate),
        rules: placed.get(field.coordinate) ?? [],
      },
    ]),
  );
}

function outlineOf({ coordinate, access, masks }: CompiledField): unknown {
  return [coordinate, access, masks];
}

/** A rule for all records has the same fault for each type. */
function withoutRepeats(faults: readonly PolicyFault[]): PolicyFault[] {
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()];
}

function digestOf(parts: unknown): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

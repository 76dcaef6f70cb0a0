import type { RecordType } from '../store/record-type.js';
import { failing } from './compile-field-rules.js';
import type { CompiledRecords, CompiledRecordsRule } from './compiled-policy.js';
import type { ContractModel } from './contract-model.js';
import { checkExpression } from './expression/check-condition.js';
import { keyScope } from './expression/key-scope.js';
import { objectScope } from './expression/object-scope.js';
import { labelsUpTo } from './labels.js';
import type { Withheld } from './member-policy.js';
import type { PolicyFault } from './parse-policy.js';
import type { PolicyFile, RecordsRule } from './policy-file.js';
import { toCondition } from './to-condition.js';

interface Numbered {
  readonly rule: RecordsRule;
  readonly index: number;
}

/** Compiles what a policy says of the records of one type. Faults are added to the list. */
export function compileRecords(
  type: RecordType,
  file: PolicyFile | undefined,
  { model, faults }: { readonly model: ContractModel; readonly faults: PolicyFault[] },
): CompiledRecords {
  const rules = (file?.rules ?? []).flatMap((rule, index): Numbered[] =>
    'records' in rule && (rule.records === '*' || rule.records === type.name) ? [{ rule, index }] : [],
  );
  return {
    type,
    tlpKey: keyAt(type, 'handling.tlp'),
    embargoKey: keyAt(type, 'handling.embargoUntil'),
    rules: rules.flatMap((numbered) => compileRule(numbered, type, { model, faults })),
    aggregates: (file?.aggregates.allow ?? [])
      .filter(({ records }) => records === type.name)
      .map(({ to, dimensions, labels }) => ({ to, dimensions, labels: labelsUpTo(labels) })),
  };
}

/** Faults of rules that are about no record type of the member. */
export function faultsOfUnknownRecords(
  { rules, aggregates }: PolicyFile,
  types: readonly RecordType[],
): PolicyFault[] {
  const names = types.map(({ name }) => name);
  const message = (name: string) =>
    `expected a record type of the member (${names.join(', ')}), got "${name}"`;
  return [
    ...rules.flatMap((rule, index) =>
      'records' in rule && rule.records !== '*' && !names.includes(rule.records)
        ? [{ path: ['rules', index, 'records'], message: message(rule.records) }]
        : [],
    ),
    ...aggregates.allow.flatMap(({ records }, index) =>
      names.includes(records)
        ? []
        : [{ path: ['aggregates', 'allow', index, 'records'], message: message(records) }],
    ),
  ];
}

function compileRule(
  { rule, index }: Numbered,
  type: RecordType,
  { model, faults }: { readonly model: ContractModel; readonly faults: PolicyFault[] },
): CompiledRecordsRule[] {
  const inContract = objectScope(type.name, model);
  const scope = keyScope(type, (path) => {
    const field = inContract.find(path);
    return typeof field === 'string' || !('values' in field.type) ? undefined : field.type.values;
  });
  const condition = failing(
    () => checkExpression(rule.when ?? 'true', scope),
    (message) => faults.push({ path: ['rules', index, 'when'], message }),
  );
  if (condition === undefined) {
    return [];
  }
  const { allow, deny } = rule;
  const spares = allow ?? deny?.except;
  return [{ index, rule, when: toCondition(condition), spares, disclosed: disclosedBy(deny) }];
}

function disclosedBy(deny: RecordsRule['deny']): Withheld | undefined {
  return deny?.disclose === true
    ? { reason: deny.reason, requestAccessUrl: deny.requestAccessUrl }
    : undefined;
}

/** The key that holds a field of the body as it is. */
function keyAt(type: RecordType, path: string): string | undefined {
  return Object.entries(type.keys).find(
    ([, spec]) => !('stored' in spec) && spec.path?.join('.') === path,
  )?.[0];
}

import { papLabels, tlpLabels } from '../../domain/record-body.js';
import type { RecordBody } from '../../store/record-type.js';
import type { ContractModel, ModelField, ModelType } from '../contract-model.js';
import { unlabelled } from '../labels.js';
import type { RecordField, RecordScope, ValueType } from './condition.js';

/** What a store knows of a record besides its body: an object does not hold it. */
const notInBodies: ReadonlySet<string> = new Set(['id', 'member', 'createdAt', 'modifiedAt']);

/** What conditions on fields can be of: the object that the field is on, by the fields of its type in the contract. */
export function objectScope(type: string, model: ContractModel): RecordScope {
  return { find: (path) => findField(path, { type, model }), comparesFields: true };
}

interface Place {
  readonly type: string;
  readonly model: ContractModel;
}

/** Goes down the path as long as each step is one object within the one before. */
function findField(path: readonly string[], { type, model }: Place): RecordField | string {
  let holder = model.get(type);
  let isOptional = false;
  for (const [i, step] of path.entries()) {
    const field = holder?.fields.get(step);
    const name = ['record', ...path.slice(0, i + 1)].join('.');
    if (holder === undefined || field === undefined) {
      return `Expected a field of "${holder?.name ?? type}", got "${step}"`;
    }
    if (isRecord(holder) && notInBodies.has(step)) {
      return `Expected a field that is kept with the record, got "${name}"`;
    }
    isOptional ||= field.isOptional;
    if (i === path.length - 1) {
      return asField({ path, name, isOptional }, field, model);
    }
    holder = model.get(field.type);
    if (field.isList || holder?.kind !== 'OBJECT' || isRecord(holder)) {
      return `Expected one object within the record, got "${name}"`;
    }
  }
  return 'Expected a field of the record, got none';
}

function isRecord(type: ModelType): boolean {
  return type.fields.has('member');
}

function asField(
  found: { readonly path: readonly string[]; readonly name: string; readonly isOptional: boolean },
  field: ModelField,
  model: ContractModel,
): RecordField | string {
  const { path, name } = found;
  const type = valueTypeOf(field, model);
  if (type === undefined) {
    return `Expected a text, number, date, truth value or list of texts, got "${name}"`;
  }
  const isLabel = field.type === 'Tlp' && !field.isList;
  return {
    name,
    type,
    // A list that is absent holds nothing.
    isOptional: found.isOptional && type.kind !== 'texts' && !isLabel,
    absentAs: isLabel ? unlabelled : undefined,
    read: readerOf(path),
  };
}

function valueTypeOf(field: ModelField, model: ContractModel): ValueType | undefined {
  const single = singleTypeOf(field.type, model.get(field.type));
  if (!field.isList) {
    return single;
  }
  return single?.kind === 'text' ? { kind: 'texts', values: single.values } : undefined;
}

function singleTypeOf(name: string, type: ModelType | undefined): ValueType | undefined {
  switch (name) {
    case 'String':
    case 'ID':
      return { kind: 'text' };
    case 'Int':
      return { kind: 'integer' };
    case 'Boolean':
      return { kind: 'boolean' };
    case 'Decimal':
      return { kind: 'decimal' };
    case 'PartialDate':
      return { kind: 'date' };
    case 'DateTime':
      return { kind: 'instant' };
    case 'Tlp':
      return { kind: 'text', values: tlpLabels };
    case 'Pap':
      return { kind: 'text', values: papLabels };
  }
  return type?.kind === 'ENUM'
    ? { kind: 'text', values: type.values }
    : type?.kind === 'OBJECT' || type?.kind === 'INTERFACE' || type?.kind === 'UNION'
      ? { kind: 'group' }
      : undefined;
}

function readerOf(path: readonly string[]): (record: RecordBody) => unknown {
  return (record) => {
    let value: unknown = record;
    for (const step of path) {
      if (!isObject(value)) {
        return undefined;
      }
      value = value[step];
    }
    return value ?? undefined;
  };
}

function isObject(value: unknown): value is RecordBody {
  return typeof value === 'object' && value !== null;
}

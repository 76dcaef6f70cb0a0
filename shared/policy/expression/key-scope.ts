import { papLabels, tlpLabels } from '../../domain/record-body.js';
import type { KeySpec, RecordBody, RecordType } from '../../store/record-type.js';
import { unlabelled } from '../labels.js';
import type { RecordField, RecordScope, ValueType } from './condition.js';

/**
 * What conditions on whole records can be of: the fields that a key holds as they are, so that the store itself can
 * leave out what a caller may not know of. `valuesOf` gives what a field can be, where the contract lists it.
 */
export function keyScope(
  type: RecordType,
  valuesOf: (path: readonly string[]) => readonly string[] | undefined = () => undefined,
): RecordScope {
  const fields = new Map<string, RecordField>();
  for (const [key, spec] of Object.entries(type.keys)) {
    const field = fieldOf(key, spec, valuesOf);
    if (field !== undefined) {
      fields.set(field.name, field);
    }
  }
  const known = [...fields.keys()].join(', ');
  return {
    find: (path) => {
      const name = nameOf(path);
      return (
        fields.get(name) ??
        `Expected a field that a key of "${type.name}" holds${known === '' ? ', it has none' : ` (${known})`}, got "${name}"`
      );
    },
    comparesFields: false,
  };
}

function fieldOf(
  key: string,
  spec: KeySpec,
  valuesOf: (path: readonly string[]) => readonly string[] | undefined,
): RecordField | undefined {
  if ('stored' in spec || spec.path === undefined || spec.kind === 'amount') {
    return undefined;
  }
  const { of, path, kind } = spec;
  const values = labelsAt(path) ?? valuesOf(path);
  return {
    name: nameOf(path),
    type: typeOf(kind, values),
    // A list that is absent holds nothing.
    isOptional: kind !== 'terms' && !isLabel(path),
    absentAs: isLabel(path) ? unlabelled : undefined,
    key,
    read: (record: RecordBody) => of(record) ?? undefined,
  };
}

function typeOf(kind: Exclude<KeySpec['kind'], 'amount'>, values: readonly string[] | undefined): ValueType {
  switch (kind) {
    case 'text':
      return { kind: 'text', values };
    case 'terms':
      return { kind: 'texts', values };
    case 'partialDate':
      return { kind: 'date' };
    default:
      return { kind };
  }
}

function labelsAt(path: readonly string[]): readonly string[] | undefined {
  return isLabel(path) ? tlpLabels : path.join('.') === 'handling.pap' ? papLabels : undefined;
}

function isLabel(path: readonly string[]): boolean {
  return path.join('.') === 'handling.tlp';
}

function nameOf(path: readonly string[]): string {
  return ['record', ...path].join('.');
}

import type { KeyValue } from '../domain/key-value.js';
import { normalizeText } from '../domain/text.js';
import { tokenize } from '../domain/tokenize.js';
import type { KeySpec, RecordBody, RecordType } from './record-type.js';

/** A scalar key that is read from the body, unlike the lists and the store's own times. */
export type ScalarSpec = Exclude<KeySpec, { kind: 'terms' } | { stored: unknown }>;

/** A record's values of its scalar keys, null where absent. The store's own times are not among them. */
export function scalarKeysOf(type: RecordType, body: RecordBody): Record<string, KeyValue | null> {
  const keys: Record<string, KeyValue | null> = {};
  for (const [name, spec] of Object.entries(type.keys)) {
    if (isScalarSpec(spec)) {
      keys[name] = keyValueOf(spec, body);
    }
  }
  return keys;
}

export function isScalarSpec(spec: KeySpec): spec is ScalarSpec {
  return spec.kind !== 'terms' && !('stored' in spec);
}

/** A record's value of one scalar key. */
export function keyValueOf(spec: ScalarSpec, body: RecordBody): KeyValue | null {
  const value = spec.of(body);
  if (value === null || value === undefined) {
    return null;
  }
  if (typeof value === 'boolean') {
    return value ? 1 : 0;
  }
  return typeof value === 'string' ? normalizeText(value) : value;
}

/**
 * Everything a record is found by as one set of terms: its text tokens as `~token`, and the values of its list keys
 * as `key=value`. A list that holds something also has `key=`, which is how `isNull` is answered.
 */
export function termsOf(type: RecordType, body: RecordBody): string[] {
  const terms = new Set<string>();
  for (const text of type.texts(body)) {
    for (const token of tokenize(text)) {
      terms.add(textTerm(token));
    }
  }
  for (const [name, spec] of Object.entries(type.keys)) {
    if (spec.kind === 'terms') {
      for (const value of spec.of(body)) {
        terms.add(valueTerm(name, normalizeText(value)));
        terms.add(presenceTerm(name));
      }
    }
  }
  return [...terms];
}

export function textTerm(token: string): string {
  return `~${token}`;
}

export function valueTerm(key: string, value: string): string {
  return `${key}=${value}`;
}

export function presenceTerm(key: string): string {
  return `${key}=`;
}

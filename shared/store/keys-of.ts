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
 * Everything a record is found by as one set of terms: its text tokens as `~token`, those of its protected texts as
 * `^token`, and the values of its list keys as `key=value`. A list that holds something also has `key=`, which is how `isNull` is answered.
 */
export function termsOf(type: RecordType, body: RecordBody): readonly string[] {
  const ofTexts = textTermsOf(type.texts(body));
  const ofLists = listTermsOf(type, body);
  const hidden = type.protectedTexts?.(body) ?? [];
  if (hidden.length > 0) {
    ofLists.push(...hidden.flatMap(tokenize).map(protectedTerm));
  }
  return ofLists.length === 0 ? ofTexts : [...ofTexts, ...new Set(ofLists)];
}

/** Registers repeat the same few names of offices, places and kinds: their terms are made once. */
const knownTextTerms = new Map<string, readonly string[]>();
const knownLimit = 2_000;
const knownLength = 200;

function textTermsOf(texts: readonly string[]): readonly string[] {
  // No text that can be stored holds U+0000.
  const key = texts.join('\u0000');
  const known = knownTextTerms.get(key);
  if (known !== undefined) {
    return known;
  }
  const terms = [...new Set(texts.flatMap(tokenize))].map(textTerm);
  if (key.length <= knownLength) {
    if (knownTextTerms.size >= knownLimit) {
      knownTextTerms.clear();
    }
    knownTextTerms.set(key, terms);
  }
  return terms;
}

function listTermsOf(type: RecordType, body: RecordBody): string[] {
  const terms: string[] = [];
  for (const { name, spec } of listSpecsOf(type)) {
    for (const value of spec.of(body)) {
      terms.push(valueTerm(name, normalizeText(value)), presenceTerm(name));
    }
  }
  return terms;
}

interface ListSpec {
  readonly name: string;
  readonly spec: Extract<KeySpec, { kind: 'terms' }>;
}
const knownListSpecs = new WeakMap<RecordType, readonly ListSpec[]>();

function listSpecsOf(type: RecordType): readonly ListSpec[] {
  let specs = knownListSpecs.get(type);
  if (specs === undefined) {
    specs = Object.entries(type.keys).flatMap(([name, spec]) =>
      spec.kind === 'terms' ? [{ name, spec }] : [],
    );
    knownListSpecs.set(type, specs);
  }
  return specs;
}

export function textTerm(token: string): string {
  return `~${token}`;
}

export function protectedTerm(token: string): string {
  return `^${token}`;
}

export function valueTerm(key: string, value: string): string {
  return `${key}=${value}`;
}

export function presenceTerm(key: string): string {
  return `${key}=`;
}

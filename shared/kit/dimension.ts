import { keyOfConstant } from '../domain/key-of-constant.js';
import { invariant } from '../errors/invariant.js';
import type { RecordType } from '../store/record-type.js';

/** What a total is grouped by. A classification has a scheme and a label, kept under `<key>Scheme` and `<key>Label`. */
export interface Dimension {
  /** The constant of the contract's dimension enum. */
  readonly constant: string;
  readonly isClassification: boolean;
  /** The keys that records are grouped by: the code, or scheme, code and label. */
  readonly keys: readonly string[];
}

/** The dimension of a constant: `FISCAL_YEAR` is the key `fiscalYear`. */
export function dimensionOf(constant: string, type: RecordType): Dimension {
  const code = keyOfConstant(constant);
  const scheme = `${code}Scheme`;
  const label = `${code}Label`;
  const isClassification = scheme in type.keys;
  const keys = isClassification ? [scheme, code, label] : [code];
  for (const key of keys) {
    const kind = type.keys[key]?.kind;
    invariant(kind !== undefined && kind !== 'terms' && kind !== 'amount', `${type.name} groups by ${key}`);
  }
  return { constant, isClassification, keys };
}

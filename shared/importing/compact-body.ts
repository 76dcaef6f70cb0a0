import type { RecordBody } from '../store/record-type.js';

/** The body without what is absent: no undefined, no empty list and no empty object at any depth. */
export function compactBody(body: RecordBody): RecordBody {
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => {
      const kept = compact(value);
      return kept === undefined ? [] : [[name, kept]];
    }),
  );
}

function compact(value: unknown): unknown {
  if (Array.isArray(value)) {
    const kept = value.map(compact).filter((item) => item !== undefined);
    return kept.length > 0 ? kept : undefined;
  }
  if (isBody(value)) {
    const kept = compactBody(value);
    return Object.keys(kept).length > 0 ? kept : undefined;
  }
  return value;
}

function isBody(value: unknown): value is RecordBody {
  return typeof value === 'object' && value !== null;
}

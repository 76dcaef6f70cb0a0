import { partyRefsOf } from '../domain/party-refs.js';
import type { RecordBody } from './record-type.js';

/** A party of this member that records refer to by `{ ref, id }`. */
export interface PartyKey {
  readonly type: string;
  readonly local: string;
}

/** The body whose references to forgotten parties lost their name and identifiers; the same object if it has none. */
export function withoutForgotten(body: RecordBody, isForgotten: (party: PartyKey) => boolean): RecordBody {
  const found = partyRefsOf(body).some(({ ref, id }) => isForgotten({ type: ref, local: id }));
  return found ? stripObject(body, isForgotten) : body;
}

function strip(value: unknown, isForgotten: (party: PartyKey) => boolean): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => strip(item, isForgotten));
  }
  return isObject(value) ? stripObject(value, isForgotten) : value;
}

function stripObject(object: RecordBody, isForgotten: (party: PartyKey) => boolean): RecordBody {
  const { ref, id } = object;
  if (typeof ref === 'string' && typeof id === 'string' && isForgotten({ type: ref, local: id })) {
    return { ref, id };
  }
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, strip(value, isForgotten)]));
}

function isObject(value: unknown): value is RecordBody {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

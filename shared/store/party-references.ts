import type { RecordBody } from './record-type.js';

/** A party of this member that records refer to by `{ ref, id }`. */
export interface PartyKey {
  readonly type: string;
  readonly local: string;
}

/** The parties that a body refers to, however deep. */
export function partiesIn(body: RecordBody): PartyKey[] {
  const found: PartyKey[] = [];
  collect(body, found);
  return found;
}

/** The body whose references to forgotten parties have lost their name and identifiers; the same object if there is none. */
export function withoutForgotten(body: RecordBody, isForgotten: (party: PartyKey) => boolean): RecordBody {
  return partiesIn(body).some(isForgotten) ? stripObject(body, isForgotten) : body;
}

function collect(value: unknown, found: PartyKey[]): void {
  if (Array.isArray(value)) {
    for (const item of value) {
      collect(item, found);
    }
  } else if (isObject(value)) {
    const party = partyOf(value);
    if (party !== undefined) {
      found.push(party);
    }
    for (const item of Object.values(value)) {
      collect(item, found);
    }
  }
}

function strip(value: unknown, isForgotten: (party: PartyKey) => boolean): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => strip(item, isForgotten));
  }
  return isObject(value) ? stripObject(value, isForgotten) : value;
}

function stripObject(object: RecordBody, isForgotten: (party: PartyKey) => boolean): RecordBody {
  const party = partyOf(object);
  const forgotten = party !== undefined && isForgotten(party);
  return Object.fromEntries(
    Object.entries(object)
      .filter(([name]) => !forgotten || (name !== 'name' && name !== 'identifiers'))
      .map(([name, value]) => [name, strip(value, isForgotten)]),
  );
}

function partyOf(object: RecordBody): PartyKey | undefined {
  const { ref, id } = object;
  return typeof ref === 'string' && typeof id === 'string' ? { type: ref, local: id } : undefined;
}

function isObject(value: unknown): value is RecordBody {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

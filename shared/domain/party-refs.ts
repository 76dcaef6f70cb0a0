import type { PartyRef } from './record-body.js';

type Body = Readonly<Record<string, unknown>>;

/** Bodies do not change, and a store asks for the same body's parties several times in a row. */
let last: { readonly body: Body; readonly refs: PartyRef[] } | undefined;

/** Every reference to a person or an organisation in a record's body, at any depth, in the order of the body. */
export function partyRefsOf(body: Body): PartyRef[] {
  if (last?.body !== body) {
    const refs: PartyRef[] = [];
    collect(body, refs);
    last = { body, refs };
  }
  return last.refs;
}

function collect(value: unknown, refs: PartyRef[]): void {
  if (typeof value !== 'object' || value === null) {
    return;
  }
  if (isPartyRef(value)) {
    refs.push(value);
    return;
  }
  for (const part of Object.values(value)) {
    collect(part, refs);
  }
}

function isPartyRef(value: object): value is PartyRef {
  return 'ref' in value && (value.ref === 'Person' || value.ref === 'Organization') && 'id' in value;
}

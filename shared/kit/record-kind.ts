import type { z } from 'zod';
import type { MemberId } from '../domain/ids.js';
import { writeRecordId } from '../domain/ids.js';
import { invariant } from '../errors/invariant.js';
import type { StoredRecord } from '../store/record-store.js';
import type { RecordBody, RecordType } from '../store/record-type.js';

/** A record as resolvers see it: its body, and what every record carries. */
export type RecordNode<N extends string, B> = B & {
  readonly __typename: N;
  /** `<member>:<local>` */
  readonly id: string;
  readonly member: { readonly id: string };
  readonly createdAt: string;
  readonly modifiedAt: string;
};

/** A record type together with the form of its bodies. */
export interface RecordKind<N extends string, B> {
  readonly name: N;
  readonly type: RecordType;
  toNode(record: StoredRecord, member: MemberId): RecordNode<N, B>;
}

/**
 * Joins a record type to the schema of its bodies. The schema is not run again: every way into a store parses with
 * it, so a record of this type has such a body.
 */
export function recordKind<N extends string, B extends RecordBody>(
  name: N,
  _body: z.ZodType<B>,
  types: readonly RecordType[],
): RecordKind<N, B> {
  const type = types.find((candidate) => candidate.name === name);
  invariant(type !== undefined, `record type ${name} is declared`);
  const isOurs = (record: StoredRecord): record is StoredRecord & { readonly body: B } =>
    record.type === name;
  return {
    name,
    type,
    toNode(record, member) {
      invariant(isOurs(record), `a record of type ${name} was asked for`);
      return {
        ...record.body,
        __typename: name,
        id: writeRecordId(member, record.local),
        member: { id: member },
        createdAt: record.createdAt,
        modifiedAt: record.modifiedAt,
      };
    },
  };
}

import { readRecordId, writeRecordId } from '../domain/ids.js';
import type { RecordBody } from '../store/record-type.js';
import type { MemberContext } from './member-context.js';
import type { RecordKind, RecordNode } from './record-kind.js';

/** A resolver of a by-id field: null for what is not there and for other members' records. Throws BAD_ID. */
export function recordByIdResolver<N extends string, B extends RecordBody>(kind: RecordKind<N, B>) {
  return (_parent: unknown, args: { readonly id: string }, context: MemberContext) =>
    loadById(kind, args.id, context);
}

/** A resolver of the representations of an entity, read in batches; null as for `recordByIdResolver`. */
export function referenceResolver<N extends string, B extends RecordBody>(kind: RecordKind<N, B>) {
  return (representation: { readonly id: string }, context: MemberContext) =>
    loadById(kind, representation.id, context);
}

/** The record of this member under a local id, or null. */
export async function loadRecord<N extends string, B extends RecordBody>(
  kind: RecordKind<N, B>,
  local: string | undefined,
  context: MemberContext,
): Promise<RecordNode<N, B> | null> {
  const record = local === undefined ? null : await context.loaders.load(kind.name, local);
  return record === null ? null : kind.toNode(record, context.member);
}

/** The id of a record that another one of the same member refers to by its local id. */
export function referenceTo(local: string | undefined, context: MemberContext): string | null {
  return local === undefined ? null : writeRecordId(context.member, local);
}

async function loadById<N extends string, B extends RecordBody>(
  kind: RecordKind<N, B>,
  id: string,
  context: MemberContext,
): Promise<RecordNode<N, B> | null> {
  const { member, local } = readRecordId(id);
  return member === context.member ? loadRecord(kind, local, context) : null;
}

import { readRecordId, writeRecordId } from '../domain/ids.js';
import type { RecordBody } from '../store/record-type.js';
import type { MemberContext } from './member-context.js';
import type { RecordKind, RecordNode } from './record-kind.js';

/**
 * A resolver of a by-id field: null for what is not there, is hidden from the caller, or is another member's. Throws
 * BAD_ID; WITHHELD where the owner lets it be known that the record is there.
 */
export function recordByIdResolver<N extends string, B extends RecordBody>(kind: RecordKind<N, B>) {
  return async (
    _parent: unknown,
    args: { readonly id: string },
    context: MemberContext,
  ): Promise<RecordNode<N, B> | null> => {
    const local = ownLocalId(args.id, context);
    const record = local === undefined ? null : await context.loaders.loadNamed(kind.name, local);
    return record === null ? null : kind.toNode(record, context.member);
  };
}

/**
 * A resolver of the representations of an entity, read in batches; null as for `recordByIdResolver`, withheld or not,
 * and for a type that the caller may not read at all. `id` is protected by its type alone.
 */
export function referenceResolver<N extends string, B extends RecordBody>(kind: RecordKind<N, B>) {
  return async (
    representation: { readonly id: string },
    context: MemberContext,
  ): Promise<RecordNode<N, B> | null> => {
    const isDenied = context.decisions.field(`${kind.name}.id`).kind === 'DENY';
    return isDenied ? null : loadRecord(kind, ownLocalId(representation.id, context), context);
  };
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

/**
 * The id of a record that another one of the same member refers to by its local id; null where there is none for the
 * caller, as for one that is not there.
 */
export async function referenceTo<N extends string, B extends RecordBody>(
  kind: RecordKind<N, B>,
  local: string | undefined,
  context: MemberContext,
): Promise<string | null> {
  const record = local === undefined ? null : await context.loaders.load(kind.name, local);
  return record === null ? null : writeRecordId(context.member, record.local);
}

function ownLocalId(id: string, context: MemberContext): string | undefined {
  const { member, local } = readRecordId(id);
  return member === context.member ? local : undefined;
}

import type { GraphQLResolveInfo } from 'graphql';
import { z } from 'zod';
import { isLocalId } from '../domain/ids.js';
import { AccordError } from '../errors/accord-error.js';
import type { RecordBody } from '../store/record-type.js';
import { type Connection, type ConnectionArgs, readConnection } from './connection.js';
import type { FilterInput } from './filter-from-input.js';
import type { MemberContext } from './member-context.js';
import type { RecordKind, RecordNode } from './record-kind.js';
import { unauthorized } from './unauthorized.js';

/** An entity of the coalition as one member knows it: the parties of its own that it is made of. */
export interface EntityNode {
  readonly __typename: 'Entity';
  readonly id: string;
  /** Ids of records of this member, each once. */
  readonly subjects: readonly string[];
}

const maxSubjects = 1000;

const Subjects = z.array(z.string());

/**
 * Takes an entity from its representation. Ids of other members are dropped: no record here names them. Throws BAD_INPUT
 * without a list of ids, QUERY_TOO_COMPLEX where too many are the member's own; a promise, so that it fails alone.
 */
export async function resolveEntity(
  { id, subjects }: { readonly id: string; readonly subjects?: unknown },
  { member }: MemberContext,
): Promise<EntityNode> {
  const given = Subjects.safeParse(subjects);
  if (!given.success) {
    throw new AccordError('BAD_INPUT', 'Expected an entity with a list of ids as its "subjects".');
  }
  const prefix = `${member}:`;
  const isOwn = (subject: string) => subject.startsWith(prefix) && isLocalId(subject.slice(prefix.length));
  const own = [...new Set(given.data.filter(isOwn))];
  if (own.length > maxSubjects) {
    throw new AccordError(
      'QUERY_TOO_COMPLEX',
      `Expected an entity of at most ${maxSubjects} subjects of a member, got ${own.length}.`,
    );
  }
  return { __typename: 'Entity', id, subjects: own };
}

/**
 * A resolver of a connection below an entity: the records that name one of its subjects, decided as if the caller had
 * asked the root connection for them with a filter by `party`. Throws as `connectionResolver` does.
 */
export function entityConnectionResolver<N extends string, B extends RecordBody>(kind: RecordKind<N, B>) {
  return async (
    entity: EntityNode,
    args: ConnectionArgs,
    context: MemberContext,
    info: GraphQLResolveInfo,
  ): Promise<Connection<RecordNode<N, B>>> => {
    const alsoUses = context.uses.get(`${info.parentType.name}.${info.fieldName}`);
    if (alsoUses === undefined) {
      throw unauthorized();
    }
    const filter = namingOneOf(entity.subjects, args.filter);
    return readConnection(kind, { args: { ...args, filter }, alsoUses, context, info });
  };
}

/** The client's own parts keep their places, which errors name. */
function namingOneOf(subjects: readonly string[], filter: FilterInput | null | undefined): FilterInput {
  const { and = [] } = filter ?? {};
  return Array.isArray(and) ? { ...filter, and: [...and, { party: { in: subjects } }] } : { ...filter };
}

import { readRecordId } from '../shared/domain/ids.js';
import { AccordError } from '../shared/errors/accord-error.js';
import type { MemberConfig } from '../shared/kit/member-config.js';
import type { RecordStore } from '../shared/store/record-store.js';
import { recordTypesOf } from '../subgraphs/wire.js';

/** The local part of a record id that must be one of this member's. Throws BAD_ID. */
export function ownLocalId(id: string, config: MemberConfig): string {
  const { member, local } = readRecordId(id);
  if (member !== config.id) {
    throw new AccordError('BAD_ID', `Expected an id of the member "${config.id}", got one of "${member}".`);
  }
  return local;
}

/** The types that a command is about: the one asked for, or all that the member serves. Throws BAD_INPUT. */
export function askedTypes(type: string | undefined, config: MemberConfig): string[] {
  const types = recordTypesOf(config.domains).map(({ name }) => name);
  if (type !== undefined && !types.includes(type)) {
    throw new AccordError('BAD_INPUT', `Expected one of the types ${types.join(', ')}, got "${type}".`);
  }
  return type === undefined ? types : [type];
}

/**
 * The one type among these of which the store has a record with this id; undefined where it has none. An id stands for
 * one record per type: throws BAD_INPUT where several have it, since a command that erases must not guess.
 */
export async function findType(
  store: RecordStore,
  types: readonly string[],
  local: string,
): Promise<string | undefined> {
  const found: string[] = [];
  for (const type of types) {
    const [record] = await store.getByIds(type, [local]);
    if (record !== undefined) {
      found.push(type);
    }
  }
  if (found.length > 1) {
    throw new AccordError(
      'BAD_INPUT',
      `Expected --type, since ${found.join(' and ')} both have a record of this id.`,
    );
  }
  return found[0];
}

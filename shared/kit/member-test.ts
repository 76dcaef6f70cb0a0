import { isMemberId } from '../domain/ids.js';
import { AccordError } from '../errors/accord-error.js';
import { everything, type Filter, nothing } from '../store/filter.js';

/** A filter by member, against a store that holds the records of one: true or false of all of them. */
export function memberTest(
  op: string,
  operand: unknown,
  at: { readonly path: string; readonly member: string },
): Filter {
  const members: readonly unknown[] = op === 'in' && Array.isArray(operand) ? operand : [operand];
  for (const member of members) {
    if (typeof member !== 'string' || !isMemberId(member)) {
      throw new AccordError(
        'BAD_FILTER',
        `Expected a member id of the form [a-z][a-z0-9-]{1,31} for "${at.path}".`,
      );
    }
  }
  return members.includes(at.member) ? everything : nothing;
}

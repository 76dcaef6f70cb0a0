import { readRecordId } from '../../shared/domain/ids.js';
import { AccordError } from '../../shared/errors/accord-error.js';
import { isObject, listOf } from '../merge/member-page.js';
import { subjectsField } from '../merge/merge-strategies.js';

/** An entity that is spread over members, as one of the representations names it. */
export interface SpreadEntity {
  /** Its place among the representations. */
  readonly place: number;
  readonly id: string;
  readonly subjects: readonly string[];
  /** Its subjects by the member that owns them; a member that owns none is not in it. */
  readonly byOwner: ReadonlyMap<string, readonly string[]>;
}

/** The entities of a type among representations. */
export function readSpreadEntities(type: string, representations: readonly unknown[]): SpreadEntity[] {
  return representations.flatMap((representation, place) => {
    if (!isObject(representation) || representation['__typename'] !== type) {
      return [];
    }
    const subjects = listOf(representation[subjectsField]).map(String);
    const byOwner = new Map<string, string[]>();
    for (const subject of new Set(subjects)) {
      const owner = ownerOf(subject);
      if (owner !== undefined) {
        byOwner.set(owner, [...(byOwner.get(owner) ?? []), subject]);
      }
    }
    return [{ place, id: String(representation['id']), subjects, byOwner }];
  });
}

/** What is no record id names nobody's record. */
function ownerOf(subject: string): string | undefined {
  try {
    return readRecordId(subject).member;
  } catch (error) {
    if (error instanceof AccordError) {
      return undefined;
    }
    throw error;
  }
}

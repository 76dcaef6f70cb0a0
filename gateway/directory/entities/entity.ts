import { compareText } from '../../../shared/domain/text.js';
import { invariant } from '../../../shared/errors/invariant.js';
import type { SubjectKind } from '../../../shared/linking/link-subject.js';
import { faultOf } from '../directory-fault.js';
import type { StoredSubject } from '../links/link-store.js';
import type { VisibleLink } from './visible-link.js';

/**
 * A person or an organisation as one caller sees it: subjects that they may see, joined by the links in force between
 * them. Made anew for each request and stored nowhere.
 */
export interface Entity {
  /** That of the subject first published. */
  readonly id: string;
  readonly kind: SubjectKind;
  /** First published first. */
  readonly subjects: readonly StoredSubject[];
}

/** More than any person or organisation has; a link that should not be holds such an entity together. */
export const maxSubjects = 1000;

/** Links of subjects to others that the caller may see. */
type LinksOf = (ids: readonly string[]) => Promise<readonly VisibleLink[]>;

/**
 * The entity of each of some visible subjects, or a fault of code QUERY_TOO_BROAD in its place where it is of more than
 * `maxSubjects`. Reads the links of all of them at once, those of what these lead to next, and so on.
 */
export async function joinEntities(
  starts: readonly StoredSubject[],
  linksOf: LinksOf,
): Promise<(Entity | Error)[]> {
  const groups = new Groups();
  let frontier = starts.filter((start) => groups.add(start)).map(({ id }) => id);
  while (frontier.length > 0) {
    const joined = (await linksOf(frontier)).filter(({ judgement }) => judgement === 'POSITIVE');
    const found = joined.flatMap(({ ends: [a, b] }) => {
      const added = [a, b].filter((end) => groups.add(end));
      groups.join(a, b);
      return added;
    });
    // A group that has grown too large is no entity, wherever else it leads.
    frontier = found.map(({ id }) => id).filter((id) => groups.of(id).length <= maxSubjects);
  }
  const made = new Map<readonly StoredSubject[], Entity | Error>();
  return starts.map(({ id }) => {
    const group = groups.of(id);
    const entity = made.get(group) ?? entityOf(group);
    made.set(group, entity);
    return entity;
  });
}

function entityOf(group: readonly StoredSubject[]): Entity | Error {
  if (group.length > maxSubjects) {
    return faultOf(
      'QUERY_TOO_BROAD',
      `Expected an entity of at most ${maxSubjects} records, got more: some link between them should not be.`,
    );
  }
  const subjects = group.toSorted(byPublication);
  const [first] = subjects;
  invariant(first, 'an entity has a subject');
  return { id: first.entityId, kind: first.subject.kind, subjects };
}

function byPublication(a: StoredSubject, b: StoredSubject): number {
  return compareText(a.since, b.since) || compareText(a.entityId, b.entityId);
}

/** Disjoint groups of subjects; the smaller one moves when two are joined. */
class Groups {
  readonly #groupOf = new Map<string, StoredSubject[]>();

  /** Whether the subject was not there. */
  add(subject: StoredSubject): boolean {
    const isNew = !this.#groupOf.has(subject.id);
    if (isNew) {
      this.#groupOf.set(subject.id, [subject]);
    }
    return isNew;
  }

  of(id: string): readonly StoredSubject[] {
    return this.#group(id);
  }

  join(a: StoredSubject, b: StoredSubject): void {
    const [small, large] = [this.#group(a.id), this.#group(b.id)].sort((x, y) => x.length - y.length);
    invariant(small && large, 'two groups are joined');
    if (small === large) {
      return;
    }
    for (const subject of small) {
      large.push(subject);
      this.#groupOf.set(subject.id, large);
    }
  }

  #group(id: string): StoredSubject[] {
    const group = this.#groupOf.get(id);
    invariant(group, 'a subject is added before it is asked for');
    return group;
  }
}

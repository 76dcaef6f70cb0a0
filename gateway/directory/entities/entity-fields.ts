import { compareText } from '../../../shared/domain/text.js';
import type { LinkSubject } from '../../../shared/linking/link-subject.js';
import type { StoredSubject } from '../links/link-store.js';
import type { Entity } from './entity.js';
import type { SubjectPart } from './subject-fields.js';

/** Whether the caller may read a part of a subject, and search by it. */
export type MayUse = (subject: StoredSubject, part: SubjectPart) => boolean;

/** A name with the subjects that have it. */
export interface EntityName {
  readonly full: string;
  readonly language: string | null;
  readonly script: string | null;
  readonly subjects: readonly string[];
}

export type EntityIdentifier = LinkSubject['identifiers'][number];

/** The subjects of an entity a part of which the caller may read; null where there are none. */
function readable(entity: Entity, part: SubjectPart, mayUse: MayUse): readonly StoredSubject[] | null {
  const subjects = entity.subjects.filter((subject) => mayUse(subject, part));
  return subjects.length === 0 ? null : subjects;
}

/** The first name of the subject first published whose names the caller may read, if it has any. */
export function nameOf(entity: Entity, mayUse: MayUse): string | null {
  const named = readable(entity, 'names', mayUse)?.find(({ subject }) => subject.names.length > 0);
  return named?.subject.names[0]?.full ?? null;
}

/** Every name once, by its letters. */
export function namesOf(entity: Entity, mayUse: MayUse): readonly EntityName[] | null {
  const found = new Map<string, EntityName>();
  for (const { id, subject } of readable(entity, 'names', mayUse) ?? []) {
    for (const { full, language = null, script = null } of subject.names) {
      const key = keyOf(full, language, script);
      const subjects = [...(found.get(key)?.subjects ?? []), id];
      found.set(key, { full, language, script, subjects: [...new Set(subjects)].sort(compareText) });
    }
  }
  return sortedOrNull(readable(entity, 'names', mayUse), found);
}

/** Every identifier once, by scheme and id. */
export function identifiersOf(entity: Entity, mayUse: MayUse): readonly EntityIdentifier[] | null {
  const subjects = readable(entity, 'identifiers', mayUse);
  const all = (subjects ?? []).flatMap(({ subject }) => subject.identifiers);
  const found = all.map(({ scheme, id, legalName, uri }): [string, EntityIdentifier] => [
    keyOf(scheme, id, legalName, uri),
    { scheme, id, legalName, uri },
  ]);
  return sortedOrNull(subjects, new Map(found));
}

/** Every country or topic once, by its letters. */
export function textsOf(
  entity: Entity,
  part: 'countries' | 'topics',
  mayUse: MayUse,
): readonly string[] | null {
  const subjects = readable(entity, part, mayUse);
  return subjects && [...new Set(subjects.flatMap(({ subject }) => subject[part]))].sort(compareText);
}

/** The records of an entity, by their letters. */
export function recordsOf({ subjects }: Entity): readonly string[] {
  return subjects.map(({ id }) => id).sort(compareText);
}

export function referentsOf({ subjects }: Entity): readonly string[] {
  return subjects.map(({ entityId }) => entityId).sort(compareText);
}

export function membersOf({ subjects }: Entity): readonly string[] {
  return [...new Set(subjects.map(({ member }) => member))].sort(compareText);
}

/** An entity as one of its subjects alone tells it. */
export interface EntitySource extends Entity {
  readonly source: StoredSubject;
}

/** Each subject of an entity apart, in the order of the entity's. */
export function sourcesOf(entity: Entity): readonly EntitySource[] {
  return entity.subjects.map((source) => ({ ...entity, subjects: [source], source }));
}

function sortedOrNull<T>(
  subjects: readonly StoredSubject[] | null,
  found: ReadonlyMap<string, T>,
): readonly T[] | null {
  return subjects && [...found].sort(([a], [b]) => compareText(a, b)).map(([, value]) => value);
}

/** Sorts as its first part does, then as the next; no text holds U+0000. */
function keyOf(...parts: readonly (string | null | undefined)[]): string {
  return parts.map((part) => part ?? '').join('\u0000');
}

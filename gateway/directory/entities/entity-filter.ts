import type { SubjectKind } from '../../../shared/linking/link-subject.js';
import { normalizeIdentifier } from '../../../shared/linking/normalize-identifier.js';
import type { Entity } from './entity.js';
import { identifiersOf, type MayUse, membersOf, textsOf } from './entity-fields.js';
import type { SubjectPart } from './subject-fields.js';

interface Condition<T> {
  readonly eq?: T | null;
  readonly in?: readonly T[] | null;
}

/** `EntityFilter` of the schema. */
export interface EntityFilter {
  readonly kind?: Condition<SubjectKind> | null;
  readonly country?: Condition<string> | null;
  readonly topic?: Condition<string> | null;
  readonly member?: Condition<string> | null;
  readonly identifier?: { readonly scheme: string; readonly id: string } | null;
}

/** What a filter reads of subjects, beyond what everybody may know who may see them. */
export function partsReadBy(filter: EntityFilter): readonly SubjectPart[] {
  return [
    ...(filter.country ? (['countries'] as const) : []),
    ...(filter.topic ? (['topics'] as const) : []),
    ...(filter.identifier ? (['identifiers'] as const) : []),
  ];
}

/** Whether all that a filter asks for holds of an entity, by what the caller may read of it. */
export function holdsOf(filter: EntityFilter, entity: Entity, mayUse: MayUse): boolean {
  const { kind, country, topic, member, identifier } = filter;
  return (
    isOneOf(kind, [entity.kind]) &&
    isOneOf(member, membersOf(entity)) &&
    (!country || isOneOf(country, textsOf(entity, 'countries', mayUse) ?? [])) &&
    (!topic || isOneOf(topic, textsOf(entity, 'topics', mayUse) ?? [])) &&
    (!identifier || hasIdentifier(identifier, entity, mayUse))
  );
}

function isOneOf<T>(condition: Condition<T> | null | undefined, values: readonly T[]): boolean {
  const { eq, in: among } = condition ?? {};
  return (
    (eq === null || eq === undefined || values.includes(eq)) &&
    (among === null || among === undefined || values.some((value) => among.includes(value)))
  );
}

/** However it is written: as links compare them. */
function hasIdentifier(
  asked: { readonly scheme: string; readonly id: string },
  entity: Entity,
  mayUse: MayUse,
): boolean {
  const wanted = normalizeIdentifier(asked);
  return (identifiersOf(entity, mayUse) ?? []).some((identifier) => {
    const normal = normalizeIdentifier(identifier);
    return wanted === null || normal === null
      ? identifier.scheme === asked.scheme && identifier.id === asked.id
      : normal.scheme === wanted.scheme && normal.id === wanted.id;
  });
}

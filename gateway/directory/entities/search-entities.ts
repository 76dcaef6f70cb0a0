import type { Position } from '../../../shared/domain/key-value.js';
import { compareText, foldText } from '../../../shared/domain/text.js';
import type { Entity } from './entity.js';
import { type MayUse, nameOf } from './entity-fields.js';
import { type EntityFilter, holdsOf } from './entity-filter.js';
import type { EntityRequest } from './entity-request.js';
import type { FoundSubject } from './find-subjects.js';

/** An entity that a search found, with its place in the order. */
export interface FoundEntity {
  readonly entity: Entity;
  readonly place: EntityPlace;
}

/** Best match first, then by name as people sort them, then by id. */
export interface EntityPlace {
  readonly distance: number;
  readonly name: string;
  readonly id: string;
}

/** The entities of found subjects that a filter holds of, each once, in order. */
export async function entitiesFound(
  found: readonly FoundSubject[],
  of: { readonly request: EntityRequest; readonly filter: EntityFilter; readonly mayUse: MayUse },
): Promise<readonly FoundEntity[]> {
  const { request, filter, mayUse } = of;
  const byId = new Map<string, FoundEntity>();
  await Promise.all(
    found.map(async ({ subject, distance }) => {
      const entity = await request.entity(subject);
      const known = byId.get(entity.id);
      if (known === undefined || distance < known.place.distance) {
        const name = foldText(nameOf(entity, mayUse) ?? '');
        byId.set(entity.id, { entity, place: { distance, name, id: entity.id } });
      }
    }),
  );
  return [...byId.values()]
    .filter(({ entity }) => holdsOf(filter, entity, mayUse))
    .sort((a, b) => comparePlaces(a.place, b.place));
}

export function comparePlaces(a: EntityPlace, b: EntityPlace): number {
  return a.distance - b.distance || compareText(a.name, b.name) || compareText(a.id, b.id);
}

/** A place as cursors carry it. */
export function positionOf({ distance, name, id }: EntityPlace): Position {
  return { k: [distance, name], member: '', local: id };
}

export function placeAt({ k: [distance, name], local }: Position): EntityPlace {
  return { distance: Number(distance), name: String(name), id: local };
}

import type { Asking } from '../asking.js';
import type { Entity } from './entity.js';
import type { VisibleLink } from './visible-link.js';

/**
 * Notes whose records the hub shows of itself: their owners are not asked, so that the access log alone tells them.
 * Gives what it is given.
 */
export function noteEntity<T extends Entity | null>(entity: T, { provenance }: Asking): T {
  for (const { member, id } of entity?.subjects ?? []) {
    provenance.noteShown(member, id);
  }
  return entity;
}

/** The same of both ends of a link. */
export function noteLink<T extends VisibleLink | null>(link: T, { provenance }: Asking): T {
  for (const { member, id } of link?.ends ?? []) {
    provenance.noteShown(member, id);
  }
  return link;
}

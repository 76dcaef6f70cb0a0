import type { MemberId } from '../../shared/domain/ids.js';
import type { ExtensionName } from '../fanout/provider.js';

/** A member's own federation schema, composed into the graph as one subgraph that the member alone serves. */
export interface Extension {
  readonly member: MemberId;
  /** Where the member serves it. */
  readonly url: string;
  /** Federation SDL. */
  readonly sdl: string;
}

/** An extension that a member brings; without its schema where that cannot be had at present. */
export interface BroughtExtension extends Omit<Extension, 'sdl'> {
  readonly sdl: string | null;
}

/** Port: the extensions that members bring, in the order of their arrival, at most one per member. */
export interface ExtensionSource {
  /** Undefined while nobody can say which there are: those in force stay. */
  list(): readonly BroughtExtension[] | undefined;
}

/** The name of a member's extension among the subgraphs. */
export function extensionName(member: MemberId): ExtensionName {
  return `ext-${member}`;
}

/** Whether a subgraph is an extension of a member, by its name. */
export function isExtensionName(subgraph: string): boolean {
  return subgraph.startsWith('ext-');
}

/** What the names of a member's own fields and types start with. */
export interface Namespace {
  readonly field: string;
  readonly type: string;
}

/**
 * The namespace of a member: its id in camel case and an underscore, `harbour-watch` → `harbourWatch_`,
 * `HarbourWatch_`. A name's owner is what stands before its first underscore, so no namespace lies within another.
 */
export function namespaceOf(member: MemberId): Namespace {
  const type = member
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
  return { field: `${type.charAt(0).toLowerCase()}${type.slice(1)}_`, type: `${type}_` };
}

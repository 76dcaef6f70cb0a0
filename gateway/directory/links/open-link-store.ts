import type { KeysOf } from './keys-of.js';
import type { LinkStore } from './link-store.js';

export interface LinkStorePlace {
  /** The hub's own folder. */
  readonly folder: string;
  readonly keysOf: KeysOf;
  readonly now: () => Date;
}

/** The store of links. Nothing is opened before the first use. */
export async function openLinkStore(place: LinkStorePlace): Promise<LinkStore> {
  // Each adapter brings its driver; only the one in use is loaded.
  const { createSqliteLinkStore } = await import('./sqlite-link-store.js');
  return createSqliteLinkStore(place);
}

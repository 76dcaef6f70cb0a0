import type { KeysOf } from './keys-of.js';
import type { LinkStore } from './link-store.js';

export interface LinkStorePlace {
  /** The hub's own folder. */
  readonly folder: string;
  /** `MONGODB_URL` of the environment: with it the links are there and not in the folder. */
  readonly mongodbUrl: string | undefined;
  /** The database on that server. */
  readonly database: string;
  readonly keysOf: KeysOf;
  readonly now: () => Date;
}

/** The store of links, SQLite by default. Nothing is opened before the first use. */
export async function openLinkStore(place: LinkStorePlace): Promise<LinkStore> {
  const { folder, mongodbUrl, database, keysOf, now } = place;
  // Each adapter brings its driver; only the one in use is loaded.
  if (mongodbUrl !== undefined) {
    const { createMongoLinkStore } = await import('./mongodb-link-store.js');
    return createMongoLinkStore({ url: mongodbUrl, database, keysOf, now });
  }
  const { createSqliteLinkStore } = await import('./sqlite-link-store.js');
  return createSqliteLinkStore({ folder, keysOf, now });
}

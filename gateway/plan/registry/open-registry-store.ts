import type { RegistryStore } from './registry-store.js';

export interface RegistryPlace {
  /** The hub's own folder. */
  readonly folder: string;
  /** `MONGODB_URL` of the environment: with it the registry is there and not in the folder. */
  readonly mongodbUrl: string | undefined;
  /** The database on that server. */
  readonly database: string;
  readonly now: () => Date;
}

/** The registry's store, SQLite by default. Nothing is opened before the first use. Throws BAD_CONFIG. */
export async function openRegistryStore(place: RegistryPlace): Promise<RegistryStore> {
  const { folder, mongodbUrl, database, now } = place;
  // Each adapter brings its driver; only the one in use is loaded.
  if (mongodbUrl !== undefined) {
    const { createMongoRegistryStore } = await import('./mongodb-registry-store.js');
    return createMongoRegistryStore({ url: mongodbUrl, database, now });
  }
  const { createSqliteRegistryStore } = await import('./sqlite-registry-store.js');
  return createSqliteRegistryStore({ folder, now });
}

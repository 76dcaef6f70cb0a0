import { type Collection, type Db, MongoClient } from 'mongodb';
import { AccordError } from '../../errors/accord-error.js';
import type { RecordDocument } from './document.js';
import { guarded } from './store-fault.js';

/** What runs of writes stand on: documents in versions, and which of them are seen. */
export interface RunDatabase {
  readonly state: Collection<StateDocument>;
  readonly runs: Collection<RunDocument>;
  readonly readers: Collection<ReaderDocument>;
  /** The documents of one type, as a run writes them. */
  versions(type: string): Collection<VersionDocument>;
}

/** A document that readers see from the run `from` on until the run `until`. */
export interface VersionDocument {
  readonly _id: string;
  readonly from: number;
  readonly until: number;
}

/** The collections of one member's database: one per record type, and five of the store's own. */
export interface Database extends RunDatabase {
  readonly tombstones: Collection<TombstoneDocument>;
  readonly tokens: Collection<TokenDocument>;
  records(type: string): Collection<RecordDocument>;
  /** The same, to be asked with conditions on fields that are known only at run time. */
  search(type: string): Collection;
  close(): Promise<void>;
}

/** The one document that says which run readers see: a run becomes visible by its one update. */
export interface StateDocument {
  readonly _id: 'state';
  /** The version of the store's own form. */
  readonly schema: number;
  /** Whose store it is: a member's id, or `accord-hub`. */
  readonly member: string;
  /** The run that readers see. */
  readonly current: number;
  /** What readers of this run and later ones see is whole; older versions may be gone. */
  readonly horizon: number;
  readonly lastCommitAt: string | null;
  /** By record type, what its documents were made from. */
  readonly layouts: Readonly<Record<string, string>>;
}

/**
 * The right to write: held by the run with the highest number until it ended or its beat stands still. Taking it is the
 * insertion of the next number, which only one can do.
 */
export interface RunDocument {
  readonly _id: string;
  readonly number: number;
  readonly label: string;
  readonly startedAt: string;
  readonly beat: number;
  readonly ended: boolean;
}

/** A long read of one moment, which keeps what it needs from being removed. */
export interface ReaderDocument {
  readonly _id: string;
  readonly at: number;
  readonly seenAt: Date;
}

export interface TombstoneDocument {
  /** SHA-256 of the type and local id, see `tombstoneOf`. */
  readonly _id: string;
  readonly reason: string;
  readonly at: string;
}

/** A token that was used, until it would have expired anyway. */
export interface TokenDocument {
  readonly _id: string;
  readonly until: Date;
}

/** How long a server may be looked for before STORE_UNAVAILABLE. */
const searchMs = 3_000;

/** A connection that gives nothing for so long counts as broken. */
const silenceMs = 120_000;

/** Opens a member's database, see `connectServer`. */
export async function connectDatabase(url: string, name: string): Promise<Database> {
  const { db, close } = await connectServer(url, name);
  return collectionsOf(db, close);
}

export interface ServerConnection {
  readonly db: Db;
  close(): Promise<void>;
}

/** Opens a connection and makes sure that a server answers. Throws BAD_CONFIG, STORE_UNAVAILABLE. */
export async function connectServer(url: string, name: string): Promise<ServerConnection> {
  if (!namePattern.test(name)) {
    const form = 'of at most 63 letters, digits, "_" and "-"';
    throw new AccordError('BAD_CONFIG', `Expected the name of a MongoDB database ${form}, got "${name}".`);
  }
  const client = createClient(url);
  const db = client.db(name);
  try {
    await guarded(() => db.command({ ping: 1 }));
  } catch (cause) {
    await client.close();
    throw cause;
  }
  return { db, close: () => client.close() };
}

/** What every compatible server takes as a name. */
const namePattern = /^[a-z][a-z0-9_-]{0,62}$/i;

function createClient(url: string): MongoClient {
  try {
    return new MongoClient(url, {
      appName: 'accord',
      // A secondary may not have the run yet that was just shown.
      readPreference: 'primary',
      serverSelectionTimeoutMS: searchMs,
      connectTimeoutMS: searchMs,
      socketTimeoutMS: silenceMs,
    });
  } catch {
    // What the driver says of it may hold parts of the URL, and so of a password.
    throw new AccordError('BAD_CONFIG', 'Expected a MongoDB connection string in "MONGODB_URL".');
  }
}

function collectionsOf(db: Db, close: () => Promise<void>): Database {
  return {
    state: db.collection<StateDocument>('accord_state'),
    runs: db.collection<RunDocument>('accord_runs'),
    readers: db.collection<ReaderDocument>('accord_readers'),
    tombstones: db.collection<TombstoneDocument>('accord_tombstones'),
    tokens: db.collection<TokenDocument>('accord_tokens'),
    versions: (type) => db.collection<VersionDocument>(type),
    records: (type) => db.collection<RecordDocument>(type),
    search: (type) => db.collection(type),
    close,
  };
}

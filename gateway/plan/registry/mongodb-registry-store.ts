import { MongoClient } from 'mongodb';
import { compareText } from '../../../shared/domain/text.js';
import { AccordError } from '../../../shared/errors/accord-error.js';
import { guarded, isDuplicate } from '../../../shared/store/mongodb/store-fault.js';
import { readEntry } from './read-entry.js';
import type { RegistryEntry } from './registry-entry.js';
import type { RegistryStore } from './registry-store.js';

export interface MongoRegistryOptions {
  /** A connection string; it is never shown. */
  readonly url: string;
  readonly database: string;
  readonly now: () => Date;
}

/** One version of an entry. An insertion is the one thing that every such server does for one writer alone. */
interface VersionDocument {
  /** `<member>:<version>` */
  readonly _id: string;
  readonly member: string;
  readonly version: number;
  /** JSON; versions long past are kept without it, so that none is ever written twice. */
  readonly entry?: string;
}

interface RequestDocument {
  readonly _id: string;
  readonly until: Date;
}

const searchMs = 3_000;
const silenceMs = 10_000;

/**
 * A registry on a MongoDB-compatible server. Connects with the first use and again after an outage. Throws BAD_CONFIG
 * for a URL that is none.
 */
export function createMongoRegistryStore(options: MongoRegistryOptions): RegistryStore {
  const client = createClient(options.url);
  const db = client.db(options.database);
  const versions = db.collection<VersionDocument>('accord_registry');
  const requests = db.collection<RequestDocument>('accord_registry_requests');
  let prepared: Promise<unknown> | undefined;
  const use = async <T>(work: () => Promise<T>): Promise<T> => {
    prepared ??= guarded(() =>
      Promise.all([versions.createIndex({ member: 1, version: -1 }), requests.createIndex({ until: 1 })]),
    );
    try {
      await prepared;
    } catch (cause) {
      prepared = undefined;
      throw cause;
    }
    return await guarded(work);
  };
  return {
    // A member's versions are counted from one without a gap, so their number is the sum of the latest.
    version: () => use(() => versions.countDocuments()),
    read: () =>
      use(async () => {
        const entries = latestOf(await versions.find({ entry: { $exists: true } }).toArray());
        return { version: entries.reduce((sum, { version }) => sum + version, 0), entries };
      }),
    find: (member) =>
      use(async () => {
        const found = await versions.findOne({ member }, { sort: { version: -1 } });
        return found?.entry === undefined ? undefined : readEntry(found.entry);
      }),
    put: (entry) =>
      use(async () => {
        const { version } = entry;
        const member = entry.description.id;
        if (version > 1 && (await versions.findOne({ _id: `${member}:${version - 1}` })) === null) {
          return false;
        }
        const document = { _id: `${member}:${version}`, member, version, entry: JSON.stringify(entry) };
        const isFirst = await inserted(() => versions.insertOne(document));
        if (isFirst) {
          // The one before stays for whoever is reading now.
          await versions.updateMany({ member, version: { $lt: version - 1 } }, { $unset: { entry: '' } });
        }
        return isFirst;
      }),
    claim: (id, until) =>
      use(async () => {
        await requests.deleteMany({ until: { $lt: options.now() } });
        return await inserted(() => requests.insertOne({ _id: id, until }));
      }),
    close: () => client.close(),
  };
}

function createClient(url: string): MongoClient {
  try {
    return new MongoClient(url, {
      appName: 'accord-hub',
      serverSelectionTimeoutMS: searchMs,
      connectTimeoutMS: searchMs,
      socketTimeoutMS: silenceMs,
    });
  } catch (cause) {
    // The parser of connection strings has a MongoParseError of its own.
    const isParseError = cause instanceof Error && cause.name === 'MongoParseError';
    throw isParseError || cause instanceof TypeError
      ? new AccordError('BAD_CONFIG', 'Expected a MongoDB connection string in "MONGODB_URL".', { cause })
      : cause;
  }
}

/** The latest version of each entry, by member id. */
function latestOf(documents: readonly VersionDocument[]): RegistryEntry[] {
  const latest = new Map<string, VersionDocument>();
  for (const document of documents) {
    if (document.version > (latest.get(document.member)?.version ?? 0)) {
      latest.set(document.member, document);
    }
  }
  return [...latest.values()]
    .sort((a, b) => compareText(a.member, b.member))
    .flatMap(({ entry }) => (entry === undefined ? [] : [readEntry(entry)]));
}

async function inserted(insert: () => Promise<unknown>): Promise<boolean> {
  try {
    await insert();
    return true;
  } catch (cause) {
    if (isDuplicate(cause)) {
      return false;
    }
    throw cause;
  }
}

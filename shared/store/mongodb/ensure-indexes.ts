import { type Collection, type IndexDescription, MongoServerError } from 'mongodb';
import { indexesOf } from '../plan-scan.js';
import type { RecordType } from '../record-type.js';
import { fieldsOf, type RecordDocument } from './document.js';

/** The name of the index over these keys and the local id. */
export function indexName(keys: readonly string[]): string {
  return ['by', ...keys, 'local'].join('_');
}

/**
 * The indexes of a type: one per declared pair and the one by local id, one of terms, and one by which the versions
 * of a run are found. None is unique: versions of a record share its keys.
 */
export function indexDescriptions(type: RecordType): IndexDescription[] {
  const pairs = indexesOf(type).map((keys) => {
    const fields = [...keys.flatMap((key) => fieldsOf(type, key)), 'local'];
    return { name: indexName(keys), key: Object.fromEntries(fields.map((field) => [field, 1])) };
  });
  return [...pairs, { name: 'terms', key: { terms: 1 } }, { name: 'versions', key: { until: 1, from: 1 } }];
}

/** Makes the indexes that are missing and removes those of pairs that are no longer declared. */
export async function ensureIndexes(records: Collection<RecordDocument>, type: RecordType): Promise<void> {
  const wanted = indexDescriptions(type);
  const there = await makeMissingIndexes(records, wanted);
  for (const name of there) {
    if (name.startsWith('by_') && !wanted.some((index) => index.name === name)) {
      await records.dropIndex(name);
    }
  }
}

/** Makes those of these indexes, by name, that are missing; gives the names of all that were there. */
export async function makeMissingIndexes(
  collection: Pick<Collection, 'indexes' | 'createIndexes'>,
  wanted: readonly IndexDescription[],
): Promise<ReadonlySet<string>> {
  const there = await indexNames(collection);
  // Only the missing ones: some servers do not take an index that is there already.
  const missing = wanted.filter(({ name }) => !there.has(name ?? ''));
  if (missing.length > 0) {
    await collection.createIndexes(missing);
  }
  return there;
}

/** NamespaceNotFound: the collection is made with its first index. */
const noCollection = 26;

async function indexNames(collection: Pick<Collection, 'indexes'>): Promise<ReadonlySet<string>> {
  try {
    return new Set((await collection.indexes()).map(({ name }) => name ?? ''));
  } catch (cause) {
    if (cause instanceof MongoServerError && cause.code === noCollection) {
      return new Set();
    }
    throw cause;
  }
}

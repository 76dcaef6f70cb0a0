import type { Collection, Db, IndexDescription } from 'mongodb';
import { AccordError } from '../../../shared/errors/accord-error.js';
import {
  connectServer,
  type ReaderDocument,
  type RunDatabase,
  type RunDocument,
  type StateDocument,
  type VersionDocument,
} from '../../../shared/store/mongodb/database.js';
import { makeMissingIndexes } from '../../../shared/store/mongodb/ensure-indexes.js';
import type { HoldTiming } from '../../../shared/store/mongodb/hold-store.js';
import { readState } from '../../../shared/store/mongodb/moments.js';
import { beginRun } from '../../../shared/store/mongodb/mongo-writes.js';
import { isDuplicate } from '../../../shared/store/mongodb/store-fault.js';
import type { WriteRun } from '../../../shared/store/mongodb/write-run.js';
import type { KeysOf } from './keys-of.js';
import { keysVersionOf } from './keys-version.js';
import { makeKeysAnew } from './mongodb-link-store-publish.js';

/** A version of a subject. One that is withdrawn is a version too, without contents: its permanent ids stay. */
export interface SubjectVersion extends VersionDocument {
  readonly id: string;
  readonly entityId: string;
  readonly since: string;
  readonly published: boolean;
  /** JSON, empty where it is withdrawn. */
  readonly body: string;
  readonly keys: readonly string[];
  /** Which change it was, of all changes of subjects. */
  readonly change: number;
  /** The epoch in which it was linked last, or the one before that in which it was written. */
  readonly settled: number;
}

export interface LinkVersion extends VersionDocument {
  readonly candidate: string;
  readonly match: string;
  /** Both of them, and their members. */
  readonly ends: readonly string[];
  readonly members: readonly string[];
  readonly score: number;
  /** All else of the link, as JSON. */
  readonly body: string;
}

/** What is kept of a publication. A member's sequence starts again with an era, which begins with sequence 0. */
export interface ReceiptVersion extends VersionDocument {
  readonly member: string;
  readonly era: number;
  readonly sequence: number;
  readonly kid: string;
  readonly digest: string;
  readonly at: string;
  /** How many subjects there are of all members after it. */
  readonly total: number;
}

/** An entry of a history. Its number is its place among all: an insertion is what only one writer can do. */
export interface JudgementDocument {
  readonly _id: number;
  readonly pair: string;
  readonly ends: readonly string[];
  readonly members: readonly string[];
  /** The entry, as JSON. */
  readonly body: string;
  readonly decidedBy: string;
  readonly isTakenBack: boolean;
}

/** All subjects written before the epoch with the highest number are to be linked. */
export interface EpochDocument {
  readonly _id: number;
}

/** The right to link: that of the highest number, until its time is over. */
export interface LeaseDocument {
  readonly _id: number;
  readonly holder: string;
  readonly until: number;
}

/** Which version of the statistics is read: that of the highest number. */
export interface TextDocument {
  readonly _id: number;
  readonly version: string;
  readonly parts: number;
}

/** A part of a text that may be too long for one document. */
export interface PartDocument {
  readonly _id: string;
  readonly version: string;
  readonly text: string;
  readonly at: Date;
}

/** The collections of the links of a hub. What is written in runs is in versions, see `docs/adr/mongodb-staged-runs.md`. */
export interface LinkDatabase extends RunDatabase {
  readonly subjects: Collection<SubjectVersion>;
  readonly links: Collection<LinkVersion>;
  readonly receipts: Collection<ReceiptVersion>;
  readonly judgements: Collection<JudgementDocument>;
  readonly epochs: Collection<EpochDocument>;
  readonly leases: Collection<LeaseDocument>;
  readonly texts: Collection<TextDocument>;
  readonly parts: Collection<PartDocument>;
  close(): Promise<void>;
}

const schema = 1;

/** What was made from what `indexesOf` says. */
const layout = '1';

/** The types whose documents are written in runs. */
const types = ['subjects', 'links', 'receipts'].map((name) => ({ name }));

export interface LinkSurroundings {
  readonly keysOf: KeysOf;
  readonly now: () => Date;
  readonly timing: HoldTiming;
}

/** Throws BAD_CONFIG, STORE_UNAVAILABLE, STORE_VERSION; STORE_BUSY when keys must be made anew and a run goes on. */
export async function openLinkDatabase(
  at: { readonly url: string; readonly name: string },
  around: LinkSurroundings,
): Promise<LinkDatabase> {
  const { db, close } = await connectServer(at.url, at.name);
  try {
    const database = collectionsOf(db, close);
    await ensureState(database);
    await ensureLayout(database, around);
    return database;
  } catch (cause) {
    await close();
    throw cause;
  }
}

/** Begins a run of writes, once no other goes on. */
export function beginLinkRun(
  database: LinkDatabase,
  label: string,
  around: LinkSurroundings,
): Promise<WriteRun> {
  return beginRun(database, label, { ...around, types });
}

/**
 * Makes the indexes, and keys that were made in another way anew. One replica alone does: FerretDB 1.24 does not bear
 * indexes made twice at once (tried).
 */
async function ensureLayout(database: LinkDatabase, around: LinkSurroundings): Promise<void> {
  const keys = keysVersionOf(around.keysOf);
  const { layouts } = await readState(database);
  if (layouts['links'] === layout && layouts['keys'] === keys) {
    return;
  }
  const run = await beginLinkRun(database, 'indexes and keys', around);
  try {
    const known = (await readState(database)).layouts;
    if (known['links'] !== layout) {
      for (const [collection, indexes] of indexesOf(database)) {
        await makeMissingIndexes(collection, indexes);
      }
    }
    if (known['keys'] !== keys) {
      await makeKeysAnew(database, run, around.keysOf);
    }
    await run.commit({ layouts: { links: layout, keys } });
  } catch (cause) {
    await run.abort().catch(() => undefined);
    throw cause;
  }
}

function collectionsOf(db: Db, close: () => Promise<void>): LinkDatabase {
  return {
    state: db.collection<StateDocument>('accord_links_state'),
    runs: db.collection<RunDocument>('accord_links_runs'),
    readers: db.collection<ReaderDocument>('accord_links_readers'),
    versions: (type) => db.collection<VersionDocument>(`accord_links_${type}`),
    subjects: db.collection<SubjectVersion>('accord_links_subjects'),
    links: db.collection<LinkVersion>('accord_links_links'),
    receipts: db.collection<ReceiptVersion>('accord_links_receipts'),
    judgements: db.collection<JudgementDocument>('accord_links_judgements'),
    epochs: db.collection<EpochDocument>('accord_links_epochs'),
    leases: db.collection<LeaseDocument>('accord_links_leases'),
    texts: db.collection<TextDocument>('accord_links_texts'),
    parts: db.collection<PartDocument>('accord_links_parts'),
    close,
  };
}

type Indexed = Parameters<typeof makeMissingIndexes>[0];

function indexesOf(database: LinkDatabase): [Indexed, IndexDescription[]][] {
  const versions = { name: 'versions', key: { until: 1, from: 1 } };
  return [
    [
      database.subjects,
      [
        versions,
        { name: 'by_id', key: { id: 1 } },
        { name: 'by_entity', key: { entityId: 1 } },
        { name: 'by_keys', key: { keys: 1, id: 1 } },
        { name: 'by_settled', key: { settled: 1, change: 1 } },
        { name: 'by_change', key: { change: 1 } },
      ],
    ],
    [
      database.links,
      [
        versions,
        { name: 'by_end', key: { ends: 1 } },
        { name: 'by_member', key: { members: 1, score: -1, candidate: 1, match: 1 } },
      ],
    ],
    [
      database.receipts,
      [
        versions,
        { name: 'by_member', key: { member: 1, era: 1, sequence: 1 } },
        { name: 'by_from', key: { from: 1 } },
      ],
    ],
    [
      database.judgements,
      [
        { name: 'by_pair', key: { pair: 1 } },
        { name: 'by_end', key: { ends: 1 } },
        { name: 'by_member', key: { members: 1, _id: 1 } },
      ],
    ],
  ];
}

async function ensureState({ state }: LinkDatabase): Promise<void> {
  const found = await state.findOne({ _id: 'state' });
  if (found !== null && found.schema !== schema) {
    throw new AccordError(
      'STORE_VERSION',
      `Expected a store of links of version ${schema}, this one has version ${found.schema}.`,
    );
  }
  if (found === null) {
    const empty = { member: 'accord-hub', current: 0, horizon: 0, lastCommitAt: null, layouts: {} };
    try {
      await state.insertOne({ _id: 'state', schema, ...empty });
    } catch (cause) {
      // Another replica opened the empty database at the same time.
      if (!isDuplicate(cause)) {
        throw cause;
      }
    }
  }
}

import type { LinkSubject } from '../../../shared/linking/link-subject.js';
import { canonicalJson } from '../../../shared/store/canonical-json.js';
import { never } from '../../../shared/store/mongodb/document.js';
import { batchSize, type WriteRun } from '../../../shared/store/mongodb/write-run.js';
import { newEntityId } from './entity-id.js';
import type { KeysOf } from './keys-of.js';
import type { Publication, PublicationOutcome } from './link-store.js';
import type { LinkDatabase, ReceiptVersion, SubjectVersion } from './mongodb-link-store-database.js';
import { readEpoch } from './mongodb-link-store-pending.js';

/** What the writes of one run share. */
interface Writing {
  readonly database: LinkDatabase;
  readonly run: WriteRun;
  readonly epoch: number;
  /** The number of the next change. */
  change: number;
  /** How many subjects there are. */
  total: number;
}

/** Stages a publication and makes it visible. */
export async function applyPublication(
  database: LinkDatabase,
  run: WriteRun,
  of: { readonly publication: Publication; readonly keysOf: KeysOf },
): Promise<PublicationOutcome> {
  const { member, sequence, put, withdraw, kid, digest, at } = of.publication;
  const latest = await latestReceipt(database, member);
  const last = latest?.sequence ?? 0;
  if (sequence !== last + 1) {
    await run.abort();
    return { outcome: sequence > last ? 'gap' : 'repeated', last };
  }
  const writing = await beginWriting(database, run);
  // Of several under one id the last, and none that is withdrawn as well.
  const puts = new Map<string, LinkSubject>();
  for (const subject of put) {
    puts.delete(subject.local);
    puts.set(subject.local, subject);
  }
  for (const local of withdraw) {
    puts.delete(local);
  }
  for (const batch of batchesOf([...puts.values()])) {
    await putSubjects(writing, batch, of);
  }
  for (const batch of batchesOf([...new Set(withdraw)])) {
    await withdrawSubjects(
      writing,
      batch.map((local) => `${member}:${local}`),
    );
  }
  await stageReceipt(writing, { member, era: latest?.era ?? 0, sequence, kid, digest, at });
  await run.commit();
  return { outcome: 'applied', last: sequence };
}

/** Withdraws all of a member, and starts its sequence again. */
export async function clearMember(
  database: LinkDatabase,
  run: WriteRun,
  of: { readonly member: string; readonly at: string },
): Promise<void> {
  const { member, at } = of;
  const latest = await latestReceipt(database, member);
  const writing = await beginWriting(database, run);
  for (let after = `${member}:`; ; ) {
    // The character after the colon, so that the range is the member's ids.
    const range = { id: { $gt: after, $lt: `${member};` } };
    const found = await database.subjects
      .find({ ...range, published: true, until: never })
      .sort({ id: 1 })
      .limit(batchSize)
      .project<{ id: string }>({ id: 1 })
      .toArray();
    await withdrawSubjects(
      writing,
      found.map(({ id }) => id),
    );
    const last = found.at(-1);
    if (last === undefined) {
      break;
    }
    after = last.id;
  }
  const era = (latest?.era ?? 0) + 1;
  await stageReceipt(writing, { member, era, sequence: 0, kid: '', digest: '', at });
  await run.commit();
}

/** Stages all subjects with their keys made anew. They are no more or less pending by it. */
export async function makeKeysAnew(database: LinkDatabase, run: WriteRun, keysOf: KeysOf): Promise<void> {
  let staged: { added: SubjectVersion[]; ended: string[] } = { added: [], ended: [] };
  for await (const version of database.subjects.find({ published: true, until: never })) {
    if (version.from !== run.number) {
      const { id, body } = version;
      const keys = [...new Set(keysOf(id, JSON.parse(body)))];
      staged.added.push({ ...version, _id: `${id}#${run.number}`, from: run.number, keys });
      staged.ended.push(version._id);
    }
    if (staged.added.length >= batchSize) {
      await run.stage('subjects', staged);
      staged = { added: [], ended: [] };
    }
  }
  await run.stage('subjects', staged);
}

/** The member's last publication; of a run that holds the store all that is not ended is visible. */
async function latestReceipt(database: LinkDatabase, member: string): Promise<ReceiptVersion | null> {
  return await database.receipts.findOne({ member, until: never }, { sort: { era: -1, sequence: -1 } });
}

async function beginWriting(database: LinkDatabase, run: WriteRun): Promise<Writing> {
  const last = await database.subjects.findOne({}, { sort: { change: -1 }, projection: { change: 1 } });
  const receipt = await database.receipts.findOne({}, { sort: { from: -1 } });
  return {
    database,
    run,
    epoch: await readEpoch(database),
    change: (last?.change ?? 0) + 1,
    total: receipt?.total ?? 0,
  };
}

async function putSubjects(
  writing: Writing,
  subjects: readonly LinkSubject[],
  of: { readonly publication: Publication; readonly keysOf: KeysOf },
): Promise<void> {
  const { member, at } = of.publication;
  const ids = subjects.map(({ local }) => `${member}:${local}`);
  const formers = await findFormers(writing.database, ids);
  const added: SubjectVersion[] = [];
  const ended: string[] = [];
  for (const subject of subjects) {
    const id = `${member}:${subject.local}`;
    const body = canonicalJson(subject);
    const former = formers.get(id);
    if (former?.body === body) {
      continue;
    }
    const { entityId, since } = former ?? { entityId: newEntityId(), since: at };
    const keys = [...new Set(of.keysOf(id, subject))];
    added.push(newVersion(writing, { id, entityId, since, body, keys }));
    ended.push(...(former === undefined ? [] : [former._id]));
    writing.total += former?.published ? 0 : 1;
  }
  await writing.run.stage('subjects', { added, ended });
}

async function withdrawSubjects(writing: Writing, ids: readonly string[]): Promise<void> {
  const { database, run } = writing;
  const formers = await findFormers(database, ids);
  const added: SubjectVersion[] = [];
  const ended: string[] = [];
  for (const { _id, id, entityId, since, published } of formers.values()) {
    if (published) {
      added.push(newVersion(writing, { id, entityId, since, body: '', keys: [] }));
      ended.push(_id);
      writing.total -= 1;
    }
  }
  await run.stage('subjects', { added, ended });
  await endLinks(
    database,
    run,
    added.map(({ id }) => id),
  );
}

function newVersion(
  writing: Writing,
  of: Pick<SubjectVersion, 'id' | 'entityId' | 'since' | 'body' | 'keys'>,
): SubjectVersion {
  const { run, epoch } = writing;
  return {
    _id: `${of.id}#${run.number}`,
    from: run.number,
    until: never,
    ...of,
    published: of.body !== '',
    change: writing.change++,
    settled: epoch - 1,
  };
}

/** Ends all links of these subjects, of which there are at most a batch. */
export async function endLinks(database: LinkDatabase, run: WriteRun, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) {
    return;
  }
  const found = database.links
    .find({ ends: { $in: [...ids] }, until: never })
    .project<{ _id: string }>({ _id: 1 });
  let ended: string[] = [];
  for await (const { _id } of found) {
    ended.push(_id);
    if (ended.length === batchSize) {
      await run.stage('links', { added: [], ended });
      ended = [];
    }
  }
  await run.stage('links', { added: [], ended });
}

async function findFormers(
  database: LinkDatabase,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SubjectVersion>> {
  const found = await database.subjects.find({ id: { $in: [...ids] }, until: never }).toArray();
  return new Map(found.map((version) => [version.id, version]));
}

async function stageReceipt(
  { run, total }: Writing,
  receipt: Omit<ReceiptVersion, '_id' | 'from' | 'until' | 'total'>,
): Promise<void> {
  const _id = `${receipt.member}:${receipt.era}:${receipt.sequence}`;
  const version: ReceiptVersion = { _id, from: run.number, until: never, ...receipt, total };
  await run.stage('receipts', { added: [version], ended: [] });
}

/** Parts of a list, each of which is read and written at once. */
export function batchesOf<T>(items: readonly T[], size: number = batchSize): T[][] {
  const batches: T[][] = [];
  for (let at = 0; at < items.length; at += size) {
    batches.push(items.slice(at, at + size));
  }
  return batches;
}

import type { JudgementEntry, Pair } from '../../../shared/linking/link.js';
import { isDuplicate } from '../../../shared/store/mongodb/store-fault.js';
import { batchSize } from '../../../shared/store/mongodb/write-run.js';
import type { JudgementDocument, LinkDatabase } from './mongodb-link-store-database.js';
import { batchesOf } from './mongodb-link-store-publish.js';

/** Ids hold no white space. */
export function pairKey({ candidate, match }: Pair): string {
  return `${candidate} ${match}`;
}

/** Adds an entry under the next number, which only one writer can insert. */
export async function addJudgement({ judgements }: LinkDatabase, entry: JudgementEntry): Promise<void> {
  const { candidate, match, judgement, decidedBy } = entry;
  const ends = [candidate, match];
  const document = {
    pair: pairKey(entry),
    ends,
    members: [...new Set(ends.map((id) => id.slice(0, id.indexOf(':'))))],
    body: JSON.stringify(entry),
    decidedBy,
    isTakenBack: judgement === 'NO_JUDGEMENT',
  };
  for (;;) {
    const last = await judgements.findOne({}, { sort: { _id: -1 }, projection: { _id: 1 } });
    try {
      await judgements.insertOne({ _id: (last?._id ?? 0) + 1, ...document });
      return;
    } catch (cause) {
      if (!isDuplicate(cause)) {
        throw cause;
      }
    }
  }
}

/** Entries about pairs with any of these subjects, oldest first. */
export async function findJudgementsOf(
  { judgements }: LinkDatabase,
  ids: readonly string[],
): Promise<JudgementEntry[]> {
  const found = new Map<number, JudgementEntry>();
  for (const batch of batchesOf([...new Set(ids)])) {
    for await (const document of judgements.find({ ends: { $in: batch } })) {
      found.set(document._id, toEntry(document));
    }
  }
  return [...found].sort(([a], [b]) => a - b).map(([, entry]) => entry);
}

export async function findHistory({ judgements }: LinkDatabase, pair: Pair): Promise<JudgementEntry[]> {
  const found = await judgements
    .find({ pair: pairKey(pair) })
    .sort({ _id: 1 })
    .toArray();
  return found.map(toEntry);
}

/** Which of these pairs a member concerned has judged, and did not take it back. */
export async function findJudgedPairs(
  { judgements }: LinkDatabase,
  pairs: readonly Pair[],
): Promise<ReadonlySet<string>> {
  const last = new Map<string, JudgementDocument>();
  const keys = pairs.map(pairKey);
  for (const document of await judgements
    .find({ pair: { $in: keys } })
    .sort({ _id: 1 })
    .toArray()) {
    last.set(`${document.decidedBy} ${document.pair}`, document);
  }
  const judged = [...last.values()].filter(
    ({ members, decidedBy, isTakenBack }) => !isTakenBack && members.includes(decidedBy),
  );
  return new Set(judged.map(({ pair }) => pair));
}

/** Pairs of a member's subjects about which there is an entry, that of the latest first. */
export async function findJudged(
  { judgements }: LinkDatabase,
  of: { readonly member: string; readonly limit: number; readonly after: Pair | null },
): Promise<Pair[]> {
  const start =
    of.after === null
      ? null
      : await judgements.findOne({ pair: pairKey(of.after) }, { sort: { _id: -1 }, projection: { _id: 1 } });
  const found = new Map<string, Pair>();
  for (let before = start?._id ?? Number.MAX_SAFE_INTEGER; found.size < of.limit; ) {
    const batch = await judgements
      .find({ members: of.member, _id: { $lt: before } })
      .sort({ _id: -1 })
      .limit(batchSize)
      .toArray();
    const pairs = [...new Set(batch.map(({ pair }) => pair))].filter((pair) => !found.has(pair));
    // Those of which a later entry was on an earlier page, or in an earlier batch.
    const later = await judgements.find({ pair: { $in: pairs }, _id: { $gte: before } }).toArray();
    const shown = new Set(later.map(({ pair }) => pair));
    for (const document of batch) {
      if (!shown.has(document.pair) && found.size < of.limit && !found.has(document.pair)) {
        const { candidate, match } = toEntry(document);
        found.set(document.pair, { candidate, match });
      }
    }
    const last = batch.at(-1);
    if (last === undefined || batch.length < batchSize) {
      break;
    }
    before = last._id;
  }
  return [...found.values()];
}

function toEntry({ body }: JudgementDocument): JudgementEntry {
  return JSON.parse(body);
}

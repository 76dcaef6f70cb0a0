import { compareText } from '../../../shared/domain/text.js';
import type { ComputedLink } from '../../../shared/linking/link.js';
import { never } from '../../../shared/store/mongodb/document.js';
import { batchSize, type WriteRun } from '../../../shared/store/mongodb/write-run.js';
import type { LinkPlace, PendingSubject } from './link-store.js';
import type { LinkDatabase, LinkVersion } from './mongodb-link-store-database.js';
import { findJudgedPairs, pairKey } from './mongodb-link-store-judgements.js';
import { changeOf, readEpoch } from './mongodb-link-store-pending.js';
import { batchesOf, endLinks } from './mongodb-link-store-publish.js';

/** Stages what was found for subjects in place of their links and makes it visible; see `LinkStore.settle`. */
export async function settleLinks(
  database: LinkDatabase,
  run: WriteRun,
  found: { readonly done: readonly PendingSubject[]; readonly links: readonly ComputedLink[] },
): Promise<void> {
  const epoch = await readEpoch(database);
  const fresh = await findFresh(database, epoch, found.done);
  for (const batch of batchesOf([...fresh.keys()])) {
    await endLinks(database, run, batch);
  }
  const links = await findWanted(database, { ...found, fresh });
  for (const batch of batchesOf(links)) {
    const added = batch.map((link) => toVersion(link, run.number));
    await run.stage('links', { added, ended: [] });
  }
  const { subjects } = database;
  await run.commit({
    // Were it told before, a hub that is killed in between would never link them.
    async afterwards() {
      for (const versions of batchesOf([...fresh.values()])) {
        await subjects.updateMany({ _id: { $in: versions } }, { $set: { settled: epoch } });
      }
    },
  });
}

/** By id, the versions of those subjects that are as they were when they were linked. */
async function findFresh(
  { subjects }: LinkDatabase,
  epoch: number,
  done: readonly PendingSubject[],
): Promise<ReadonlyMap<string, string>> {
  const fresh = new Map<string, string>();
  for (const batch of batchesOf(done)) {
    const changes = new Map(batch.map(({ id, change }) => [id, change]));
    const pending = subjects
      .find({ id: { $in: [...changes.keys()] }, settled: { $lt: epoch }, published: true, until: never })
      .project<{ _id: string; id: string; change: number }>({ id: 1, change: 1 });
    for await (const { _id, id, change } of pending) {
      if (changes.get(id) === changeOf(epoch, change)) {
        fresh.set(id, _id);
      }
    }
  }
  return fresh;
}

/** Each link once, of subjects that are there and did not change meanwhile. */
async function findWanted(
  { subjects }: LinkDatabase,
  found: {
    readonly done: readonly PendingSubject[];
    readonly links: readonly ComputedLink[];
    readonly fresh: ReadonlyMap<string, string>;
  },
): Promise<ComputedLink[]> {
  const { done, links, fresh } = found;
  const asked = new Set(done.map(({ id }) => id));
  const others = new Set(
    links.flatMap(({ candidate, match }) => [candidate, match]).filter((id) => !asked.has(id)),
  );
  const there = new Set(fresh.keys());
  for (const batch of batchesOf([...others])) {
    const known = subjects
      .find({ id: { $in: batch }, published: true, until: never })
      .project<{ id: string }>({ id: 1 });
    for await (const { id } of known) {
      there.add(id);
    }
  }
  const wanted = links.filter(
    ({ candidate, match }) =>
      there.has(candidate) && there.has(match) && (fresh.has(candidate) || fresh.has(match)),
  );
  return [...new Map(wanted.map((link) => [pairKey(link), link])).values()];
}

/** Links with any of these subjects on either side, by pair. */
export async function findLinksOf(
  { links }: LinkDatabase,
  run: number,
  ids: readonly string[],
): Promise<ComputedLink[]> {
  const found = new Map<string, ComputedLink>();
  for (const batch of batchesOf([...new Set(ids)])) {
    for await (const version of links.find({ ends: { $in: batch }, ...seenAt(run) })) {
      found.set(pairKey(version), toLink(version));
    }
  }
  return [...found.values()].sort(
    (a, b) => compareText(a.candidate, b.candidate) || compareText(a.match, b.match),
  );
}

/** Links of a member's subjects that nobody concerned judged, best first, then by pair. */
export async function findUnjudged(
  database: LinkDatabase,
  run: number,
  of: { readonly member: string; readonly limit: number; readonly after: LinkPlace | null },
): Promise<ComputedLink[]> {
  const found: ComputedLink[] = [];
  const atOnce = Math.min(batchSize, of.limit + 1);
  for (let { after } = of; found.length < of.limit; ) {
    const batch = await database.links
      .find({ members: of.member, ...(after === null ? {} : { $or: behind(after) }), ...seenAt(run) })
      .sort({ score: -1, candidate: 1, match: 1 })
      .limit(atOnce)
      .toArray();
    const judged = await findJudgedPairs(database, batch);
    found.push(...batch.filter((link) => !judged.has(pairKey(link))).map(toLink));
    after = batch.at(-1) ?? null;
    if (batch.length < atOnce) {
      break;
    }
  }
  return found.slice(0, of.limit);
}

function behind({ score, candidate, match }: LinkPlace) {
  return [
    { score: { $lt: score } },
    { score, candidate: { $gt: candidate } },
    { score, candidate, match: { $gt: match } },
  ];
}

function seenAt(run: number) {
  return { from: { $lte: run }, until: { $gt: run } };
}

function toVersion(link: ComputedLink, run: number): LinkVersion {
  const { candidate, match, score, ...body } = link;
  const members = [candidate, match].map((id) => id.slice(0, id.indexOf(':')));
  return {
    _id: `${pairKey(link)}#${run}`,
    from: run,
    until: never,
    ...{ candidate, match, ends: [candidate, match], members: [...new Set(members)] },
    score,
    body: JSON.stringify(body),
  };
}

function toLink({ candidate, match, score, body }: LinkVersion): ComputedLink {
  const { criteria, verdict, matcher, computedAt }: Omit<ComputedLink, 'candidate' | 'match' | 'score'> =
    JSON.parse(body);
  return { candidate, match, score, criteria, verdict, matcher, computedAt };
}

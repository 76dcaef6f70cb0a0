import { compareText } from '../../../shared/domain/text.js';
import { isForAll } from '../../../shared/linking/count-names.js';
import { hashKey } from '../../../shared/linking/hash-key.js';
import type { ComputedLink, Pair } from '../../../shared/linking/link.js';
import type { NameStatistics } from '../../../shared/linking/name-statistics.js';
import { matcher, scoreFeatures } from '../../../shared/linking/score-pair.js';
import { type SubjectFeatures, subjectFeatures } from '../../../shared/linking/subject-features.js';
import { linkingKeys } from '../../../shared/linking/subject-keys.js';
import type { FeaturesCache } from './features-cache.js';
import type { LinkStore, PendingSubject, StoredSubject } from './link-store.js';

/** What a batch is linked by. */
export interface BatchSetting {
  readonly store: LinkStore;
  readonly statistics: NameStatistics;
  readonly cache: FeaturesCache;
  readonly computedAt: string;
}

/**
 * A key that more subjects have brings nobody together, whatever the statistics say of it: they count those published
 * for all, and the hidden ones are not to cost more than so much.
 */
const mostCompared = 1_000;

export interface LinkedBatch {
  /** Each pair once. */
  readonly links: readonly ComputedLink[];
  /** How many of the batch everybody may know of. */
  readonly forAll: number;
}

/** All links of these subjects, with each other and with all others. */
export async function linkBatch(
  batch: readonly PendingSubject[],
  setting: BatchSetting,
): Promise<LinkedBatch> {
  const { store, cache } = setting;
  const stored = await readSubjects(store, batch);
  const features = featuresOf(stored);
  for (const [id, known] of features) {
    cache.keep(id, known);
  }
  const pairs = await findPairs(features, setting);
  await readOthers(pairs, features, setting);
  const forAll = stored.filter(({ subject }) => isForAll(subject)).length;
  return { links: scorePairs(pairs, features, setting), forAll };
}

function scorePairs(
  pairs: readonly Pair[],
  features: ReadonlyMap<string, SubjectFeatures>,
  { statistics, computedAt }: BatchSetting,
): ComputedLink[] {
  const links: ComputedLink[] = [];
  for (const pair of pairs) {
    const [a, b] = [features.get(pair.candidate), features.get(pair.match)];
    // Withdrawn since its id was found.
    if (a === undefined || b === undefined) {
      continue;
    }
    const score = scoreFeatures(a, b, statistics);
    if (score.verdict !== 'NONE') {
      links.push({ ...pair, ...score, matcher, computedAt });
    }
  }
  return links;
}

async function readSubjects(
  store: LinkStore,
  of: readonly { readonly id: string }[],
): Promise<StoredSubject[]> {
  const found = await store.subjects(of.map(({ id }) => id));
  return found.filter((one) => one !== undefined);
}

function featuresOf(stored: readonly StoredSubject[]): Map<string, SubjectFeatures> {
  return new Map(stored.map(({ id, subject }) => [id, subjectFeatures(subject)]));
}

/** The pairs of these subjects with those who share a key with them that is not common. */
async function findPairs(
  features: ReadonlyMap<string, SubjectFeatures>,
  { store, statistics }: BatchSetting,
): Promise<Pair[]> {
  const keysOf = new Map<string, string[]>();
  for (const [id, of] of features) {
    const keys = linkingKeys(of).filter((key) => !statistics.isCommon(hashKey(key)));
    keysOf.set(id, keys);
  }
  const blocks = await store.idsByKeys([...new Set([...keysOf.values()].flat())], mostCompared + 1);
  const pairs: Pair[] = [];
  for (const [id, keys] of keysOf) {
    const others = new Set<string>();
    for (const block of keys.map((key) => blocks.get(key) ?? [])) {
      if (block.length <= mostCompared) {
        for (const other of block) {
          others.add(other);
        }
      }
    }
    others.delete(id);
    for (const other of others) {
      // Of two in the batch the lesser one brings the pair.
      if (!features.has(other) || compareText(id, other) < 0) {
        pairs.push(pairOf(id, other));
      }
    }
  }
  return pairs;
}

function pairOf(one: string, other: string): Pair {
  return compareText(one, other) < 0 ? { candidate: one, match: other } : { candidate: other, match: one };
}

/** Adds the features of those who are in pairs and not in the batch. */
async function readOthers(
  pairs: readonly Pair[],
  features: Map<string, SubjectFeatures>,
  { store, cache }: BatchSetting,
): Promise<void> {
  const unknown = new Set<string>();
  for (const id of pairs.flatMap(({ candidate, match }) => [candidate, match])) {
    const known = features.get(id) ?? cache.find(id);
    if (known === undefined) {
      unknown.add(id);
    } else {
      features.set(id, known);
    }
  }
  const read = await readSubjects(
    store,
    [...unknown].map((id) => ({ id })),
  );
  for (const [id, known] of featuresOf(read)) {
    cache.keep(id, known);
    features.set(id, known);
  }
}

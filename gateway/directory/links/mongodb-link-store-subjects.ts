import { compareText } from '../../../shared/domain/text.js';
import type { StoredSubject, SubjectPage } from './link-store.js';
import type { LinkDatabase, SubjectVersion } from './mongodb-link-store-database.js';
import { batchesOf } from './mongodb-link-store-publish.js';

/** The published subjects that readers of a run see. */
function seenAt(run: number) {
  return { published: true, from: { $lte: run }, until: { $gt: run } };
}

const idsAtOnce = 1_000;

/** Subjects by their `id` or `entityId`, in the order given. */
export async function findSubjects(
  { subjects }: LinkDatabase,
  run: number,
  of: { readonly by: 'id' | 'entityId'; readonly values: readonly string[] },
): Promise<(StoredSubject | undefined)[]> {
  const found = new Map<string, StoredSubject>();
  for (const values of batchesOf([...new Set(of.values)], idsAtOnce)) {
    for await (const version of subjects.find({ [of.by]: { $in: values }, ...seenAt(run) })) {
      found.set(version[of.by], toSubject(version));
    }
  }
  return of.values.map((value) => found.get(value));
}

/** One page of all subjects in the order of their ids. */
export async function walkSubjects(
  { subjects }: LinkDatabase,
  run: number,
  page: { readonly after: string | null; readonly limit: number },
): Promise<SubjectPage> {
  const found = await subjects
    .find({ id: { $gt: page.after ?? '' }, ...seenAt(run) })
    .sort({ id: 1 })
    .limit(page.limit + 1)
    .toArray();
  const shown = found.slice(0, page.limit).map(toSubject);
  return { subjects: shown, next: found.length > page.limit ? (shown.at(-1)?.id ?? null) : null };
}

const keysAtOnce = 500;
/** Subjects read for keys asked for together; where there may be more, fewer keys are asked for at once. */
const subjectsAtOnce = 5_000;

/** For each key the ids of the subjects that have it, ascending, `limit` of them where there are more. */
export async function findIdsByKeys(
  database: LinkDatabase,
  run: number,
  of: { readonly keys: readonly string[]; readonly limit: number },
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>(of.keys.map((key) => [key, []]));
  const open = batchesOf([...found.keys()], keysAtOnce);
  for (let keys = open.pop(); keys !== undefined; keys = open.pop()) {
    const cap = keys.length === 1 ? of.limit : subjectsAtOnce;
    const condition = keys.length === 1 ? { keys: keys[0] ?? '' } : { keys: { $in: keys } };
    const rows = await database.subjects
      .find({ ...condition, ...seenAt(run) })
      .limit(cap)
      .project<{ id: string; keys: string[] }>({ id: 1, keys: 1 })
      .toArray();
    if (rows.length === cap && keys.length > 1) {
      const half = Math.ceil(keys.length / 2);
      open.push(keys.slice(0, half), keys.slice(half));
      continue;
    }
    const asked = new Set(keys);
    for (const { id, keys: had } of rows) {
      for (const key of had.filter((one) => asked.has(one))) {
        found.get(key)?.push(id);
      }
    }
  }
  return new Map([...found].map(([key, ids]) => [key, ids.sort(compareText).slice(0, of.limit)]));
}

/** The ids of the subjects with all of these keys, ascending. */
export async function findIdsWithAll(
  { subjects }: LinkDatabase,
  run: number,
  of: { readonly keys: readonly string[]; readonly after: string | null; readonly limit: number },
): Promise<readonly string[]> {
  if (of.keys.length === 0) {
    return [];
  }
  const found = await subjects
    .find({ keys: { $all: [...new Set(of.keys)] }, id: { $gt: of.after ?? '' }, ...seenAt(run) })
    .sort({ id: 1 })
    .limit(of.limit)
    .project<{ id: string }>({ id: 1 })
    .toArray();
  return found.map(({ id }) => id);
}

function toSubject({ id, entityId, since, body }: SubjectVersion): StoredSubject {
  return { id, member: id.slice(0, id.indexOf(':')), entityId, since, subject: JSON.parse(body) };
}

import { compareText } from '../../../shared/domain/text.js';
import type { Connection, Row } from '../../../shared/store/sqlite/connection.js';
import { readText } from '../../../shared/store/sqlite/read-row.js';
import { keyHash } from './key-hash.js';
import type { StoredSubject, SubjectPage } from './link-store.js';

const columns = 'id, entity_id, since, body';

/** Subjects by their `id` or `entity_id`, in the order given. */
export function findSubjects(
  db: Connection,
  by: 'id' | 'entity_id',
  ids: readonly string[],
): (StoredSubject | undefined)[] {
  const select = `SELECT ${columns} FROM subjects JOIN contents USING (subject) WHERE ${by} = ?`;
  return ids.map((id) => {
    const row = db.first(select, [id]);
    return row && readSubject(row);
  });
}

/** One page of all subjects in the order of their ids. */
export function walkSubjects(db: Connection, after: string | null, limit: number): SubjectPage {
  const select = `SELECT ${columns} FROM subjects JOIN contents USING (subject)
    WHERE id > ? AND published = 1 ORDER BY id LIMIT ?`;
  const rows = db.all(select, [after ?? '', limit + 1]);
  const subjects = rows.slice(0, limit).map(readSubject);
  return { subjects, next: rows.length > limit ? (subjects.at(-1)?.id ?? null) : null };
}

/** For each key the ids of the subjects that have it, ascending, `limit` of them where there are more. */
export function findIdsByKeys(
  db: Connection,
  keys: readonly string[],
  limit: number,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const ids = new Map<number, string>();
  const idOf = (subject: number): string => {
    // Who share one key share others, so that each is looked up once.
    const id =
      ids.get(subject) ?? readText(db.first('SELECT id FROM subjects WHERE subject = ?', [subject])?.[0]);
    ids.set(subject, id);
    return id;
  };
  for (const key of keys) {
    // A subject that is withdrawn has no keys.
    const rows = db.all('SELECT subject FROM keys WHERE key = ? LIMIT ?', [keyHash(key), limit]);
    found.set(key, rows.map(([subject]) => idOf(Number(subject))).sort(compareText));
  }
  return found;
}

/** The ids of the subjects with all of these keys, ascending. Costs what the rarest of them costs. */
export function findIdsWithAll(
  db: Connection,
  keys: readonly string[],
  page: { readonly after: string | null; readonly limit: number },
): readonly string[] {
  const hashes = [...new Set(keys)].map((key) => {
    const hash = keyHash(key);
    const count = db.first('SELECT count(*) FROM keys WHERE key = ?', [hash])?.[0];
    return { hash, count: Number(count) };
  });
  hashes.sort((a, b) => a.count - b.count);
  if ((hashes[0]?.count ?? 0) === 0) {
    return [];
  }
  const others = hashes
    .slice(1)
    .map(() => 'AND EXISTS (SELECT 1 FROM keys WHERE key = ? AND subject = first.subject)');
  const select = `SELECT id FROM keys AS first CROSS JOIN subjects USING (subject)
    WHERE first.key = ? ${others.join(' ')} AND published = 1 AND id > ? ORDER BY id LIMIT ?`;
  return idsOf(db.all(select, [...hashes.map(({ hash }) => hash), page.after ?? '', page.limit]));
}

function idsOf(rows: readonly Row[]): string[] {
  return rows.map(([id]) => readText(id));
}

function readSubject([id, entityId, since, body]: Row): StoredSubject {
  const known = readText(id);
  return {
    id: known,
    member: known.slice(0, known.indexOf(':')),
    entityId: readText(entityId),
    since: readText(since),
    subject: JSON.parse(readText(body)),
  };
}

import { setImmediate as breathe } from 'node:timers/promises';
import { compareText } from '../../../shared/domain/text.js';
import { invariant } from '../../../shared/errors/invariant.js';
import type { ComputedLink, MatchScore } from '../../../shared/linking/link.js';
import type { Connection, Row } from '../../../shared/store/sqlite/connection.js';
import { readText } from '../../../shared/store/sqlite/read-row.js';
import type { LinkPlace, PendingSubject } from './link-store.js';
import { removeLinks } from './sqlite-link-store-publish.js';

const atOnce = 500;

/** Subjects that are to be linked, oldest change first. */
export function findPending(db: Connection, limit: number): PendingSubject[] {
  const select = 'SELECT id, change FROM pending JOIN subjects USING (subject) ORDER BY change LIMIT ?';
  return db.all(select, [limit]).map(([id, change]) => ({ id: readText(id), change: Number(change) }));
}

/** Those of these subjects that are pending, in the order given. */
export function findPendingAmong(db: Connection, ids: readonly string[]): PendingSubject[] {
  const select = 'SELECT change FROM subjects JOIN pending USING (subject) WHERE id = ?';
  return ids.flatMap((id) => {
    const row = db.first(select, [id]);
    return row === undefined ? [] : [{ id, change: Number(row[0]) }];
  });
}

const marked = 10_000;

/** Inside a transaction, makes all subjects pending, in the order in which they were first published. */
export async function pendAll(db: Connection): Promise<void> {
  db.run('DELETE FROM pending');
  const part = `SELECT max(subject) FROM
    (SELECT subject FROM subjects WHERE subject > ? ORDER BY subject LIMIT ${marked})`;
  const insert = `INSERT INTO pending (subject)
    SELECT subject FROM subjects WHERE subject > ? AND subject <= ? AND published = 1 ORDER BY subject`;
  for (let after = 0; ; ) {
    const last = Number(db.first(part, [after])?.[0] ?? 0);
    if (last === 0) {
      return;
    }
    db.run(insert, [after, last]);
    after = last;
    await breathe();
  }
}

/** Puts what was found for subjects in place of their links, inside a transaction; see `LinkStore.settle`. */
export async function settleLinks(
  db: Connection,
  done: readonly PendingSubject[],
  links: readonly ComputedLink[],
): Promise<void> {
  const ends = new Ends(db);
  const fresh = new Set<string>();
  for (const [i, { id, change }] of done.entries()) {
    const end = ends.find(id);
    const sql = 'DELETE FROM pending WHERE change = ? AND subject = ?';
    if (end !== undefined && db.run(sql, [change, end.subject]).changes === 1) {
      fresh.add(id);
      removeLinks(db, end.subject);
    } else {
      ends.leaveOut(id);
    }
    await turn(i);
  }
  for (const [i, link] of links.entries()) {
    const [candidate, match] = [ends.find(link.candidate), ends.find(link.match)];
    if (candidate && match && (fresh.has(link.candidate) || fresh.has(link.match))) {
      putLink(db, link, { candidate, match });
    }
    await turn(i);
  }
}

interface End {
  readonly subject: number;
  readonly member: number;
}

/** The rows of published subjects, each looked up once. */
class Ends {
  readonly #db: Connection;
  readonly #known = new Map<string, End | undefined>();

  constructor(db: Connection) {
    this.#db = db;
  }

  find(id: string): End | undefined {
    if (!this.#known.has(id)) {
      const select = 'SELECT subject, member FROM subjects WHERE id = ? AND published = 1';
      const row = this.#db.first(select, [id]);
      this.#known.set(id, row && { subject: Number(row[0]), member: Number(row[1]) });
    }
    return this.#known.get(id);
  }

  /** From now on as if it were not published. */
  leaveOut(id: string): void {
    this.#known.set(id, undefined);
  }
}

function putLink(db: Connection, link: ComputedLink, ends: { candidate: End; match: End }): void {
  const { candidate, match } = ends;
  const insert = `INSERT OR REPLACE INTO links
    (candidate, match, candidate_member, match_member, score, verdict, matcher, computed_at, criteria)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;
  db.run(insert, [
    ...[candidate.subject, match.subject, candidate.member, match.member],
    ...[link.score, link.verdict, link.matcher, link.computedAt, JSON.stringify(link.criteria)],
  ]);
}

async function turn(i: number): Promise<void> {
  if (i % atOnce === atOnce - 1) {
    await breathe();
  }
}

const columns = 'c.id, m.id, score, verdict, matcher, computed_at, criteria';
const joined = 'JOIN subjects AS c ON c.subject = candidate JOIN subjects AS m ON m.subject = match';

/** Links with any of these subjects on either side, by pair. */
export function findLinksOf(db: Connection, ids: readonly string[]): ComputedLink[] {
  const found = new Map<string, ComputedLink>();
  for (const id of new Set(ids)) {
    const subject = db.first('SELECT subject FROM subjects WHERE id = ?', [id])?.[0];
    for (const side of ['candidate', 'match'] as const) {
      const select = `SELECT ${columns} FROM links ${joined} WHERE ${side} = ?`;
      for (const row of db.all(select, [Number(subject ?? 0)])) {
        const link = readLink(row);
        found.set(`${link.candidate} ${link.match}`, link);
      }
    }
  }
  return [...found.values()].sort(
    (a, b) => compareText(a.candidate, b.candidate) || compareText(a.match, b.match),
  );
}

/** Judged is a pair of which one concerned said something last that was not taken back. */
const isUnjudged = `NOT EXISTS (
  SELECT 1 FROM judgements AS j
  WHERE j.candidate = c.id AND j.match = m.id AND j.judgement <> 'NO_JUDGEMENT'
    AND (substr(c.id, 1, length(j.decided_by) + 1) = j.decided_by || ':'
      OR substr(m.id, 1, length(j.decided_by) + 1) = j.decided_by || ':')
    AND NOT EXISTS (
      SELECT 1 FROM judgements AS k
      WHERE k.candidate = j.candidate AND k.match = j.match AND k.decided_by = j.decided_by
        AND k.entry > j.entry))`;

/** Links of a member's subjects that nobody judged, best first; of one score those of later subjects first. */
export function findUnjudged(
  db: Connection,
  name: string,
  page: { readonly after: LinkPlace | null; readonly limit: number },
): ComputedLink[] {
  const member = db.first('SELECT member FROM members WHERE name = ?', [name])?.[0];
  if (member === undefined) {
    return [];
  }
  const of = (condition: string) => `SELECT * FROM (
    SELECT ${columns}, candidate, match FROM links ${joined}
    WHERE ${condition} AND (score, candidate, match) < (?, ?, ?) AND ${isUnjudged}
    ORDER BY score DESC, candidate DESC, match DESC LIMIT ?)`;
  const select = `${of('candidate_member = ?')} UNION ALL ${of('match_member = ? AND candidate_member <> match_member')}
    ORDER BY score DESC, candidate DESC, match DESC LIMIT ?`;
  const one = [Number(member), ...placeOf(db, page.after), page.limit];
  return db.all(select, [...one, ...one, page.limit]).map(readLink);
}

function placeOf(db: Connection, after: LinkPlace | null): [number, number, number] {
  if (after === null) {
    return [Number.MAX_VALUE, 0, 0];
  }
  const rowOf = (id: string) => Number(db.first('SELECT subject FROM subjects WHERE id = ?', [id])?.[0] ?? 0);
  return [after.score, rowOf(after.candidate), rowOf(after.match)];
}

function readLink([candidate, match, score, verdict, matcher, computedAt, criteria]: Row): ComputedLink {
  return {
    candidate: readText(candidate),
    match: readText(match),
    score: Number(score),
    criteria: JSON.parse(readText(criteria)),
    verdict: readVerdict(readText(verdict)),
    matcher: readText(matcher),
    computedAt: readText(computedAt),
  };
}

function readVerdict(text: string): MatchScore['verdict'] {
  invariant(text === 'ACCEPT' || text === 'PROPOSE' || text === 'NONE', 'a link has a verdict');
  return text;
}

import { invariant } from '../../../shared/errors/invariant.js';
import { type Judgement, type JudgementEntry, judgements, type Pair } from '../../../shared/linking/link.js';
import type { Connection, Row } from '../../../shared/store/sqlite/connection.js';
import { readText } from '../../../shared/store/sqlite/read-row.js';

const columns = 'candidate, match, judgement, decided_by, decided_at, evidence';

export function addJudgement(db: Connection, entry: JudgementEntry): void {
  const { candidate, match, judgement, decidedBy, decidedAt, evidence } = entry;
  db.run(`INSERT INTO judgements (${columns}) VALUES (?, ?, ?, ?, ?, ?)`, [
    ...[candidate, match, judgement, decidedBy, decidedAt],
    evidence ?? null,
  ]);
}

/** Entries about pairs with any of these subjects, oldest first. */
export function findJudgementsOf(db: Connection, ids: readonly string[]): JudgementEntry[] {
  const found = new Map<number, JudgementEntry>();
  for (const id of new Set(ids)) {
    for (const side of ['candidate', 'match'] as const) {
      for (const row of db.all(`SELECT ${columns}, entry FROM judgements WHERE ${side} = ?`, [id])) {
        found.set(Number(row[6]), readEntry(row));
      }
    }
  }
  return [...found].sort(([a], [b]) => a - b).map(([, entry]) => entry);
}

export function findHistory(db: Connection, { candidate, match }: Pair): JudgementEntry[] {
  const select = `SELECT ${columns} FROM judgements WHERE candidate = ? AND match = ? ORDER BY entry`;
  return db.all(select, [candidate, match]).map(readEntry);
}

/** Pairs of a member's subjects about which there is an entry, that of the latest first. */
export function findJudged(
  db: Connection,
  member: string,
  { after, limit }: { readonly after: Pair | null; readonly limit: number },
): Pair[] {
  const last = 'SELECT max(entry) FROM judgements WHERE candidate = ? AND match = ?';
  const before = after === null ? null : db.first(last, [after.candidate, after.match])?.[0];
  // The character after the colon, so that the range is the member's ids.
  const range = [`${member}:`, `${member};`];
  const select = `SELECT candidate, match, max(entry) AS latest FROM judgements
    WHERE (candidate > ? AND candidate < ?) OR (match > ? AND match < ?)
    GROUP BY candidate, match HAVING latest < ? ORDER BY latest DESC LIMIT ?`;
  const rows = db.all(select, [...range, ...range, Number(before ?? Number.MAX_SAFE_INTEGER), limit]);
  return rows.map(([candidate, match]) => ({ candidate: readText(candidate), match: readText(match) }));
}

function readEntry([candidate, match, judgement, decidedBy, decidedAt, evidence]: Row): JudgementEntry {
  return {
    candidate: readText(candidate),
    match: readText(match),
    judgement: readJudgement(readText(judgement)),
    decidedBy: readText(decidedBy),
    decidedAt: readText(decidedAt),
    ...(typeof evidence === 'string' ? { evidence } : {}),
  };
}

/** A judgement as a store kept it. */
function readJudgement(text: string): Judgement {
  const found = judgements.find((one) => one === text);
  invariant(found !== undefined, 'an entry has a judgement');
  return found;
}

import { setImmediate as breathe } from 'node:timers/promises';
import type { LinkSubject } from '../../../shared/linking/link-subject.js';
import { canonicalJson } from '../../../shared/store/canonical-json.js';
import type { Connection } from '../../../shared/store/sqlite/connection.js';
import { newEntityId } from './entity-id.js';
import { keyHash } from './key-hash.js';
import type { KeysOf } from './keys-of.js';
import type { Publication, PublicationOutcome } from './link-store.js';

/** After so many subjects others get a turn; the transaction goes on. */
const atOnce = 100;

interface MemberRow {
  readonly row: number;
  readonly era: number;
  readonly last: number;
}

/** Applies a publication inside a transaction. */
export async function applyPublication(
  db: Connection,
  publication: Publication,
  keysOf: KeysOf,
): Promise<PublicationOutcome> {
  const { sequence, kid, digest, at } = publication;
  const member = memberRow(db, publication.member);
  if (sequence !== member.last + 1) {
    return { outcome: sequence > member.last ? 'gap' : 'repeated', last: member.last };
  }
  let more = 0;
  for (const [i, subject] of publication.put.entries()) {
    more += putSubject(db, { publication, member, subject, keysOf });
    if (i % atOnce === atOnce - 1) {
      await breathe();
    }
  }
  for (const [i, local] of publication.withdraw.entries()) {
    more -= withdrawSubject(db, `${publication.member}:${local}`, keysOf);
    if (i % atOnce === atOnce - 1) {
      await breathe();
    }
  }
  db.run('UPDATE members SET last = ?, subjects = subjects + ? WHERE member = ?', [
    sequence,
    more,
    member.row,
  ]);
  db.run('INSERT INTO publications (member, era, sequence, kid, digest, at) VALUES (?, ?, ?, ?, ?, ?)', [
    ...[member.row, member.era, sequence],
    ...[kid, digest, at],
  ]);
  return { outcome: 'applied', last: sequence };
}

/** Withdraws all of a member inside a transaction, and starts its sequence again. */
export async function clearMember(db: Connection, name: string, keysOf: KeysOf): Promise<void> {
  const member = memberRow(db, name);
  const select = `SELECT subject, id FROM subjects
    WHERE id > ? AND id < ? AND published = 1 ORDER BY id LIMIT ${atOnce}`;
  for (let after = `${name}:`; ; ) {
    // The character after the colon, so that the range is the member's ids.
    const rows = db.all(select, [after, `${name};`]);
    for (const [, id] of rows) {
      after = String(id);
      withdrawSubject(db, after, keysOf);
    }
    if (rows.length < atOnce) {
      break;
    }
    await breathe();
  }
  db.run('UPDATE members SET era = era + 1, last = 0, subjects = 0 WHERE member = ?', [member.row]);
}

function memberRow(db: Connection, name: string): MemberRow {
  db.run(
    'INSERT INTO members (name, era, last, subjects) VALUES (?, 0, 0, 0) ON CONFLICT (name) DO NOTHING',
    [name],
  );
  const [row, era, last] = db.first('SELECT member, era, last FROM members WHERE name = ?', [name]) ?? [];
  return { row: Number(row), era: Number(era), last: Number(last) };
}

/** How many subjects there are more by it: 1 or 0. */
function putSubject(
  db: Connection,
  of: {
    readonly publication: Publication;
    readonly member: MemberRow;
    readonly subject: LinkSubject;
    readonly keysOf: KeysOf;
  },
): 0 | 1 {
  const { subject, keysOf, publication } = of;
  const id = `${publication.member}:${subject.local}`;
  const body = canonicalJson(subject);
  const former = formerOf(db, id);
  if (former?.body === body) {
    return 0;
  }
  const row = former?.row ?? insertSubject(db, { id, member: of.member.row, since: publication.at });
  if (former !== undefined && former.body === null) {
    db.run('UPDATE subjects SET published = 1 WHERE subject = ?', [row]);
  }
  db.run('INSERT OR REPLACE INTO contents (subject, body) VALUES (?, ?)', [row, body]);
  const keys = new Set(keysOf(id, subject));
  if (typeof former?.body === 'string') {
    removeKeys(db, row, without(keysOf(id, JSON.parse(former.body)), keys));
  }
  addKeys(db, row, keys);
  db.run('INSERT OR REPLACE INTO pending (subject) VALUES (?)', [row]);
  return typeof former?.body === 'string' ? 0 : 1;
}

function formerOf(db: Connection, id: string): { row: number; body: string | null } | undefined {
  const select = 'SELECT subject, body FROM subjects LEFT JOIN contents USING (subject) WHERE id = ?';
  const found = db.first(select, [id]);
  return found === undefined
    ? undefined
    : { row: Number(found[0]), body: typeof found[1] === 'string' ? found[1] : null };
}

function insertSubject(
  db: Connection,
  { id, member, since }: { readonly id: string; readonly member: number; readonly since: string },
): number {
  const insert = 'INSERT INTO subjects (id, entity_id, member, since, published) VALUES (?, ?, ?, ?, 1)';
  return db.run(insert, [id, newEntityId(), member, since]).id;
}

/** How many subjects there are less by it: 1 or 0. Its ids and its judgements stay. */
function withdrawSubject(db: Connection, id: string, keysOf: KeysOf): 0 | 1 {
  const former = formerOf(db, id);
  if (former === undefined || former.body === null) {
    return 0;
  }
  removeKeys(db, former.row, keysOf(id, JSON.parse(former.body)));
  db.run('UPDATE subjects SET published = 0 WHERE subject = ?', [former.row]);
  db.run('DELETE FROM contents WHERE subject = ?', [former.row]);
  db.run('DELETE FROM pending WHERE subject = ?', [former.row]);
  removeLinks(db, former.row);
  return 1;
}

/** Removes all links of a subject, inside a transaction. */
export function removeLinks(db: Connection, subject: number): void {
  db.run('DELETE FROM links WHERE candidate = ?', [subject]);
  db.run('DELETE FROM links WHERE match = ?', [subject]);
}

function addKeys(db: Connection, subject: number, keys: Iterable<string>): void {
  for (const key of keys) {
    db.run('INSERT OR IGNORE INTO keys (key, subject) VALUES (?, ?)', [keyHash(key), subject]);
  }
}

/** Makes the keys of all subjects anew, inside a transaction. */
export async function makeKeysAnew(db: Connection, keysOf: KeysOf): Promise<void> {
  db.run('DELETE FROM keys');
  const select = `SELECT subject, id, body FROM contents JOIN subjects USING (subject)
    WHERE subject > ? ORDER BY subject LIMIT ${atOnce}`;
  for (let after = 0; ; ) {
    const rows = db.all(select, [after]);
    for (const [subject, id, body] of rows) {
      after = Number(subject);
      addKeys(db, after, keysOf(String(id), JSON.parse(String(body))));
    }
    if (rows.length < atOnce) {
      return;
    }
    await breathe();
  }
}

function removeKeys(db: Connection, subject: number, keys: readonly string[]): void {
  for (const key of keys) {
    db.run('DELETE FROM keys WHERE key = ? AND subject = ?', [keyHash(key), subject]);
  }
}

function without(keys: readonly string[], kept: ReadonlySet<string>): string[] {
  return keys.filter((key) => !kept.has(key));
}

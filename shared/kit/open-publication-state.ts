import { join } from 'node:path';
import { z } from 'zod';
import { Round } from '../broker/broker-messages.js';
import { RoundTokens } from '../linking/link-subject.js';
import type { LinkedType } from '../linking/to-link-subject.js';
import { type Connection, openConnection, type Row } from '../store/sqlite/connection.js';
import { makeStoreFile } from '../store/sqlite/store-file.js';
import { rollBack } from '../store/sqlite/write-transaction.js';
import type { KeptTokens, PublicationState, PublishedRow } from './publication-state.js';

const fileName = 'published.sqlite';
/** What writes beside it takes milliseconds. */
const waitMs = 1000;

const layout = `
  CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS published (
    local TEXT PRIMARY KEY, type TEXT NOT NULL, digest TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS published_by_type ON published (type, local);
  CREATE TABLE IF NOT EXISTS withdrawn (
    local TEXT PRIMARY KEY, reason TEXT NOT NULL, at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS tokens (
    local TEXT NOT NULL, round TEXT NOT NULL, inputs TEXT NOT NULL, tokens TEXT NOT NULL,
    PRIMARY KEY (local, round)
  ) STRICT, WITHOUT ROWID;
`;

/** Opens what a member knows of what it has published, a file of its own for its owner alone. Throws STORE_UNAVAILABLE. */
export function openPublicationState(folder: string, now: () => Date): PublicationState {
  const file = join(folder, fileName);
  makeStoreFile(folder, file);
  const db = openConnection(file, { waitMs, cacheKiB: 2048 });
  try {
    db.exec(layout);
  } catch (cause) {
    db.close();
    throw cause;
  }
  const meta = (name: string): string | undefined =>
    text(db.first('SELECT value FROM meta WHERE name = ?', [name]));
  const setMeta = (name: string, value: string): void => {
    db.run('INSERT INTO meta VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value', [
      name,
      value,
    ]);
  };
  const count = (table: string): number => Number(db.first(`SELECT count(*) FROM ${table}`)?.[0] ?? 0);
  return {
    hub: () => meta('hub'),
    reset: (hub) =>
      writing(db, () => {
        db.run('DELETE FROM published');
        setMeta('hub', hub);
        setMeta('sequence', '0');
        setMeta('trusted', 'yes');
      }),
    sequence: () => Number(meta('sequence') ?? 0),
    commit: (sequence, put, withdrawn) =>
      writing(db, () => {
        for (const { local, type, digest } of put) {
          db.run('INSERT OR REPLACE INTO published VALUES (?, ?, ?)', [local, type, digest]);
        }
        for (const local of withdrawn) {
          db.run('DELETE FROM published WHERE local = ?', [local]);
          db.run('DELETE FROM tokens WHERE local = ?', [local]);
        }
        setMeta('sequence', String(sequence));
      }),
    distrust: () => setMeta('trusted', 'no'),
    isTrusted: () => meta('trusted') === 'yes',
    published: (local) =>
      db.all('SELECT local, type, digest FROM published WHERE local = ?', [local]).map(toRow)[0],
    publishedAfter: (type, after, limit) =>
      db
        .all(
          'SELECT local, type, digest FROM published WHERE type = ? AND local > ? ORDER BY local LIMIT ?',
          [type, after, limit],
        )
        .map(toRow),
    count: () => count('published'),
    withdraw: (local, reason) => {
      db.run('INSERT OR IGNORE INTO withdrawn VALUES (?, ?, ?)', [local, reason, now().toISOString()]);
    },
    isWithdrawn: (local) => db.first('SELECT 1 FROM withdrawn WHERE local = ?', [local]) !== undefined,
    countWithdrawn: () => count('withdrawn'),
    ...tokensIn(db, meta, setMeta),
    claim: (holder, forMs) => claim(db, holder, { now: now().getTime(), forMs }),
    release: (holder) => {
      db.run("DELETE FROM meta WHERE name = 'sender' AND json_extract(value, '$.holder') = ?", [holder]);
    },
    close: () => db.close(),
  };
}

/** What was made by way of the broker. */
function tokensIn(
  db: Connection,
  meta: (name: string) => string | undefined,
  setMeta: (name: string, value: string) => void,
): Pick<PublicationState, 'tokens' | 'keepTokens' | 'rounds' | 'keepRounds' | 'countTokens'> {
  return {
    tokens: (local) =>
      db.all('SELECT local, inputs, tokens FROM tokens WHERE local = ?', [local]).flatMap(toTokens),
    keepTokens: (kept) =>
      writing(db, () => {
        for (const { local, inputs, tokens } of kept) {
          const row = [local, tokens.round, inputs, JSON.stringify(tokens)];
          db.run('INSERT OR REPLACE INTO tokens VALUES (?, ?, ?, ?)', row);
        }
      }),
    rounds: () => z.array(Round).safeParse(JSON.parse(meta('rounds') ?? '[]')).data ?? [],
    keepRounds: (rounds) =>
      writing(db, () => {
        const names = JSON.stringify(rounds.map(({ round }) => round));
        db.run('DELETE FROM tokens WHERE round NOT IN (SELECT value FROM json_each(?))', [names]);
        setMeta('rounds', JSON.stringify(rounds));
      }),
    countTokens: () => Number(db.first('SELECT count(*) FROM tokens')?.[0] ?? 0),
  };
}

function claim(
  db: Connection,
  holder: string,
  { now, forMs }: { readonly now: number; readonly forMs: number },
): boolean {
  const value = JSON.stringify({ holder, until: now + forMs });
  const { changes } = db.run(
    `INSERT INTO meta VALUES ('sender', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value
     WHERE json_extract(value, '$.until') < ? OR json_extract(value, '$.holder') = ?`,
    [value, now, holder],
  );
  return changes === 1;
}

function writing(db: Connection, work: () => void): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    work();
    db.exec('COMMIT');
  } catch (cause) {
    rollBack(db);
    throw cause;
  }
}

function text(row: Row | undefined): string | undefined {
  return row === undefined ? undefined : String(row[0]);
}

function toRow(row: Row): PublishedRow {
  return { local: String(row[0]), type: typeOf(String(row[1])), digest: String(row[2]) };
}

function typeOf(name: string): LinkedType {
  return name === 'Person' ? 'Person' : 'Organization';
}

const Kept = z.string().transform((json): unknown => JSON.parse(json));

function toTokens(row: Row): KeptTokens[] {
  const tokens = RoundTokens.safeParse(Kept.parse(row[2])).data;
  return tokens === undefined ? [] : [{ local: String(row[0]), inputs: String(row[1]), tokens }];
}

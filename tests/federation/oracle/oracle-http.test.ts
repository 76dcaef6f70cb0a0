import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { pino } from 'pino';
import { afterAll, describe, expect, it } from 'vitest';
import type { MemberId } from '../../../shared/domain/ids.js';
import { openSqliteStore } from '../../../shared/store/sqlite/open-sqlite-store.js';
import { declarationRecordTypes } from '../../../subgraphs/asset-declarations/domain/record-types.js';
import { recordTypesOf } from '../../../subgraphs/wire.js';
import { startHttpCoalition } from '../../fixtures/http-coalition.js';
import { memoryStore } from '../../fixtures/start-test-member.js';
import { dataSet, question, type Row, totalQuestion } from './declaration-cases.js';
import { OneStore } from './one-store.js';
import { askTotals, walkPages } from './walk-pages.js';

const seed = Number(process.env['ACCORD_FUZZ_SEED'] ?? 20_261_123);
/** Data sets; each is a coalition of its own, which takes as long as twenty without the network. */
const numRuns = Math.ceil(Number(process.env['ACCORD_FUZZ_RUNS'] ?? 120) / 20);

const root = mkdtempSync(join(tmpdir(), 'accord-oracle-'));
let stores = 0;

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Every second store is an SQLite file: the two must agree within one answer. */
function openStore(member: MemberId) {
  stores += 1;
  return stores % 2 === 0
    ? memoryStore(member)
    : openSqliteStore({
        folder: join(root, String(stores)),
        member,
        types: recordTypesOf(['asset-declarations']),
        now: () => new Date('2026-01-31T09:30:00.000Z'),
        logger: pino({ level: 'silent' }),
      });
}

/** Members that hold a data set, over HTTP, and the oracle that holds all of it. */
async function hold(rows: readonly Row[]) {
  const [declaration] = declarationRecordTypes;
  if (declaration === undefined) {
    throw new Error('Expected the record type of declarations.');
  }
  const records = new Map(rows.map(({ member }) => [member, rows.filter((row) => row.member === member)]));
  const coalition = await startHttpCoalition({
    domain: 'asset-declarations',
    records: Object.fromEntries(
      [...records].map(([member, of]) => [
        member,
        of.map(({ local, body }) => ({ type: 'Declaration', local, body })),
      ]),
    ),
    openStore,
  });
  return { coalition, oracle: new OneStore(declaration, rows) };
}

describe('N members answer over HTTP as one store that holds all rows', () => {
  it('for any data, split, filter, order, page size and total', async () => {
    let compared = 0;
    const property = fc.asyncProperty(
      dataSet,
      fc.array(question, { minLength: 4, maxLength: 6 }),
      fc.array(totalQuestion, { minLength: 2, maxLength: 2 }),
      async (rows, questions, totals) => {
        const { coalition, oracle } = await hold(rows);
        const ask = (query: string, variables: Record<string, unknown>) =>
          coalition.hub.ask(query, { variables });
        try {
          for (const asked of questions) {
            compared += await walkPages(ask, oracle, asked);
          }
          for (const asked of totals) {
            await askTotals(ask, oracle, asked);
            compared += 1;
          }
        } finally {
          await coalition.stop();
        }
      },
    );
    await fc.assert(property, { seed, numRuns });
    process.stdout.write(`oracle: ${compared} answers compared over HTTP, seed ${seed}\n`);
    expect(compared).toBeGreaterThanOrEqual(numRuns < 6 ? numRuns : 50);
  }, 600_000);
});

import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMemberId } from '../../shared/domain/ids.js';
import type { Importer } from '../../shared/importing/importer.js';
import { createKeyedId } from '../../shared/importing/keyed-id.js';
import { runImport } from '../../shared/importing/run-import.js';
import { partyRecordTypes } from '../../shared/kit/party-record-types.js';
import type { RecordStore } from '../../shared/store/record-store.js';
import { openSqliteStore } from '../../shared/store/sqlite/open-sqlite-store.js';
import { budgetRecordTypes } from '../../subgraphs/budgets/domain/record-types.js';
import { budgetsModule } from '../../subgraphs/budgets/domain-module.js';
import { oaklandFlow } from '../../subgraphs/budgets/importers/oakland-flow.js';
import { usOutlays } from '../../subgraphs/budgets/importers/us-outlays.js';
import { createInProcessCoalition, type InProcessCoalition } from '../fixtures/in-process-coalition.js';
import { realData } from '../fixtures/read-import.js';

const oakland = realData('oakland-budget');
const outlays = realData('us-federal-budget');
if (oakland.isMissing || outlays.isMissing) {
  process.stderr.write('Skipped: totals of the real budgets, since the folder of real data is not here.\n');
}

describe.skipIf(oakland.isMissing || outlays.isMissing)('totals of real budgets through the hub', () => {
  let folder: string;
  let stores: RecordStore[];
  let coalition: InProcessCoalition;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'accord-real-'));
    stores = ['city-desk', 'outlay-desk'].map((id) =>
      openSqliteStore({
        folder: join(folder, id),
        member: readMemberId(id),
        types: [...budgetRecordTypes, ...partyRecordTypes],
        now: () => new Date('2026-11-23T00:00:00.000Z'),
        logger: pino({ level: 'silent' }),
      }),
    );
    await Promise.all([fill(stores[0], oaklandFlow, oakland.path), fill(stores[1], usOutlays, outlays.path)]);
    coalition = await createInProcessCoalition(budgetsModule, () => stores);
  }, 180_000);

  afterAll(async () => {
    await coalition.stop();
    await Promise.all(stores.map((store) => store.close()));
    await rm(folder, { recursive: true });
  });

  async function totals(filter: Record<string, unknown>, groupBy: readonly string[]) {
    const answer = await coalition.query(
      `query ($filter: BudgetLineFilter!, $groupBy: [BudgetDimension!]!) {
        budgetTotals(filter: $filter, groupBy: $groupBy) { key { code } sum complete }
      }`,
      { filter, groupBy },
    );
    expect(answer.errors).toBeUndefined();
    const groups: { key: { code: string | null }[]; sum: string; complete: boolean }[] = JSON.parse(
      JSON.stringify(answer.data?.['budgetTotals']),
    );
    expect(groups.every(({ complete }) => complete)).toBe(true);
    return groups.map(({ key, sum }) => [...key.map(({ code }) => code), sum]);
  }

  it('give Oakland’s expenses of FY14-15 as adopted and as adjusted', async () => {
    const filter = { fiscalYear: { eq: 2015 }, direction: { eq: 'EXPENDITURE' }, currency: { eq: 'USD' } };
    const ofOakland = { ...filter, member: { eq: 'city-desk' } };
    expect(await totals(ofOakland, ['PHASE'])).toEqual([
      ['ADJUSTED', '1148691330'],
      ['APPROVED', '1090122151'],
    ]);
  });

  it.each([1962, 1976, 1977, 2015, 2021])(
    'give US outlays of %i by subfunction as the column adds up',
    async (year) => {
      const filter = {
        fiscalYear: { eq: year },
        direction: { eq: 'EXPENDITURE' },
        currency: { eq: 'USD' },
        phase: { eq: year >= 2016 ? 'PROPOSED' : 'EXECUTED' },
        member: { eq: 'outlay-desk' },
      };
      expect(await totals(filter, ['FUNCTIONAL'])).toEqual(
        columnBySubfunction(join(outlays.path, 'outlays.csv'), year),
      );
    },
  );
});

async function fill(store: RecordStore | undefined, importer: Importer, path: string): Promise<void> {
  if (store === undefined) {
    throw new Error('Expected a store to fill.');
  }
  await runImport({
    importer,
    source: {
      paths: [path],
      member: store.member,
      retrievedAt: '2026-11-23T00:00:00.000Z',
      keyedId: createKeyedId(new Uint8Array(32).fill(7)),
    },
    store,
    rejects: { add: async () => undefined, commit: async () => undefined, discard: async () => undefined },
    onProgress: () => undefined,
    signal: new AbortController().signal,
  });
}

/** The column's sums in dollars, added from the file itself without any code of ours. */
function columnBySubfunction(file: string, year: number): (string | null)[][] {
  const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true, bom: true });
  const sums = new Map<string, bigint>();
  for (const row of rows) {
    const code = row['Subfunction Code'] ?? '';
    const thousands = BigInt((row[String(year)] ?? '0').replaceAll(',', ''));
    if (thousands !== 0n) {
      sums.set(code, (sums.get(code) ?? 0n) + thousands * 1000n);
    }
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, sum]) => [code, String(sum)]);
}

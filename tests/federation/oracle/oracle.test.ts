import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordStore } from '../../../shared/store/record-store.js';
import { assetDeclarationsModule } from '../../../subgraphs/asset-declarations/domain-module.js';
import { createInProcessCoalition, type InProcessCoalition } from '../../fixtures/in-process-coalition.js';
import { dataSet, memberIds, question, type Row, totalQuestion } from './declaration-cases.js';
import { holdRows } from './hold-rows.js';
import type { OneStore } from './one-store.js';
import { askTotals, walkPages } from './walk-pages.js';

/** `npm run fuzz` sets these: another seed each time and as many runs as one has time for. */
const seed = Number(process.env['ACCORD_FUZZ_SEED'] ?? 20_261_123);
const numRuns = Number(process.env['ACCORD_FUZZ_RUNS'] ?? 160);

let stores: RecordStore[] = [];
let coalition: InProcessCoalition;

beforeAll(async () => {
  coalition = await createInProcessCoalition(assetDeclarationsModule, () => stores);
});

afterAll(async () => {
  await coalition.stop();
});

async function hold(rows: readonly Row[]): Promise<OneStore> {
  const last = Math.max(1, ...rows.map(({ member }) => memberIds.indexOf(member) + 1));
  const held = await holdRows(rows, memberIds.slice(0, last));
  stores = held.stores;
  return held.oracle;
}

describe('N members answer as one store that holds all rows', () => {
  it('for any data, split, filter, order and page size, walked to the end', async () => {
    let compared = 0;
    const property = fc.asyncProperty(
      dataSet,
      fc.array(question, { minLength: 4, maxLength: 6 }),
      async (rows, questions) => {
        const oracle = await hold(rows);
        for (const asked of questions) {
          compared += await walkPages(coalition.query, oracle, asked);
        }
      },
    );
    await fc.assert(property, { seed, numRuns });
    process.stdout.write(`oracle: ${compared} pages compared over ${numRuns} data sets, seed ${seed}\n`);
    expect(compared).toBeGreaterThanOrEqual(Math.min(2000, numRuns * 10));
  }, 600_000);

  it('for totals: counts and exact sums by group', async () => {
    const property = fc.asyncProperty(
      dataSet,
      fc.array(totalQuestion, { minLength: 3, maxLength: 3 }),
      async (rows, questions) => {
        const oracle = await hold(rows);
        for (const asked of questions) {
          await askTotals(coalition.query, oracle, asked);
        }
      },
    );
    await fc.assert(property, { seed, numRuns });
  }, 600_000);

  it('for records by id and entities by representation', async () => {
    const text = `query ($id: ID!) { declaration(id: $id) { id year } }`;
    const entities = `
      query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Declaration { id year } } }`;
    const property = fc.asyncProperty(
      dataSet,
      fc.array(fc.nat(120), { maxLength: 8 }),
      async (rows, drawn) => {
        await hold(rows);
        const ids = [
          ...drawn.map((n) => `${memberIds[n % 8]}:d-${n}`),
          ...rows.slice(0, 8).map(idOf),
          'nobody:d-1',
        ];
        const expected = ids.map((id) => {
          const row = rows.find((candidate) => idOf(candidate) === id);
          return row === undefined ? null : { id, year: row.body['year'] ?? null };
        });
        for (const [i, id] of ids.entries()) {
          expect((await coalition.query(text, { id })).data).toEqual({ declaration: expected[i] });
        }
        const representations = ids.map((id) => ({ __typename: 'Declaration', id }));
        expect((await coalition.process(entities, { representations })).data).toEqual({
          _entities: expected,
        });
      },
    );
    await fc.assert(property, { seed, numRuns: Math.ceil(numRuns / 3) });
  }, 600_000);
});

function idOf({ member, local }: Row): string {
  return `${member}:${local}`;
}

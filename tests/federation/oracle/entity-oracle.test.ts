import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMemberId } from '../../../shared/domain/ids.js';
import { partyRecordTypes } from '../../../shared/kit/party-record-types.js';
import type { RecordStore } from '../../../shared/store/record-store.js';
import { declarationRecordTypes } from '../../../subgraphs/asset-declarations/domain/record-types.js';
import { assetDeclarationsModule } from '../../../subgraphs/asset-declarations/domain-module.js';
import { createInProcessCoalition, type InProcessCoalition } from '../../fixtures/in-process-coalition.js';
import { MemoryRecordStore } from '../../fixtures/memory-record-store.js';
import { dataSet, memberIds, question, type Row } from './declaration-cases.js';
import { OneStore } from './one-store.js';
import { walkEntityPages } from './walk-entity-pages.js';

/** `npm run fuzz` sets these: another seed each time and as many runs as one has time for. */
const seed = Number(process.env['ACCORD_FUZZ_SEED'] ?? 20_261_127);
const numRuns = Number(process.env['ACCORD_FUZZ_RUNS'] ?? 80);

let stores: RecordStore[] = [];
let coalition: InProcessCoalition;

const declaration = declarationRecordTypes[0];

beforeAll(async () => {
  coalition = await createInProcessCoalition(assetDeclarationsModule, () => stores);
});

afterAll(async () => {
  await coalition.stop();
});

async function hold(rows: readonly Row[]): Promise<OneStore> {
  if (declaration === undefined) {
    throw new Error('Expected the record type of declarations.');
  }
  stores = await Promise.all(
    memberIds.map(async (id) => {
      const store = new MemoryRecordStore({
        member: readMemberId(id),
        types: [...declarationRecordTypes, ...partyRecordTypes],
        now: () => new Date(0),
      });
      const run = await store.beginImport();
      await run.put(
        rows.flatMap(({ member, local, body }) =>
          member === id ? [{ type: 'Declaration', local, body }] : [],
        ),
      );
      await run.commit();
      return store;
    }),
  );
  return new OneStore(declaration, rows);
}

/** The rows, each naming one of a few persons of its member, or nobody. */
const named = dataSet.chain((rows) =>
  fc
    .array(fc.integer({ min: 0, max: 4 }), { minLength: rows.length, maxLength: rows.length })
    .map((persons) =>
      rows.map((row, i): Row => {
        const person = persons[i] ?? 0;
        const { declarant: _, ...body } = row.body;
        const of = { declarant: { person: { ref: 'Person', id: `p-${person}`, name: `Person ${person}` } } };
        return { ...row, body: person === 0 ? body : { ...body, ...of } };
      }),
    ),
);

/** Persons of any members, of none, and what is no id. */
const subjects = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.tuple(fc.constantFrom(...memberIds), fc.integer({ min: 1, max: 5 })) },
      { weight: 1, arbitrary: fc.constantFrom(['nobody', 1] as const) },
    ),
    { maxLength: 10 },
  )
  .map((drawn) => drawn.map(([member, n]) => `${member}:p-${n}`));

describe('connections of entities over N members are those of one store that holds all rows', () => {
  it('for any data, split, subjects, filter, order and page size, walked to the end', async () => {
    let compared = 0;
    const property = fc.asyncProperty(
      named,
      fc.array(fc.record({ of: question, entities: fc.array(subjects, { minLength: 1, maxLength: 3 }) }), {
        minLength: 3,
        maxLength: 4,
      }),
      async (rows, questions) => {
        const oracle = await hold(rows);
        for (const { of, entities } of questions) {
          compared += await walkEntityPages(coalition, oracle, { ...of, entities });
        }
      },
    );
    await fc.assert(property, { seed, numRuns });
    process.stdout.write(`oracle: ${compared} pages of entities compared, seed ${seed}\n`);
    expect(compared).toBeGreaterThanOrEqual(numRuns * 3);
  }, 600_000);
});

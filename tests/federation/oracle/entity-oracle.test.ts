import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordStore } from '../../../shared/store/record-store.js';
import { assetDeclarationsModule } from '../../../subgraphs/asset-declarations/domain-module.js';
import { createInProcessCoalition, type InProcessCoalition } from '../../fixtures/in-process-coalition.js';
import { dataSet, memberIds, question, type Row } from './declaration-cases.js';
import { holdRows } from './hold-rows.js';
import type { OneStore } from './one-store.js';
import { walkEntityPages } from './walk-entity-pages.js';

/** `npm run fuzz` sets these: another seed each time and as many runs as one has time for. */
const seed = Number(process.env['ACCORD_FUZZ_SEED'] ?? 20_261_127);
const numRuns = Number(process.env['ACCORD_FUZZ_RUNS'] ?? 80);

let stores: RecordStore[] = [];
let coalition: InProcessCoalition;

beforeAll(async () => {
  coalition = await createInProcessCoalition(assetDeclarationsModule, () => stores);
});

afterAll(async () => {
  await coalition.stop();
});

async function hold(rows: readonly Row[]): Promise<OneStore> {
  const held = await holdRows(rows, memberIds);
  stores = held.stores;
  return held.oracle;
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

  it('beside records, in one list of representations, each at its place', async () => {
    const person = { declarant: { person: { ref: 'Person', id: 'p-1', name: 'Person 1' } } };
    const rows = ['alpha', 'beta'].map(
      (member, i): Row => ({
        member,
        local: `d-${i}`,
        body: { ...person, year: 2018 + i, handling: { tlp: 'TLP:CLEAR' } },
      }),
    );
    await hold(rows);
    const text = `query ($representations: [_Any!]!, $with: Boolean!) {
      _entities(representations: $representations) {
        __typename
        ... on Declaration { id year }
        ... on Entity { page: declarations { edges { node { id } } } id }
        ... @include(if: $with) { ...More }
      }
    }
    fragment More on Entity { subjects page: declarations { totalCount { value } } latest: declarations(orderBy: [{ field: YEAR, direction: DESC }], first: 1) { edges { node { year } } } }`;
    const entity = (id: string, ...subjects: readonly string[]) => ({ __typename: 'Entity', id, subjects });
    const record = (id: string) => ({ __typename: 'Declaration', id });
    const representations = [
      entity('ent-a', 'alpha:p-1', 'beta:p-1'),
      record('beta:d-1'),
      entity('ent-b', 'beta:p-1', 'nobody:p-1', 'no id'),
      record('alpha:d-9'),
      entity('ent-c'),
    ];
    const edges = (...of: readonly string[]) => of.map((id) => ({ node: { id } }));
    const bare = (id: string, ...of: readonly string[]) => ({
      __typename: 'Entity',
      page: { edges: edges(...of) },
      id,
    });
    const few = await coalition.process(text, { representations, with: false });
    expect(few).toEqual({
      data: {
        _entities: [
          bare('ent-a', 'alpha:d-0', 'beta:d-1'),
          { __typename: 'Declaration', id: 'beta:d-1', year: 2019 },
          bare('ent-b', 'beta:d-1'),
          null,
          bare('ent-c'),
        ],
      },
      errors: [],
    });
    const more = await coalition.process(text, { representations, with: true });
    expect(more.data['_entities']).toMatchObject([
      {
        subjects: ['alpha:p-1', 'beta:p-1'],
        page: { totalCount: { value: 2 } },
        latest: { edges: [{ node: { year: 2019 } }] },
      },
      { year: 2019 },
      { page: { edges: edges('beta:d-1'), totalCount: { value: 1 } } },
      null,
      { page: { edges: [], totalCount: { value: 0 } }, latest: { edges: [] } },
    ]);
  });

  it('of too many rows are refused before anybody is asked', async () => {
    await hold([]);
    const query = `query ($subjects: [[ID!]!]!) { entitiesOf(subjects: $subjects) { id declarations(first: 200) { pageInfo { complete } } } }`;
    coalition.asked.clear();
    const subjects = Array.from({ length: 101 }, () => ['alpha:p-1']);
    const { data, errors } = await coalition.query(query, { subjects });
    expect(data).toMatchObject({
      entitiesOf: subjects.map((_, i) => ({ id: `ent-${i}`, declarations: null })),
    });
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'QUERY_TOO_COMPLEX' } });
    expect(coalition.asked.size).toBe(0);
  });
});

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AskingCaller, maskedAnswer, mayRead } from './masked-answer.js';
import { openPolicyGraph, type PlainAnswer, type PolicyGraph } from './policy-graph.js';
import { scopes } from './random-graph.js';
import { queryOf } from './random-query.js';

/** `npm run fuzz` sets these: another seed each time and as many runs as one has time for. */
const seed = Number(process.env['ACCORD_FUZZ_SEED'] ?? 20_261_127);
const numRuns = Number(process.env['ACCORD_FUZZ_RUNS'] ?? 60);
const graphCount = 20;

let opened: PolicyGraph[] = [];

beforeAll(async () => {
  opened = await Promise.all(Array.from({ length: graphCount }, (_, i) => openPolicyGraph(`${seed}/${i}`)));
});

afterAll(async () => {
  await Promise.all(opened.map((graph) => graph.stop()));
});

const caller: fc.Arbitrary<AskingCaller> = fc.oneof(
  fc.constant({ isKnown: false, isMember: false, scopes: [] }),
  fc.record({ isKnown: fc.constant(true), isMember: fc.boolean(), scopes: fc.subarray([...scopes]) }),
);
const choices = fc.array(fc.nat(10_000), { minLength: 12, maxLength: 90, size: 'max' });

describe('a hub over any schema, with any rules, asked anything by anybody', () => {
  it('answers what the owner would be answered, with each place masked that is not for the caller', async () => {
    let denied = 0;
    const compared = await forEachQuery(async ({ graph, asked, by }) => {
      graph.data = { seed: graph.graph.sdl.a, variantOf: () => '' };
      const got = await graph.ask(asked.text, asked.variables, by);
      const expected = await maskedAnswer(graph.whole, { ...asked, caller: by });
      expect(JSON.stringify(got.data), asked.text).toBe(JSON.stringify(expected.data));
      expect(placesOf(got), asked.text).toEqual(placesOf(JSON.parse(JSON.stringify(expected))));
      denied += placesOf(got).length > 0 ? 1 : 0;
    });
    expect(denied).toBeGreaterThan(compared / 5);
    expect(compared).toBeGreaterThanOrEqual(graphCount * Math.min(numRuns, 50));
  }, 600_000);

  it('gives the same bytes for data that differs only in what is hidden from the caller', async () => {
    const compared = await forEachQuery(async ({ graph, asked, by }) => {
      graph.data = { seed: 'one', variantOf: () => '' };
      const before = await graph.ask(asked.text, asked.variables, by);
      graph.data = {
        seed: 'one',
        variantOf: (place) => (mayRead(graph.graph, place, by) ? '' : 'another'),
      };
      const after = await graph.ask(asked.text, asked.variables, by);
      expect(JSON.stringify(after), asked.text).toBe(JSON.stringify(before));
    });
    expect(compared).toBeGreaterThanOrEqual(graphCount * Math.min(numRuns, 50));
  }, 600_000);
});

interface Case {
  readonly graph: PolicyGraph;
  readonly asked: NonNullable<ReturnType<typeof queryOf>>;
  readonly by: AskingCaller;
}

/** Runs a check for random queries of random callers on each graph; gives how many were valid and compared. */
async function forEachQuery(check: (of: Case) => Promise<void>): Promise<number> {
  let compared = 0;
  for (const [i, graph] of opened.entries()) {
    const property = fc.asyncProperty(choices, caller, async (drawn, by) => {
      const asked = queryOf(graph.graph, graph.whole, drawn);
      fc.pre(asked !== undefined);
      await check({ graph, asked, by });
      compared += 1;
    });
    await fc.assert(property, { seed: seed + i, numRuns });
  }
  process.stdout.write(`policy: ${compared} queries compared over ${graphCount} schemas, seed ${seed}\n`);
  return compared;
}

/** Where an answer has errors, and which. */
function placesOf({ errors = [] }: PlainAnswer): string[] {
  return errors
    .map(({ path, message, extensions }) => JSON.stringify([path, message, Object(extensions).code]))
    .sort();
}

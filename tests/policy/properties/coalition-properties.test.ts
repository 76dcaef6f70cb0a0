import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Asking, anybody, type HeldMember } from './coalition-cases.js';
import { ask, compare, Tally } from './coalition-check.js';
import { createPropertyCoalition, type PropertyCoalition } from './coalition-hub.js';
import { CoalitionOracle } from './coalition-oracle.js';
import { type AskedQuery, queryFor } from './coalition-query.js';
import type { Question } from './coalition-questions.js';
import { at } from './coalition-rules.js';
import { plainSchema } from './coalition-schema.js';
import { variantOf } from './coalition-variant.js';
import { declarationCoalition, declarationQuestion } from './declaration-data.js';
import { declarationDomain } from './declaration-domain.js';
import { investigationCoalition, investigationQuestion } from './investigation-data.js';
import { investigationDomain } from './investigation-domain.js';
import type { PlainDomain } from './plain-domain.js';

process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';

/** `npm run fuzz` sets these: another seed each time and as many runs as one has time for. */
const seed = Number(process.env['ACCORD_FUZZ_SEED'] ?? 20_261_127);
const numRuns = Number(process.env['ACCORD_FUZZ_RUNS'] ?? 80);

interface Arm {
  readonly domain: PlainDomain;
  readonly coalition: fc.Arbitrary<readonly HeldMember[]>;
  readonly question: fc.Arbitrary<Question>;
}

const arms: readonly Arm[] = [
  { domain: declarationDomain, coalition: declarationCoalition, question: declarationQuestion },
  { domain: investigationDomain, coalition: investigationCoalition, question: investigationQuestion },
];

describe.each(arms)(
  'members of $domain.module.domain, each with a policy',
  ({ domain, coalition, question }) => {
    const schema = plainSchema(domain.module.sdl);
    let opened: PropertyCoalition;

    beforeAll(async () => {
      opened = await createPropertyCoalition(domain);
    });

    afterAll(async () => {
      await opened.stop();
    });

    it('answer what their rules leave, by definition, of all that they hold', async () => {
      const tally = new Tally();
      const property = fc.asyncProperty(
        coalition,
        anybody,
        fc.array(question, { minLength: 8, maxLength: 12 }),
        async (held: readonly HeldMember[], asking: Asking, questions: readonly Question[]) => {
          await opened.hold(held);
          const oracle = new CoalitionOracle(held, asking, { domain, schema });
          for (const one of questions) {
            await compare(opened, { oracle, asked: queryFor(one, { domain, schema, held }), asking }, tally);
          }
        },
      );
      await fc.assert(property, { seed, numRuns });
      process.stdout.write(`policy, ${domain.module.domain}: ${tally}, seed ${seed}\n`);
      expectToBite(tally);
    }, 600_000);

    it('give the same bytes where they hold something else that the caller cannot see', async () => {
      let compared = 0;
      let changed = 0;
      const property = fc.asyncProperty(
        fc.tuple(coalition, coalition),
        anybody,
        fc.array(question, { minLength: 8, maxLength: 12 }),
        async ([held, others], asking, questions) => {
          const asked = questions.map((one) => queryFor(one, { domain, schema, held }));
          const oracle = new CoalitionOracle(held, asking, { domain, schema });
          const donors = others.flatMap(({ records }) => records);
          const variant = oracle.views.map((view) => variantOf(view, { domain, schema, donors }));
          changed += JSON.stringify(variant) === JSON.stringify(held) ? 0 : 1;
          await opened.hold(held);
          const before = await allOf(opened, asked, asking);
          await opened.hold(variant);
          for (const [i, answers] of (await allOf(opened, asked, asking)).entries()) {
            expect(answers, `${asked[i]?.text} ${JSON.stringify(asked[i]?.variables)}`).toEqual(before[i]);
            compared += answers.length;
          }
        },
      );
      await fc.assert(property, { seed, numRuns });
      process.stdout.write(
        `policy, ${domain.module.domain}: ${compared} answers the same over ${changed} changed coalitions, seed ${seed}\n`,
      );
      expect(compared).toBeGreaterThanOrEqual(Math.min(1000, numRuns * 10));
      expect(changed).toBeGreaterThan(numRuns / 2);
    }, 600_000);
  },
);

/** The texts of all answers, those of a list page by page to its end. */
async function allOf(
  coalition: PropertyCoalition,
  asked: readonly AskedQuery[],
  asking: Asking,
): Promise<string[][]> {
  const all: string[][] = [];
  for (const one of asked) {
    const pages: string[] = [];
    let after: unknown = null;
    do {
      const answer = await ask(coalition, { ...one, variables: { ...one.variables, after } }, asking);
      pages.push(JSON.stringify(answer));
      after = at(answer.data, 'page', 'pageInfo', 'endCursor') ?? null;
    } while (after !== null);
    all.push(pages);
  }
  return all;
}

/** That nothing differs says something only where there was something to keep back. */
function expectToBite({ compared, hidden, denied, refused, suppressed }: Tally): void {
  expect(compared).toBeGreaterThanOrEqual(Math.min(1000, numRuns * 10));
  expect(hidden).toBeGreaterThan(compared / 2);
  expect(denied).toBeGreaterThan(compared / 20);
  expect(refused).toBeGreaterThan(compared / 40);
  expect(suppressed).toBeGreaterThan(0);
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../../cli/demo/random.js';
import type { RecordInput } from '../../../shared/store/record-store.js';
import { randomRecords, splitAmong } from '../../fixtures/indicator-cases.js';
import { type IndicatorCoalition, startIndicatorCoalition } from '../../fixtures/indicator-coalition.js';
import { type NaiveFigure, naiveFigures } from '../../fixtures/naive-indicators.js';

const seed = Number(process.env['ACCORD_FUZZ_SEED'] ?? 20_261_127);
/** Sets of records, each with its own split over the members. */
const cases = Math.ceil(Number(process.env['ACCORD_FUZZ_RUNS'] ?? 80) / 4);
const memberIds = ['alpha', 'beta', 'gamma'];

interface Case {
  readonly countries: readonly string[];
  readonly records: readonly RecordInput[];
}

/** Countries of its own for each case, so that one coalition holds them all: `AA` to `ZZ` are no country's here. */
function caseOf(number: number): {
  readonly given: Case;
  readonly parts: Record<string, readonly RecordInput[]>;
} {
  const random = createRandom(`indicators/${seed}/${number}`);
  const rename = new Map(
    ['KZ', 'GR', 'GE'].map((country, i) => {
      const place = number * 3 + i;
      return [country, String.fromCharCode(65 + Math.floor(place / 26), 65 + (place % 26))];
    }),
  );
  const records = randomRecords(random, random.int(0, 60)).map((record) => ({
    ...record,
    local: `c${number}-${record.local}`,
    body: { ...record.body, country: rename.get(String(record.body['country'])) },
  }));
  return {
    given: { countries: [...rename.values()], records },
    parts: splitAmong(random, memberIds, records),
  };
}

interface Figure {
  readonly indicator: { readonly code: string };
  readonly country: string;
  readonly period: string;
  readonly dimensions: readonly { readonly code: string }[];
  readonly value: string | null;
  readonly complete: boolean;
}

process.stdout.write(`indicators of split records: ACCORD_FUZZ_SEED=${seed}, ${cases} cases\n`);

describe('indicators of records that several members hold', () => {
  let coalition: IndicatorCoalition;
  const all = Array.from({ length: cases }, (_, number) => caseOf(number));

  beforeAll(async () => {
    const records = Object.fromEntries(
      memberIds.map((id) => [id, all.flatMap(({ parts }) => parts[id] ?? [])]),
    );
    coalition = await startIndicatorCoalition({ records });
  }, 120_000);

  afterAll(async () => {
    await coalition.stop();
  });

  it('are those of one list of all records, whoever holds which', { timeout: 600_000 }, async () => {
    let figures = 0;
    for (const { given } of all) {
      const { data, errors } = await coalition.hub.ask(
        `query Q($in: [String!]) { indicators(filter: { country: { in: $in } }) {
           indicator { code } country period dimensions { code } value complete } }`,
        { variables: { in: given.countries } },
      );
      expect(errors).toBeUndefined();
      const { indicators }: { indicators: readonly Figure[] } = JSON.parse(JSON.stringify(data));
      expect(indicators.every(({ complete }) => complete)).toBe(true);
      const found = indicators.map(
        ({ indicator, country, period, dimensions, value }): NaiveFigure => [
          indicator.code,
          country,
          period,
          dimensions.map(({ code }) => code).join('/'),
          value,
        ],
      );
      expect(found.sort()).toEqual(naiveFigures(given.records));
      figures += found.length;
    }
    process.stdout.write(`indicators of split records: ${figures} figures compared\n`);
  });
});

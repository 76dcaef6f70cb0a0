import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

const header = 'budget_year,department,fund_code,account_type,account_category,amount';
/** In a published budget about every fourth row repeats an earlier one of the same department. */
const repeatShare = 0.27;

/**
 * Writes a budget of invented rows in the form of `oakland-flow`: few departments, funds and categories, commas within
 * quotes, blank departments, negative amounts and exact repeats, as in the published files. Always the same rows.
 */
export async function writeBudgetFile(path: string, rows: number): Promise<void> {
  const random = createRandom(20_261_123);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const departments = Array.from({ length: 17 }, (_, i) => `Department of Matter ${i + 1}`);
  const funds = Array.from({ length: 107 }, (_, i) => String(1000 + i * 13));
  const categories = Array.from({ length: 20 }, (_, i) =>
    i % 5 === 0 ? `"Category ${i}, Goods & Services"` : `Category ${i} Supplies`,
  );
  const recent: string[] = [];
  const file = createWriteStream(path);
  let chunk = `${header}\n`;
  for (let i = 0; i < rows; i++) {
    let row = random() < repeatShare ? pick(recent) : undefined;
    if (row === undefined) {
      const isRevenue = random() < 0.3;
      const amount = Math.floor((random() ** 6 - 0.002) * 40_000_000);
      row = [
        'FY14-15',
        isRevenue && random() < 0.5 ? '' : pick(departments),
        pick(funds),
        isRevenue ? 'Revenue' : 'Expense',
        pick(categories),
        amount,
      ].join(',');
      recent[i % 500] = row;
    }
    chunk += `${row}\n`;
    if (chunk.length > 1_000_000) {
      if (!file.write(chunk)) {
        await once(file, 'drain');
      }
      chunk = '';
    }
  }
  file.end(chunk);
  await once(file, 'finish');
}

/** mulberry32: the same numbers in [0, 1) for the same seed everywhere. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

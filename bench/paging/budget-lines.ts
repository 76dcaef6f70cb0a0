import type { RecordInput } from '../../shared/store/record-store.js';

/**
 * The n-th of the invented budget lines: the same n gives the same line. Values repeat as in real budgets, so that
 * sorts have long ties; some lines lack a year, a function or an amount, so that they have nulls as well.
 */
export function budgetLine(n: number): RecordInput {
  const at = (salt: number, size: number) => scramble(n, salt) % size;
  const sometimes = <T>(salt: number, value: T) => (at(salt, 20) === 0 ? undefined : value);
  const department = at(3, 250);
  const division = at(4, 10) + 1;
  return {
    type: 'BudgetLine',
    // Ids come in no order, as the hashes of real ones do.
    local: `${scramble(n, 1).toString(36)}-${n.toString(36)}`,
    body: {
      handling: { tlp: 'TLP:CLEAR' },
      provenance: { dataset: 'bench', publisher: 'Ministry of Finance of Nowhere', license: 'CC0-1.0' },
      title: `Programme ${at(2, 4_000)} of department ${department}`,
      country: ['AA', 'QM', 'QN', 'XA'][at(5, 4)],
      fiscalYear: sometimes(6, 1996 + at(7, 30)),
      direction: at(8, 5) === 0 ? 'REVENUE' : 'EXPENDITURE',
      phase: ['PROPOSED', 'APPROVED', 'ADJUSTED', 'EXECUTED'][at(9, 4)],
      amount: sometimes(10, {
        amount: `${at(11, 90_000_000)}.${at(12, 100)}`,
        currency: ['XTS', 'XXX'][at(13, 2)],
      }),
      administrative: sometimes(14, {
        scheme: 'XX-DEPT',
        code: `${department}`,
        label: `Department ${department}`,
      }),
      functional: sometimes(15, {
        scheme: 'COFOG',
        code: `${String(division).padStart(2, '0')}.${at(16, 9) + 1}`,
        label: `Division ${division}`,
      }),
    },
  };
}

/** A well-mixed number of 32 bits. */
function scramble(n: number, salt: number): number {
  let x = Math.imul(n + 1, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return (x ^ (x >>> 16)) >>> 0;
}

import { readDecimal, toAmountKey } from '../../shared/domain/decimal.js';
import { compareKeys, type Position } from '../../shared/domain/key-value.js';
import { writeMemberCursor } from '../../shared/domain/member-cursor.js';
import { budgetLine } from '../paging/budget-lines.js';

/** A budget line as a member of the benchmark holds it: all that can be asked of it, ready to be sent. */
export interface Line {
  readonly id: string;
  readonly position: Position;
  readonly cursor: string;
  readonly node: Readonly<Record<string, unknown>>;
}

export interface InventedMember {
  readonly id: string;
  /** By amount, the greatest first. */
  readonly lines: readonly Line[];
}

const currency = 'XTS';

/** The order in which the benchmark pages. */
export const directions = ['DESC'] as const;

/**
 * Invents `rows` budget lines and deals them out by chance, so that each member holds about its share of every page.
 * The same shares give the same coalition.
 */
export function inventCoalition(shares: readonly number[], rows: number): InventedMember[] {
  const members = shares.map((_, i) => ({ id: `member-${i}`, lines: [] as Line[] }));
  for (let n = 0; n < rows; n++) {
    const member = members[dealt(shares, fraction(n))];
    member?.lines.push(lineOf(member.id, n));
  }
  for (const { lines } of members) {
    lines.sort((a, b) => compareKeys(a.position, b.position, directions));
  }
  return members;
}

function lineOf(member: string, n: number): Line {
  const { local, body } = budgetLine(n);
  // Few enough different amounts that some are equal across members.
  const amount = `${Math.floor(fraction(n + 0x5bd1e995) * 1_000_000)}.5`;
  const position = { k: [toAmountKey(readDecimal(amount))], member, local };
  const id = `${member}:${local}`;
  return {
    id,
    position,
    cursor: writeMemberCursor(position),
    node: { ...body, __typename: 'BudgetLine', id, member: { id: member }, amount: { amount, currency } },
  };
}

function dealt(shares: readonly number[], at: number): number {
  let sum = 0;
  const i = shares.findIndex((share) => {
    sum += share;
    return at < sum;
  });
  return i < 0 ? shares.length - 1 : i;
}

/** A well-mixed number from 0 to 1 for each n. */
function fraction(n: number): number {
  let x = Math.imul(n + 1, 0x9e3779b1);
  x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d);
  x = Math.imul(x ^ (x >>> 12), 0x297a2d39);
  return ((x ^ (x >>> 15)) >>> 0) / 2 ** 32;
}

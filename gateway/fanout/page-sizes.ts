/**
 * How many rows to ask each member for. The merge needs a member's next row once all it gave are in the page and the
 * page is not full: when n of the page's rows but the last are its own. Those are about Binomial(P − 1, share) of a
 * page of P; n is the smallest for which the chance that any member runs out stays below 10 %.
 */
const secondRoundChance = 0.1;
const forgetting = 0.9;

/** The rows to ask a member for whose expected share of the page is `share`, among `members` members. */
export function pageSizeFor(page: number, share: number, members: number): number {
  if (members <= 1 || share >= 1) {
    return page;
  }
  const allowed = secondRoundChance / members;
  const others = page - 1;
  // Of exactly n rows, and of n rows or more.
  let chance = (1 - share) ** others;
  let tail = 1;
  let n = 0;
  while (n < page && tail > allowed) {
    tail -= chance;
    n++;
    chance *= ((others - n + 1) * share) / (n * (1 - share));
  }
  return Math.max(n, 1);
}

/** Each member's share of recent pages, per kind of question; forgets old pages by a tenth per page. */
export class RecentShares {
  readonly #rows = new Map<string, Map<string, number>>();

  /** The expected share of a member: what it had of recent pages, beginning at an equal share. */
  shareOf(question: string, member: string, among: readonly string[]): number {
    const rows = this.#rows.get(question);
    const prior = 10 / among.length;
    const total = among.reduce((sum, id) => sum + (rows?.get(id) ?? 0), 0);
    return ((rows?.get(member) ?? 0) + prior) / (total + prior * among.length);
  }

  note(question: string, used: ReadonlyMap<string, number>): void {
    const rows = this.#rows.get(question) ?? new Map<string, number>();
    for (const [member, count] of rows) {
      rows.set(member, count * forgetting);
    }
    for (const [member, count] of used) {
      rows.set(member, (rows.get(member) ?? 0) + count);
    }
    this.#rows.set(question, rows);
  }
}

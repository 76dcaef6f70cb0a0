import type { MemberId } from '../../shared/domain/ids.js';
import { compareKeys, type SortDirection } from '../../shared/domain/key-value.js';
import type { MemberPage, Pick } from './member-page.js';

export interface MergedPages {
  /** At most `limit` edges in the total order. */
  readonly picks: readonly Pick[];
  /** Members whose rows ran out before the page was full although they have more: the merge cannot go on without. */
  readonly exhausted: readonly MemberId[];
  /** Whether any member has a row that is not among the picks. */
  readonly hasNextPage: boolean;
}

/**
 * Merges pages of members into one by the total order. `pages` holds each member's pages, one after the other. The
 * merge stops where a member's rows run out while it has more: its next row could come before everybody else's.
 */
export function mergePages(
  pages: readonly (readonly MemberPage[])[],
  directions: readonly SortDirection[],
  limit: number,
): MergedPages {
  const heads = pages.map((of) => new PageReader(of));
  const picks: Pick[] = [];
  while (picks.length < limit) {
    const exhausted = heads.filter((head) => head.current === undefined && head.hasMore);
    if (exhausted.length > 0) {
      return { picks, exhausted: exhausted.map((head) => head.member), hasNextPage: true };
    }
    const first = leastOf(heads, directions);
    if (first?.current === undefined) {
      return { picks, exhausted: [], hasNextPage: false };
    }
    picks.push(first.current);
    first.advance();
  }
  return {
    picks,
    exhausted: [],
    hasNextPage: heads.some((head) => head.current !== undefined || head.hasMore),
  };
}

function leastOf(heads: readonly PageReader[], directions: readonly SortDirection[]): PageReader | undefined {
  let least: PageReader | undefined;
  for (const head of heads) {
    if (head.position === undefined) {
      continue;
    }
    if (least?.position === undefined || compareKeys(head.position, least.position, directions) < 0) {
      least = head;
    }
  }
  return least;
}

/** Reads the pages of one member edge by edge. */
class PageReader {
  readonly #pages: readonly MemberPage[];
  #page = 0;
  #index = 0;

  constructor(pages: readonly MemberPage[]) {
    this.#pages = pages;
    this.#skipEmpty();
  }

  get member(): MemberId {
    const page = this.#pages[0];
    if (page === undefined) {
      throw new Error('A member without a page takes no part in a merge.');
    }
    return page.member;
  }

  get current(): Pick | undefined {
    const page = this.#pages[this.#page];
    return page === undefined ? undefined : { page, index: this.#index };
  }

  get position() {
    return this.#pages[this.#page]?.positions[this.#index];
  }

  get hasMore(): boolean {
    return this.#pages.at(-1)?.hasMore ?? false;
  }

  advance(): void {
    this.#index++;
    this.#skipEmpty();
  }

  #skipEmpty(): void {
    while (
      this.#page < this.#pages.length &&
      this.#index >= (this.#pages[this.#page]?.positions.length ?? 0)
    ) {
      this.#page++;
      this.#index = 0;
    }
  }
}

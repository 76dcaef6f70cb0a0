import { Agent, request } from 'undici';
import { compareKeys } from '../../shared/domain/key-value.js';
import { directions, type InventedMember } from './invent-coalition.js';

export const pageLength = 20;

const query = `query Largest($after: String) {
  budgetLines(
    filter: { currency: { eq: "XTS" } }
    orderBy: { field: AMOUNT, direction: DESC }
    first: ${pageLength}
    after: $after
  ) {
    edges {
      node {
        id
        title
        country
        fiscalYear
        direction
        phase
        amount { amount currency }
        administrative { scheme code label }
        functional { scheme code label }
        provenance { publisher dataset license }
      }
    }
    pageInfo { hasNextPage endCursor complete }
  }
}`;

interface Answer {
  readonly data?: {
    readonly budgetLines?: {
      readonly edges: readonly { readonly node: { readonly id: string } }[];
      readonly pageInfo: { readonly endCursor: string; readonly complete: boolean };
    } | null;
  };
}

const agent = new Agent({ keepAliveTimeout: 60_000 });

/** Posts JSON and gives the text of the answer. */
export async function post(url: string, body: unknown): Promise<string> {
  const response = await request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    dispatcher: agent,
  });
  return await response.body.text();
}

/** Walks forward over the lines of a coalition page by page, over and over, and holds each page against what it must be. */
export class PageWalk {
  readonly #url: string;
  readonly #ids: readonly string[];
  readonly #complete: boolean;
  #at = 0;
  #after: string | null = null;

  /** `mute` are the members whose lines nobody gets. */
  constructor(url: string, members: readonly InventedMember[], mute: ReadonlySet<string>) {
    this.#url = url;
    this.#complete = mute.size === 0;
    this.#ids = members
      .filter(({ id }) => !mute.has(id))
      .flatMap(({ lines }) => lines)
      .toSorted((a, b) => compareKeys(a.position, b.position, directions))
      .map(({ id }) => id);
  }

  /** Gets the next page. Gives the milliseconds it took. Throws when it is not the page it must be. */
  async next(): Promise<number> {
    const start = performance.now();
    const text = await post(this.#url, { query, variables: { after: this.#after } });
    const ms = performance.now() - start;
    const answer: Answer = JSON.parse(text);
    const page = answer.data?.budgetLines;
    const got = page?.edges.map(({ node }) => node.id).join();
    const expected = this.#ids.slice(this.#at, this.#at + pageLength).join();
    if (
      page === undefined ||
      page === null ||
      got !== expected ||
      page.pageInfo.complete !== this.#complete
    ) {
      throw new Error(`Expected the page after line ${this.#at}, got ${text.slice(0, 300)}`);
    }
    this.#at += pageLength;
    this.#after = page.pageInfo.endCursor;
    if (this.#at + pageLength > this.#ids.length) {
      this.#at = 0;
      this.#after = null;
    }
    return ms;
  }
}

import { expect } from 'vitest';
import type { InProcessCoalition } from '../../fixtures/in-process-coalition.js';
import type { Question } from './declaration-cases.js';
import type { OneStore } from './one-store.js';

const fields = `
  rows: edges { cursor node { id year } } pageInfo { hasNextPage endCursor complete }
`;

const firstPages = `
  query ($subjects: [[ID!]!]!, $filter: DeclarationFilter, $orderBy: [DeclarationOrder!], $first: Int) {
    entitiesOf(subjects: $subjects) {
      id
      page: declarations(filter: $filter, orderBy: $orderBy, first: $first) { ${fields} totalCount { value relation } }
      all: declarations { totalCount { value relation } }
    }
  }
`;

const nextPage = `
  query ($id: ID!, $subjects: [ID!]!, $filter: DeclarationFilter, $orderBy: [DeclarationOrder!], $first: Int, $after: String) {
    entityOf(id: $id, subjects: $subjects) {
      page: declarations(filter: $filter, orderBy: $orderBy, first: $first, after: $after) { ${fields} }
    }
  }
`;

export interface EntityQuestion extends Question {
  /** The subjects of each entity. */
  readonly entities: readonly (readonly string[])[];
}

interface Page {
  readonly rows: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly endCursor: string | null;
    readonly complete: boolean;
  };
}

interface Entity {
  readonly id: string;
  readonly page: Page & { readonly totalCount: object };
  readonly all: { readonly totalCount: object };
}

/**
 * Asks for all entities at once, then walks each one's pages, and holds all of them against the oracle. No member may be
 * asked more than once for a page. Gives the number of pages compared.
 */
export async function walkEntityPages(
  { query, asked }: InProcessCoalition,
  oracle: OneStore,
  question: EntityQuestion,
): Promise<number> {
  const { entities, ...of } = question;
  const ask = async (text: string, variables: Record<string, unknown>) => {
    asked.clear();
    const { data, errors } = await query(text, variables);
    expect(errors).toBeUndefined();
    expect([...asked.values()].filter((times) => times > 1)).toEqual([]);
    return JSON.parse(JSON.stringify(data));
  };
  const { entitiesOf }: { entitiesOf: Entity[] } = await ask(firstPages, { ...of, subjects: entities });
  let compared = 0;
  for (const [i, subjects] of entities.entries()) {
    const entity = entitiesOf[i];
    const party = { party: { in: subjects } };
    const expected = oracle.idsOf({ filter: { and: [of.filter, party] }, orderBy: of.orderBy });
    const all = oracle.idsOf({ filter: party, orderBy: [] });
    expect(entity?.page.totalCount).toEqual({ value: expected.length, relation: 'EXACT' });
    expect(entity?.all.totalCount).toEqual({ value: all.length, relation: 'EXACT' });
    let page: Page | undefined = entity?.page;
    for (let at = 0; at === 0 || at < expected.length; at += of.first) {
      if (at > 0) {
        const after = page?.pageInfo.endCursor;
        page = (await ask(nextPage, { ...of, id: `ent-${i}`, subjects, after })).entityOf.page;
      }
      compared += 1;
      expect(page?.rows.map(({ node }) => node.id)).toEqual(expected.slice(at, at + of.first));
      expect(page?.pageInfo.complete).toBe(true);
      expect(page?.pageInfo.hasNextPage).toBe(at + of.first < expected.length);
    }
  }
  return compared;
}

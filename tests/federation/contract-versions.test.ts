import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMemberId } from '../../shared/domain/ids.js';
import { partyRecordTypes } from '../../shared/kit/party-record-types.js';
import { declarationRecordTypes } from '../../subgraphs/asset-declarations/domain/record-types.js';
import { assetDeclarationsModule } from '../../subgraphs/asset-declarations/domain-module.js';
import { createInProcessCoalition, type InProcessCoalition } from '../fixtures/in-process-coalition.js';
import { MemoryRecordStore } from '../fixtures/memory-record-store.js';

/** The hub's contract one minor version on: a field, a nested field, a filter and a root field more. */
const newer = assetDeclarationsModule.sdl
  .replace(
    'type Declaration implements Record @key(fields: "id") {',
    'type Declaration implements Record @key(fields: "id") {\n  reviewedBy: String @since(version: "1.1.0")',
  )
  .replace('type DeclarationPeriod {', 'type DeclarationPeriod {\n  note: String @since(version: "1.1.0")')
  .replace(
    'input DeclarationFilter {',
    'input DeclarationFilter {\n  reviewedBy: StringFilter @since(version: "1.1.0")',
  )
  .replace(
    'type Query {',
    'type Query {\n  reviews(first: Int, after: String): DeclarationConnection @merge(by: "CONNECTION") @since(version: "1.1.0")',
  );

describe('a member that serves an earlier version of a contract', () => {
  let coalition: InProcessCoalition;

  beforeAll(async () => {
    const store = new MemoryRecordStore({
      member: readMemberId('alpha'),
      types: [...declarationRecordTypes, ...partyRecordTypes],
      now: () => new Date(0),
    });
    const run = await store.beginImport();
    const body = { year: 2020, period: { from: '2020' }, handling: {}, provenance: {} };
    await run.put([{ type: 'Declaration', local: 'd-1', body }]);
    await run.commit();
    coalition = await createInProcessCoalition(assetDeclarationsModule, () => [store], {
      sdl: newer,
      versionOf: () => '1.0.0',
    });
  });

  afterAll(async () => {
    await coalition.stop();
  });

  const members = (state: string, rows: number) => ({
    members: [{ member: 'alpha', domain: 'asset-declarations', state, rows }],
  });

  it('gives null for what its version lacks, and the answer says so once', async () => {
    const answer = await coalition.query(
      '{ declarations { edges { node { id year reviewedBy period { note } } } pageInfo { complete } } }',
    );
    expect(answer.data).toEqual({
      declarations: {
        edges: [{ node: { id: 'alpha:d-1', year: 2020, reviewedBy: null, period: { note: null } } }],
        pageInfo: { complete: true },
      },
    });
    expect(answer.errors).toEqual([
      {
        message:
          'Member "alpha" serves version 1.0.0 of the contract, which has not Declaration.reviewedBy, DeclarationPeriod.note.',
        extensions: { code: 'NOT_PROVIDED', member: 'alpha' },
      },
    ]);
    expect(answer.extensions).toEqual(members('ANSWERED', 1));
  });

  it.each([
    ['a filter', 'declarations(filter: { reviewedBy: { eq: "x" } })'],
    ['a filter within another', 'declarations(filter: { not: { reviewedBy: { isNull: true } } })'],
    ['a root field', 'reviews'],
  ])('is not asked by %s that its version lacks', async (_, field) => {
    const answer = await coalition.query(
      `{ page: ${field} { edges { node { id } } pageInfo { complete } } }`,
    );
    expect(answer.data).toEqual({ page: { edges: [], pageInfo: { complete: false } } });
    expect(answer.errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['NOT_PROVIDED']);
    expect(answer.extensions).toEqual(members('DENIED', 0));
    expect(coalition.asked.get('alpha')).toBe(1);
  });

  it('is not asked for a sum of different currencies, nor is anybody', async () => {
    const before = coalition.asked.get('alpha');
    const answer = await coalition.query('{ declarationTotals(filter: {}, groupBy: [YEAR]) { sum } }');
    expect(answer.data).toEqual({ declarationTotals: null });
    expect(answer.errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['NOT_ADDABLE']);
    expect(coalition.asked.get('alpha')).toBe(before);
  });

  it('is asked as ever for what its version has', async () => {
    const answer = await coalition.query(
      '{ declarations(filter: { year: { eq: 2020 } }) { totalCount { value } } }',
    );
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual({ declarations: { totalCount: { value: 1 } } });
  });
});

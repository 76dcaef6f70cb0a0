import { describe, expect, it } from 'vitest';
import { scalarKeysOf, termsOf } from '../../../../shared/store/keys-of.js';
import type { DeclarationBody } from '../../../../subgraphs/asset-declarations/domain/declaration-body.js';
import { declarationRecordTypes } from '../../../../subgraphs/asset-declarations/domain/record-types.js';

const [declaration] = declarationRecordTypes;

const body: DeclarationBody = {
  handling: { tlp: 'TLP:CLEAR' },
  provenance: {},
  declarant: { person: { ref: 'Person', id: 'p-1', name: 'Órla  EXAMPLE' }, post: 'Councillor' },
  title: 'A gift',
  country: 'GB',
  regime: 'GB-RMFI',
  category: { scheme: 'GB-RMFI', code: '3', label: 'Gifts' },
  type: 'INTEREST',
  year: 2026,
  dueDate: '2026-03-31',
  submittedAt: '2026-03',
  total: { amount: '1250.5', currency: 'GBP' },
  gifts: [
    {
      donor: {
        ref: 'Organization',
        id: 'o-1',
        name: 'Brightwater Ferries',
        identifiers: [{ scheme: 'GB-COH', id: '00882843' }],
      },
      description: 'Two tickets',
      destination: 'Haifa',
    },
  ],
};

describe('how declarations are kept', () => {
  it('gives a key for each field of the filter, each sort and each dimension', () => {
    expect(declaration && scalarKeysOf(declaration, body)).toEqual({
      country: 'GB',
      regime: 'GB-RMFI',
      category: '3',
      categoryScheme: 'GB-RMFI',
      categoryLabel: 'Gifts',
      type: 'INTEREST',
      version: null,
      year: 2026,
      dueDate: '2026-03-31',
      submittedAt: '2026-03',
      submissionDelay: null,
      publishedAt: null,
      declarant: 'p-1',
      declarantName: 'orla example',
      currency: 'GBP',
      total: [1, 250_500_000],
      tlp: 'TLP:CLEAR',
      embargoUntil: null,
    });
  });

  it.each([
    ['2026-04-02', 2],
    ['2026-03-31', 0],
    ['2025-12-31', -90],
    ['2026-04', null],
    [undefined, null],
  ])('counts the days to a submission on %s', (submittedAt, days) => {
    const { submittedAt: _, ...owed } = body;
    const given = { ...owed, ...(submittedAt && { submittedAt }) };
    expect(declaration && scalarKeysOf(declaration, given)['submissionDelay']).toBe(days);
  });

  it('finds a declaration by the parties it names, their identifiers and the words of its items', () => {
    const terms = declaration === undefined ? [] : termsOf(declaration, body);
    for (const term of ['party=p-1', 'party=o-1', 'identifier=GB-COH:00882843']) {
      expect(terms).toContain(term);
    }
    for (const word of ['gift', 'gifts', 'councillor', 'orla', 'brightwater', 'tickets', 'haifa']) {
      expect(terms).toContain(`~${word}`);
    }
  });

  it('declares at most thirteen pairs of known keys, and sorts totals only with their currency pinned', () => {
    const pairs = declaration?.pairs ?? [];
    expect(pairs.length).toBeLessThanOrEqual(13);
    for (const { equal, sort } of pairs) {
      for (const key of sort === null ? equal : [...equal, sort]) {
        expect(declaration?.keys).toHaveProperty(key);
      }
      expect(sort !== 'total' || equal.includes('currency')).toBe(true);
    }
  });
});

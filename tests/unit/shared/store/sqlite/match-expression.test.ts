import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { matchExpression, storedTerms } from '../../../../../shared/store/sqlite/match-expression.js';

/** Terms that a tokenizer or a query language could take for one another. */
const terms = [
  '~quay',
  '~Quay',
  '~quays',
  'tags=quay',
  'tags=',
  'tags=Quay',
  'tags=quay street',
  'tags=quay  street',
  'tags=_7e',
  'tags=~',
  'tags=_',
  'tags=__',
  'tags="quoted"',
  "tags='",
  'tags=a*',
  'tags=a OR b',
  'tags=NOT',
  'tags=(a)',
  'tags=^a',
  'tags={a}:b',
  'tags=a-b',
  'tags=a+b',
  'tags=straße',
  'tags=STRASSE',
  'tags=é',
  'tags=e\u0301',
  'tags=港務',
  'tags=港',
  'tags=𝒜',
  'tags=\uffff',
  'tags=\t',
  'tags=\u0001',
  'tags=\u007f',
  'tags=\u0080',
  `tags=${'x'.repeat(5_000)}`,
  `tags=${'x'.repeat(5_001)}`,
];

describe('terms in the full-text table', () => {
  const database = new Database(':memory:');
  beforeAll(() => {
    database.exec(
      `CREATE VIRTUAL TABLE t USING fts5(terms, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '_'")`,
    );
    const insert = database.prepare('INSERT INTO t (rowid, terms) VALUES (?, ?)');
    for (const [i, term] of terms.entries()) {
      insert.run(i, storedTerms([term]));
    }
    insert.run(terms.length, storedTerms(terms));
  });
  afterAll(() => void database.close());

  function find(sets: readonly (readonly string[])[]): unknown[] {
    return database.prepare('SELECT rowid FROM t WHERE t MATCH ?').pluck().all(matchExpression(sets));
  }

  test.each(terms.map((term, i) => [term.slice(0, 20), term, i] as const))(
    '"%s" is found, and nothing else',
    (_, term, i) => {
      expect(find([[term]])).toEqual([i, terms.length]);
    },
  );

  test('a set is found by any of its terms, sets by all of them', () => {
    expect(find([['~quay', '~Quay']])).toEqual([0, 1, terms.length]);
    expect(find([['~quay', '~Quay'], ['tags=']])).toEqual([terms.length]);
    expect(find([['tags=nowhere'], ['tags=']])).toEqual([]);
  });

  test('hundreds of terms can be asked for at once', () => {
    const many = Array.from({ length: 900 }, (_, i) => `tags=nowhere-${i}`);
    expect(find([[...many, '~quay']])).toEqual([0, terms.length]);
    expect(find([...terms.map((term) => [term])])).toEqual([terms.length]);
  });
});

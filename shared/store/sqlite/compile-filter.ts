import type { KeyValue } from '../../domain/key-value.js';
import { type Bound, type Conjunction, type KeyTest, keyTestOf, requiredTerms } from '../conjunction.js';
import type { Filter } from '../filter.js';
import { presenceTerm, valueTerm } from '../keys-of.js';
import type { RecordType } from '../record-type.js';
import { columnValues } from '../segments.js';
import type { Parameter } from './connection.js';
import { columnsOf, type Layout } from './layout.js';
import { matchExpression } from './match-expression.js';

/** A piece of SQL and what its question marks stand for. */
export interface Sql {
  readonly text: string;
  readonly parameters: readonly Parameter[];
}

/** All of a conjunction as one condition on the rows of the type's table. */
export function conjunctionSql(layout: Layout, conjunction: Conjunction): Sql {
  const parts = [...conjunction.keys].map(([key, test]) => keyTestSql(layout.type, key, test));
  if (conjunction.terms.length > 0) {
    parts.push(termsSql(layout, conjunction.terms));
  }
  return joinSql([...parts, ...conjunction.rest.map((part) => filterSql(layout, part))], 'AND');
}

/**
 * A filter as a condition. SQL's "unknown" of an absent value counts as false at the top, and `not` asks for IS NOT
 * TRUE, which makes the whole two-valued.
 */
function filterSql(layout: Layout, filter: Filter): Sql {
  switch (filter.op) {
    case 'and':
    case 'or':
      return joinSql(
        filter.of.map((part) => filterSql(layout, part)),
        filter.op === 'and' ? 'AND' : 'OR',
      );
    case 'not': {
      const { text, parameters } = filterSql(layout, filter.of);
      return { text: `(${text}) IS NOT TRUE`, parameters };
    }
  }
  const required = requiredTerms(layout.type, filter);
  if (required !== undefined) {
    return termsSql(layout, required);
  }
  const test = keyTestOf(layout.type, filter);
  if (test !== undefined) {
    return keyTestSql(layout.type, test.key, test.test);
  }
  return absenceSql(layout, filter);
}

/** `ne` of any key, and `isNull` of a list. */
function absenceSql(layout: Layout, filter: Filter): Sql {
  const { type } = layout;
  if (filter.op === 'isNull') {
    return negated(termsSql(layout, [[presenceTerm(filter.key)]]));
  }
  if (filter.op !== 'ne') {
    return { text: '0', parameters: [] };
  }
  if (type.keys[filter.key]?.kind === 'terms') {
    return negated(termsSql(layout, [[valueTerm(filter.key, String(filter.value))]]));
  }
  const [columns, marks] = sidesOf(type, filter.key);
  return { text: `${columns} IS NOT ${marks}`, parameters: columnValues(filter.value) };
}

function negated({ text, parameters }: Sql): Sql {
  return { text: `NOT ${text}`, parameters };
}

/** The rows that hold a term of every set. No sets: every row; a set of none: no row. */
function termsSql(layout: Layout, sets: readonly (readonly string[])[]): Sql {
  if (sets.length === 0 || sets.some((set) => set.length === 0)) {
    return { text: sets.length === 0 ? '1' : '0', parameters: [] };
  }
  return {
    text: `id IN (SELECT rowid FROM ${layout.terms} WHERE ${layout.terms} MATCH ?)`,
    parameters: [matchExpression(sets)],
  };
}

export function keyTestSql(type: RecordType, key: string, test: KeyTest): Sql {
  const [columns, marks] = sidesOf(type, key);
  const [first] = columnsOf(type, key);
  switch (test.is) {
    case 'null':
      return { text: `${first} IS NULL`, parameters: [] };
    case 'oneOf': {
      const parameters = test.values.flatMap(columnValues);
      if (test.values.length < 2) {
        return { text: test.values.length === 0 ? '0' : `${columns} = ${marks}`, parameters };
      }
      const list = test.values.map(() => marks).join(', ');
      return { text: `${columns} IN (${marks === '?' ? list : `VALUES ${list}`})`, parameters };
    }
    case 'range': {
      const bounds = boundsSql(type, key, test);
      return bounds.text === '' ? { text: `${first} IS NOT NULL`, parameters: [] } : bounds;
    }
  }
}

/** The ends of a stretch as comparisons, none of which a null passes; an empty text without ends. */
export function boundsSql(
  type: RecordType,
  key: string,
  ends: { readonly lower?: Bound | undefined; readonly upper?: Bound | undefined },
): Sql {
  const parts: Sql[] = [];
  if (ends.lower !== undefined) {
    parts.push(compareSql(type, key, ends.lower.open ? '>' : '>=', ends.lower.value));
  }
  if (ends.upper !== undefined) {
    parts.push(compareSql(type, key, ends.upper.open ? '<' : '<=', ends.upper.value));
  }
  return parts.length === 0 ? { text: '', parameters: [] } : joinSql(parts, 'AND');
}

export function compareSql(
  type: RecordType,
  key: string,
  operator: '<' | '<=' | '=' | '>=' | '>',
  value: KeyValue,
): Sql {
  const [columns, marks] = sidesOf(type, key);
  return { text: `${columns} ${operator} ${marks}`, parameters: columnValues(value) };
}

export function joinSql(parts: readonly Sql[], operator: 'AND' | 'OR'): Sql {
  const [only] = parts;
  if (only === undefined) {
    return { text: operator === 'AND' ? '1' : '0', parameters: [] };
  }
  if (parts.length === 1) {
    return only;
  }
  const text = parts.map((part) => `(${part.text})`).join(` ${operator} `);
  return { text, parameters: parts.flatMap((part) => part.parameters) };
}

/** A key's columns and as many question marks, as row values where they are two. */
function sidesOf(type: RecordType, key: string): [columns: string, marks: string] {
  const columns = columnsOf(type, key);
  return columns.length === 1
    ? [columns.join(), '?']
    : [`(${columns.join(', ')})`, `(${columns.map(() => '?').join(', ')})`];
}

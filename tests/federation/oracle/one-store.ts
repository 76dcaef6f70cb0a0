import { writeDecimal } from '../../../shared/domain/decimal.js';
import { compareGroupKeys, type DimensionValue, groupKeyId } from '../../../shared/domain/group-key.js';
import { keyOfConstant } from '../../../shared/domain/key-of-constant.js';
import { compareKeys, type Position, type SortDirection } from '../../../shared/domain/key-value.js';
import { filterFromInput } from '../../../shared/kit/filter-from-input.js';
import type { StoredRecord } from '../../../shared/store/record-store.js';
import type { RecordType } from '../../../shared/store/record-type.js';
import { keysOfStored, matches } from '../../fixtures/naive-query.js';
import type { Question, Row } from './declaration-cases.js';

/**
 * The oracle: all rows of all members in one list, filtered word by word, sorted by `compareKeys`. It knows nothing of
 * members, pages or merging.
 */
export class OneStore {
  readonly #type: RecordType;
  readonly #rows: readonly Row[];

  constructor(type: RecordType, rows: readonly Row[]) {
    this.#type = type;
    this.#rows = rows;
  }

  /** Ids of all matching rows in the order asked for. */
  idsOf(question: Pick<Question, 'filter' | 'orderBy'>): string[] {
    const directions = question.orderBy.map(
      ({ direction }): SortDirection => (direction === 'DESC' ? 'DESC' : 'ASC'),
    );
    return this.#matching(question.filter)
      .map((row) => this.#positionOf(row, question))
      .toSorted((a, b) => compareKeys(a, b, directions))
      .map(({ member, local }) => `${member}:${local}`);
  }

  /** Groups with their counts and sums, as the answer shows them. */
  totalsOf(question: { readonly filter: Record<string, unknown>; readonly groupBy: readonly string[] }) {
    const groups = new Map<string, { key: DimensionValue[]; count: number; sum: bigint | null }>();
    for (const row of this.#matching(question.filter)) {
      const keys = keysOfStored(this.#type, stored(row));
      const key = question.groupBy.map((dimension) => coordinate(dimension, keys));
      const id = groupKeyId(key);
      const group = groups.get(id) ?? { key, count: 0, sum: null };
      const amount = keys['total'];
      if (typeof amount === 'object' && amount !== null) {
        group.sum = (group.sum ?? 0n) + BigInt(amount[0]) * 1_000_000_000n + BigInt(amount[1]);
      }
      group.count += 1;
      groups.set(id, group);
    }
    return [...groups.values()]
      .sort((a, b) => compareGroupKeys(a.key, b.key))
      .map(({ key, count, sum }) => ({
        key: key.map(({ dimension, scheme, code }) => ({ dimension, scheme, code })),
        count: { value: count, relation: 'EXACT' },
        sum: sum === null ? null : writeDecimal(sum),
        complete: true,
      }));
  }

  #matching(input: Record<string, unknown>): Row[] {
    return this.#rows.filter((row) => {
      const filter = filterFromInput(input, { type: this.#type, member: row.member });
      return matches(filter, this.#type, stored(row));
    });
  }

  #positionOf(row: Row, question: Pick<Question, 'orderBy'>): Position {
    const keys = keysOfStored(this.#type, stored(row));
    return {
      k: question.orderBy.map(({ field }) => keys[keyOfConstant(field)] ?? null),
      member: row.member,
      local: row.local,
    };
  }
}

function coordinate(dimension: string, keys: ReturnType<typeof keysOfStored>): DimensionValue {
  const key = keyOfConstant(dimension);
  return { dimension, scheme: text(keys[`${key}Scheme`]), code: text(keys[key]), label: null };
}

function text(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}

function stored(row: Row): StoredRecord {
  return { type: 'Declaration', local: row.local, body: row.body, createdAt: '', modifiedAt: '' };
}

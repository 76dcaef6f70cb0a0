import fc from 'fast-check';

type Input = Readonly<Record<string, unknown>>;

/** A question about the records of one type, as GraphQL variables. */
export type Question =
  | {
      readonly kind: 'LIST';
      readonly filter: Input;
      readonly orderBy: readonly Input[];
      readonly first: number;
      readonly choices: readonly number[];
    }
  | {
      /** The same list below an entity that is made of parties of many members. */
      readonly kind: 'BELOW';
      readonly filter: Input;
      readonly orderBy: readonly Input[];
      readonly first: number;
      readonly drawn: readonly number[];
      readonly choices: readonly number[];
    }
  | {
      readonly kind: 'BY_ID' | 'ENTITIES';
      readonly drawn: readonly number[];
      readonly choices: readonly number[];
    }
  | {
      readonly kind: 'TOTALS';
      readonly filter: Input;
      readonly groupBy: readonly string[];
      readonly choices: readonly number[];
    };

export interface QuestionParts {
  /** Tests of one field each. */
  readonly tests: readonly fc.Arbitrary<Input>[];
  readonly orders: readonly string[];
  /** The order for which the currency has to be pinned. */
  readonly amountOrder?: string;
  readonly dimensions: readonly string[];
  /** Dimensions that owners list for those who may only count, and tests of single values of them. */
  readonly listed: { readonly dimensions: readonly string[]; readonly tests: readonly fc.Arbitrary<Input>[] };
}

export function operators(field: string, values: readonly unknown[], names: readonly string[]) {
  return fc
    .tuple(fc.constantFrom(...values), fc.constantFrom(...names))
    .map(([value, name]): Input => ({ [field]: { [name]: name === 'in' ? [value] : value } }));
}

export function absence(...fields: readonly string[]): fc.Arbitrary<Input> {
  return fc
    .tuple(fc.constantFrom(...fields), fc.boolean())
    .map(([field, isNull]): Input => ({ [field]: { isNull } }));
}

const choices = fc.array(fc.nat(10_000), { minLength: 12, maxLength: 70, size: 'max' });
const direction = fc.constantFrom('ASC', 'DESC');

/** Lists, single records, entities and totals of one record type. */
export function questionsOf(parts: QuestionParts): fc.Arbitrary<Question> {
  const test = fc.oneof(...parts.tests);
  const filter: fc.Arbitrary<Input> = fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    { weight: 5, arbitrary: test },
    { weight: 2, arbitrary: fc.tuple(test, test).map((and) => ({ and })) },
    { weight: 2, arbitrary: fc.tuple(test, test).map((or) => ({ or })) },
    { weight: 1, arbitrary: test.map((not) => ({ not })) },
  );
  const list = fc
    .record({
      drawn: filter,
      keys: fc.shuffledSubarray([...parts.orders], { maxLength: 2 }),
      directions: fc.tuple(direction, direction),
      first: fc.oneof(fc.constantFrom(1, 2, 3), fc.integer({ min: 1, max: 25 })),
      choices,
    })
    .map(({ drawn, keys, directions, first, choices: of }) => {
      const pinned = keys.some((key) => key === parts.amountOrder);
      return {
        filter: pinned ? { and: [drawn, {}], currency: { eq: 'EUR' } } : drawn,
        orderBy: keys.map((field, i) => ({ field, direction: directions[i] })),
        first,
        choices: of,
      };
    });
  const below = fc.record({ of: list, drawn: fc.array(fc.nat(10_000), { maxLength: 8 }) });
  const wholeValue = fc.oneof(...parts.listed.tests);
  const wholeValues: fc.Arbitrary<Input> = fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    { weight: 2, arbitrary: wholeValue },
    { weight: 1, arbitrary: fc.tuple(wholeValue, wholeValue).map((and) => ({ and })) },
  );
  const totals = fc.oneof(
    fc.record({ filter, groupBy: fc.subarray([...parts.dimensions], { maxLength: 3 }), choices }),
    fc.record({ filter: wholeValues, groupBy: fc.subarray([...parts.listed.dimensions]), choices }),
  );
  const named = fc
    .record({
      kind: fc.constantFrom('BY_ID' as const, 'ENTITIES' as const),
      drawn: fc.array(fc.nat(10_000), { minLength: 1, maxLength: 4 }),
      choices,
    })
    .map((drawn): Question => drawn);
  return fc.oneof(
    { weight: 4, arbitrary: list.map((drawn): Question => ({ kind: 'LIST', ...drawn })) },
    { weight: 2, arbitrary: below.map(({ of, drawn }): Question => ({ kind: 'BELOW', ...of, drawn })) },
    { weight: 3, arbitrary: totals.map((drawn): Question => ({ kind: 'TOTALS', ...drawn })) },
    { weight: 3, arbitrary: named },
  );
}

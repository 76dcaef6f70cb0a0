import { z } from 'zod';
import { readDecimal } from '../../../shared/domain/decimal.js';
import type { DimensionValue } from '../../../shared/domain/group-key.js';

const text = z.string().nullable();

/** One group of a total, as the graph gives it. */
const Group = z.object({
  key: z.array(z.object({ dimension: z.string(), scheme: text, code: text, label: text })),
  count: z.object({ value: z.int() }),
  sum: text.default(null),
  complete: z.boolean(),
  suppressedBecause: z.enum(['SMALL_GROUP', 'DERIVABLE']).nullable(),
  members: z
    .array(z.object({ id: z.string() }))
    .nullable()
    .transform((members) => (members ?? []).map(({ id }) => id)),
});

export interface TotalGroup {
  readonly key: readonly DimensionValue[];
  readonly count: number;
  /** In 10⁻⁶ units; null where no record has an amount, or they add up to too much. */
  readonly sum: bigint | null;
  readonly complete: boolean;
  readonly suppressedBecause: 'SMALL_GROUP' | 'DERIVABLE' | null;
  readonly members: readonly string[];
}

/** The groups of an answer to `operationOf`; undefined where there are none to read. */
export function readTotalGroups(data: Readonly<Record<string, unknown>> | null): TotalGroup[] | undefined {
  const groups: unknown = data?.['groups'];
  if (groups === null || groups === undefined) {
    return undefined;
  }
  return z
    .array(Group)
    .parse(groups)
    .map(({ count, sum, ...group }) => ({
      ...group,
      count: count.value,
      sum: sum === null ? null : readDecimal(sum),
    }));
}

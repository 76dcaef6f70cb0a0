import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { SubjectKind } from '../../shared/linking/link-subject.js';

/** Two names, and whether people say that they are of the same party. */
export interface NameCase {
  readonly kind: SubjectKind;
  readonly name1: string;
  readonly name2: string;
  readonly isMatch: boolean;
}

const file = fileURLToPath(new URL('../../../shared/data/name-matching/cases-train.csv', import.meta.url));

const Row = z.object({
  schema: z.string(),
  name1: z.string(),
  name2: z.string(),
  is_match: z.enum(['true', 'false']).transform((value) => value === 'true'),
});

/** The pairs of names that people judged, or undefined where `../shared/data` is absent. */
export function readCases(): NameCase[] | undefined {
  if (!existsSync(file)) {
    return undefined;
  }
  const rows: unknown = parse(readFileSync(file, 'utf8'), { columns: true });
  return z
    .array(Row)
    .parse(rows)
    .map(({ schema, name1, name2, is_match: isMatch }) => {
      const kind = schema === 'Person' ? ('PERSON' as const) : ('ORGANIZATION' as const);
      return { kind, name1, name2, isMatch };
    });
}

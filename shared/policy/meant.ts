import { z } from 'zod';

/** Reads a value by the form it is meant to have, so that its faults are those of that form alone. */
export function meant<T>(choose: (value: unknown) => z.ZodType<T>) {
  return z.unknown().transform((value, context): T => {
    const result = choose(value).safeParse(value);
    if (result.success) {
      return result.data;
    }
    for (const { message, path } of result.error.issues) {
      context.addIssue({ code: 'custom', message, path });
    }
    return z.NEVER;
  });
}

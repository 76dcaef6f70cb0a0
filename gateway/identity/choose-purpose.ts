import { AccordError } from '../../shared/errors/accord-error.js';

/**
 * What a request is for: the header `x-purpose`; without it the only purpose that the caller has, if there is one.
 * Throws BAD_PURPOSE for one that the caller is not registered for.
 */
export function choosePurpose(
  header: string | readonly string[] | undefined,
  allowed: readonly string[],
): string | null {
  if (header === undefined) {
    return allowed.length === 1 ? (allowed[0] ?? null) : null;
  }
  const chosen = allowed.find((purpose) => purpose === header);
  if (chosen === undefined) {
    throw new AccordError(
      'BAD_PURPOSE',
      'Expected in the header "x-purpose" a purpose that the caller is registered for, got another.',
    );
  }
  return chosen;
}

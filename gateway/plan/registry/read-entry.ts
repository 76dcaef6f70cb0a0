import { AccordError } from '../../../shared/errors/accord-error.js';
import { RegistryEntry } from './registry-entry.js';

/** Reads a stored entry. Throws STORE_VERSION where it is not of today's form. */
export function readEntry(text: string): RegistryEntry {
  const result = RegistryEntry.safeParse(parseJson(text));
  if (!result.success) {
    throw new AccordError(
      'STORE_VERSION',
      'Expected entries of the registry in the form of this version, one has another.',
      { cause: result.error },
    );
  }
  return result.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

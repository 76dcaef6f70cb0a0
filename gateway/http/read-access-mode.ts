import { AccordError } from '../../shared/errors/accord-error.js';
import { type AccessMode, accessModes } from '../fanout/request-scope.js';
import { requestExtension } from './request-extension.js';

/**
 * What the caller makes of an operation that asks for more than they may read: `access` among the extensions of the
 * request's body, the part that they may read where it says nothing. Throws BAD_INPUT for another word.
 */
export function readAccessMode(body: unknown): AccessMode {
  const said = requestExtension(body, 'access');
  if (said === undefined) {
    return 'FILTER';
  }
  const known = accessModes.find((mode) => mode === said);
  if (known === undefined) {
    throw new AccordError(
      'BAD_INPUT',
      `Expected ${accessModes.join(' or ')} in the request extension "access", got something else.`,
    );
  }
  return known;
}

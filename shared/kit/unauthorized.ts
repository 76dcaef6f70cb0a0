import { AccordError } from '../errors/accord-error.js';

/** What whoever may not read or use a field learns: nothing about why. */
export function unauthorized(): AccordError {
  return new AccordError('UNAUTHORIZED_FIELD_OR_TYPE', 'Unauthorized field or type');
}

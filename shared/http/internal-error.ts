import { AccordError } from '../errors/accord-error.js';

/** What a client sees of a fault of ours: the id to find it in the log by, nothing else. */
export function internalError(requestId: string): AccordError {
  return new AccordError('INTERNAL', `Something went wrong on our side; the log has it as "${requestId}".`);
}

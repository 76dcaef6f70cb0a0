import { readRecordId } from '../domain/ids.js';
import { AccordError } from '../errors/accord-error.js';

/** The local part of a record id in a filter; `undefined` for another member's. Throws BAD_FILTER. */
export function localIdFrom(id: unknown, member: string, path: string): string | undefined {
  try {
    const read = readRecordId(typeof id === 'string' ? id : '');
    return read.member === member ? read.local : undefined;
  } catch (cause) {
    throw new AccordError('BAD_FILTER', `Expected an id of the form "<member>:<local>" for "${path}".`, {
      cause,
    });
  }
}

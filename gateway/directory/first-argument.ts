import { faultOf } from './directory-fault.js';

export const maxFirst = 200;

/** How many rows are asked for. Throws BAD_INPUT. */
export function readFirst(first: number | null | undefined, otherwise: number): number {
  const read = first ?? otherwise;
  if (read < 1 || read > maxFirst) {
    throw faultOf('BAD_INPUT', `Expected "first" from 1 to ${maxFirst}.`);
  }
  return read;
}

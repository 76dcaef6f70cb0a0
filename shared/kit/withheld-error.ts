import { AccordError } from '../errors/accord-error.js';
import type { Withheld } from '../policy/member-policy.js';

/** A value that is there and not given, where the owner lets that be known. */
export class WithheldError extends AccordError {
  readonly withheld: Withheld;

  constructor(withheld: Withheld) {
    super('WITHHELD', 'The owner withholds this value.');
    this.name = 'WithheldError';
    this.withheld = withheld;
  }
}

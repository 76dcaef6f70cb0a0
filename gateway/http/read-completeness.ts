import { AccordError } from '../../shared/errors/accord-error.js';
import { type Completeness, completenesses } from '../fanout/request-scope.js';
import { requestExtension } from './request-extension.js';

/**
 * What the caller makes of an answer that lacks members: the header `x-accord-completeness`, or `completeness` among
 * the extensions of the request's body; best effort where neither says. Throws BAD_INPUT for another word, and where
 * the two differ: taking either would hide from the caller what the other asked for.
 */
export function readCompleteness(
  header: string | readonly string[] | undefined,
  body: unknown,
): Completeness {
  const inHeader = header === undefined ? undefined : read(header, 'the header "x-accord-completeness"');
  const said = requestExtension(body, 'completeness');
  const inBody = said === undefined ? undefined : read(said, 'the request extension "completeness"');
  if (inHeader !== undefined && inBody !== undefined && inHeader !== inBody) {
    throw new AccordError(
      'BAD_INPUT',
      `Expected one completeness, got ${inHeader} in the header and ${inBody} in the extensions.`,
    );
  }
  return inHeader ?? inBody ?? 'BEST_EFFORT';
}

function read(value: unknown, where: string): Completeness {
  const known = completenesses.find((one) => one === value);
  if (known === undefined) {
    throw new AccordError(
      'BAD_INPUT',
      `Expected ${completenesses.join(' or ')} in ${where}, got something else.`,
    );
  }
  return known;
}

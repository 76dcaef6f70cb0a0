import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { AccordError } from '../../shared/errors/accord-error.js';
import { readSupergraphUrl } from '../members/read-supergraph-url.js';

/** Reads a supergraph's SDL from a file or an http(s) URL. Throws BAD_FILE. */
export async function readSupergraph(place: string): Promise<string> {
  if (/^https?:\/\//i.test(place)) {
    return await readSupergraphUrl(place);
  }
  try {
    return await readFile(place, 'utf8');
  } catch (cause) {
    throw new AccordError('BAD_FILE', `Expected a readable supergraph file "${basename(place)}".`, { cause });
  }
}

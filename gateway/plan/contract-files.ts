import { readFileSync } from 'node:fs';
import { type Domain, domains } from '../../shared/domain/domains.js';
import { AccordError } from '../../shared/errors/accord-error.js';

/** A subgraph as composition takes it. */
export interface SubgraphSource {
  /** Its name in the supergraph. */
  readonly name: string;
  /** Federation SDL. */
  readonly sdl: string;
}

/** What the members that serve a domain have agreed on. */
export interface Contract extends SubgraphSource {
  readonly name: Domain;
}

const subgraphsFolder = new URL('../../subgraphs/', import.meta.url);

/** The contracts of all domains, read from the files the members serve them from. Throws BAD_CONTRACT. */
export function readContracts(folder: URL = subgraphsFolder): readonly Contract[] {
  return domains.map((domain) => ({ name: domain, sdl: readContract(domain, folder) }));
}

function readContract(domain: Domain, folder: URL): string {
  try {
    return readFileSync(new URL(`${domain}/schema.graphql`, folder), 'utf8');
  } catch (cause) {
    throw new AccordError('BAD_CONTRACT', `Expected a readable "schema.graphql" of the domain "${domain}".`, {
      cause,
    });
  }
}

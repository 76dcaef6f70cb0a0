import type { IssuerConfig } from './issuer-config.js';
import { type IssuerKeys, type IssuerSurroundings, openIssuerKeys } from './issuer-keys.js';

/** An issuer that is believed, with its keys. */
export interface Issuer {
  readonly config: IssuerConfig;
  readonly keys: IssuerKeys;
}

/** Those that are believed, by their `iss`. */
export type Issuers = ReadonlyMap<string, Issuer>;

/** Opens the issuers of a configuration, whose paths are absolute. Throws BAD_CONFIG for a file that holds no key. */
export function openIssuers(configs: readonly IssuerConfig[], around: IssuerSurroundings): Issuers {
  return new Map(configs.map((config) => [config.issuer, { config, keys: openIssuerKeys(config, around) }]));
}

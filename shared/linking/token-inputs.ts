import { schemeFacts } from './identifier-schemes.js';
import { normalizedName } from './names/normalized-name.js';
import { parseName } from './names/parse-name.js';
import { normalizeIdentifier } from './normalize-identifier.js';
import type { TokenFacts } from './token-facts.js';

/** The texts that a party's tokens are made of. They stay with the owner. */
export interface TokenInputs {
  readonly identifiers: readonly string[];
  readonly names: readonly string[];
}

/** Bounds what one record costs the broker; a subject has at most 200 tokens of a kind. */
const most = { identifiers: 50, names: 8, countries: 4 } as const;

/**
 * One text for each identifier, scheme and number in the one form that is compared; none where its scheme gives a number
 * to several holders, since the hub cannot see the scheme of a token. For each name four kinds: alone, with the birth
 * year, with each country, and with both. Of two parties the hub sees how many kinds agree, and so how much besides the
 * name, without learning which. The kinds cannot be mistaken for one another. Pure.
 */
export function tokenInputs({ kind, names, birthYear, countries, identifiers }: TokenFacts): TokenInputs {
  const ids = identifiers.flatMap((identifier) => {
    const normal = normalizeIdentifier(identifier);
    return normal === null || schemeFacts(normal.scheme).isWeak === true
      ? []
      : [JSON.stringify(['identifier', normal.scheme, normal.id])];
  });
  const normal = names.map((name) => normalizedName(parseName(name, kind))).filter((name) => name !== '');
  const places = [...new Set(countries)].sort().slice(0, most.countries);
  const years = birthYear === undefined ? [] : [birthYear];
  const ofName = (name: string): string[] =>
    [null, ...years].flatMap((year) =>
      [null, ...places].map((place) => JSON.stringify(['name', kind, name, year, place])),
    );
  return {
    identifiers: [...new Set(ids)].slice(0, most.identifiers),
    names: [...new Set(normal)].slice(0, most.names).flatMap(ofName),
  };
}

import { joinSounds } from './join-sounds.js';
import type { JoinedTokens, NameToken } from './parsed-name.js';

const mostJoined = 3;

/** Two or three neighbours read as one word, and two in the other order. Initials are no parts. */
export function joinTokens(tokens: readonly NameToken[]): JoinedTokens[] {
  const found: JoinedTokens[] = [];
  for (let at = 0; at + 1 < tokens.length; at++) {
    for (let end = at + 2; end <= Math.min(at + mostJoined, tokens.length); end++) {
      const parts = tokens.slice(at, end);
      if (parts.some(({ role }) => role === 'initial')) {
        break;
      }
      const places = ((1 << parts.length) - 1) << at;
      found.push(join(parts, places));
      if (parts.length === 2) {
        found.push(join(parts.reverse(), places));
      }
    }
  }
  return found;
}

function join(parts: readonly NameToken[], places: number): JoinedTokens {
  return {
    places,
    sound: joinSounds(parts.map(({ sound }) => sound)),
    script: parts[0]?.script ?? 'latin',
    mask: parts.reduce((mask, part) => mask | part.mask, 0),
  };
}

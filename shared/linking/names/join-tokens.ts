import type { Sounding } from './compare-tokens.js';
import { joinSounds } from './join-sounds.js';
import type { NameToken } from './parsed-name.js';

/** Neighbouring words read as one. */
export interface JoinedTokens {
  readonly places: readonly number[];
  readonly joined: Sounding;
}

/** How much longer or shorter than the word compared they may be: scripts without vowels are shorter. */
const within = 0.55;
const mostJoined = 3;

/** Two or three neighbours, and two in the other order, that are about `length` sounds long together. Initials are no parts. */
export function joinTokens(tokens: readonly NameToken[], length: number): JoinedTokens[] {
  const found: JoinedTokens[] = [];
  for (let at = 0; at + 1 < tokens.length; at++) {
    let letters = tokens[at]?.sound.length ?? 0;
    for (let end = at + 1; end < Math.min(at + mostJoined, tokens.length); end++) {
      letters += tokens[end]?.sound.length ?? 0;
      const ratio = letters / length;
      if (ratio < within || ratio > 1 / within) {
        continue;
      }
      const parts = tokens.slice(at, end + 1);
      if (parts.every(({ role }) => role !== 'initial')) {
        const places = parts.map((_, i) => at + i);
        found.push({ places, joined: join(parts) });
        if (parts.length === 2) {
          found.push({ places, joined: join([...parts].reverse()) });
        }
      }
    }
  }
  return found;
}

function join(parts: readonly NameToken[]): Sounding {
  return {
    sound: joinSounds(parts.map(({ sound }) => sound)),
    script: parts[0]?.script ?? 'latin',
    mask: parts.reduce((mask, part) => mask | part.mask, 0),
  };
}

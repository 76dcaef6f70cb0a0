import { isUnvocalised } from './name-token.js';
import type { NameToken } from './parsed-name.js';
import { soundDistance } from './sound-distance.js';

/** How alike two words are, 0 to 1: 1 for the same Latin letters, less for the same sounds, less the more differ. */
export function compareTokens(a: NameToken, b: NameToken): number {
  if (a.latin === b.latin && a.script === b.script) {
    return a.native === b.native || a.script !== 'han' ? 1 : 0.5;
  }
  if (a.role === 'initial' || b.role === 'initial') {
    return compareInitials(a, b);
  }
  if (a.script === b.script && (a.script === 'han' || a.script === 'hangul')) {
    return compareCharacters(a.native, b.native);
  }
  if (a.sound === b.sound || a.latin === b.latin) {
    return 0.97;
  }
  if (a.term === b.term) {
    return 0.94;
  }
  if (isUnvocalised(a.script) || isUnvocalised(b.script)) {
    return compareUnvocalised(a, b);
  }
  return a.role === 'generic' && b.role === 'generic' ? 0 : compareSounds(a, b);
}

const initialMatch = 0.9;

function compareInitials(a: NameToken, b: NameToken): number {
  for (const letter of a.initials) {
    if (b.initials.includes(letter)) {
      return initialMatch;
    }
  }
  return 0;
}

/** A character of Han or Hangul is a syllable or a word: another one is another name. */
function compareCharacters(a: string, b: string): number {
  const length = Math.max(a.length, b.length);
  let same = 0;
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    same += a[i] === b[i] ? 1 : 0;
  }
  return same === length ? 1 : (0.8 * same) / length;
}

function compareUnvocalised(a: NameToken, b: NameToken): number {
  const bothUnvocalised = isUnvocalised(a.script) && isUnvocalised(b.script);
  if (bothUnvocalised) {
    return compareSounds(a, b);
  }
  if (a.skeleton === b.skeleton && a.skeleton.length > 1) {
    return 0.92;
  }
  const skeletons =
    1 - soundDistance(a.skeleton, b.skeleton) / Math.max(a.skeleton.length, b.skeleton.length, 1);
  return Math.max(compareSounds(a, b), skeletons * 0.85);
}

function compareSounds(a: NameToken, b: NameToken): number {
  const longer = Math.max(a.sound.length, b.sound.length);
  if (unshared(a.mask, b.mask) > longer) {
    return 0;
  }
  return Math.max(0, 1 - soundDistance(a.sound, b.sound) / longer);
}

/** How many sounds occur in one of the two words only. */
function unshared(a: number, b: number): number {
  let bits = a ^ b;
  let count = 0;
  while (bits !== 0) {
    bits &= bits - 1;
    count++;
  }
  return count;
}

import type { SubjectFeatures } from './subject-features.js';

/**
 * A text that subjects which are compared mostly have in common: taking all subjects in the order of it, most of those
 * that one is compared with come shortly before or after. Two that are found by two words, or by a word and an initial,
 * share the longer one's consonants, however it is spelled. Empty for names of initials alone, and for tokens.
 */
export function neighbourhoodOf({ names }: SubjectFeatures): string {
  let longest = '';
  for (const { role, skeleton } of names.flatMap(({ words }) => words)) {
    const isLonger =
      skeleton.length === longest.length ? skeleton > longest : skeleton.length > longest.length;
    if (isLonger && (role === 'name' || role === 'father')) {
      longest = skeleton;
    }
  }
  return longest;
}

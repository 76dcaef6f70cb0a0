/** Words read as one: two sounds alike that meet are one. */
export function joinSounds(sounds: readonly string[]): string {
  return sounds.reduce(
    (joined, next) => (joined.at(-1) === next.charAt(0) ? joined + next.slice(1) : joined + next),
    '',
  );
}

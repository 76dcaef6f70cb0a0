/** `Abd` and `Abdul` alone: servant of, with or without the article. */
const servant = /^abd[aeou]?[lr]?$/;
/** `Abdulaziz`, `Abdurrahman`: the article takes on the next sound. */
const servantOf = /^abd[aeiou]?[lrsdtzn]?([b-df-hj-np-tv-z][a-z]{3,})$/;
/** `Hamidullah`. */
const ofGod = /^([a-z]{4,})[uo]ll?ah$/;
/** `Shamsuddin`, `Noureddine`. */
const ofFaith = /^([a-z]{3,})[aeou]d(?:din|deen|dine)$/;
const arabicServantOf = /^عبدال(.{3,})$/u;

/** The parts of an Arabic name that is written as one word, so that they are compared one by one. Other words as they are. */
export function partsOfName(word: string): readonly string[] {
  if (servant.test(word)) {
    return ['abd'];
  }
  const named = servantOf.exec(word)?.[1];
  if (named !== undefined) {
    return ['abd', named];
  }
  const arabic = arabicServantOf.exec(word)?.[1];
  if (arabic !== undefined) {
    return ['عبد', arabic];
  }
  const whose = ofGod.exec(word)?.[1];
  if (whose !== undefined) {
    return [whose, 'allah'];
  }
  const faith = ofFaith.exec(word)?.[1];
  return faith === undefined ? [word] : [faith, 'din'];
}

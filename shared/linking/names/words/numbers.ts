const cardinals = words(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
);
const ordinals = words(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth',
);
const romans = words('i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx');

/** What numbers below 20 are called, as cardinals and as ordinals. */
export const units: ReadonlyMap<string, number> = new Map(
  [...cardinals, ...ordinals].map((word, i) => [word, (i % cardinals.length) + 1]),
);
export const tens: ReadonlyMap<string, number> = new Map(
  words('twenty thirty forty fifty sixty seventy eighty ninety').map((word, i) => [word, (i + 2) * 10]),
);
export const romanNumerals: ReadonlyMap<string, number> = new Map(romans.map((word, i) => [word, i + 1]));

function words(spaced: string): string[] {
  return spaced.split(' ');
}

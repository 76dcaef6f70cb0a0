import { readList } from './read-table.js';

/** Titles and forms of address: people have or lack them by chance. */
export const honorifics = readList(`
mr, mrs, ms, miss, mister, dr, doctor, prof, professor, sir, dame, lord, lady, madam, mme, mlle, monsieur, madame, herr, frau, senor,
señor, señora, sra, srta, dona, rev, hon, gen, general, colonel, capt, captain, president, minister, judge, senator, jr, sr, junior,
senior, esq, phd, sheikh, shaikh, sheik, shaykh, haji, hajji, hadji, hajj, mullah, mulla, maulavi, mawlawi, maulvi, maulana,
ayatollah, sayyid, sayed, sayyed, syed, господин, госпожа, доктор, профессор, الشيخ, السيد, السيدة, الدكتور, الحاج, κύριος, κυρία,
კალბატონი, ბატონი, 씨, 님
`);

/** Words that join the parts of a name. */
export const particles = readList(`
al, el, ul, ur, ud, as, ad, ar, at, es, abu, abou, umm, de, del, della, di, da, do, dos, das, du, des, la, le, los, las, van,
von, vom, der, den, ten, ter, zu, zum, af, av, of, the, and, ال, ابو, أبو, ام, أم, аль, эль, абу, фон, ван, де, дер
`);

/** Words before a father's name. */
export const childOf = readList(`bin, ibn, ben, bint, binti, bnt, ould, бин, ибн, бен, بن, ابن, بنت, בן, בת`);

/** Words after a father's name. */
export const childAfter = readList(
  `oglu, ogly, oğlu, uly, uulu, kyzy, qizi, qızı, оглы, улы, уулу, кызы, қызы, ұлы`,
);

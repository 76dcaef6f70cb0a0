import { isStricter } from '../policy/ceiling.js';
import { mostRequirements, type RecordAudience } from '../policy/record-audience.js';

/**
 * Who is of two audiences of one member's records at once; null where that would ask more of a caller than can be
 * published.
 */
export function narrowerAudience(one: RecordAudience, other: RecordAudience): RecordAudience | null {
  const stricter = isStricter(other.tlp, one.tlp) ? other : one;
  const requires = [...one.requires, ...other.requires.filter((asked) => !isAskedBy(one, asked))];
  const embargoes = [one.embargoUntil, other.embargoUntil].filter((until) => until !== undefined);
  const embargoUntil = embargoes.sort().at(-1);
  return requires.length > mostRequirements
    ? null
    : {
        tlp: stricter.tlp,
        ...(embargoUntil !== undefined && { embargoUntil }),
        sharedWith: stricter.sharedWith,
        requires,
      };
}

/**
 * Whether an audience is to be taken as the larger of two: by its embargo, its label, and by how much else it asks, in
 * this order. Which of two is larger cannot always be told; each is an audience of its own right.
 */
export function isOpener(one: RecordAudience, than: RecordAudience): boolean {
  const [ours, theirs] = [one.embargoUntil ?? '', than.embargoUntil ?? ''];
  if (ours !== theirs) {
    return ours < theirs;
  }
  return one.tlp === than.tlp ? one.requires.length < than.requires.length : isStricter(than.tlp, one.tlp);
}

function isAskedBy({ requires }: RecordAudience, asked: RecordAudience['requires'][number]): boolean {
  const text = JSON.stringify(asked);
  return requires.some((known) => JSON.stringify(known) === text);
}

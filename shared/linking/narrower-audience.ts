import { isStricter } from '../policy/ceiling.js';
import type { PublishedRequirement } from '../policy/published-policy.js';
import { mostRequirements, type RecordAudience } from '../policy/record-audience.js';

/**
 * Who is of two audiences of one member's records at once; null where that would ask more of a caller than can be
 * published.
 */
export function narrowerAudience(one: RecordAudience, other: RecordAudience): RecordAudience | null {
  const [stricter, milder] = isStricter(other.tlp, one.tlp) ? [other, one] : [one, other];
  const asked = [...one.requires, ...other.requires, ...ofLabels(stricter, milder)];
  const requires = [
    ...new Map(asked.map((requirement) => [JSON.stringify(requirement), requirement])).values(),
  ];
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
 * this order. Which of two is larger cannot always be told; each is an audience in its own right.
 */
export function isOpener(one: RecordAudience, than: RecordAudience): boolean {
  const [ours, theirs] = [one.embargoUntil ?? '', than.embargoUntil ?? ''];
  if (ours !== theirs) {
    return ours < theirs;
  }
  return one.tlp === than.tlp ? one.requires.length < than.requires.length : isStricter(than.tlp, one.tlp);
}

const isMember: PublishedRequirement = {
  ...{ authenticated: false, scopes: [], proof: false },
  policies: [[['member']]],
};

/** An owner may share TLP:AMBER+STRICT with organisations that are no members, who may not know of TLP:AMBER. */
function ofLabels(stricter: RecordAudience, milder: RecordAudience): readonly PublishedRequirement[] {
  return stricter.tlp === 'TLP:AMBER+STRICT' && milder.tlp === 'TLP:AMBER' ? [isMember] : [];
}

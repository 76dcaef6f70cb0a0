import { type LinkingMeasures, measureLinking, type Step } from './linking/measure-linking.js';

const subjects = 1_000_000;
const few = 10_000;
const added = 1_000;

const limits = { linkSeconds: 30 * 60, addSeconds: 5, rssMiB: 4 * 1024, ratio: 3 } as const;

/**
 * Links a million generated subjects of 30 members from scratch in SQLite, and then 1,000 more; before that ten thousand,
 * so that what a subject costs can be compared. Costs are of CPU time, which a machine that does other things changes
 * least. Prints what was measured and gives whether the limits hold. `LINKING_SUBJECTS` makes it a smaller one.
 */
export async function benchLinking(): Promise<boolean> {
  const size = Number(process.env['LINKING_SUBJECTS'] || subjects);
  const small = await measureLinking(few, added);
  print(small);
  const large = await measureLinking(size, added);
  print(large);
  const ratio = costOf(large) / costOf(small);
  const rssMiB = process.resourceUsage().maxRSS / 1024;
  console.table({
    [`linked from scratch (at most ${limits.linkSeconds} s)`]: { value: describe(large.link) },
    [`${added} more published and linked (at most ${limits.addSeconds} s)`]: { value: describe(large.add) },
    [`cost of a subject to that among ${few} (at most ${limits.ratio})`]: { value: ratio.toFixed(2) },
    [`peak RSS (at most ${limits.rssMiB} MiB)`]: { value: `${rssMiB.toFixed(0)} MiB` },
  });
  return (
    large.link.seconds <= limits.linkSeconds &&
    large.add.seconds <= limits.addSeconds &&
    ratio <= limits.ratio &&
    rssMiB <= limits.rssMiB
  );
}

/** CPU seconds of one subject linked from scratch. */
function costOf({ link, subjects: of }: LinkingMeasures): number {
  return link.cpuSeconds / of;
}

function print(measures: LinkingMeasures): void {
  const { load, count, link, add, links } = measures;
  const { accepted, acceptedWrongly, proposed, proposedWrongly, pairs } = links;
  const right = accepted + proposed - acceptedWrongly - proposedWrongly;
  console.log(`${measures.subjects} subjects`);
  console.table({
    published: { value: describe(load) },
    'linked from scratch': { value: describe(link) },
    '  of that names counted': { value: describe(count) },
    'a subject': { value: `${(costOf(measures) * 1e6).toFixed(0)} µs of CPU` },
    [`${measures.added} more`]: { value: describe(add) },
    accepted: { value: `${accepted} links, ${acceptedWrongly} of them wrongly` },
    proposed: { value: `${proposed} links, ${proposedWrongly} of them wrongly` },
    'found of pairs of one party': { value: `${((100 * right) / pairs).toFixed(1)} % of ${pairs}` },
  });
}

function describe({ seconds, cpuSeconds }: Step): string {
  return `${seconds.toFixed(1)} s, ${cpuSeconds.toFixed(1)} s of CPU`;
}

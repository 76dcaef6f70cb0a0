import { compareNames } from '../../shared/linking/names/compare-names.js';
import { sameNameThreshold } from '../../shared/linking/names/threshold.js';
import { type DemoSubject, demoSubjects } from './demo-subjects.js';

/** What names alone can say in the demo coalition, of parties of different members. */
export interface DemoPairs {
  readonly pairs: number;
  /** Of the true pairs, the share that has a key or a term in common, and that reaches the threshold. */
  readonly withKey: number;
  readonly withTerm: number;
  readonly found: number;
  /** Score that one true pair in a hundred does not reach, and the median. */
  readonly low: number;
  readonly median: number;
  /** Pairs of different parties that share a key, and those of them that reach the threshold. */
  readonly falsePairs: number;
  readonly falseFound: number;
  readonly keysEach: number;
  readonly largestBlock: number;
}

/** Compares all true pairs, and all pairs that share a key. */
export function measureDemoPairs(): DemoPairs {
  const subjects = demoSubjects();
  const truths = pairsOf(groupBy(subjects, ({ identity }) => [identity]));
  const scores = truths.map(([a, b]) => scoreOf(a, b)).sort((x, y) => x - y);
  const blocks = groupBy(subjects, ({ keys }) => [...keys]);
  const falses = pairsOf(blocks).filter(([a, b]) => a.identity !== b.identity);
  const share = (some: number): number => some / truths.length;
  return {
    pairs: truths.length,
    withKey: share(truths.filter(([a, b]) => shares(a.keys, b.keys)).length),
    withTerm: share(truths.filter(([a, b]) => shares(a.terms, b.terms)).length),
    found: share(scores.filter((score) => score >= sameNameThreshold).length),
    low: scores[Math.floor(truths.length / 100)] ?? 0,
    median: scores[Math.floor(truths.length / 2)] ?? 0,
    falsePairs: falses.length,
    falseFound: falses.filter(([a, b]) => scoreOf(a, b) >= sameNameThreshold).length,
    keysEach: subjects.reduce((sum, { keys }) => sum + keys.size, 0) / subjects.length,
    largestBlock: Math.max(...[...blocks.values()].map(({ length }) => length)),
  };
}

/** The best of all names. */
function scoreOf(a: DemoSubject, b: DemoSubject): number {
  return Math.max(...a.names.flatMap((x) => b.names.map((y) => compareNames(x, y))));
}

function shares(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((one) => b.has(one));
}

function groupBy(
  subjects: readonly DemoSubject[],
  keysOf: (subject: DemoSubject) => readonly string[],
): Map<string, DemoSubject[]> {
  const groups = new Map<string, DemoSubject[]>();
  for (const subject of subjects) {
    for (const key of keysOf(subject)) {
      const group = groups.get(key) ?? [];
      group.push(subject);
      groups.set(key, group);
    }
  }
  return groups;
}

/** Pairs of different members within the groups, each once. */
function pairsOf(
  groups: ReadonlyMap<string, readonly DemoSubject[]>,
): (readonly [DemoSubject, DemoSubject])[] {
  const seen = new Map<DemoSubject, Set<DemoSubject>>();
  const pairs: (readonly [DemoSubject, DemoSubject])[] = [];
  for (const group of groups.values()) {
    group.forEach((a, i) => {
      const known = seen.get(a) ?? new Set();
      seen.set(a, known);
      for (const b of group.slice(i + 1)) {
        if (a.member !== b.member && !known.has(b)) {
          known.add(b);
          pairs.push([a, b]);
        }
      }
    });
  }
  return pairs;
}

import { compareText } from '../domain/text.js';
import type { ComputedLink, Judgement, JudgementEntry, Pair } from './link.js';

/** What holds of a pair, and who said so. */
export interface EffectiveJudgement {
  readonly judgement: Judgement;
  /** The members whose last word it is, ascending; none where it is the matcher's. */
  readonly decidedBy: readonly string[];
  /** The entries that say it, in the order of their members. */
  readonly entries: readonly JudgementEntry[];
}

/** The owners of a pair's two subjects: the members concerned. */
export function ownersOf({ candidate, match }: Pair): readonly [string, string] {
  return [ownerOf(candidate), ownerOf(match)];
}

/**
 * What holds of a pair: the last word of each member concerned counts, and of these the most careful. A NEGATIVE of
 * either stands against everything; then UNSURE; then POSITIVE; where nobody says anything, what the matcher is sure of.
 * `history` is the pair's, oldest first; entries of others do not count. Pure.
 */
export function effectiveJudgement(
  pair: Pair,
  {
    history,
    computed,
  }: {
    readonly history: readonly JudgementEntry[];
    readonly computed?: Pick<ComputedLink, 'verdict'> | undefined;
  },
): EffectiveJudgement {
  const owners = new Set(ownersOf(pair));
  const last = new Map(
    history.filter(({ decidedBy }) => owners.has(decidedBy)).map((entry) => [entry.decidedBy, entry]),
  );
  for (const judgement of ['NEGATIVE', 'UNSURE', 'POSITIVE'] as const) {
    const entries = [...last.values()]
      .filter((entry) => entry.judgement === judgement)
      .sort((a, b) => compareText(a.decidedBy, b.decidedBy));
    if (entries.length > 0) {
      return { judgement, decidedBy: entries.map(({ decidedBy }) => decidedBy), entries };
    }
  }
  const judgement = computed?.verdict === 'ACCEPT' ? 'POSITIVE' : 'NO_JUDGEMENT';
  return { judgement, decidedBy: [], entries: [] };
}

function ownerOf(recordId: string): string {
  return recordId.slice(0, recordId.indexOf(':'));
}

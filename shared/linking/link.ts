/** What somebody concerned says of a link (Aleph `Judgement`). */
export const judgements = ['POSITIVE', 'NEGATIVE', 'UNSURE', 'NO_JUDGEMENT'] as const;
export type Judgement = (typeof judgements)[number];

/** One reason for or against a link, for people to read: what was compared, how alike it is, what it adds. */
export interface Criterion {
  /** For example `identifier`, `name`, `birthDate`, `country`, `nameRarity`; a veto's starts with `veto:`. */
  readonly feature: string;
  /** What the feature adds to the score, negative where it takes away. */
  readonly weight: number;
  /** What was compared, without values: the scheme of an identifier, `year` or `day` of a date. */
  readonly detail?: string | undefined;
  /** Fields of the schema whose values show in the criterion: who may not read them does not see it. */
  readonly reads: readonly string[];
}

/** What the matcher says of two subjects. Pure: the same two subjects and statistics give the same. */
export interface MatchScore {
  /** 0 to 1. */
  readonly score: number;
  readonly criteria: readonly Criterion[];
  /**
   * `ACCEPT`: a strong identifier is shared and nothing contradicts · `PROPOSE`: somebody concerned should look ·
   * `NONE`: not worth it.
   */
  readonly verdict: 'ACCEPT' | 'PROPOSE' | 'NONE';
}

/** Two subjects' record ids `<member>:<local>`, the lesser first by `compareText`. */
export interface Pair {
  readonly candidate: string;
  readonly match: string;
}

/** A link that the matcher found. */
export interface ComputedLink extends Pair, MatchScore {
  /** Name and version of the matcher. */
  readonly matcher: string;
  /** When it was computed, UTC with milliseconds. */
  readonly computedAt: string;
}

/** One entry of a pair's history; none is ever removed. `NO_JUDGEMENT` takes the member's earlier one back. */
export interface JudgementEntry extends Pair {
  readonly judgement: Judgement;
  /** The member concerned, by whose people it was decided. */
  readonly decidedBy: string;
  readonly decidedAt: string;
  /** Their words or a reference, at most 2,000 characters. */
  readonly evidence?: string | undefined;
}

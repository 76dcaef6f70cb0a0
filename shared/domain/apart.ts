import { AccordError } from '../errors/accord-error.js';
import { keyOfConstant } from './key-of-constant.js';

/** Dimensions, as constants of the contract, whose values a total never adds together. */
export interface Apart {
  /** In any total. */
  readonly always: readonly string[];
  /** In a total that selects `sum`. */
  readonly inSum: readonly string[];
}

/**
 * Throws NOT_ADDABLE unless each dimension that must stay apart is grouped by, or pinned to one value by the filter.
 * Phases, directions and currencies are never added together (DOMAIN.md, FDP).
 */
export function assertApart(
  apart: Apart,
  total: {
    readonly groupBy: readonly string[];
    readonly isPinned: (key: string) => boolean;
    readonly withSum: boolean;
  },
): void {
  const kept = [...apart.always, ...(total.withSum ? apart.inSum : [])];
  const missing = kept.filter(
    (constant) => !total.groupBy.includes(constant) && !total.isPinned(keyOfConstant(constant)),
  );
  if (missing.length > 0) {
    throw new AccordError(
      'NOT_ADDABLE',
      `Expected ${missing.join(' and ')} in "groupBy" or pinned by a top-level eq in the filter: ` +
        'their amounts are not added together.',
    );
  }
}

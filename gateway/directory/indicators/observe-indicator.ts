import { invariant } from '../../../shared/errors/invariant.js';
import { foldCells } from './fold-cells.js';
import { type DaysTerm, type IndicatorDefinition, type Term, termsOf } from './indicator-definition.js';
import {
  type Observation,
  type Observed,
  observeDays,
  observeFraction,
  withoutFigures,
} from './observation.js';
import type { TotalAnswer, TotalAsker } from './total-asker.js';
import type { TotalField, TotalFields } from './total-fields.js';
import { type Narrowing, placesOf, printQuestion, questionOf, type TotalQuestion } from './total-question.js';

export interface IndicatorSource {
  readonly totals: TotalFields;
  readonly asker: TotalAsker;
  readonly narrowing: Narrowing;
}

/** Asks what one indicator is made of and computes its figures. */
export async function observeIndicator(
  definition: IndicatorDefinition,
  { totals, asker, narrowing }: IndicatorSource,
): Promise<readonly Observation[]> {
  const questions = termsOf(definition.formula).map((term) =>
    questionOf(definition, term, { total: totalOf(totals, term), narrowing }),
  );
  const { answers, allAnswered, areSameMembers } = await askTogether(asker, questions);
  const of: Observed = { definition, questions: questions.map(printQuestion), allAnswered, areSameMembers };
  const fault = answers.map((answer) => answer.fault).find((one) => one !== null);
  if (fault !== undefined && fault !== null) {
    return [withoutFigures(of, fault)];
  }
  const { formula } = definition;
  const cellsOf = (term: Term | DaysTerm, index: number) =>
    foldCells(definition, placesOf(definition, term), answers[index]?.groups ?? []);
  return formula.kind === 'DAYS'
    ? observeDays(of, formula.days, cellsOf(formula.days, 0))
    : observeFraction(of, formula, {
        numerator: cellsOf(formula.numerator, 0),
        denominator: cellsOf(formula.denominator, 1),
      });
}

function totalOf(totals: TotalFields, { total }: Term | DaysTerm): TotalField {
  const found = totals.get(total);
  invariant(found !== undefined, `definitions are checked at start: ${total} is a total`);
  return found;
}

interface Together {
  readonly answers: readonly TotalAnswer[];
  readonly allAnswered: boolean;
  readonly areSameMembers: boolean;
}

/**
 * Asks the parts of one figure. Where a member of their domain gave one part and not the other, those who gave both are
 * asked once more alone: a part of one over the whole of the other would be no share of anything.
 */
async function askTogether(asker: TotalAsker, questions: readonly TotalQuestion[]): Promise<Together> {
  const first = await Promise.all(questions.map((question) => asker.ask(question)));
  const allAnswered = first.every(({ absent }) => absent.size === 0);
  const isOneDomain = new Set(questions.map(({ total }) => total.domain)).size === 1;
  if (allAnswered || !isOneDomain || areSame(first)) {
    return { answers: first, allAnswered, areSameMembers: true };
  }
  const all = first.flatMap(({ present }) => [...present]);
  const inAll = new Set(all.filter((member) => first.every(({ present }) => present.has(member))));
  const again = await Promise.all(questions.map((question) => asker.ask(question, inAll)));
  return { answers: again, allAnswered: false, areSameMembers: areSame(again) };
}

function areSame(answers: readonly TotalAnswer[]): boolean {
  const [first, ...others] = answers.map(({ absent }) => [...absent].sort().join(' '));
  return others.every((other) => other === first);
}

import { writeMemberCursor } from '../../shared/domain/member-cursor.js';
import type { Pick } from '../merge/member-page.js';
import { type MergedPages, mergePages } from '../merge/merge-pages.js';
import { answerPage, nothingMerged } from './answer-page.js';
import { askJudged } from './ask-judged.js';
import {
  type AskedRows,
  type Line,
  openLine,
  openPage,
  type PageAsk,
  readPageQuestion,
  takeRows,
} from './connection-page.js';
import { canMatch } from './coverage.js';
import { pageSizeFor } from './page-sizes.js';
import { reserved } from './reserved-keys.js';
import { note, type ProviderQuery, type RootAnswer, type RootAsk } from './root-ask.js';

/** One page of a connection from all members that can have rows for it, in the total order. */
export async function fetchConnection(ask: RootAsk): Promise<RootAnswer> {
  const page = await openPage(readPageQuestion(ask), { path: [ask.responseKey] });
  const { added, edgesKey } = page.wants;
  const query = ask.query(added, {
    added,
    overrides: {
      first: { variable: `${reserved}first`, type: 'Int' },
      after: { variable: `${reserved}after`, type: 'String' },
    },
  });
  const lines = openLines(ask);
  const rounds: Rounds = { page, query };
  await askFirstRound(rounds, lines);
  const merged = edgesKey === undefined ? nothingMerged : await mergeRounds(rounds, lines);
  return answerPage(page, lines, merged);
}

/** A page that members are asked for in as many rounds as it takes. */
interface Rounds {
  readonly page: PageAsk;
  readonly query: ProviderQuery;
}

function openLines(ask: RootAsk): Line[] {
  const lines: Line[] = [];
  for (const provider of ask.providers) {
    if (canMatch(provider, ask.args['filter'])) {
      lines.push(openLine(provider));
    } else {
      note(ask, { provider, tookMs: 0 }, { state: 'NOT_ASKED', rows: 0 });
    }
  }
  return lines;
}

async function askFirstRound(rounds: Rounds, lines: readonly Line[]): Promise<void> {
  const { ask, first, after } = rounds.page;
  const members = lines.map((line) => line.provider.member);
  const question = questionName(ask);
  await Promise.all(
    lines.map((line) => {
      const share = ask.shares.shareOf(question, line.provider.member, members);
      return askRows(rounds, line, { limit: pageSizeFor(first, share, lines.length), after });
    }),
  );
}

/** Merges, and asks members whose rows ran out for a full page more, until the page is full or nobody has more. */
async function mergeRounds(rounds: Rounds, lines: readonly Line[]): Promise<MergedPages> {
  const { ask, order, first } = rounds.page;
  for (;;) {
    const withPages = lines.filter((line) => line.pages.length > 0);
    const merged = mergePages(
      withPages.map((line) => line.pages),
      order.directions,
      first,
    );
    if (merged.exhausted.length === 0) {
      noteShares(ask, lines, merged.picks);
      return merged;
    }
    const exhausted = withPages.filter((line) => merged.exhausted.includes(line.provider.member));
    await Promise.all(
      exhausted.map((line) =>
        askRows(rounds, line, { limit: first, after: line.pages.at(-1)?.positions.at(-1) }),
      ),
    );
  }
}

async function askRows({ page, query }: Rounds, line: Line, of: AskedRows): Promise<void> {
  const variables = {
    [`${reserved}first`]: of.limit,
    [`${reserved}after`]: of.after === undefined ? null : writeMemberCursor(of.after),
  };
  takeRows(page, line, await askJudged(page.ask, query, { provider: line.provider, variables }), of);
}

function noteShares(ask: RootAsk, lines: readonly Line[], picks: readonly Pick[]): void {
  // That a member gave nothing because it failed says nothing of its share.
  const answered = lines.filter((line) => line.judged.every(({ kind }) => kind === 'value'));
  const used = new Map(answered.map((line) => [String(line.provider.member), 0]));
  for (const { page } of picks) {
    used.set(page.member, (used.get(page.member) ?? 0) + 1);
  }
  ask.shares.note(questionName(ask), used);
}

function questionName(ask: RootAsk): string {
  return `${ask.domain} ${ask.field.name}`;
}

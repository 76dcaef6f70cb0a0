import { getNamedType } from 'graphql';
import type { Position } from '../../shared/domain/key-value.js';
import { writeMemberCursor } from '../../shared/domain/member-cursor.js';
import { isObject, type MemberPage, type Pick } from '../merge/member-page.js';
import { type MergedCount, mergeCounts } from '../merge/merge-counts.js';
import { type MergedPages, mergePages } from '../merge/merge-pages.js';
import { shapeConnection } from '../merge/shape-connection.js';
import { askJudged } from './ask-judged.js';
import { cursorBindingOf, readAfter, readFirst } from './connection-arguments.js';
import { type ConnectionWants, connectionWants, readCount } from './connection-wants.js';
import { canMatch } from './coverage.js';
import type { CursorBinding } from './cursor-seal.js';
import { denied, invalid, type Judged, refusalErrors } from './judge-answer.js';
import { rootKey } from './member-query.js';
import { pageSizeFor } from './page-sizes.js';
import type { Provider } from './provider.js';
import { type Order, readOrder } from './read-order.js';
import { readPage } from './read-page.js';
import { reserved } from './reserved-keys.js';
import {
  type FieldError,
  memberFieldError,
  note,
  type ProviderQuery,
  type RootAnswer,
  type RootAsk,
} from './root-ask.js';

/** What is known of one member in the course of a page. */
interface Line {
  readonly provider: Provider;
  readonly pages: MemberPage[];
  readonly judged: Judged[];
  count: MergedCount | undefined;
  tookMs: number;
}

/** One page of a connection from all members that can have rows for it, in the total order. */
export async function fetchConnection(ask: RootAsk): Promise<RootAnswer> {
  const first = readFirst(ask.args['first']);
  const order = readOrder(ask.field, ask.args['orderBy']);
  const binding = cursorBindingOf(ask);
  const after = await readAfter(ask, binding);
  const wants = connectionWants(ask.nodes, ask.selection);
  const query = ask.query(wants.added, {
    added: wants.added,
    overrides: {
      first: { variable: `${reserved}first`, type: 'Int' },
      after: { variable: `${reserved}after`, type: 'String' },
    },
  });
  const lines = openLines(ask);
  const page: PageAsk = { ask, query, order, wants, first: wants.edgesKey === undefined ? 1 : first };
  await askFirstRound(page, lines, after);
  const merged = wants.edgesKey === undefined ? nothingMerged : await mergeRounds(page, lines);
  return answerOf(page, lines, merged, binding);
}

interface PageAsk {
  readonly ask: RootAsk;
  readonly query: ProviderQuery;
  readonly order: Order;
  readonly wants: ConnectionWants;
  readonly first: number;
}

const nothingMerged: MergedPages = { picks: [], exhausted: [], hasNextPage: false };

function openLines(ask: RootAsk): Line[] {
  const lines: Line[] = [];
  for (const provider of ask.providers) {
    if (canMatch(provider, ask.args['filter'])) {
      lines.push({ provider, pages: [], judged: [], count: undefined, tookMs: 0 });
    } else {
      note(ask, { provider, tookMs: 0 }, { state: 'NOT_ASKED', rows: 0 });
    }
  }
  return lines;
}

async function askFirstRound(
  page: PageAsk,
  lines: readonly Line[],
  after: Position | undefined,
): Promise<void> {
  const members = lines.map((line) => line.provider.member);
  const question = questionName(page.ask);
  await Promise.all(
    lines.map((line) => {
      const share = page.ask.shares.shareOf(question, line.provider.member, members);
      return askPage(page, line, { limit: pageSizeFor(page.first, share, lines.length), after });
    }),
  );
}

/** Merges, and asks members whose rows ran out for a full page more, until the page is full or nobody has more. */
async function mergeRounds(page: PageAsk, lines: readonly Line[]): Promise<MergedPages> {
  for (;;) {
    const withPages = lines.filter((line) => line.pages.length > 0);
    const merged = mergePages(
      withPages.map((line) => line.pages),
      page.order.directions,
      page.first,
    );
    if (merged.exhausted.length === 0) {
      noteShares(page.ask, lines, merged.picks);
      return merged;
    }
    const exhausted = withPages.filter((line) => merged.exhausted.includes(line.provider.member));
    await Promise.all(
      exhausted.map((line) =>
        askPage(page, line, { limit: page.first, after: line.pages.at(-1)?.positions.at(-1) }),
      ),
    );
  }
}

async function askPage(
  page: PageAsk,
  line: Line,
  of: { readonly limit: number; readonly after: Position | undefined },
): Promise<void> {
  const { ask, query } = page;
  const variables = {
    [`${reserved}first`]: of.limit,
    [`${reserved}after`]: of.after === undefined ? null : writeMemberCursor(of.after),
  };
  const answered = await askJudged(ask, query, { provider: line.provider, variables });
  line.tookMs += answered.answer.tookMs;
  const judged = judgePage(page, line, answered, of);
  line.judged.push(judged);
  if (judged.kind !== 'value') {
    endLine(line, judged);
  }
}

/**
 * A member that fails in a later round keeps the rows it gave; it has no more, and the page is not complete. One that
 * breaks the contract is not believed in what it gave before either.
 */
function endLine(line: Line, judged: Judged): void {
  if (judged.kind === 'missing' && judged.state === 'INVALID') {
    line.pages.length = 0;
    line.count = undefined;
    return;
  }
  const last = line.pages.pop();
  if (last !== undefined) {
    line.pages.push({ ...last, hasMore: false });
  }
}

function judgePage(
  page: PageAsk,
  line: Line,
  judged: Judged,
  of: { readonly limit: number; readonly after: Position | undefined },
): Judged {
  if (judged.kind !== 'value') {
    return judged;
  }
  if (!isObject(judged.value)) {
    return denied(judged.answer);
  }
  const { edgesKey, countKey } = page.wants;
  let rows = 0;
  if (edgesKey !== undefined) {
    const { directions, kinds } = page.order;
    const read = readPage(judged.value, { provider: line.provider, directions, kinds, edgesKey, ...of });
    if (typeof read === 'string') {
      return invalid(page.ask, judged.answer, read);
    }
    line.pages.push(read);
    rows = read.positions.length;
  }
  if (countKey !== undefined) {
    const count = readCount(judged.value[countKey]);
    if (!canCount(count, rows)) {
      return invalid(page.ask, judged.answer, 'expected a count that the rows do not contradict');
    }
    line.count ??= count;
  }
  return judged;
}

function canCount(count: MergedCount, rows: number): boolean {
  return count.value >= 0 && (count.relation === 'AT_LEAST' || count.value >= rows);
}

async function answerOf(
  page: PageAsk,
  lines: readonly Line[],
  merged: MergedPages,
  binding: CursorBinding,
): Promise<RootAnswer> {
  const { ask } = page;
  const judged = lines.flatMap((line) => line.judged);
  const refusals = refusalErrors(ask, judged);
  const refused = refusals.length > 0 && refusals.every((error) => error.member === undefined);
  noteLines(page, lines, merged.picks);
  if (refused) {
    return { value: null, errors: refusals };
  }
  const complete = judged.every((one) => one.kind === 'value');
  const cursors = await sealCursors(page, merged.picks, binding);
  const counts = lines.flatMap((line) => (line.count === undefined ? [] : [line.count]));
  const value = shapeConnection(
    ask.nodes,
    {
      typeName: getNamedType(ask.field.type).name,
      picks: merged.picks,
      cursors,
      hasNextPage: merged.hasNextPage,
      complete,
      totalCount: mergeCounts(counts, complete),
    },
    ask.selection,
  );
  return { value, errors: [...refusals, ...rowErrors(ask, judged, merged.picks)] };
}

/** Errors that members reported at places within their rows, moved to where those rows stand now. */
function rowErrors(ask: RootAsk, judged: readonly Judged[], picks: readonly Pick[]): FieldError[] {
  return judged.flatMap((one) => {
    if (one.kind !== 'value') {
      return [];
    }
    return one.answer.errors.flatMap((error) => {
      const [root, edges, row, ...rest] = error.path ?? [];
      const at = picks.findIndex((pick) => pick.page.connection === one.value && pick.index === row);
      return root !== rootKey || edges === undefined || at < 0
        ? []
        : [memberFieldError(one.answer.provider, error, [ask.responseKey, edges, at, ...rest])];
    });
  });
}

function noteLines(page: PageAsk, lines: readonly Line[], picks: readonly Pick[]): void {
  for (const line of lines) {
    const rows = picks.filter((pick) => pick.page.member === line.provider.member).length;
    const failed = line.judged.find((one) => one.kind !== 'value');
    if (failed?.kind === 'missing') {
      note(page.ask, line, { state: failed.state, rows, reason: failed.reason });
    } else if (failed?.kind === 'refused') {
      note(page.ask, line, { state: 'DENIED', rows });
    } else {
      const any = line.pages.some(({ positions }) => positions.length > 0) || (line.count?.value ?? 0) > 0;
      note(page.ask, line, { state: any ? 'ANSWERED' : 'EMPTY', rows });
    }
  }
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

/** The clients' cursors, sealed only where one is asked for: for the last row alone unless edges have cursors. */
async function sealCursors(page: PageAsk, picks: readonly Pick[], binding: CursorBinding): Promise<string[]> {
  const wanted = page.wants.edgeCursors ? picks : picks.slice(-1);
  const sealed = await Promise.all(
    wanted.map((pick) => sealPick(page.ask, pick.page.positions[pick.index], binding)),
  );
  return [...Array.from({ length: picks.length - wanted.length }, () => ''), ...sealed];
}

function sealPick(ask: RootAsk, position: Position | undefined, binding: CursorBinding): Promise<string> {
  return position === undefined ? Promise.resolve('') : ask.seal.seal(position, binding);
}

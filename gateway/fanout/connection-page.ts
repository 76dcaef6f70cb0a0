import type { Position } from '../../shared/domain/key-value.js';
import { isObject, type MemberPage } from '../merge/member-page.js';
import type { MergedCount } from '../merge/merge-counts.js';
import { cursorBindingOf, readAfter, readFirst } from './connection-arguments.js';
import { type ConnectionWants, connectionWants, readCount } from './connection-wants.js';
import type { CursorBinding } from './cursor-seal.js';
import { denied, invalid, type Judged } from './judge-answer.js';
import type { Provider } from './provider.js';
import { type Order, readOrder } from './read-order.js';
import { readPage } from './read-page.js';
import type { FieldError, RootAsk } from './root-ask.js';

/** A connection as its field asks for it. */
export interface PageQuestion {
  readonly ask: RootAsk;
  readonly order: Order;
  readonly wants: ConnectionWants;
  /** Rows of the page; one where none are wanted, since a member cannot be asked for less. */
  readonly first: number;
}

/** One page of a connection, where it stands in the hub's answer. */
export interface PageAsk extends PageQuestion {
  readonly path: FieldError['path'];
  readonly binding: CursorBinding;
  readonly after: Position | undefined;
}

/** What is known of one member in the course of a page. */
export interface Line {
  readonly provider: Provider;
  readonly pages: MemberPage[];
  readonly judged: Judged[];
  count: MergedCount | undefined;
  tookMs: number;
}

/** What a member was asked for at once. */
export interface AskedRows {
  readonly limit: number;
  readonly after: Position | undefined;
}

/** Throws BAD_INPUT. */
export function readPageQuestion(ask: RootAsk): PageQuestion {
  const first = readFirst(ask.args['first']);
  const wants = connectionWants(ask.nodes, ask.selection);
  const order = readOrder(ask.field, ask.args['orderBy']);
  return { ask, order, wants, first: wants.edgesKey === undefined ? 1 : first };
}

/** Begins a page; `about` is the entity that a connection below one is of. Throws BAD_CURSOR. */
export async function openPage(
  question: PageQuestion,
  of: { readonly path: FieldError['path']; readonly about?: string },
): Promise<PageAsk> {
  const binding = cursorBindingOf(question.ask, of.about);
  const after = await readAfter(question.ask, binding);
  return { ...question, path: of.path, binding, after };
}

export function openLine(provider: Provider): Line {
  return { provider, pages: [], judged: [], count: undefined, tookMs: 0 };
}

/** Takes what came of asking a line's member for rows of a page. */
export function takeRows(page: PageAsk, line: Line, answered: Judged, of: AskedRows): void {
  line.tookMs += answered.answer.tookMs;
  const judged = judgeRows(page, line, answered, of);
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
  if (isInvalid(judged)) {
    disbelieve(line);
    return;
  }
  const last = line.pages.pop();
  if (last !== undefined) {
    line.pages.push({ ...last, hasMore: false });
  }
}

export function isInvalid(judged: Judged): boolean {
  return judged.kind === 'missing' && judged.state === 'INVALID';
}

/** Drops what a member gave. */
export function disbelieve(line: Line): void {
  line.pages.length = 0;
  line.count = undefined;
}

function judgeRows(page: PageAsk, line: Line, judged: Judged, of: AskedRows): Judged {
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

import { getNamedType } from 'graphql';
import type { Position } from '../../shared/domain/key-value.js';
import type { Pick } from '../merge/member-page.js';
import { mergeCounts } from '../merge/merge-counts.js';
import type { MergedPages } from '../merge/merge-pages.js';
import { shapeConnection } from '../merge/shape-connection.js';
import type { Line, PageAsk } from './connection-page.js';
import { type Judged, refusalErrors } from './judge-answer.js';
import { rootKey } from './member-query.js';
import { type FieldError, memberFieldError, note, type RootAnswer } from './root-ask.js';

/** Of a connection of which nobody's rows are wanted, or nobody has any. */
export const nothingMerged: MergedPages = { picks: [], exhausted: [], hasNextPage: false };

/** Makes of a page's merged rows what the client asked for, and notes what came of each member for it. */
export async function answerPage(
  page: PageAsk,
  lines: readonly Line[],
  merged: MergedPages,
): Promise<RootAnswer> {
  const { ask } = page;
  const judged = lines.flatMap((line) => line.judged);
  const refusals = refusalErrors(ask, judged, page.path);
  const refused = refusals.length > 0 && refusals.every((error) => error.member === undefined);
  noteLines(page, lines, merged.picks);
  if (refused) {
    return { value: null, errors: refusals };
  }
  const complete = judged.every((one) => one.kind === 'value');
  const cursors = await sealCursors(page, merged.picks);
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
  return { value, errors: [...refusals, ...rowErrors(page, judged, merged.picks)] };
}

/** Errors that members reported at places within their rows, moved to where those rows stand now. */
function rowErrors(page: PageAsk, judged: readonly Judged[], picks: readonly Pick[]): FieldError[] {
  return judged.flatMap((one) => {
    if (one.kind !== 'value') {
      return [];
    }
    return one.answer.errors.flatMap((error) => {
      const [root, edges, row, ...rest] = error.path ?? [];
      const at = picks.findIndex((pick) => pick.page.connection === one.value && pick.index === row);
      return root !== rootKey || edges === undefined || at < 0
        ? []
        : [memberFieldError(one.answer.provider, error, [...page.path, edges, at, ...rest])];
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

/** The clients' cursors, sealed only where one is asked for: for the last row alone unless edges have cursors. */
async function sealCursors(page: PageAsk, picks: readonly Pick[]): Promise<string[]> {
  const wanted = page.wants.edgeCursors ? picks : picks.slice(-1);
  const sealed = await Promise.all(wanted.map((pick) => sealPick(page, pick.page.positions[pick.index])));
  return [...Array.from({ length: picks.length - wanted.length }, () => ''), ...sealed];
}

function sealPick({ ask, binding }: PageAsk, position: Position | undefined): Promise<string> {
  return position === undefined ? Promise.resolve('') : ask.seal.seal(position, binding);
}

import { isObject, listOf } from '../merge/member-page.js';
import { askJudged, notAsked } from './ask-judged.js';
import { largestFirst } from './connection-arguments.js';
import {
  type AskedRows,
  disbelieve,
  isInvalid,
  type Line,
  openLine,
  type PageAsk,
  takeRows,
} from './connection-page.js';
import { canMatch } from './coverage.js';
import { judgeBatch } from './entity-batch.js';
import { type Judged, judgeNull } from './judge-answer.js';
import { rootKey } from './member-query.js';
import type { Provider } from './provider.js';
import { note, type RootAsk } from './root-ask.js';
import type { SpreadEntity } from './spread-entity.js';
import { type SpreadConnection, spreadQuestion, spreadVariables } from './spread-question.js';

/** One connection of one entity, and the members that are asked for it. */
export interface SpreadCell {
  readonly entity: SpreadEntity;
  readonly connection: SpreadConnection;
  readonly page: PageAsk;
  readonly lines: Line[];
}

/** A member's line in a cell. */
interface OwnLine {
  readonly cell: SpreadCell;
  readonly line: Line;
}

/**
 * Asks a member once for all cells of entities that it owns subjects of, and gives each cell its line. Members that own
 * none are not asked and nothing is said of them.
 */
export async function askOwner(
  ask: RootAsk,
  of: { readonly type: string; readonly provider: Provider; readonly cells: readonly SpreadCell[] },
): Promise<void> {
  const { type, provider, cells } = of;
  const { member } = provider;
  const asked = openLines(ask, provider, cells);
  if (asked.length === 0) {
    return;
  }
  const entities = [...new Set(asked.map(({ cell }) => cell.entity))];
  const rows = rowsOf(asked);
  const query = spreadQuestion(ask, type, [...rows.keys()]);
  const variables = spreadVariables({ type, member, entities, rows });
  const answered = await askJudged(ask, query, { provider, variables });
  const judged = judgeBatch(ask, answered, variables.representations);
  for (const { cell, line } of asked) {
    const { key } = cell.connection;
    const part = partOf(judged, entities.indexOf(cell.entity), key);
    takeRows(cell.page, line, part, rows.get(cell.connection) ?? noRows);
  }
  disbelieveAll(asked.map(({ line }) => line));
}

const noRows: AskedRows = { limit: 0, after: undefined };

/** The lines that the member is asked for; those it cannot be asked for have their answer at once. */
function openLines(ask: RootAsk, provider: Provider, cells: readonly SpreadCell[]): OwnLine[] {
  const own = cells
    .filter(({ entity }) => entity.byOwner.has(provider.member))
    .map((cell): OwnLine => ({ cell, line: openLine(provider) }));
  return [...new Set(own.map(({ cell }) => cell.connection))].flatMap((connection) => {
    if (!canMatch(provider, connection.ask.args['filter'])) {
      note(ask, { provider, tookMs: 0 }, { state: 'NOT_ASKED', rows: 0 });
      return [];
    }
    const lines = own.filter(({ cell }) => cell.connection === connection);
    for (const { cell, line } of lines) {
      cell.lines.push(line);
    }
    const why = connection.ask.unaskableAt(provider);
    if (why === undefined) {
      return lines;
    }
    if (why === 'DENIED' && ask.request.access === 'REJECT') {
      ask.request.provenance.noteDenied();
    }
    for (const { cell, line } of lines) {
      takeRows(cell.page, line, notAsked(connection.ask, provider, why), noRows);
    }
    return [];
  });
}

/** One row more than the page takes: with a full page of each member there is nothing to ask again for. */
function rowsOf(asked: readonly OwnLine[]): ReadonlyMap<SpreadConnection, AskedRows> {
  return new Map(
    asked.map(({ cell: { connection, page } }) => {
      const limit = page.wants.edgesKey === undefined ? 1 : Math.min(page.first + 1, largestFirst);
      // A cursor is good for one entity: where there is one, all cells that could be opened are of that.
      return [connection, { limit, after: page.after }];
    }),
  );
}

/** A member's answer as that to one connection of one entity, its errors with it. */
function partOf(judged: Judged, at: number, key: string): Judged {
  if (judged.kind !== 'value') {
    return judged;
  }
  const entity = listOf(judged.value)[at];
  const errors = judged.answer.errors.flatMap((error) => {
    const [root, place, field, ...rest] = error.path ?? [];
    const isWithin = root === rootKey && place === at && (field === key || field === undefined);
    return isWithin ? [{ ...error, path: [rootKey, ...rest] }] : [];
  });
  const answer = { ...judged.answer, errors };
  const value = isObject(entity) ? (entity[key] ?? null) : null;
  return value === null ? judgeNull(answer) : { kind: 'value', answer, value };
}

/** What breaks the contract in one part of an answer is not believed in the others. */
function disbelieveAll(lines: readonly Line[]): void {
  const fault = lines.flatMap(({ judged }) => judged).find(isInvalid);
  for (const line of fault === undefined ? [] : lines) {
    disbelieve(line);
    line.judged.splice(0, line.judged.length, ...(fault === undefined ? [] : [fault]));
  }
}

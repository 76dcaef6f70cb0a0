import type { FieldNode } from 'graphql';
import { AccordError } from '../../shared/errors/accord-error.js';
import { mergePages } from '../merge/merge-pages.js';
import { subjectsField } from '../merge/merge-strategies.js';
import { selectedFields, selectionSetsBelow } from '../merge/selected-fields.js';
import { answerPage, nothingMerged } from './answer-page.js';
import { askOwner, type SpreadCell } from './ask-spread.js';
import { openPage, readPageQuestion } from './connection-page.js';
import type { FieldError, RootAnswer, RootAsk } from './root-ask.js';
import { readSpreadEntities, type SpreadEntity } from './spread-entity.js';
import type { SpreadConnection } from './spread-question.js';

/** What came of the entities of one type, each at its place among the representations. */
export interface SpreadAnswer {
  readonly values: ReadonlyMap<number, Readonly<Record<string, unknown>>>;
  readonly errors: readonly FieldError[];
}

/** The most rows that the connections below the entities of one sub-operation may have together. */
const mostRows = 20_000;

/**
 * Entities that are spread over members: each member that owns subjects is asked once, for all connections of all of its
 * entities. It gives as many rows as each page can take, so that nobody is asked again.
 */
export async function fetchSpread(
  ask: RootAsk,
  type: string,
  representations: readonly unknown[],
): Promise<SpreadAnswer> {
  const entities = readSpreadEntities(type, representations);
  const fields = selectedFields(selectionSetsBelow(ask.nodes), ask.selection, (on) => on === type);
  const connections = readConnections(ask, { type, fields, entities: entities.length });
  const opened = await Promise.all(
    entities.flatMap((entity) =>
      [...connections].map(([key, connection]) => openCell(ask, { entity, key, connection })),
    ),
  );
  const cells = opened.flatMap(({ cell }) => (cell instanceof AccordError ? [] : [cell]));
  await Promise.all(ask.providers.map((provider) => askOwner(ask, { type, provider, cells })));
  const answers = await Promise.all(opened.map(async (one) => ({ ...one, ...(await answerCell(one)) })));
  const values = entities.map((entity): [number, Record<string, unknown>] => {
    const own = new Map(answers.filter((one) => one.entity === entity).map(({ key, value }) => [key, value]));
    const valueAt = ([key, nodes]: [string, FieldNode[]]) => [
      key,
      own.has(key) ? own.get(key) : givenValue(type, entity, nodes),
    ];
    return [entity.place, Object.fromEntries([...fields].map(valueAt))];
  });
  return { values: new Map(values), errors: answers.flatMap(({ errors }) => errors) };
}

/** What a representation says itself. */
function givenValue(type: string, entity: SpreadEntity, nodes: readonly FieldNode[]): unknown {
  const name = nodes[0]?.name.value;
  return name === '__typename' ? type : name === subjectsField ? entity.subjects : entity.id;
}

const given: ReadonlySet<string> = new Set(['__typename', 'id', subjectsField]);

/** The connections asked for, by response key, or what is wrong with how one is. */
function readConnections(
  ask: RootAsk,
  of: {
    readonly type: string;
    readonly fields: ReadonlyMap<string, readonly FieldNode[]>;
    readonly entities: number;
  },
): ReadonlyMap<string, SpreadConnection | AccordError> {
  let rows = 0;
  const connections = [...of.fields].filter(([, nodes]) => !given.has(nodes[0]?.name.value ?? ''));
  return new Map(
    connections.map(([responseKey, nodes], number) => {
      const below = ask.below(of.type, { responseKey, nodes });
      const connection = orFault(() => {
        const question = readPageQuestion(below);
        rows += question.first * of.entities;
        assertFewRows(rows);
        return { ...question, key: responseKey, number };
      });
      return [responseKey, connection];
    }),
  );
}

function assertFewRows(rows: number): void {
  if (rows > mostRows) {
    throw new AccordError(
      'QUERY_TOO_COMPLEX',
      `Expected connections below entities of at most ${mostRows} rows together, got ${rows}.`,
    );
  }
}

interface OpenedCell {
  readonly entity: SpreadEntity;
  readonly key: string;
  readonly path: FieldError['path'];
  readonly cell: SpreadCell | AccordError;
}

async function openCell(
  ask: RootAsk,
  of: {
    readonly entity: SpreadEntity;
    readonly key: string;
    readonly connection: SpreadConnection | AccordError;
  },
): Promise<OpenedCell> {
  const { entity, key, connection } = of;
  const path = [ask.responseKey, entity.place, key];
  if (connection instanceof AccordError) {
    return { entity, key, path, cell: connection };
  }
  try {
    const page = await openPage(connection, { path, about: entity.id });
    return { entity, key, path, cell: { entity, connection, page, lines: [] } };
  } catch (error) {
    return { entity, key, path, cell: faultOf(error) };
  }
}

async function answerCell({ cell, path }: OpenedCell): Promise<RootAnswer> {
  if (cell instanceof AccordError) {
    return { value: null, errors: [{ code: cell.code, message: cell.message, path }] };
  }
  const { page, lines } = cell;
  const pages = lines.map((line) => line.pages).filter((of) => of.length > 0);
  const merged =
    page.wants.edgesKey === undefined ? nothingMerged : mergePages(pages, page.order.directions, page.first);
  return answerPage(page, lines, merged);
}

function orFault<T>(read: () => T): T | AccordError {
  try {
    return read();
  } catch (error) {
    return faultOf(error);
  }
}

/** A caller's fault is an answer; any other is thrown on. */
function faultOf(error: unknown): AccordError {
  if (error instanceof AccordError) {
    return error;
  }
  throw error;
}

import { type FieldNode, Kind, parse, type SelectionSetNode } from 'graphql';
import { compareKeys } from '../../shared/domain/key-value.js';
import { readMemberCursor } from '../../shared/domain/member-cursor.js';
import { directions, type InventedMember } from './invent-coalition.js';

export interface Question {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What is asked for of an object: the fields of each response key. */
type Selection = ReadonlyMap<string, { readonly name: string; readonly below: Selection }>;

/** Names of the two variables by which the hub pages through a member. */
const firstVariable = 'accord__first';
const afterVariable = 'accord__after';

/** Rows that a question asks for. */
export function rowsAskedBy(question: Question): number {
  return Number(question.variables[firstVariable]);
}

/**
 * Answers the question of a page as a member does: `first` lines after the cursor in the order asked for, with the
 * fields selected. The filter is not looked at, for it holds of every line of the benchmark. Gives the JSON text.
 */
export function answerQuestion(member: InventedMember, question: Question): string {
  const { lines } = member;
  const start = placeAfter(member, question.variables[afterVariable]);
  const page = lines.slice(start, start + rowsAskedBy(question));
  const connection = {
    edges: page,
    pageInfo: {
      hasNextPage: start + page.length < lines.length,
      endCursor: page.at(-1)?.cursor ?? null,
      complete: true,
    },
  };
  return JSON.stringify({ data: select(selectionOf(question.query), { budgetLines: connection }) });
}

/** The index of the first line after the cursor, by bisection. */
function placeAfter({ lines }: InventedMember, after: unknown): number {
  if (typeof after !== 'string') {
    return 0;
  }
  const position = readMemberCursor(after, ['amount']);
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const line = lines[middle];
    if (line !== undefined && compareKeys(line.position, position, directions) <= 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

const selections = new Map<string, Selection>();

function selectionOf(query: string): Selection {
  const known = selections.get(query);
  if (known !== undefined) {
    return known;
  }
  const operation = parse(query).definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined || !('selectionSet' in operation)) {
    throw new Error('Expected an operation.');
  }
  const selection = merged([operation.selectionSet]);
  selections.set(query, selection);
  return selection;
}

/** One selection of several sets: a response key that stands in more than one has the fields of all. */
function merged(sets: readonly (SelectionSetNode | undefined)[]): Selection {
  const nodes = new Map<string, FieldNode[]>();
  for (const field of sets.flatMap((set) => set?.selections ?? [])) {
    if (field.kind !== Kind.FIELD) {
      throw new Error('Expected a question without fragments.');
    }
    const key = field.alias?.value ?? field.name.value;
    nodes.set(key, [...(nodes.get(key) ?? []), field]);
  }
  return new Map(
    [...nodes].map(([key, fields]) => [
      key,
      { name: fields[0]?.name.value ?? '', below: merged(fields.map(({ selectionSet }) => selectionSet)) },
    ]),
  );
}

function select(selection: Selection, value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => select(selection, item));
  }
  if (typeof value !== 'object' || value === null || selection.size === 0) {
    return value ?? null;
  }
  const fields = new Map<string, unknown>(Object.entries(value));
  return Object.fromEntries(
    [...selection].map(([key, { name, below }]) => [key, select(below, fields.get(name))]),
  );
}

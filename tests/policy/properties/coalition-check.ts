import { expect } from 'vitest';
import type { HubAnswer } from '../../fixtures/in-process-coalition.js';
import type { Asking } from './coalition-cases.js';
import type { PropertyCoalition } from './coalition-hub.js';
import type { CoalitionOracle } from './coalition-oracle.js';
import type { AskedQuery } from './coalition-query.js';
import { at, type Body, isBody } from './coalition-rules.js';

/** How many answers were compared, and how many of them had something to hide. */
export class Tally {
  compared = 0;
  hidden = 0;
  denied = 0;
  refused = 0;
  suppressed = 0;

  count(oracle: CoalitionOracle, asked: AskedQuery, expected: PlainAnswer): void {
    const isHiding = oracle.views.some((view) =>
      view.held.records.some((record) => record.type === asked.type && view.sees(record) !== 'SHOW'),
    );
    this.compared += 1;
    this.hidden += isHiding ? 1 : 0;
    this.denied += expected.errors.length > 0 ? 1 : 0;
    this.refused += expected.missing.length > 0 ? 1 : 0;
    this.suppressed += /SMALL_GROUP|DERIVABLE/.test(JSON.stringify(expected.data)) ? 1 : 0;
  }

  toString(): string {
    const { compared, hidden, denied, refused, suppressed } = this;
    return (
      `${compared} answers compared, ${hidden} over hidden records, ${denied} with denied fields, ` +
      `${refused} with members that deny the question, ${suppressed} with suppressed groups`
    );
  }
}

type PlainAnswer = Awaited<ReturnType<CoalitionOracle['answer']>>;

export async function ask(
  coalition: PropertyCoalition,
  asked: AskedQuery,
  asking: Asking,
): Promise<HubAnswer> {
  const { kind, text, variables } = asked;
  switch (kind) {
    case 'ENTITIES':
      return coalition.entities(text, variables, asking);
    case 'BELOW':
      return belowEntity(await coalition.query(text, variables, asking));
    default:
      return coalition.query(text, variables, asking);
  }
}

/** What came below the entity, as if it had been asked for at the root. */
function belowEntity({ data, errors, ...rest }: HubAnswer): HubAnswer {
  const below: unknown = data?.['entityOf'];
  return {
    ...rest,
    data: isBody(below) ? below : null,
    ...(errors && {
      errors: errors.map(({ path, ...error }) =>
        path === undefined ? error : { ...error, path: path.slice(1) },
      ),
    }),
  };
}

/** Asks a coalition, a list page by page to its end, and holds each answer against the oracle's. */
export async function compare(
  coalition: PropertyCoalition,
  { oracle, asked, asking }: { oracle: CoalitionOracle; asked: AskedQuery; asking: Asking },
  tally: Tally,
): Promise<void> {
  let after: unknown = null;
  let hasMore = true;
  for (let skipped = 0; hasMore; skipped += asked.args.first ?? 0) {
    const page = { ...asked, variables: { ...asked.variables, after } };
    const got = await ask(coalition, page, asking);
    const expected = await oracle.answer(asked, { ...asked.args, skipped });
    const message = `${JSON.stringify(page.variables)} ${asked.text}`;
    expect(comparable(got.data), message).toEqual(comparable(expected.data));
    expect(placesIn(got.errors ?? []), message).toEqual(placesIn([...expected.errors, ...expected.missing]));
    expect(membersOf(got), message).toEqual(Object.fromEntries(oracle.outcomes));
    tally.count(oracle, asked, expected);
    after = at(got.data, 'page', 'pageInfo', 'endCursor');
    hasMore = at(got.data, 'page', 'pageInfo', 'hasNextPage') === true;
  }
}

/** Where an answer has errors, or of which member, and what is told of them. */
function placesIn(
  errors: readonly { readonly path?: unknown; readonly extensions?: Body | undefined }[],
): string[] {
  return errors
    .map(({ path, extensions = {} }) => {
      const told = ['code', 'reason', 'requestAccessUrl'].map((name) => extensions[name] ?? null);
      return JSON.stringify([path ?? extensions['member'] ?? null, ...told]);
    })
    .sort();
}

/** What came of the members that were asked. */
function membersOf({ extensions }: HubAnswer): unknown {
  const members: unknown = extensions?.['members'];
  return Object.fromEntries(
    (Array.isArray(members) ? members : []).flatMap(({ member, state, rows }) =>
      state === 'NOT_ASKED' ? [] : [[member, { state, rows }]],
    ),
  );
}

/** Cursors are held by where they lead, which the walk does. What a sub-operation has for the hub alone is left out. */
function comparable(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data ?? null), (key, value) => {
    if (key === 'endCursor') {
      return value !== null;
    }
    return key.startsWith('accord__') ? undefined : value;
  });
}

import { isObject, listOf } from '../merge/member-page.js';
import { askJudged } from './ask-judged.js';
import { invalid, type Judged, refusalErrors } from './judge-answer.js';
import { rootKey } from './member-query.js';
import { reserved } from './reserved-keys.js';
import { type FieldError, memberFieldError, note, type RootAnswer, type RootAsk } from './root-ask.js';

const typeKey = `${reserved}type`;

/** A root field of an extension: the answer of the one member that serves it. */
export async function fetchExtension(ask: RootAsk): Promise<RootAnswer> {
  const judged = await askProvider(ask, '', {});
  if (judged === undefined) {
    return { value: null, errors: [] };
  }
  if (judged.kind !== 'value') {
    return { value: null, errors: refusalErrors(ask, [judged]) };
  }
  noteRows(ask, judged, rowsOf(judged.value));
  return { value: judged.value, errors: fieldErrors(ask, judged) };
}

/** What an extension adds to entities of others: all representations go to its one member, whoever owns them. */
export async function fetchExtensionEntities(ask: RootAsk): Promise<RootAnswer> {
  const representations = listOf(ask.args['representations']);
  const nothing = { value: representations.map(() => null), errors: [] };
  const answered = await askProvider(ask, `${typeKey}: __typename`, { representations });
  if (answered === undefined) {
    return nothing;
  }
  const judged = fits(answered, representations)
    ? answered
    : invalid(ask, answered.answer, 'expected one entity of the right type per representation');
  if (judged.kind !== 'value') {
    noteMissing(ask, judged);
    return { ...nothing, errors: refusalErrors(ask, [judged]) };
  }
  const entities = listOf(judged.value).map(withoutType);
  noteRows(ask, judged, entities.filter((entity) => entity !== null).length);
  return { value: entities, errors: fieldErrors(ask, judged) };
}

/** Asks the provider and notes where its answer is missing; undefined where the caller does not let it be asked. */
async function askProvider(
  ask: RootAsk,
  added: string,
  overriding: Readonly<Record<string, unknown>>,
): Promise<Judged | undefined> {
  const [provider] = ask.providers;
  if (provider === undefined) {
    return undefined;
  }
  const query = ask.query(added, { added, overrides: {} });
  const judged = await askJudged(ask, query, { provider, variables: overriding });
  noteMissing(ask, judged);
  return judged;
}

function noteMissing(ask: RootAsk, judged: Judged): void {
  const { provider, tookMs } = judged.answer;
  if (judged.kind === 'missing') {
    note(ask, { provider, tookMs }, { state: judged.state, rows: 0, reason: judged.reason });
  } else if (judged.kind === 'refused') {
    note(ask, { provider, tookMs }, { state: 'DENIED', rows: 0 });
  }
}

function noteRows(ask: RootAsk, { answer: { provider, tookMs } }: Judged, rows: number): void {
  note(ask, { provider, tookMs }, { state: rows > 0 ? 'ANSWERED' : 'EMPTY', rows });
}

function rowsOf(value: unknown): number {
  return Array.isArray(value) ? value.length : value === null ? 0 : 1;
}

function fits(judged: Judged, representations: readonly unknown[]): boolean {
  if (judged.kind !== 'value') {
    return true;
  }
  const entities = listOf(judged.value);
  return (
    entities.length === representations.length &&
    entities.every((entity, i) => {
      const asked = representations[i];
      return (
        entity === null || (isObject(entity) && isObject(asked) && entity[typeKey] === asked['__typename'])
      );
    })
  );
}

function withoutType(entity: unknown): unknown {
  if (!isObject(entity)) {
    return null;
  }
  const { [typeKey]: _, ...fields } = entity;
  return fields;
}

/** The member's own errors at places within its part; its words stay here. */
function fieldErrors(ask: RootAsk, judged: Extract<Judged, { kind: 'value' }>): FieldError[] {
  const { provider, errors } = judged.answer;
  return errors.flatMap((error) =>
    error.path?.[0] === rootKey
      ? [memberFieldError(provider, error, [ask.responseKey, ...error.path.slice(1)])]
      : [],
  );
}

import { isObject, listOf } from '../merge/member-page.js';
import { askJudged } from './ask-judged.js';
import { idKey, judgeBatch, typeKey } from './entity-batch.js';
import type { Judged } from './judge-answer.js';
import { rootKey } from './member-query.js';
import { isRecordIdOf } from './owner-of.js';
import type { Provider } from './provider.js';
import { type FieldError, memberFieldError, note, type RootAnswer, type RootAsk } from './root-ask.js';

interface Batch {
  readonly provider: Provider;
  /** Places of the batch's representations in the list that came. */
  readonly places: readonly number[];
}

/**
 * Records by representation, each asked of the member that its id names, in one batch per member. The value is a list
 * as long as `representations`, with null for those that are no records.
 */
export async function fetchRecords(
  ask: RootAsk,
  representations: readonly unknown[],
): Promise<RootAnswer & { readonly value: readonly unknown[] }> {
  const value: unknown[] = representations.map(() => null);
  const errors: FieldError[] = [];
  const added = `${typeKey}: __typename ... on Record { ${idKey}: id }`;
  const query = ask.query(added, { added, overrides: {} });
  await Promise.all(
    batchesOf(ask, representations).map(async ({ provider, places }) => {
      const batch = places.map((place) => representations[place]);
      const variables = { representations: batch };
      const judged = judgeBatch(ask, await askJudged(ask, query, { provider, variables }), batch);
      const rows = readEntities(ask, judged);
      for (const [i, place] of places.entries()) {
        value[place] = rows[i] ?? null;
      }
      errors.push(...batchErrors(ask, judged, places));
    }),
  );
  return { value, errors };
}

/** A member's errors, moved to where the entities stand; a refusal of the batch stands at its first. */
function batchErrors(ask: RootAsk, judged: Judged, places: readonly number[]): FieldError[] {
  const { provider } = judged.answer;
  if (judged.kind === 'refused') {
    const { code, withheld } = judged;
    const message = `Member "${provider.member}": ${judged.message}`;
    const path = [ask.responseKey, places[0] ?? 0];
    return [memberFieldError(provider, { code, message, withheld }, path)];
  }
  if (judged.kind === 'missing') {
    return [];
  }
  return judged.answer.errors.flatMap((error) => {
    const [root, index, ...rest] = error.path ?? [];
    const place = typeof index === 'number' ? places[index] : undefined;
    return root !== rootKey || place === undefined
      ? []
      : [memberFieldError(provider, error, [ask.responseKey, place, ...rest])];
  });
}

function batchesOf(ask: RootAsk, representations: readonly unknown[]): Batch[] {
  return ask.providers.flatMap((provider) => {
    const places = representations.flatMap((representation, place) =>
      isObject(representation) && isRecordIdOf(representation['id'], provider.member) ? [place] : [],
    );
    return places.length === 0 ? [] : [{ provider, places }];
  });
}

function readEntities(ask: RootAsk, judged: Judged): readonly unknown[] {
  const { provider, tookMs } = judged.answer;
  if (judged.kind === 'missing') {
    note(ask, { provider, tookMs }, { state: judged.state, rows: 0, reason: judged.reason });
    return [];
  }
  if (judged.kind === 'refused') {
    note(ask, { provider, tookMs }, { state: 'DENIED', rows: 0 });
    return [];
  }
  const entities = listOf(judged.value).map((entity) => {
    if (!isObject(entity)) {
      return null;
    }
    const { [typeKey]: _type, [idKey]: _id, ...fields } = entity;
    return fields;
  });
  const rows = entities.filter((entity) => entity !== null).length;
  note(ask, { provider, tookMs }, { state: rows > 0 ? 'ANSWERED' : 'EMPTY', rows });
  return entities;
}

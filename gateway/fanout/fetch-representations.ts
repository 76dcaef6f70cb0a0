import { listOf } from '../merge/member-page.js';
import { fetchRecords } from './fetch-records.js';
import { fetchSpread } from './fetch-spread.js';
import type { RootAnswer, RootAsk } from './root-ask.js';

/** Entities by representation: records of their owners, and those that are spread over members of all that have a part. */
export async function fetchRepresentations(ask: RootAsk): Promise<RootAnswer> {
  const representations = listOf(ask.args['representations']);
  const [records, ...spread] = await Promise.all([
    fetchRecords(ask, representations),
    ...[...ask.spreadTypes].map((type) => fetchSpread(ask, type, representations)),
  ]);
  const value = [...records.value];
  for (const { values } of spread) {
    for (const [place, entity] of values) {
      value[place] = entity;
    }
  }
  return { value, errors: [...records.errors, ...spread.flatMap(({ errors }) => errors)] };
}

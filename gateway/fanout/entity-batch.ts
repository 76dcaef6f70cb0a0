import { isObject, listOf } from '../merge/member-page.js';
import { invalid, type Judged } from './judge-answer.js';
import { reserved } from './reserved-keys.js';
import type { RootAsk } from './root-ask.js';

/** Response keys by which an entity says what it is. */
export const typeKey = `${reserved}type`;
export const idKey = `${reserved}id`;

/** What a member's answer to representations must be: one entity for each, or null, in the same order. */
export function judgeBatch(ask: RootAsk, judged: Judged, batch: readonly unknown[]): Judged {
  if (judged.kind !== 'value') {
    return judged;
  }
  const entities = listOf(judged.value);
  const fits =
    entities.length === batch.length &&
    entities.every((entity, i) => {
      const representation = batch[i];
      return (
        entity === null || (isObject(entity) && isObject(representation) && isOf(entity, representation))
      );
    });
  return fits
    ? judged
    : invalid(ask, judged.answer, 'expected one entity of the right type per representation');
}

function isOf(entity: Readonly<Record<string, unknown>>, representation: Readonly<Record<string, unknown>>) {
  return entity[typeKey] === representation['__typename'] && entity[idKey] === representation['id'];
}

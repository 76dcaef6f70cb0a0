import { readRecordId } from '../../shared/domain/ids.js';
import { isObject } from '../merge/member-page.js';
import { askJudged } from './ask-judged.js';
import { invalid, refusalErrors } from './judge-answer.js';
import { rootKey } from './member-query.js';
import { reserved } from './reserved-keys.js';
import { memberFieldError, note, type RootAnswer, type RootAsk } from './root-ask.js';

/** One record, asked of the member that its id names and of nobody else. Throws BAD_ID. */
export async function fetchByOwner(ask: RootAsk): Promise<RootAnswer> {
  const id = String(ask.args['id']);
  const owner = readRecordId(id).member;
  const provider = ask.providers.find(({ member }) => member === owner);
  if (provider === undefined) {
    return { value: null, errors: [] };
  }
  const added = `${reserved}id: id`;
  const query = ask.query(added, { added, overrides: {} });
  let judged = await askJudged(ask, query, { provider });
  if (judged.kind === 'value' && isObject(judged.value) && judged.value[`${reserved}id`] !== id) {
    judged = invalid(ask, judged.answer, 'expected the record asked for');
  }
  const { tookMs } = judged.answer;
  if (judged.kind === 'missing') {
    note(ask, { provider, tookMs }, { state: judged.state, rows: 0, reason: judged.reason });
    return { value: null, errors: [] };
  }
  if (judged.kind === 'refused' || !isObject(judged.value)) {
    note(ask, { provider, tookMs }, { state: judged.kind === 'refused' ? 'DENIED' : 'EMPTY', rows: 0 });
    return { value: null, errors: refusalErrors(ask, [judged]) };
  }
  note(ask, { provider, tookMs }, { state: 'ANSWERED', rows: 1 });
  const { [`${reserved}id`]: _, ...value } = judged.value;
  const errors = judged.answer.errors.flatMap((error) =>
    error.path?.[0] === rootKey
      ? [memberFieldError(provider, error, [ask.responseKey, ...error.path.slice(1)])]
      : [],
  );
  return { value, errors };
}

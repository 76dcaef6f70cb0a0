import { askJudged } from './ask-judged.js';
import { denied, type Judged, refusalErrors } from './judge-answer.js';
import { rootKey } from './member-query.js';
import { type FieldError, memberFieldError, note, type RootAnswer, type RootAsk } from './root-ask.js';

/** A list of all members, one after the other by member id, each in its own order. */
export async function fetchConcat(ask: RootAsk): Promise<RootAnswer> {
  const query = ask.query('', { added: '', overrides: {} });
  const judged = await Promise.all(
    ask.providers.map(async (provider) => {
      const one = await askJudged(ask, query, { provider });
      return one.kind === 'value' && !Array.isArray(one.value) ? denied(one.answer) : one;
    }),
  );
  const value: unknown[] = [];
  const errors: FieldError[] = [];
  for (const one of judged) {
    const { provider, tookMs } = one.answer;
    if (one.kind === 'missing') {
      note(ask, { provider, tookMs }, { state: one.state, rows: 0, reason: one.reason });
    } else if (one.kind === 'refused' || !Array.isArray(one.value)) {
      note(ask, { provider, tookMs }, { state: 'DENIED', rows: 0 });
    } else {
      const rows = one.value.length;
      note(ask, { provider, tookMs }, { state: rows > 0 ? 'ANSWERED' : 'EMPTY', rows });
      errors.push(...rowErrors(ask, one, value.length));
      value.push(...one.value);
    }
  }
  return { value, errors: [...refusalErrors(ask, judged), ...errors] };
}

/** A member's errors within its rows, moved to where those stand: after `before` rows of others. */
function rowErrors(ask: RootAsk, judged: Extract<Judged, { kind: 'value' }>, before: number): FieldError[] {
  const { provider, errors } = judged.answer;
  return errors.flatMap((error) => {
    const [root, row, ...rest] = error.path ?? [];
    return root !== rootKey || typeof row !== 'number'
      ? []
      : [memberFieldError(provider, error, [ask.responseKey, before + row, ...rest])];
  });
}

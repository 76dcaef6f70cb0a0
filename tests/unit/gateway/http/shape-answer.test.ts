import { describe, expect, it } from 'vitest';
import { AnswerProvenance } from '../../../../gateway/fanout/answer-provenance.js';
import type { RequestScope } from '../../../../gateway/fanout/request-scope.js';
import { shapeAnswer } from '../../../../gateway/http/shape-answer.js';
import { readMemberId } from '../../../../shared/domain/ids.js';
import { anonymousCaller } from '../../../../shared/identity/caller.js';

function scope(completeness: RequestScope['completeness'] = 'BEST_EFFORT'): RequestScope {
  return {
    requestId: 'request-1',
    signal: new AbortController().signal,
    deadlineAt: 0,
    ask: undefined,
    completeness,
    access: 'FILTER',
    caller: anonymousCaller,
    callerDigest: '',
    provenance: new AnswerProvenance(),
    headersFor: async () => ({}),
  };
}

const error = (code: string, message = 'm') => ({ message, extensions: { code } });

describe('shapeAnswer', () => {
  it('leaves an answer without errors as it is', () => {
    expect(shapeAnswer({ data: { a: 1 } }, scope(), false)).toEqual({ data: { a: 1 } });
  });

  it('leaves data out where there is none', () => {
    expect(shapeAnswer({ errors: [error('BAD_REQUEST')] }, scope(), false)).toEqual({
      errors: [error('BAD_REQUEST')],
    });
  });

  it('drops every extension that is not ours', () => {
    expect(shapeAnswer({ data: {}, extensions: { tracing: {}, queryPlan: 'x' } }, scope(), false)).toEqual({
      data: {},
    });
  });

  it('names each member that failed once, and what came of each', () => {
    const of = scope();
    const member = readMemberId('alpha');
    const outcome = { member, domain: 'budgets', state: 'TIMED_OUT', rows: 0, tookMs: 5 } as const;
    const reason = { code: 'MEMBER_UNAVAILABLE', message: 'Member "alpha" is late.' } as const;
    of.provenance.note(outcome, reason);
    of.provenance.note(outcome, reason);
    expect(shapeAnswer({ data: { a: null } }, of, true)).toEqual({
      data: { a: null },
      errors: [
        { message: 'Member "alpha" is late.', extensions: { code: 'MEMBER_UNAVAILABLE', member: 'alpha' } },
      ],
      extensions: { members: [{ member: 'alpha', domain: 'budgets', state: 'TIMED_OUT', rows: 0 }] },
    });
  });

  it.each([
    ['FILTER', { a: null }, ['UNAUTHORIZED_FIELD_OR_TYPE', 'MEMBER_ERROR']],
    ['REJECT', null, ['UNAUTHORIZED_FIELD_OR_TYPE']],
  ] as const)('gives with %s, where a member denies a part, the data %j', (access, data, codes) => {
    const errors = [error('UNAUTHORIZED_FIELD_OR_TYPE'), error('MEMBER_ERROR')];
    const answer = shapeAnswer({ data: { a: null }, errors }, { ...scope(), access }, false);
    expect(answer.data).toEqual(data);
    expect(answer.errors?.map(({ extensions }) => extensions?.['code'])).toEqual(codes);
  });

  describe('for a caller that wants all or nothing', () => {
    const given = { member: readMemberId('alpha'), domain: 'budgets', rows: 3, tookMs: 5 } as const;
    const reason = { code: 'MEMBER_UNAVAILABLE', message: 'Member "alpha" is late.' } as const;
    const incomplete = {
      message: 'Expected an answer of all members that have a part in it, a part is missing.',
      extensions: { code: 'INCOMPLETE' },
    };

    it.each(['DENIED', 'PAUSED', 'TIMED_OUT', 'UNREACHABLE', 'INVALID'] as const)(
      'gives no data where a member is %s',
      (state) => {
        const of = scope('ALL');
        of.provenance.note({ ...given, state }, reason);
        expect(shapeAnswer({ data: { a: 1 } }, of, true)).toEqual({
          data: null,
          errors: [
            incomplete,
            { message: reason.message, extensions: { code: 'MEMBER_UNAVAILABLE', member: 'alpha' } },
          ],
          extensions: { members: [{ member: 'alpha', domain: 'budgets', state, rows: 0 }] },
        });
      },
    );

    it.each(['ANSWERED', 'EMPTY', 'NOT_ASKED'] as const)('gives it whole where a member is %s', (state) => {
      const of = scope('ALL');
      of.provenance.note({ ...given, state });
      expect(shapeAnswer({ data: { a: 1 } }, of, true)).toEqual({
        data: { a: 1 },
        extensions: { members: [{ member: 'alpha', domain: 'budgets', state, rows: 3 }] },
      });
    });

    it.each([
      ['MEMBER_UNAVAILABLE', null],
      ['MEMBER_ERROR', null],
      ['INTERNAL', null],
      ['BAD_INPUT', { a: null }],
    ])('with an error %s has %j', (code, data) => {
      expect(shapeAnswer({ data: { a: null }, errors: [error(code)] }, scope('ALL'), false).data).toEqual(
        data,
      );
    });

    it('leaves a request that was not executed as it is', () => {
      const raw = { errors: [error('BAD_REQUEST')] };
      expect(shapeAnswer(raw, scope('ALL'), true)).toEqual(raw);
    });
  });

  it('lists no member where none was asked, and nothing where nothing was executed', () => {
    expect(shapeAnswer({ data: {} }, scope(), true)).toEqual({ data: {}, extensions: { members: [] } });
    expect(shapeAnswer({ errors: [error('BAD_REQUEST')] }, scope(), true)).not.toHaveProperty('extensions');
  });

  it('says of a masked error where the log has it', () => {
    expect(shapeAnswer({ data: {}, errors: [error('INTERNAL')] }, scope(), false).errors).toEqual([
      {
        message: 'Something went wrong on our side; the log has it as "request-1".',
        extensions: { code: 'INTERNAL', requestId: 'request-1' },
      },
    ]);
  });

  it('tells values that broke the schema from nothing there', () => {
    const raw = { data: { a: null }, extensions: { valueCompletion: [{ message: 'x' }, { message: 'y' }] } };
    expect(shapeAnswer(raw, scope(), false)).toEqual({
      data: { a: null },
      errors: [
        {
          message: "Expected values of the schema's form, members gave 2 of another; they are null.",
          extensions: { code: 'MEMBER_ERROR' },
        },
      ],
    });
  });

  it.each([
    [99, 99, undefined],
    [100, 100, undefined],
    [101, 100, 1],
    [5000, 100, 4900],
  ])('of %i errors lets %i out and counts the rest', (count, out, omitted) => {
    const errors = Array.from({ length: count }, () => error('BAD_INPUT'));
    const shaped = shapeAnswer({ data: {}, errors }, scope(), false);
    expect(shaped.errors).toHaveLength(out);
    expect(shaped.extensions?.['errorsOmitted']).toBe(omitted);
  });
});

import type { ErrorCode } from '../../shared/errors/error-codes.js';
import type { ProviderError } from '../members/graphql-answer.js';
import type { MissingReason, MissingState } from './answer-provenance.js';
import { findShapeFault } from './answer-shape.js';
import { failureMessage } from './ask-members.js';
import type { MemberAnswer } from './member-answer.js';
import { type MemberQuery, rootKey } from './member-query.js';
import type { Provider } from './provider.js';
import type { FieldError, RootAsk } from './root-ask.js';

/** A member's answer to a root field once it was held against the contract. */
export type Judged =
  | { readonly kind: 'value'; readonly answer: Answered; readonly value: unknown }
  /** The member says the question itself is at fault, or too much for it. */
  | {
      readonly kind: 'refused';
      readonly answer: MemberAnswer;
      readonly code: ErrorCode;
      readonly message: string;
      readonly withheld: ProviderError['withheld'];
    }
  | {
      readonly kind: 'missing';
      readonly answer: MemberAnswer;
      readonly state: MissingState;
      readonly reason: MissingReason;
    };

export type Answered = Extract<MemberAnswer, { status: 'answered' }>;

/** Holds an answer against the question's shape. A wrong shape costs the member its rows and is logged with its place. */
export function judgeAnswer(ask: RootAsk, query: MemberQuery, answer: MemberAnswer): Judged {
  if (answer.status === 'missing') {
    return { kind: 'missing', answer, state: answer.state, reason: answer.reason };
  }
  const keys = Object.keys(answer.data);
  if (keys.some((key) => key !== rootKey) || (keys.length === 0 && answer.errors.length === 0)) {
    return invalid(ask, answer, 'expected the root field asked for and no other');
  }
  const value = answer.data[rootKey] ?? null;
  if (value === null) {
    return judgeNull(answer);
  }
  const fault = findShapeFault(query.shape, value, answer.provider.member);
  return fault === undefined ? { kind: 'value', answer, value } : invalid(ask, answer, fault);
}

/** The member's answer breaks the contract in the way that `fault` says, for the log. */
export function invalid(ask: RootAsk, answer: MemberAnswer, fault: string): Judged {
  const { member, domain } = answer.provider;
  const { requestId } = ask.request;
  ask.logger.warn(
    { requestId, member, domain, field: ask.field.name, detail: fault },
    'member gave an invalid answer',
  );
  return missing(answer, 'INVALID', failureMessage(answer.provider, 'INVALID', 0));
}

/**
 * A null field is a refusal where the member names the fault; what it is without errors depends on the field. The errors
 * of the answer are those of the field.
 */
export function judgeNull(answer: Answered): Judged {
  const error = answer.errors.find(({ code }) => code !== null);
  if (error?.code === 'UNAUTHORIZED_FIELD_OR_TYPE') {
    return denied(answer);
  }
  if (error?.code !== undefined && error.code !== null) {
    const { code, message, withheld } = error;
    return { kind: 'refused', answer, code, message, withheld };
  }
  const { member } = answer.provider;
  if (answer.errors.length > 0) {
    return missing(answer, 'UNREACHABLE', `Member "${member}" could not answer.`);
  }
  return { kind: 'value', answer, value: null };
}

/** The member has nothing to say to this question for this caller: a list it may not show is null without an error. */
export function denied(answer: MemberAnswer): Judged {
  return missing(answer, 'DENIED', deniedWords(answer.provider));
}

/** The same words whatever was denied, and whoever saw it first. */
export function deniedWords({ member }: Provider): string {
  return `Member "${member}" does not answer this question for this caller.`;
}

function missing(answer: MemberAnswer, state: MissingState, message: string): Judged {
  return { kind: 'missing', answer, state, reason: { code: 'MEMBER_UNAVAILABLE', message } };
}

/**
 * The members' refusals as errors of the field. Where everybody asked refuses for the same reason it is the caller's
 * fault and said once; where some do, each is named, since the others' rows are there.
 */
export function refusalErrors(
  ask: RootAsk,
  judged: readonly Judged[],
  path: FieldError['path'] = [ask.responseKey],
): FieldError[] {
  const refused = judged.filter((one) => one.kind === 'refused');
  const first = refused[0];
  if (first === undefined) {
    return [];
  }
  const everybody =
    judged.every((one) => one.kind !== 'value') && refused.every((one) => one.code === first.code);
  if (everybody) {
    const { code, message, withheld } = first;
    return [{ code, message, path, withheld }];
  }
  return refused.map(({ code, message, withheld, answer }) => {
    const { member } = answer.provider;
    return { code, message: `Member "${member}": ${message}`, path, member, withheld };
  });
}

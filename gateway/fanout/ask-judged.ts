import type { ProviderError } from '../members/graphql-answer.js';
import { unauthorizedWords } from '../members/graphql-answer.js';
import type { MissingReason } from './answer-provenance.js';
import { fillDenied, mayLack } from './denied-places.js';
import { deniedWords, type Judged, judgeAnswer } from './judge-answer.js';
import { type MemberQuery, rootKey, usedVariables } from './member-query.js';
import type { Provider } from './provider.js';
import type { ProviderQuery, RootAsk, Unaskable } from './root-ask.js';

/**
 * Asks a provider in the words of its own version of the contract and holds the answer against it. What its version
 * lacks is null for its rows and said once, what the caller may not read there is null with an error at each place; a
 * question it cannot take at all, or not from this caller, it is not asked: DENIED. Nor is anybody where the caller wants
 * all that is asked or nothing.
 */
export async function askJudged(
  ask: RootAsk,
  query: ProviderQuery,
  of: { readonly provider: Provider; readonly variables?: Readonly<Record<string, unknown>> },
): Promise<Judged> {
  const { provider } = of;
  const own = query.for(provider);
  if (ask.request.access === 'REJECT' && (await isRejected(ask, own))) {
    return notAsked(ask, provider, 'DENIED');
  }
  if (typeof own === 'string') {
    return notAsked(ask, provider, own);
  }
  const variables = { ...usedVariables(own, ask.selection.variables), ...of.variables };
  const judged = judgeAnswer(ask, own, await ask.ask(provider, { query: own.text, variables }));
  if (own.cut.length > 0) {
    const { member } = provider;
    const outcome = { member, domain: ask.domain, state: 'EMPTY', rows: 0, tookMs: 0 } as const;
    ask.request.provenance.note(outcome, notProvided(provider, own.cut.join(', ')));
  }
  return withDenied(ask, own, judged);
}

/**
 * Whether a part of what is asked at once is denied, here or at another member: then nobody is asked. So a question waits
 * until all those are made up that could be sent beside it.
 */
async function isRejected({ request, selection }: RootAsk, own: MemberQuery | Unaskable): Promise<boolean> {
  const isDenied =
    typeof own === 'string'
      ? own === 'DENIED'
      : own.denied !== undefined && mayLack(own.denied, selection.variables);
  if (isDenied) {
    request.provenance.noteDenied();
  }
  await new Promise((resolve) => setImmediate(resolve));
  return request.provenance.isDenied;
}

/** The answer with null where it was not asked for what the caller may not read, and an error at each such place. */
function withDenied(ask: RootAsk, { denied }: MemberQuery, judged: Judged): Judged {
  if (denied === undefined || judged.kind !== 'value') {
    return judged;
  }
  const paths = fillDenied(denied, { value: judged.value, path: [rootKey] }, ask.selection.variables);
  const errors = paths.map((path): ProviderError => {
    return { code: 'UNAUTHORIZED_FIELD_OR_TYPE', message: unauthorizedWords, path };
  });
  return { ...judged, answer: { ...judged.answer, errors: [...judged.answer.errors, ...errors] } };
}

/** What stands for the answer of a provider that is not asked for a field. */
export function notAsked(ask: RootAsk, provider: Provider, why: Unaskable): Judged {
  const reason: MissingReason =
    why === 'DENIED'
      ? { code: 'MEMBER_UNAVAILABLE', message: deniedWords(provider) }
      : notProvided(provider, `${ask.parent}.${ask.field.name} or one of its arguments`);
  const answer = { status: 'missing', provider, state: 'DENIED', reason, tookMs: 0 } as const;
  return { kind: 'missing', answer, state: 'DENIED', reason };
}

function notProvided(provider: Provider, what: string): MissingReason {
  const { member, contractVersion } = provider;
  return {
    code: 'NOT_PROVIDED',
    message: `Member "${member}" serves version ${contractVersion} of the contract, which has not ${what}.`,
  };
}

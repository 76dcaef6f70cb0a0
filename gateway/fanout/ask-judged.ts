import type { MissingReason } from './answer-provenance.js';
import { type Judged, judgeAnswer } from './judge-answer.js';
import { usedVariables } from './member-query.js';
import type { Provider } from './provider.js';
import type { RootAsk, VersionedQuery } from './root-ask.js';

/**
 * Asks a provider in the words of its own version of the contract and holds the answer against it. What its version
 * lacks is null for its rows and said once; a question it cannot take at all it is not asked: DENIED.
 */
export async function askJudged(
  ask: RootAsk,
  query: VersionedQuery,
  of: { readonly provider: Provider; readonly variables?: Readonly<Record<string, unknown>> },
): Promise<Judged> {
  const { provider } = of;
  const own = query.for(provider);
  if (own === undefined) {
    const reason = notProvided(provider, `Query.${ask.field.name} or one of its arguments`);
    return { kind: 'missing', answer: unasked(provider, reason), state: 'DENIED', reason };
  }
  const variables = { ...usedVariables(own, ask.selection.variables), ...of.variables };
  const judged = judgeAnswer(ask, own, await ask.ask(provider, { query: own.text, variables }));
  if (own.cut.length > 0) {
    const { member } = provider;
    const outcome = { member, domain: ask.domain, state: 'EMPTY', rows: 0, tookMs: 0 } as const;
    ask.request.provenance.note(outcome, notProvided(provider, own.cut.join(', ')));
  }
  return judged;
}

function notProvided(provider: Provider, what: string): MissingReason {
  const { member, contractVersion } = provider;
  return {
    code: 'NOT_PROVIDED',
    message: `Member "${member}" serves version ${contractVersion} of the contract, which has not ${what}.`,
  };
}

function unasked(provider: Provider, reason: MissingReason) {
  return { status: 'missing', provider, state: 'DENIED', reason, tookMs: 0 } as const;
}

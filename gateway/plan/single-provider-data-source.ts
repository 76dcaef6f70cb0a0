import type { GraphQLDataSource } from '@apollo/gateway';
import type { Domain } from '../../shared/domain/domains.js';
import type { MemberState } from '../fanout/answer-provenance.js';
import type { Provider } from '../fanout/provider.js';
import type { RequestScope } from '../fanout/request-scope.js';
import { type GraphqlAnswer, readGraphqlAnswer } from '../members/graphql-answer.js';
import type { ProviderClient, ProviderReply } from '../members/provider-client.js';
import { underDeadline } from './deadline.js';
import { questionBody } from './question-body.js';
import { scopeOf } from './scope-of.js';

export interface SingleProviderOptions {
  readonly domain: Domain;
  /** Undefined where no member serves the domain. */
  readonly provider: Provider | undefined;
  readonly client: ProviderClient;
  readonly deadlineMs: number;
  readonly maxBytes: number;
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
  readonly onFailure: (provider: Provider, detail: string, requestId: string) => void;
}

/**
 * A domain that one member serves. What the member could not give is null; why goes to the request's provenance, which
 * names each member once however often it was asked.
 */
export function createSingleProviderDataSource(
  options: SingleProviderOptions,
): GraphQLDataSource<RequestScope> {
  const { provider } = options;
  return {
    async process(asked) {
      const scope = scopeOf(asked);
      if (provider === undefined) {
        return noProvider(options.domain);
      }
      const startedAt = options.now();
      const note = (state: MemberState, rows: number, why?: string): void => {
        const { member, domain } = provider;
        const outcome = { member, domain, state, rows, tookMs: options.now() - startedAt };
        scope.provenance.note(
          outcome,
          why === undefined
            ? undefined
            : { code: 'MEMBER_UNAVAILABLE', message: `Member "${member}" ${why}.` },
        );
      };
      if (provider.paused || (scope.ask !== undefined && !scope.ask.has(provider.member))) {
        note(provider.paused ? 'PAUSED' : 'NOT_ASKED', 0, provider.paused ? 'has paused' : undefined);
        return { data: null };
      }
      const reply = await ask(options, provider, { scope, body: questionBody(asked.request) });
      const answer = reply.outcome === 'answered' ? readGraphqlAnswer(reply.body) : null;
      if (answer === null) {
        const cause = reply.outcome === 'answered' ? 'INVALID' : reply.cause;
        options.onFailure(
          provider,
          reply.outcome === 'answered' ? 'not a GraphQL answer' : reply.detail,
          scope.requestId,
        );
        note(cause, 0, failureWords(cause, options.deadlineMs));
        return { data: null };
      }
      const rows = rowsIn(answer.data);
      note(rows === 0 ? 'EMPTY' : 'ANSWERED', rows);
      return responseOf(provider, answer);
    },
  };
}

async function ask(
  { client, deadlineMs, maxBytes }: SingleProviderOptions,
  provider: Provider,
  { scope, body }: { readonly scope: RequestScope; readonly body: string },
): Promise<ProviderReply> {
  const headers = { ...(await scope.headersFor(provider, body)), 'x-request-id': scope.requestId };
  return await underDeadline(scope.signal, deadlineMs, (signal) =>
    client.ask({ url: provider.url, body, headers, signal, maxBytes }),
  );
}

function noProvider(domain: Domain) {
  const message = `Expected a member that serves the domain "${domain}", there is none.`;
  return { data: null, errors: [{ message, extensions: { code: 'MEMBER_UNAVAILABLE' } }] };
}

function failureWords(cause: 'TIMED_OUT' | 'UNREACHABLE' | 'INVALID', deadlineMs: number): string {
  switch (cause) {
    case 'TIMED_OUT':
      return `gave no answer within ${deadlineMs} ms`;
    case 'UNREACHABLE':
      return 'could not be reached';
    case 'INVALID':
      return 'gave an answer that does not keep to the contract';
  }
}

function responseOf(provider: Provider, answer: GraphqlAnswer) {
  const errors = answer.errors.map(({ code, message, path }) => ({
    message: code === null ? `Member "${provider.member}" reported an error.` : message,
    ...(path === undefined ? {} : { path }),
    extensions: { code: code ?? 'MEMBER_ERROR', member: provider.member },
  }));
  return errors.length === 0 ? { data: answer.data } : { data: answer.data, errors };
}

/** How many records an answer holds at its root: a connection's edges, a list's items, or one. */
function rowsIn(data: Record<string, unknown> | null): number {
  return Object.values(data ?? {}).reduce<number>((sum, value) => sum + rowsOf(value), 0);
}

function rowsOf(value: unknown): number {
  if (Array.isArray(value)) {
    return value.filter((item) => item !== null).length;
  }
  if (typeof value !== 'object' || value === null) {
    return 0;
  }
  return 'edges' in value && Array.isArray(value.edges) ? value.edges.length : 1;
}

import type { GraphQLDataSource } from '@apollo/gateway';
import type { GraphQLFormattedError } from 'graphql';
import type { ErrorCode } from '../../shared/errors/error-codes.js';
import type { RequestScope } from '../fanout/request-scope.js';
import { readGraphqlAnswer } from '../members/graphql-answer.js';
import type { ProviderClient, ProviderReply } from '../members/provider-client.js';
import { underDeadline } from '../members/under-deadline.js';
import { questionBody } from './question-body.js';
import { scopeOf } from './scope-of.js';

export interface SubgraphDataSourceOptions {
  readonly name: string;
  readonly url: string;
  readonly client: ProviderClient;
  readonly deadlineMs: number;
  readonly maxBytes: number;
}

/** A foreign subgraph as it is, for `--supergraph`. Of its errors only that there was one, and where, leaves the hub. */
export function createSubgraphDataSource(
  options: SubgraphDataSourceOptions,
): GraphQLDataSource<RequestScope> {
  const { name, url, client, deadlineMs, maxBytes } = options;
  return {
    async process(asked) {
      const scope = scopeOf(asked);
      const headers = { 'x-request-id': scope.requestId };
      const body = questionBody(asked.request);
      const reply = await underDeadline([scope.signal], deadlineMs, (signal) =>
        client.ask({ url, body, headers, signal, maxBytes }),
      );
      const answer = reply.outcome === 'answered' ? readGraphqlAnswer(reply.body) : null;
      if (answer === null) {
        const message = `Subgraph "${name}" ${failureWords(reply, deadlineMs)}.`;
        return { data: null, errors: [errorEntry('MEMBER_UNAVAILABLE', message)] };
      }
      const errors = answer.errors.map(({ path }) =>
        errorEntry('MEMBER_ERROR', `Subgraph "${name}" reported an error.`, path),
      );
      return errors.length === 0 ? { data: answer.data } : { data: answer.data, errors };
    },
  };
}

function failureWords(reply: ProviderReply, deadlineMs: number): string {
  if (reply.outcome === 'answered' || reply.cause === 'INVALID') {
    return 'gave an answer that is not GraphQL';
  }
  return reply.cause === 'TIMED_OUT' ? `gave no answer within ${deadlineMs} ms` : 'could not be reached';
}

function errorEntry(
  code: ErrorCode,
  message: string,
  path?: readonly (string | number)[],
): GraphQLFormattedError {
  return path === undefined ? { message, extensions: { code } } : { message, path, extensions: { code } };
}

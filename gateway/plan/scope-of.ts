import type { GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { invariant } from '../../shared/errors/invariant.js';
import type { RequestScope } from '../fanout/request-scope.js';

/** The state of the request that a data source is asked in. The hub asks for health and schemas by other ways. */
export function scopeOf(options: GraphQLDataSourceProcessOptions<RequestScope>): RequestScope {
  invariant('incomingRequestContext' in options, 'a data source is asked within a request');
  return options.context;
}

import type { ApolloServerPlugin } from '@apollo/server';
import type { Logger } from '../log/logger.js';
import type { MemberContext } from './member-context.js';

export interface OperationLogOptions {
  readonly domain: string;
  readonly logger: Logger;
  readonly now: () => Date;
}

const longestName = 64;

/** One log line per operation: its name, how long it took, how many errors. Never a variable or a filter value. */
export function createOperationLog(options: OperationLogOptions): ApolloServerPlugin<MemberContext> {
  return {
    async requestDidStart({ contextValue: { requestId } }) {
      const start = options.now().getTime();
      return {
        async willSendResponse({ operation, errors }) {
          options.logger.info(
            {
              requestId,
              domain: options.domain,
              operation: operation?.name?.value.slice(0, longestName) ?? null,
              tookMs: options.now().getTime() - start,
              errors: errors?.length ?? 0,
            },
            'answered',
          );
        },
      };
    },
  };
}

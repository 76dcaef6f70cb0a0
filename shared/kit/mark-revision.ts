import type { ApolloServerPlugin } from '@apollo/server';
import type { MemberContext } from './member-context.js';

/** Says in `extensions.policyRevision` of every answer which policy decided it. */
export function createRevisionMark(policyRevision: string): ApolloServerPlugin<MemberContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response: { body } }) {
          if (body.kind === 'single') {
            body.singleResult.extensions = { ...body.singleResult.extensions, policyRevision };
          }
        },
      };
    },
  };
}

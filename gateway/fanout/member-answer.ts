import type { ProviderError } from '../members/graphql-answer.js';
import type { MissingReason, MissingState } from './answer-provenance.js';
import type { Provider } from './provider.js';

/** What came of asking one provider. Failure is an answer too, not a throw. */
export type MemberAnswer =
  | {
      readonly status: 'answered';
      readonly provider: Provider;
      /** As it came: not yet held against the contract. */
      readonly data: Readonly<Record<string, unknown>>;
      readonly errors: readonly ProviderError[];
      readonly tookMs: number;
    }
  | {
      readonly status: 'missing';
      readonly provider: Provider;
      readonly state: MissingState;
      readonly reason: MissingReason;
      readonly tookMs: number;
    };

export interface MemberQuestion {
  /** GraphQL text; the same text for the same question, so that members parse it once. */
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

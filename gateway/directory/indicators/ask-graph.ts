import type { RequestScope } from '../../fanout/request-scope.js';

/** What the graph gives to one operation: errors by their codes, as they may leave. */
export interface GraphAnswer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly codes: readonly unknown[];
}

/**
 * Asks the hub's own graph in the name of a request: cut to what its caller may read, under its deadline, noted in its
 * provenance. The operations are the directory's own and never ask the directory.
 */
export type AskGraph = (
  operation: { readonly query: string; readonly variables: Readonly<Record<string, unknown>> },
  scope: RequestScope,
) => Promise<GraphAnswer>;

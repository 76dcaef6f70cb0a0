/** The JSON of a sub-operation as the planner gives it; nothing else of the caller's request travels. */
export function questionBody(request: {
  readonly query?: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
}): string {
  const { query, variables, operationName } = request;
  return JSON.stringify({ query, variables, operationName });
}

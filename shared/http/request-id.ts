const pattern = /^[A-Za-z0-9_-]{8,64}$/;

/** The caller's `x-request-id` when it is of a form that is safe in a log, otherwise a new one. */
export function requestIdOf(header: string | string[] | undefined, createId: () => string): string {
  return typeof header === 'string' && pattern.test(header) ? header : createId();
}

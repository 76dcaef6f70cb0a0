import type { Caller } from './caller.js';

/** The scope of those who run the hub. */
export const operatorScope = 'operations';

/** Whether a caller runs the hub, and so may know how its members do. */
export function isOperator({ scopes }: Pick<Caller, 'scopes'>): boolean {
  return scopes.includes(operatorScope);
}

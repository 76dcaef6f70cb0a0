import { tlpLabels } from '../../domain/record-body.js';
import { callerKinds } from '../../identity/caller.js';
import type { Constant, Surroundings, ValueType } from './condition.js';

/** What can be said of a caller. */
export interface CallerTerm {
  readonly type: ValueType;
  readonly isOptional: boolean;
  readonly valueAt: (surroundings: Surroundings) => Constant | undefined;
}

const terms: ReadonlyMap<string, CallerTerm> = new Map<string, CallerTerm>([
  [
    'organization',
    { type: { kind: 'text' }, isOptional: true, valueAt: ({ caller }) => caller.organization ?? undefined },
  ],
  [
    'purpose',
    { type: { kind: 'text' }, isOptional: true, valueAt: ({ caller }) => caller.purpose ?? undefined },
  ],
  ['scopes', { type: { kind: 'texts' }, isOptional: false, valueAt: ({ caller }) => caller.scopes }],
  [
    'clearance',
    {
      type: { kind: 'text', values: tlpLabels },
      isOptional: false,
      valueAt: ({ caller }) => caller.clearance,
    },
  ],
  [
    'kind',
    { type: { kind: 'text', values: callerKinds }, isOptional: false, valueAt: ({ caller }) => caller.kind },
  ],
  ['isMember', { type: { kind: 'boolean' }, isOptional: false, valueAt: ({ caller }) => caller.isMember }],
  ['isProven', { type: { kind: 'boolean' }, isOptional: false, valueAt: ({ caller }) => caller.isProven }],
]);

export const callerNames: readonly string[] = [...terms.keys()];

export function findCallerTerm(name: string): CallerTerm | undefined {
  return terms.get(name);
}

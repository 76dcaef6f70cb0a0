import type { CompiledCondition } from './compiled-policy.js';
import { compileCondition } from './expression/compile-condition.js';
import type { Condition, Term } from './expression/condition.js';

/** A checked condition with the function that decides it. */
export function toCondition(condition: Condition): CompiledCondition {
  return { condition, evaluate: compileCondition(condition), needsRecord: readsRecord(condition) };
}

function readsRecord(condition: Condition): boolean {
  switch (condition.kind) {
    case 'constant':
      return false;
    case 'not':
      return readsRecord(condition.of);
    case 'and':
    case 'or':
      return readsRecord(condition.left) || readsRecord(condition.right);
    case 'has':
    case 'truth':
      return isField(condition.of);
    case 'equal':
    case 'order':
      return isField(condition.left) || isField(condition.right);
    case 'holds':
      return isField(condition.list) || isField(condition.item);
  }
}

function isField(term: Term): boolean {
  return term.kind === 'field';
}

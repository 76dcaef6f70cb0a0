import { anonymousCaller } from '../../identity/caller.js';
import type { RecordBody } from '../../store/record-type.js';
import { compileCondition } from './compile-condition.js';
import type { Condition, Term } from './condition.js';

/**
 * What a condition is of one record for whoever may ask from a moment on: the same for all of them, or open. `LATER`: it
 * changes with time · `CALLER`: it depends on who asks.
 */
export type Settled = boolean | 'LATER' | 'CALLER';

/** Decides a condition of a record at a moment and all that follow, in milliseconds. Throws as `Evaluate` does. */
export type Settle = (record: RecordBody, now: number) => Settled;

/** The last moment that there is: what comes to pass has come by then. */
const endOfTime = 8_640_000_000_000_000;

/** Makes a function of a checked condition that decides it without knowing who asks. */
export function settleCondition(condition: Condition): Settle {
  switch (condition.kind) {
    case 'not': {
      const of = settleCondition(condition.of);
      return (record, now) => opposite(of(record, now));
    }
    case 'and':
    case 'or':
      return junction(condition);
    default:
      return atom(condition);
  }
}

/** What is decided by the left side leaves the right one unread, which may have nothing to read. */
function junction({ kind, ...sides }: Extract<Condition, { kind: 'and' | 'or' }>): Settle {
  const deciding = kind === 'or';
  const [left, right] = [settleCondition(sides.left), settleCondition(sides.right)];
  return (record, now) => {
    const first = left(record, now);
    const second = first === deciding ? first : right(record, now);
    if (second === deciding) {
      return deciding;
    }
    return first === 'CALLER' || second === 'CALLER'
      ? 'CALLER'
      : first === 'LATER' || second === 'LATER'
        ? 'LATER'
        : !deciding;
  };
}

/** A comparison with `now` changes once at most: it is settled where it is the same at the end of time. */
function atom(condition: Exclude<Condition, { kind: 'and' | 'or' | 'not' }>): Settle {
  const reads = termsOf(condition).flatMap((term) => (term.kind === 'fixed' ? (term.of ?? []) : []));
  if (reads.includes('caller')) {
    return () => 'CALLER';
  }
  const evaluate = compileCondition(condition);
  const at = (record: RecordBody, now: number): boolean => evaluate(record, { caller: anonymousCaller, now });
  if (!reads.includes('now')) {
    return at;
  }
  return condition.kind !== 'order'
    ? () => 'LATER'
    : (record, now) => {
        const present = at(record, now);
        return present === at(record, endOfTime) ? present : 'LATER';
      };
}

function termsOf(condition: Exclude<Condition, { kind: 'and' | 'or' | 'not' }>): readonly Term[] {
  switch (condition.kind) {
    case 'constant':
      return [];
    case 'has':
    case 'truth':
      return [condition.of];
    case 'equal':
    case 'order':
      return [condition.left, condition.right];
    case 'holds':
      return [condition.list, condition.item];
  }
}

function opposite(settled: Settled): Settled {
  return typeof settled === 'boolean' ? !settled : settled;
}

import { createHash } from 'node:crypto';
import type { Position } from '../../shared/domain/key-value.js';
import { AccordError } from '../../shared/errors/accord-error.js';
import type { CursorBinding } from './cursor-seal.js';
import type { RootAsk } from './root-ask.js';

const defaultFirst = 20;

/** The most rows of one page. */
export const largestFirst = 200;

/** The argument `first`. Throws BAD_INPUT. */
export function readFirst(first: unknown): number {
  const count = first ?? defaultFirst;
  if (typeof count !== 'number' || count < 1 || count > largestFirst) {
    throw new AccordError('BAD_INPUT', `Expected "first" to be 1 to ${largestFirst}, got ${String(count)}.`);
  }
  return count;
}

/** The argument `after`. Throws BAD_CURSOR. */
export async function readAfter(ask: RootAsk, binding: CursorBinding): Promise<Position | undefined> {
  const { after } = ask.args;
  return typeof after === 'string' ? ask.seal.open(after, binding) : undefined;
}

/** A cursor is good for the same field, filter, order and caller, and below an entity for that one alone. */
export function cursorBindingOf(ask: RootAsk, about?: string): CursorBinding {
  const { filter, orderBy } = ask.args;
  const field = about === undefined ? [ask.field.name] : [ask.parent, about, ask.field.name];
  const text = JSON.stringify([ask.domain, ...field, filter ?? null, orderBy ?? null]);
  return {
    question: createHash('sha256').update(text).digest('base64url').slice(0, 22),
    caller: ask.request.callerDigest,
  };
}

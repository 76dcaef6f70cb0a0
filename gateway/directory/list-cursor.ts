import { createHash } from 'node:crypto';
import type { Position } from '../../shared/domain/key-value.js';
import { AccordError } from '../../shared/errors/accord-error.js';
import type { CursorSeal } from '../fanout/cursor-seal.js';
import type { Asking } from './asking.js';
import { faultOf } from './directory-fault.js';

/** The cursors of one list of the directory: good for one question of one caller. */
export interface ListCursors {
  /** Undefined without a cursor. Throws BAD_CURSOR. */
  open(cursor: string | null | undefined): Promise<Position | undefined>;
  seal(position: Position): Promise<string>;
}

/** `question` is all that decides which rows there are and their order. */
export function cursorsOf(
  seal: CursorSeal,
  asking: Pick<Asking, 'callerDigest'>,
  question: readonly unknown[],
): ListCursors {
  const digest = createHash('sha256').update(JSON.stringify(question)).digest('base64url');
  const binding = { question: digest, caller: asking.callerDigest };
  return {
    seal: (position) => seal.seal(position, binding),
    async open(cursor) {
      if (cursor === null || cursor === undefined) {
        return undefined;
      }
      try {
        return await seal.open(cursor, binding);
      } catch (fault) {
        throw fault instanceof AccordError ? faultOf(fault.code, fault.message) : fault;
      }
    },
  };
}

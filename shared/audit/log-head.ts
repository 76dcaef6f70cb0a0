import { z } from 'zod';
import { type LogKey, readSignedText, signText } from './signed-text.js';

/** The header of HTTP in which hub and member show each other how far their logs have come. */
export const logHeadHeader = 'x-accord-log-head';

const headType = 'accord-log-head+jws';

/** How far a log has come, signed by whose log it is: whoever keeps it can tell later whether that is still so. */
export const LogHead = z.strictObject({
  iss: z.string().min(1).max(200),
  stream: z.string().min(1).max(64),
  /** The number of the last line; 0 for a log without any. */
  seq: z.int().min(0),
  /** SHA-256 of that line. */
  hash: z.string().regex(/^[\w-]{43}$/),
  at: z.iso.datetime(),
});
export type LogHead = Readonly<z.infer<typeof LogHead>>;

export function signHead(head: LogHead, key: LogKey): string {
  return signText(head, headType, key);
}

/** Null where it is no head, or its signature is not that of the key it names. */
export function readHead(jws: string): { readonly head: LogHead; readonly kid: string } | null {
  const signed = readSignedText(jws, headType);
  const head = LogHead.safeParse(signed?.payload).data;
  return signed === null || head === undefined ? null : { head, kid: signed.kid };
}

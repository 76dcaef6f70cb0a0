import { z } from 'zod';
import { type LogKey, readSignedText, signText } from './signed-text.js';

const sealType = 'accord-log-seal+jws';

/** What is left of segments that were taken away after their time: where the chain goes on. */
export const LogSeal = z.strictObject({
  iss: z.string().min(1).max(200),
  stream: z.string().min(1).max(64),
  lastSeq: z.int().min(1),
  lastHash: z.string().regex(/^[\w-]{43}$/),
  /** The day of the last line that was taken away. */
  lastDay: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  at: z.iso.datetime(),
});
export type LogSeal = Readonly<z.infer<typeof LogSeal>>;

export function signSeal(seal: LogSeal, key: LogKey): string {
  return signText(seal, sealType, key);
}

/** The seals of a file, one to a line, that are what they say. */
export function readSeals(text: string): { readonly seal: LogSeal; readonly kid: string }[] {
  return text.split('\n').flatMap((line) => {
    const signed = readSignedText(line, sealType);
    const seal = LogSeal.safeParse(signed?.payload).data;
    return signed === null || seal === undefined ? [] : [{ seal, kid: signed.kid }];
  });
}

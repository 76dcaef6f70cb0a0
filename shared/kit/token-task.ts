import { z } from 'zod';

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

export const Blinded = z.object({ input: bytes, blind: bytes, point: bytes });

/** What the thread of token arithmetic is asked to do. */
export const TokenTask = z.discriminatedUnion('kind', [
  z.object({ id: z.int(), kind: z.literal('blind'), texts: z.array(z.string()) }),
  z.object({
    id: z.int(),
    kind: z.literal('finish'),
    inputs: z.array(Blinded),
    parts: z.array(z.object({ points: z.array(bytes), proof: bytes })),
    publicKey: bytes,
  }),
]);
export type TokenTask = z.infer<typeof TokenTask>;

/** Null: it could not be done, which of finishing means that a proof does not hold. */
export const TokenResult = z.object({
  id: z.int(),
  done: z.union([z.array(Blinded), z.array(z.string()), z.null()]),
});
export type TokenResult = z.infer<typeof TokenResult>;

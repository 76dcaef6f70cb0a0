import { ristretto255, ristretto255_oprf } from '@noble/curves/ed25519.js';

/**
 * The verifiable oblivious function of RFC 9497 over ristretto255 and SHA-512. Whoever asks blinds an input with a
 * random factor, so that what is sent is a random point; the holder of the key multiplies it and proves in zero knowledge
 * that it used the key of its public point; whoever asked takes the factor out again. All of it works on bytes and keeps
 * nothing.
 */
const { voprf } = ristretto255_oprf;

/** The key of one round: its secret is the broker's alone. */
export interface OprfKey {
  readonly secretKey: Uint8Array;
  readonly publicKey: Uint8Array;
}

/** An input with the factor that hides it, both of which stay with whoever asks, and the point that is sent. */
export interface BlindedInput {
  readonly input: Uint8Array;
  readonly blind: Uint8Array;
  readonly point: Uint8Array;
}

/** What the holder of the key makes of points, and the proof for all of them together. */
export interface Evaluation {
  readonly points: readonly Uint8Array[];
  readonly proof: Uint8Array;
}

export function createOprfKey(): OprfKey {
  return voprf.generateKeyPair();
}

/** The public point of a secret key. Throws where it is none. */
export function publicKeyOf(secretKey: Uint8Array): Uint8Array {
  return ristretto255.Point.BASE.multiply(ristretto255.Point.Fn.fromBytes(secretKey)).toBytes();
}

/** Blinds an input: the same input gives another point each time. */
export function blindInput(input: Uint8Array): BlindedInput {
  const { blind, blinded } = voprf.blind(input);
  return { input, blind, point: blinded };
}

/** Evaluates points, none of which tells what it is of. Throws where one is no point, or the neutral one. */
export function evaluatePoints({ secretKey, publicKey }: OprfKey, points: readonly Uint8Array[]): Evaluation {
  const { evaluated, proof } = voprf.blindEvaluateBatch(secretKey, publicKey, [...points]);
  return { points: evaluated, proof };
}

/** The function's outputs, 64 bytes each. Throws where the proof does not hold for this public key. */
export function finishInputs(
  inputs: readonly BlindedInput[],
  { points, proof }: Evaluation,
  publicKey: Uint8Array,
): Uint8Array[] {
  if (points.length !== inputs.length) {
    throw new Error('one point for each input');
  }
  const items = inputs.map(({ input, blind, point }, i) => ({
    ...{ input, blind, blinded: point },
    evaluated: points[i] ?? new Uint8Array(),
  }));
  return voprf.finalizeBatch(items, publicKey, proof);
}

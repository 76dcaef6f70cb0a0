import { AccordError } from '../errors/accord-error.js';
import { inputBytes, tokenOf } from '../linking/oprf/token-of.js';
import { type BlindedInput, blindInput, type Evaluation, finishInputs } from '../linking/oprf/voprf.js';
import type { BrokerClient } from './broker-client.js';
import { mostPoints, pointsPerProof, type Round } from './broker-messages.js';

/** The arithmetic of tokens, which takes milliseconds for each: in this thread, or in one of its own. */
export interface TokenArithmetic {
  blind(texts: readonly string[]): Promise<readonly BlindedInput[]>;
  /** Throws HUB_UNAVAILABLE where a proof does not hold. */
  finish(
    inputs: readonly BlindedInput[],
    parts: readonly Evaluation[],
    publicKey: Uint8Array,
  ): Promise<string[]>;
}

/** In this thread: for a command that makes a few. */
export const ownArithmetic: TokenArithmetic = {
  blind: async (texts) => texts.map((text) => blindInput(inputBytes(text))),
  finish: async (inputs, parts, publicKey) => finishTokens(inputs, parts, publicKey),
};

/**
 * The tokens of texts in a round, by way of the broker, in this order: of `tokenInputs`. The same text gives the same
 * token for whoever asks in the round, and none that has to do with it in another. Throws HUB_UNAVAILABLE, and what the
 * broker refuses with.
 */
export async function makeTokens(
  texts: readonly string[],
  round: Pick<Round, 'round' | 'publicKey'>,
  { broker, arithmetic }: { readonly broker: BrokerClient; readonly arithmetic: TokenArithmetic },
): Promise<string[]> {
  const tokens: string[] = [];
  for (let at = 0; at < texts.length; at += mostPoints) {
    const inputs = await arithmetic.blind(texts.slice(at, at + mostPoints));
    const parts = await broker.evaluate(
      round.round,
      inputs.map(({ point }) => point),
    );
    const publicKey = new Uint8Array(Buffer.from(round.publicKey, 'base64url'));
    tokens.push(...(await arithmetic.finish(inputs, parts, publicKey)));
  }
  return tokens;
}

/** Throws HUB_UNAVAILABLE where a proof does not hold. */
export function finishTokens(
  inputs: readonly BlindedInput[],
  parts: readonly Evaluation[],
  publicKey: Uint8Array,
): string[] {
  try {
    const outputs = parts.flatMap((part, i) =>
      finishInputs(inputs.slice(i * pointsPerProof, (i + 1) * pointsPerProof), part, publicKey),
    );
    if (outputs.length === inputs.length) {
      return outputs.map(tokenOf);
    }
  } catch (cause) {
    throw new AccordError(
      'HUB_UNAVAILABLE',
      'Expected the broker to prove that it used the key of its round, it did not.',
      { cause },
    );
  }
  throw new AccordError(
    'HUB_UNAVAILABLE',
    'Expected a point of the broker for each that was sent, got others.',
  );
}

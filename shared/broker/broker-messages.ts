import { z } from 'zod';
import { messageClaims } from '../identity/member-message.js';

/** `typ` of a member's request to a broker, and of a broker's own list of rounds. */
export const evaluateType = 'accord-evaluate+jws';
export const roundsType = 'accord-rounds+jws';

/** The most points of one request. */
export const mostPoints = 1000;
/** So many points have one proof: both sides can do other things in between. */
export const pointsPerProof = 20;

/** 32 bytes in base64url: a point of ristretto255. */
const point = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const roundId = z.string().regex(/^[a-z0-9-]{1,40}$/);

/** Asks for points of a round to be evaluated: blinded, so that the broker does not learn of what. */
export const EvaluateRequest = z.strictObject({
  ...messageClaims,
  round: roundId,
  points: z.array(point).min(1).max(mostPoints),
});
export type EvaluateRequest = Readonly<z.infer<typeof EvaluateRequest>>;

export const EvaluateAnswer = z.object({
  /** Of `pointsPerProof` points each, in the order of the request. */
  parts: z.array(
    z.object({ points: z.array(point).max(pointsPerProof), proof: z.string().regex(/^[A-Za-z0-9_-]{86}$/) }),
  ),
});
export type EvaluateAnswer = Readonly<z.infer<typeof EvaluateAnswer>>;

/** A round as a broker makes it known. */
export const Round = z.object({
  /** Names its public key, see `roundIdOf`: another key is another round. */
  round: roundId,
  publicKey: point,
  /** From when to when its points are evaluated, UTC. */
  from: z.iso.datetime(),
  until: z.iso.datetime(),
});
export type Round = Readonly<z.infer<typeof Round>>;

/** What a broker signs: the rounds in force, the one that ends first first. */
export const SignedRounds = z.object({
  iat: z.int(),
  /** The broker's public URL. */
  iss: z.string(),
  rounds: z.array(Round).max(2),
});
export const RoundsAnswer = z.object({ rounds: z.string().max(10_000) });

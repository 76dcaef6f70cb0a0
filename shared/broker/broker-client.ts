import { compactVerify, importJWK } from 'jose';
import type { MemberId } from '../domain/ids.js';
import { AccordError } from '../errors/accord-error.js';
import { exchangeJson } from '../http/exchange-json.js';
import { signMessage } from '../identity/member-message.js';
import type { PublicKey } from '../identity/public-key.js';
import { hubAudience } from '../identity/registry-request.js';
import type { SigningKey } from '../identity/signing-key.js';
import type { Evaluation } from '../linking/oprf/voprf.js';
import {
  EvaluateAnswer,
  evaluateType,
  type Round,
  RoundsAnswer,
  roundsType,
  SignedRounds,
} from './broker-messages.js';
import { roundIdOf } from './round-id.js';

/** A broker as a member asks it. */
export interface BrokerClient {
  /** The rounds in force, the one that ends first first. Throws HUB_UNAVAILABLE. */
  rounds(): Promise<readonly Round[]>;
  /** Evaluates at most 1,000 blinded points, in parts. Throws HUB_UNAVAILABLE, and what the broker refuses with. */
  evaluate(round: string, points: readonly Uint8Array[]): Promise<readonly Evaluation[]>;
}

export interface BrokerClientOptions {
  /** The broker's public URL. */
  readonly url: string;
  /** The key that it signs its rounds with, as `accord broker init` prints it. */
  readonly key: PublicKey;
  readonly member: MemberId;
  /** The key that the member signs with now. */
  readonly signingKey: () => SigningKey;
  readonly now: () => Date;
  readonly createId: () => string;
  readonly signal?: AbortSignal | undefined;
}

const deadlineMs = 60_000;
/** How far the broker's clock may be from the member's. */
const freshMs = 300_000;

export function createBrokerClient(options: BrokerClientOptions): BrokerClient {
  const { member, now, signal } = options;
  const url = hubAudience(options.url);
  const common = { whom: 'broker', deadlineMs, signal };
  return {
    async rounds() {
      const { rounds } = await exchangeJson({ ...common, url: `${url}/rounds`, answer: RoundsAnswer });
      return await readRounds(rounds, { ...options, url });
    },
    async evaluate(round, points) {
      const content = { round, points: points.map((point) => Buffer.from(point).toString('base64url')) };
      const request = await signMessage(content, {
        ...{ typ: evaluateType, member, audience: url, now: now() },
        key: options.signingKey(),
        jti: options.createId(),
      });
      const body = { request };
      const { parts } = await exchangeJson({
        ...common,
        url: `${url}/evaluate`,
        body,
        answer: EvaluateAnswer,
      });
      return parts.map((part) => ({ points: part.points.map(bytes), proof: bytes(part.proof) }));
    },
  };
}

/** Takes a list of rounds only from the broker whose key is pinned, and a round only with the key that it names. */
async function readRounds(
  jws: string,
  { url, key, now }: Pick<BrokerClientOptions, 'url' | 'key' | 'now'>,
): Promise<readonly Round[]> {
  const signed = await readSigned(jws, key);
  if (signed?.iss !== url || Math.abs(now().getTime() - signed.iat * 1000) > freshMs) {
    throw unusable('Expected rounds that the broker of "member.yaml" has just signed, got others.');
  }
  const time = now().toISOString();
  for (const { round, from, publicKey } of signed.rounds) {
    if (round !== roundIdOf(from, bytes(publicKey))) {
      throw unusable('Expected rounds with the keys that they name, got others.');
    }
  }
  return signed.rounds.filter(({ until }) => until > time);
}

async function readSigned(jws: string, { kty, crv, x }: PublicKey) {
  try {
    const { payload, protectedHeader } = await compactVerify(jws, await importJWK({ kty, crv, x }, 'EdDSA'), {
      algorithms: ['EdDSA'],
    });
    const parsed = SignedRounds.safeParse(JSON.parse(new TextDecoder().decode(payload)));
    return protectedHeader.typ === roundsType ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

function unusable(message: string): AccordError {
  return new AccordError('HUB_UNAVAILABLE', message);
}

function bytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64url'));
}

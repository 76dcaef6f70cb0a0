import { setImmediate as breathe } from 'node:timers/promises';
import { CompactSign } from 'jose';
import { z } from 'zod';
import { AccordError } from '../errors/accord-error.js';
import { answerJson, answerMethodNotAllowed, answerNotFound } from '../http/answers.js';
import { createHttpServer, type HttpExchange, type HttpServer } from '../http/http-server.js';
import { readJsonBody } from '../http/read-body.js';
import { importSigningKey } from '../identity/import-signing-key.js';
import { verifyMessage } from '../identity/member-message.js';
import { thumbprintOf } from '../identity/public-key.js';
import { hubAudience } from '../identity/registry-request.js';
import { createSpentIds } from '../identity/spent-ids.js';
import { evaluatePoints } from '../linking/oprf/voprf.js';
import type { Logger } from '../log/logger.js';
import type { BrokerConfig } from './broker-config.js';
import {
  type EvaluateAnswer,
  EvaluateRequest,
  evaluateType,
  pointsPerProof,
  roundsType,
} from './broker-messages.js';
import type { PointsUsed } from './points-used.js';
import { type BrokerKeys, oprfKeyOf, publishedRound, type RoundKey } from './round-keys.js';

export interface BrokerOptions {
  readonly config: BrokerConfig;
  /** The keys as they are to be now. Throws BAD_CONFIG, BAD_OUTPUT. */
  readonly keys: () => BrokerKeys;
  readonly used: PointsUsed;
  readonly now: () => Date;
  readonly createId: () => string;
  readonly logger: Logger;
}

const Body = z.strictObject({ request: z.string().min(1) });
const maxBytes = 262_144;

/**
 * The server of a broker: `GET /rounds` gives the rounds in force, signed; `POST /evaluate` evaluates blinded points for
 * members whose keys are pinned. It sees random points, whose they are and how many; it keeps and logs nothing of them
 * but the count.
 */
export function createBroker(options: BrokerOptions): HttpServer {
  const { config, now, logger, createId } = options;
  const pinned = new Map(
    config.members.flatMap(({ id, keys }) => keys.map(({ x }) => [thumbprintOf({ x }), { member: id, x }])),
  );
  const rules = {
    typ: evaluateType,
    schema: EvaluateRequest,
    audience: hubAudience(config.url),
    now,
    keyOf: (kid: string) => pinned.get(kid),
    claim: createSpentIds(now).claim,
  };
  const handle = async (exchange: HttpExchange): Promise<void> => {
    const { path, request, response } = exchange;
    const methods: Readonly<Record<string, string>> = {
      '/evaluate': 'POST',
      '/rounds': 'GET',
      '/health': 'GET',
    };
    const method = Object.hasOwn(methods, path) ? methods[path] : undefined;
    if (method === undefined) {
      answerNotFound(response);
    } else if (request.method !== method) {
      answerMethodNotAllowed(response, method);
    } else if (path === '/rounds') {
      answerJson(response, 200, { rounds: await signedRounds(options) });
    } else if (path === '/evaluate') {
      const body = Body.safeParse(await readJsonBody(request, maxBytes));
      const verified = body.success ? await verifyMessage(body.data.request, rules) : undefined;
      if (verified?.ok !== true) {
        logger.warn({ refusal: verified?.refusal ?? 'malformed' }, 'refused a request');
        throw new AccordError(
          'UNAUTHENTICATED',
          'Expected a request that a key of a member has just signed.',
        );
      }
      answerJson(response, 200, await evaluate(verified.message, options));
    } else {
      answerJson(response, 200, { status: 'alive' });
    }
  };
  return createHttpServer({ handle, logger, createId });
}

async function signedRounds({ config, keys, now }: BrokerOptions): Promise<string> {
  const { identity, rounds } = keys();
  const payload = {
    iat: Math.floor(now().getTime() / 1000),
    iss: hubAudience(config.url),
    rounds: rounds.map(publishedRound),
  };
  return await new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'EdDSA', typ: roundsType, kid: identity.kid })
    .sign(importSigningKey(identity).key);
}

async function evaluate(
  { member, round, points }: EvaluateRequest,
  { keys, used, logger }: BrokerOptions,
): Promise<EvaluateAnswer> {
  const key = keys().rounds.find((one) => one.round === round);
  if (key === undefined) {
    throw new AccordError('BAD_INPUT', 'Expected a round that is in force.');
  }
  if (!used.take(member, points.length)) {
    throw new AccordError('NOT_READY', 'Expected fewer points of the member, it may go on tomorrow.');
  }
  logger.info({ member, round, points: points.length }, 'evaluated points');
  return { parts: await evaluateInParts(key, points) };
}

async function evaluateInParts(round: RoundKey, points: readonly string[]): Promise<EvaluateAnswer['parts']> {
  const key = oprfKeyOf(round);
  const parts: EvaluateAnswer['parts'] = [];
  for (let at = 0; at < points.length; at += pointsPerProof) {
    const part = points
      .slice(at, at + pointsPerProof)
      .map((text) => new Uint8Array(Buffer.from(text, 'base64url')));
    try {
      const { points: evaluated, proof } = evaluatePoints(key, part);
      parts.push({ points: evaluated.map(base64url), proof: base64url(proof) });
    } catch (cause) {
      throw new AccordError('BAD_INPUT', 'Expected points of ristretto255, got something else.', { cause });
    }
    await breathe();
  }
  return parts;
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}

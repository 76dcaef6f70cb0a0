import { Agent, request } from 'undici';
import { z } from 'zod';
import { AccordError } from '../errors/accord-error.js';
import { type ErrorCode, errorCodes } from '../errors/error-codes.js';

const usualBytes = 1_048_576;
const maxMessage = 10_000;

const Refusal = z.object({
  errors: z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }) })).min(1),
});

export interface JsonExchange<T> {
  readonly url: string;
  /** Sent as JSON by POST; without it, asked for by GET. */
  readonly body?: object | undefined;
  readonly answer: z.ZodType<T>;
  /** Sent besides, for example who asks. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The most bytes that an answer may have: a mebibyte unless given. */
  readonly maxBytes?: number | undefined;
  /** Who is asked, for the words of a fault: `hub`. */
  readonly whom: string;
  readonly deadlineMs: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Asks another process of a coalition. Redirects are not followed. Throws what it refuses with, and HUB_UNAVAILABLE
 * where it gives no answer of the form.
 */
export async function exchangeJson<T>(exchange: JsonExchange<T>): Promise<T> {
  const { status, body } = await send(exchange);
  const answer = exchange.answer.safeParse(body);
  if (status === 200 && answer.success) {
    return answer.data;
  }
  const [refusal] = Refusal.safeParse(body).data?.errors ?? [];
  const code = refusal?.extensions.code;
  if (refusal === undefined || code === undefined || !isErrorCode(code)) {
    throw new AccordError(
      'HUB_UNAVAILABLE',
      `Expected an answer of the ${exchange.whom}, got status ${status}.`,
    );
  }
  throw new AccordError(code, refusal.message.replaceAll(/\p{Cc}+/gu, ' ').slice(0, maxMessage));
}

async function send<T>(exchange: JsonExchange<T>): Promise<{
  readonly status: number;
  readonly body: unknown;
}> {
  const { url, body, whom, deadlineMs, signal, headers, maxBytes = usualBytes } = exchange;
  const agent = new Agent({ maxResponseSize: maxBytes });
  const deadline = AbortSignal.timeout(deadlineMs);
  try {
    const answer = await request(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      dispatcher: agent,
      signal: signal === undefined ? deadline : AbortSignal.any([signal, deadline]),
    });
    return { status: answer.statusCode, body: parseJson(await answer.body.text()) };
  } catch (cause) {
    throw new AccordError(
      'HUB_UNAVAILABLE',
      `Expected an answer of the ${whom} within ${deadlineMs} ms, it could not be reached or gave none.`,
      { cause },
    );
  } finally {
    await agent.destroy();
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorCodes, code);
}

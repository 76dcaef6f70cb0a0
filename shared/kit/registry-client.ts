import { Agent, request } from 'undici';
import { z } from 'zod';
import { AccordError } from '../errors/accord-error.js';
import { type ErrorCode, errorCodes } from '../errors/error-codes.js';
import { RegistryAnswer } from '../identity/registry-request.js';

const maxBytes = 1_048_576;
const maxMessage = 10_000;

const Refusal = z.object({
  errors: z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }) })).min(1),
});

/**
 * Sends a signed request to the registry of a hub. Redirects are not followed. Throws what the hub refuses it with, and
 * HUB_UNAVAILABLE where it gives no answer of the form.
 */
export async function sendToRegistry(
  jws: string,
  to: { readonly audience: string; readonly deadlineMs: number },
): Promise<RegistryAnswer> {
  const { status, body } = await post(
    `${to.audience}/registry`,
    JSON.stringify({ request: jws }),
    to.deadlineMs,
  );
  const answer = RegistryAnswer.safeParse(body);
  if (status === 200 && answer.success) {
    return answer.data;
  }
  const [refusal] = Refusal.safeParse(body).data?.errors ?? [];
  const code = codeOf(refusal?.extensions.code);
  if (refusal === undefined || code === undefined) {
    throw new AccordError(
      'HUB_UNAVAILABLE',
      `Expected an answer of the hub's registry, got status ${status}.`,
    );
  }
  throw new AccordError(code, refusal.message.replaceAll(/\p{Cc}+/gu, ' ').slice(0, maxMessage));
}

async function post(
  url: string,
  text: string,
  deadlineMs: number,
): Promise<{ readonly status: number; readonly body: unknown }> {
  const agent = new Agent({ maxResponseSize: maxBytes });
  try {
    const { statusCode, body } = await request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: text,
      dispatcher: agent,
      signal: AbortSignal.timeout(deadlineMs),
    });
    return { status: statusCode, body: parseJson(await body.text()) };
  } catch (cause) {
    throw new AccordError(
      'HUB_UNAVAILABLE',
      `Expected an answer of the hub within ${deadlineMs} ms, it could not be reached or gave none.`,
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

function codeOf(said: string | undefined): ErrorCode | undefined {
  return said !== undefined && isErrorCode(said) ? said : undefined;
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorCodes, code);
}

import { z } from 'zod';
import { AccordError } from '../shared/errors/accord-error.js';
import { type ErrorCode, errorCodes } from '../shared/errors/error-codes.js';
import { exchangeJson } from '../shared/http/exchange-json.js';
import { isLoopbackHost } from '../shared/http/is-loopback-host.js';

/** A hub, and who asks it. */
export interface AskedHub {
  /** Its base URL, without `/graphql`. */
  readonly url: string;
  /** The caller's token; nobody's without. */
  readonly token?: string | undefined;
  readonly purpose?: string | undefined;
  /** Any part that is missing is an error. */
  readonly wantsAll?: boolean | undefined;
  readonly signal: AbortSignal;
}

const AnswerError = z.object({
  message: z.string(),
  extensions: z.object({ code: z.string(), member: z.string().optional() }).loose().optional(),
});
const Answer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(AnswerError).optional(),
});

/** What a hub answered: its data, and the errors beside them. */
export interface HubAnswer {
  readonly data: Readonly<Record<string, unknown>>;
  readonly errors: readonly z.infer<typeof AnswerError>[];
}

const maxBytes = 67_108_864;
const deadlineMs = 60_000;

/**
 * Asks a hub one question. The token goes to https or this machine alone. Throws HUB_UNAVAILABLE, BAD_INPUT, and what
 * the hub refuses the whole question with.
 */
export async function askHub(
  hub: AskedHub,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<HubAnswer> {
  const { data, errors = [] } = await exchangeJson({
    ...{ url: graphqlUrl(hub.url), headers: headersOf(hub), body: { query, variables } },
    ...{ answer: Answer, whom: 'hub', deadlineMs, maxBytes, signal: hub.signal },
  });
  if (data === undefined || data === null) {
    const [error] = errors;
    const code = error?.extensions?.code ?? '';
    throw new AccordError(isErrorCode(code) ? code : 'HUB_UNAVAILABLE', error?.message ?? 'Expected data.');
  }
  return { data, errors };
}

function graphqlUrl(url: string): string {
  const isSafe = URL.canParse(url) && (url.startsWith('https:') || isLoopbackHost(new URL(url).hostname));
  if (!isSafe) {
    throw new AccordError('BAD_INPUT', "Expected the hub's https URL, or one of this machine.");
  }
  return `${url.replace(/\/+$/, '')}/graphql`;
}

function headersOf({ token, purpose, wantsAll }: AskedHub): Record<string, string> {
  return {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(purpose === undefined ? {} : { 'x-purpose': purpose }),
    ...(wantsAll === true ? { 'x-accord-completeness': 'ALL' } : {}),
  };
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorCodes, code);
}

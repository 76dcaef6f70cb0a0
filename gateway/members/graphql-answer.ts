import { type ErrorCode, errorCodes } from '../../shared/errors/error-codes.js';
import { type WithheldReason, withheldReasons } from '../../shared/policy/member-policy.js';

/** A GraphQL answer whose outer form holds. What is inside `data` is still the provider's word. */
export interface GraphqlAnswer {
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly ProviderError[];
}

/** The revision of its policy that a member says it answered by; undefined where it says none. */
export function policyRevisionOf(body: unknown): string | undefined {
  const extensions = isObject(body) ? body['extensions'] : undefined;
  const revision = isObject(extensions) ? extensions['policyRevision'] : undefined;
  return typeof revision === 'string' && revision !== '' && revision.length <= maxRevision
    ? revision
    : undefined;
}

/** An error that a provider reported, cut to what may pass. */
export interface ProviderError {
  /** One of ours that speaks of the caller's question, or null: then the words stay here. */
  readonly code: ErrorCode | null;
  readonly message: string;
  readonly path: readonly (string | number)[] | undefined;
  /** With WITHHELD: what the owner lets be known of the value. */
  readonly withheld?: { readonly reason?: WithheldReason; readonly requestAccessUrl?: string } | undefined;
}

/** The words of every field that a caller may not read, wherever that is decided. */
export const unauthorizedWords = 'Unauthorized field or type';

/** Faults of the question, which the caller can mend, and what the member does not give them. All else of a member's errors is its own affair. */
const passedCodes: readonly ErrorCode[] = [
  'BAD_INPUT',
  'BAD_CURSOR',
  'BAD_FILTER',
  'BAD_ID',
  'NOT_ADDABLE',
  'SUM_OVERFLOW',
  'QUERY_TOO_BROAD',
  'QUERY_TOO_COMPLEX',
  'UNAUTHORIZED_FIELD_OR_TYPE',
  'WITHHELD',
];

/** What a member may not or will not give. The words for it are ours: a member's own could tell what it hides. */
const ownWords: ReadonlyMap<unknown, string> = new Map([
  ['UNAUTHORIZED_FIELD_OR_TYPE', unauthorizedWords],
  ['WITHHELD', errorCodes.WITHHELD.says],
]);

const maxMessage = 400;
const maxUrl = 500;
const maxRevision = 200;

/** Two hundred rows of fifty withheld fields each: more errors than these are not about an answer. */
const maxErrors = 10_000;

/** What an address, a path or a trace looks like. Words about a question have none, so they are not passed on. */
const addressLike =
  /:\/\/|\d{1,3}(?:\.\d{1,3}){3}|[a-z]:\d{4,5}\b|(?:\/[\w.-]+){2,}|\.[cm]?[jt]s\b|\bat \S+ \(/i;

/** Reads the outer form of an answer: `{ data?, errors? }`. Null where it is none. */
export function readGraphqlAnswer(body: unknown): GraphqlAnswer | null {
  if (!isObject(body)) {
    return null;
  }
  const { data, errors } = body;
  if (errors !== undefined && (!Array.isArray(errors) || errors.length === 0 || errors.length > maxErrors)) {
    return null;
  }
  if (data === undefined || data === null) {
    return errors === undefined ? null : { data: null, errors: errors.map(readError) };
  }
  return isObject(data) ? { data, errors: errors?.map(readError) ?? [] } : null;
}

/** Whether a member refused the question as a whole because it has paused itself. */
export function saysPaused(body: unknown): boolean {
  if (!isObject(body) || (body['data'] ?? null) !== null || !Array.isArray(body['errors'])) {
    return false;
  }
  const [error]: unknown[] = body['errors'];
  const extensions = isObject(error) ? error['extensions'] : undefined;
  return isObject(extensions) && extensions['code'] === ('MEMBER_PAUSED' satisfies ErrorCode);
}

function readError(error: unknown): ProviderError {
  const { message, path, extensions } = isObject(error) ? error : {};
  const more = isObject(extensions) ? extensions : {};
  const code = passedCodes.find((passed) => passed === more['code']) ?? null;
  return {
    code,
    message: code === null ? '' : wordsOf(code, message),
    path: isPath(path) ? path : undefined,
    ...(code === 'WITHHELD' && { withheld: readWithheld(more) }),
  };
}

function readWithheld(extensions: Readonly<Record<string, unknown>>): ProviderError['withheld'] {
  const reason = withheldReasons.find((known) => known === extensions['reason']);
  const requestAccessUrl = readPublicUrl(extensions['requestAccessUrl']);
  return {
    ...(reason !== undefined && { reason }),
    ...(requestAccessUrl !== undefined && { requestAccessUrl }),
  };
}

/** An address that a client may be shown and follow: https, without a user, not endless. */
function readPublicUrl(text: unknown): string | undefined {
  if (typeof text !== 'string' || text.length > maxUrl || !URL.canParse(text)) {
    return undefined;
  }
  const { protocol, username, password, href } = new URL(text);
  return protocol === 'https:' && username === '' && password === '' && href.length <= maxUrl
    ? href
    : undefined;
}

function wordsOf(code: ErrorCode, message: unknown): string {
  const own = ownWords.get(code);
  if (own !== undefined) {
    return own;
  }
  const words = typeof message === 'string' ? message.replaceAll(/\p{Cc}+/gu, ' ').slice(0, maxMessage) : '';
  return words === '' || addressLike.test(words) ? errorCodes[code].says : words;
}

function isPath(value: unknown): value is (string | number)[] {
  return (
    Array.isArray(value) &&
    value.every((part: unknown) => typeof part === 'string' || (Number.isInteger(part) && Number(part) >= 0))
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

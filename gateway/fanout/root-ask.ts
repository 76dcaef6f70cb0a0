import type { FieldNode, GraphQLField, GraphQLSchema } from 'graphql';
import type { Apart } from '../../shared/domain/apart.js';
import type { ErrorCode } from '../../shared/errors/error-codes.js';
import type { Logger } from '../../shared/log/logger.js';
import type { ProviderError } from '../members/graphql-answer.js';
import type { SelectionScope } from '../merge/selected-fields.js';
import type { MissingReason } from './answer-provenance.js';
import type { CursorSeal } from './cursor-seal.js';
import type { MemberAnswer, MemberQuestion } from './member-answer.js';
import type { MemberQuery } from './member-query.js';
import type { RecentShares } from './page-sizes.js';
import type { Provider, ServedName } from './provider.js';
import type { QuestionParts } from './provider-questions.js';
import type { RequestScope } from './request-scope.js';

/**
 * All that answering one field of a sub-operation needs: a root field, or one of an entity that is spread over members.
 * Made per field and request.
 */
export interface RootAsk {
  readonly domain: ServedName;
  readonly schema: GraphQLSchema;
  /** The type that the field is on. */
  readonly parent: string;
  /** The field of the contract. */
  readonly field: GraphQLField<unknown, unknown>;
  readonly responseKey: string;
  readonly nodes: readonly FieldNode[];
  readonly args: Readonly<Record<string, unknown>>;
  /** What a total never adds together; for totals alone. */
  readonly apart: Apart | undefined;
  readonly selection: SelectionScope;
  /** The domain's providers by member id, those the caller does not want asked apart. */
  readonly providers: readonly Provider[];
  readonly request: RequestScope;
  readonly shares: RecentShares;
  readonly seal: CursorSeal;
  readonly logger: Logger;
  /** The types whose objects are spread over members. */
  readonly spreadTypes: ReadonlySet<string>;
  /** Tells the nodes apart from others of the sub-operation. */
  readonly nodesName: string;
  /** A field of a type whose objects are spread over members, as asked for below this one. */
  readonly below: (
    type: string,
    field: { readonly responseKey: string; readonly nodes: readonly FieldNode[] },
  ) => RootAsk;
  /** Why a provider is not asked for this field; undefined where it is. */
  readonly unaskableAt: (provider: Provider) => Unaskable | undefined;
  /** Builds, or recalls, the question for members. `variant` tells questions of one field apart. */
  readonly query: (variant: string, parts: QuestionParts) => ProviderQuery;
  /** Asks a member; the same question of one operation is sent once. */
  readonly ask: (provider: Provider, question: MemberQuestion) => Promise<MemberAnswer>;
}

/** A question as each provider is asked it: in the words of its own version of the contract, cut to what the caller may read there. */
export interface ProviderQuery {
  for(provider: Provider): MemberQuery | Unaskable;
}

/**
 * Why a provider is not asked at all. NOT_PROVIDED: its version has not the root field, or cannot take its arguments.
 * DENIED: the caller may not filter, sort, search or group by a field of the question there, or not read the root field.
 */
export type Unaskable = 'NOT_PROVIDED' | 'DENIED';

/** The value of a root field and the errors that belong to places in it. */
export interface RootAnswer {
  readonly value: unknown;
  readonly errors: readonly FieldError[];
}

export interface FieldError {
  readonly code: ErrorCode;
  readonly message: string;
  /** From the root field's response key on. */
  readonly path: readonly (string | number)[];
  readonly member?: string | undefined;
  /** What the owner lets be known of a value that it withholds. */
  readonly withheld?: ProviderError['withheld'];
}

/** Notes what came of a member for this field. */
export function note(
  ask: RootAsk,
  of: { readonly provider: Provider; readonly tookMs: number },
  outcome: {
    readonly state: Parameters<RequestScope['provenance']['note']>[0]['state'];
    readonly rows: number;
    readonly reason?: MissingReason | undefined;
  },
): void {
  const { member, halted } = of.provider;
  const { state, rows, reason } = outcome;
  // A member that was revoked meanwhile is no member of the coalition: nothing is said of it.
  if (halted?.reason === 'REVOKED') {
    return;
  }
  ask.request.provenance.note({ member, domain: ask.domain, state, rows, tookMs: of.tookMs }, reason);
}

/** An error of a member at a place within its rows. Its words pass only with a code that speaks of the question. */
export function memberFieldError(
  provider: Provider,
  { code, message, withheld }: Pick<ProviderError, 'code' | 'message' | 'withheld'>,
  path: readonly (string | number)[],
): FieldError {
  const { member } = provider;
  return code === null
    ? { code: 'MEMBER_ERROR', message: `Member "${member}" reported an error.`, path, member }
    : { code, message, path, member, withheld };
}

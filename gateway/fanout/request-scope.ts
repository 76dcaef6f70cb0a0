import type { Caller } from '../../shared/identity/caller.js';
import type { AnswerProvenance } from './answer-provenance.js';
import type { ServedName } from './provider.js';

/** What to do when a member's part is missing: answer with what is there, or give an error and no data. */
export const completenesses = ['BEST_EFFORT', 'ALL'] as const;
export type Completeness = (typeof completenesses)[number];

/** What to do where a part may not be read: answer without it, or give an error and no data. */
export const accessModes = ['FILTER', 'REJECT'] as const;
export type AccessMode = (typeof accessModes)[number];

/** What policy and fan-out need to know of one request, made by the HTTP layer and carried by the Apollo context. */
export interface RequestScope {
  readonly requestId: string;
  /** Ends everything the request has under way: its deadline passed, or the client left. */
  readonly signal: AbortSignal;
  /** Milliseconds of the injected clock at which the request's deadline passes. */
  readonly deadlineAt: number;
  /** The members the caller wants asked (`x-accord-ask`); all of them without. */
  readonly ask: ReadonlySet<string> | undefined;
  readonly completeness: Completeness;
  readonly access: AccessMode;
  /** Who asks and for what, as the hub knows them. */
  readonly caller: Caller;
  /** By member: the token of the caller's own issuer that is meant for that member, and sent to no other. */
  readonly proofs?: ReadonlyMap<string, string> | undefined;
  /** Digest of who asks and for what; binds cursors to the caller. */
  readonly callerDigest: string;
  /** Which members were asked and what came of it. */
  readonly provenance: AnswerProvenance;
  /** Headers to send to a member: the caller token bound to this body. */
  readonly headersFor: (
    provider: { readonly member: string; readonly domain: ServedName; readonly url: string },
    body: string,
  ) => Promise<Record<string, string>>;
}

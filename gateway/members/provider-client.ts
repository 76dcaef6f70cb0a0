/** One question to a provider: a POST of JSON. */
export interface ProviderRequest {
  readonly url: string;
  /** JSON text. */
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Ends the request; its owner enforces the deadline. */
  readonly signal: AbortSignal;
  /** The most bytes the answer may have. */
  readonly maxBytes: number;
}

/** The caller's own token for the member, as the hub hands it on. */
export const callerProofHeader = 'x-accord-caller-proof';

/**
 * Why a provider gave no usable answer. An aborted request has TIMED_OUT. PROOF_REFUSED: it does not accept the token
 * that the caller sent along, which is the caller's fault and not its own.
 */
export type FailureCause = 'TIMED_OUT' | 'UNREACHABLE' | 'INVALID' | 'PROOF_REFUSED';

export type ProviderReply =
  | {
      readonly outcome: 'answered';
      readonly httpStatus: number;
      /** Parsed JSON, not checked yet. */
      readonly body: unknown;
      readonly bytes: number;
      /** How far the access log of the member has come, as it says itself. */
      readonly logHead?: string | undefined;
    }
  | {
      readonly outcome: 'failed';
      readonly cause: FailureCause;
      /** For the log alone: never sent to a client. */
      readonly detail: string;
    };

/** Port: the way to a provider. Failure is a value; `ask` does not throw. */
export interface ProviderClient {
  ask(request: ProviderRequest): Promise<ProviderReply>;
}

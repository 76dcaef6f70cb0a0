import type { Domain } from '../../shared/domain/domains.js';
import type { MemberId } from '../../shared/domain/ids.js';

/** The subgraph of a member's own schema, `ext-<member>`. */
export type ExtensionName = `ext-${string}`;

/** What a member can serve: a domain, or an extension that is its own. */
export type ServedName = Domain | ExtensionName;

/** A member that serves a domain or its extension at a URL. */
export interface Provider {
  readonly member: MemberId;
  readonly domain: ServedName;
  readonly url: string;
  readonly paused: boolean;
  readonly coverage: Coverage;
  /** The version of the contract that it serves; absent is the hub's own. */
  readonly contractVersion?: string | undefined;
  /** Aborts when the member pauses or leaves: what is under way to it ends. Its reason is the state it went to. */
  readonly halted?: AbortSignal | undefined;
}

/** What a provider's records can be of, as it declares; a filter outside of it saves asking. Absent is anything. */
export interface Coverage {
  readonly countries?: readonly string[] | undefined;
  readonly years?: { readonly from: number; readonly to: number } | undefined;
}

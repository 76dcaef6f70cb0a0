import type { MemberId } from '../domain/ids.js';
import type { Caller } from '../identity/caller.js';
import type { RequestDecisions } from '../policy/member-policy.js';
import type { UseTable } from '../policy/use-table.js';
import type { PermittedStore } from './permitted-store.js';
import type { RecordLoaders } from './record-loaders.js';

/** What every resolver of a member sees of one request. Made anew per request; nothing of it outlives the request. */
export interface MemberContext {
  readonly requestId: string;
  /** All that the request may do here, decided at one moment by the policy that was in force when it came. */
  readonly decisions: RequestDecisions;
  /** Who asks, as this member takes them. */
  readonly caller: Caller;
  readonly member: MemberId;
  /** The records that exist for the caller. There is no other way to the store. */
  readonly records: PermittedStore;
  /** One DataLoader per record type, so that a level of a query makes one store read per type. */
  readonly loaders: RecordLoaders;
  /** The fields that the arguments of the domain's contract read. */
  readonly uses: UseTable;
}

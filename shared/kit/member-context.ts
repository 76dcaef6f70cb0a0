import type { MemberId } from '../domain/ids.js';
import type { Caller } from '../identity/caller.js';
import type { RecordStore } from '../store/record-store.js';
import type { RecordLoaders } from './record-loaders.js';

/** What every resolver of a member sees of one request. Made anew per request; nothing of it outlives the request. */
export interface MemberContext {
  readonly requestId: string;
  /** Who asks, as the hub's token says. */
  readonly caller: Caller;
  readonly member: MemberId;
  readonly store: RecordStore;
  /** One DataLoader per record type, so that a level of a query makes one store read per type. */
  readonly loaders: RecordLoaders;
}

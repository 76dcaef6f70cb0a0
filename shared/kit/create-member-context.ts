import type { Caller } from '../identity/caller.js';
import type { RecordStore } from '../store/record-store.js';
import type { MemberContext } from './member-context.js';
import { createRecordLoaders } from './record-loaders.js';

/** The context of one request: nothing in it is shared with another. */
export function createMemberContext(of: {
  readonly requestId: string;
  readonly caller: Caller;
  readonly store: RecordStore;
}): MemberContext {
  return { ...of, member: of.store.member, loaders: createRecordLoaders(of.store) };
}

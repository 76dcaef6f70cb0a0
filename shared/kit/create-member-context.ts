import type { RecordStore } from '../store/record-store.js';
import type { MemberContext } from './member-context.js';
import { createRecordLoaders } from './record-loaders.js';

/** The context of one request: nothing in it is shared with another. */
export function createMemberContext(requestId: string, store: RecordStore): MemberContext {
  return { requestId, member: store.member, store, loaders: createRecordLoaders(store) };
}

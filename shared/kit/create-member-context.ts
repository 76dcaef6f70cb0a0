import type { RequestDecisions } from '../policy/member-policy.js';
import type { UseTable } from '../policy/use-table.js';
import type { RecordStore } from '../store/record-store.js';
import type { MemberContext } from './member-context.js';
import { createPermittedStore } from './permitted-store.js';
import { createRecordLoaders } from './record-loaders.js';

/** The context of one request: nothing in it is shared with another. */
export function createMemberContext(of: {
  readonly requestId: string;
  readonly decisions: RequestDecisions;
  readonly uses: UseTable;
  readonly store: RecordStore;
}): MemberContext {
  const { requestId, decisions, uses, store } = of;
  const records = createPermittedStore(store, decisions);
  const loaders = createRecordLoaders(records);
  return { requestId, decisions, caller: decisions.caller, member: store.member, records, loaders, uses };
}

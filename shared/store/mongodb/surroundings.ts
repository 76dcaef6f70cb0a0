import type { MemberId } from '../../domain/ids.js';
import type { Logger } from '../../log/logger.js';
import type { RecordType } from '../record-type.js';
import type { HoldTiming } from './hold-store.js';

/** What reads and writes of one store share. */
export interface MongoSurroundings {
  readonly member: MemberId;
  readonly types: readonly RecordType[];
  readonly now: () => Date;
  readonly logger: Logger;
  readonly timing: HoldTiming;
  readonly scanBudget: number;
  /** The type of this name; any other is a fault of ours. */
  readonly typeOf: (name: string) => RecordType;
}

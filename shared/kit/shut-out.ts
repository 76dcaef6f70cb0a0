import type { RequestDecisions } from '../policy/member-policy.js';
import type { RecordType } from '../store/record-type.js';

/**
 * Whether a caller may not find records by the parties in places that the contract opens to everybody in part: where they
 * may read not even that part. Stores keep that part by the contract: what a rule of the member's own takes from some
 * records they do not know.
 */
export function isShutOut(
  { openInPart = [] }: RecordType,
  decisions: Pick<RequestDecisions, 'field'>,
): boolean {
  return openInPart.some((coordinate) => {
    const decision = decisions.field(coordinate);
    return decision.kind === 'BY_RECORD' ? decision.byOwnRule === true : decision.kind !== 'ALLOW';
  });
}

import type { Filter } from './filter.js';
import type { RecordType } from './record-type.js';

/** The key that holds of parties in protected places what another holds of those in public ones. */
const protectedKeys: ReadonlyMap<string, string> = new Map([
  ['party', 'protectedParty'],
  ['identifier', 'protectedIdentifier'],
]);

/**
 * A filter as it is meant by a caller who may read the protected places of the type too (`protectedUses`): tests of
 * parties, identifiers and words ask of both together what they asked of the public ones. The same where there are none.
 */
export function widenToProtected(type: RecordType, filter: Filter): Filter {
  switch (filter.op) {
    case 'and':
    case 'or':
      return { op: filter.op, of: filter.of.map((part) => widenToProtected(type, part)) };
    case 'not':
      return { op: 'not', of: widenToProtected(type, filter.of) };
    case 'text':
      return type.protectedTexts === undefined ? filter : { ...filter, protected: true };
  }
  const key = protectedKeys.get(filter.key);
  if (key === undefined || type.keys[key] === undefined) {
    return filter;
  }
  // Both must lack what one may not hold; either may hold what one must.
  const asksAbsence = filter.op === 'ne' || (filter.op === 'isNull' && filter.value);
  return { op: asksAbsence ? 'and' : 'or', of: [filter, { ...filter, key }] };
}

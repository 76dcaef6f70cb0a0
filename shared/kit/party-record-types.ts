import { commonKeys, commonPairs, foldedKey, handlingKeys, listKey } from '../store/body-keys.js';
import type { KeySpec, RecordBody, RecordType } from '../store/record-type.js';

/** The party's own public identifiers, as `scheme:id`. */
const identifierKey: KeySpec = {
  kind: 'terms',
  of: (body) =>
    partsOf(body, 'identifiers').flatMap(({ scheme, id }) =>
      typeof scheme === 'string' && typeof id === 'string' ? [`${scheme}:${id}`] : [],
    ),
};

/** How the parties of any domain are kept. A member's store holds these beside the record types of its domains. */
export const partyRecordTypes: readonly RecordType[] = [partyType('Person'), partyType('Organization')];

function partyType(name: string): RecordType {
  return {
    name,
    keys: {
      name: foldedKey('name'),
      identifier: identifierKey,
      countries: listKey('countries'),
      party: commonKeys.party,
      ...handlingKeys,
      modifiedAt: commonKeys.modifiedAt,
    },
    texts: (body) => [
      ...(typeof body['name'] === 'string' ? [body['name']] : []),
      ...partsOf(body, 'names').flatMap(({ full }) => (typeof full === 'string' ? [full] : [])),
    ],
    pairs: [{ equal: [], sort: null }, { equal: [], sort: 'name' }, ...commonPairs],
  };
}

function partsOf(body: RecordBody, field: string): RecordBody[] {
  const value = body[field];
  const parts: readonly unknown[] = Array.isArray(value) ? value : [];
  return parts.filter((part): part is RecordBody => typeof part === 'object' && part !== null);
}

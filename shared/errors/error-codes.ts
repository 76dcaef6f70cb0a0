/**
 * The one list of error codes. A code is part of the stable interface: scripts match on it. `status` is the HTTP
 * status of an answer that consists of this error alone; `docs/errors.md` is kept equal to this list by a test.
 */
export const errorCodes = {
  BAD_INPUT: { status: 400, says: 'An argument is not of the form it must have.' },
  BAD_CURSOR: { status: 400, says: 'The cursor is not one of ours, or is for another order.' },
  BAD_FILTER: { status: 400, says: 'A filter names an unknown field or a value of the wrong form.' },
  BAD_ID: { status: 400, says: 'An id is not of the form <member>:<local>.' },
  NOT_ADDABLE: { status: 400, says: 'The total would add what must not be added together.' },
  SUM_OVERFLOW: { status: 400, says: 'A sum has more than 18 integer digits.' },
  QUERY_TOO_BROAD: { status: 400, says: 'No index serves the query and it would examine too many rows.' },
  QUERY_TOO_COMPLEX: { status: 400, says: 'The operation is deeper, wider or longer than the limits allow.' },
  BODY_TOO_LARGE: { status: 413, says: 'The request body is larger than the limit.' },
  UNAUTHENTICATED: { status: 401, says: 'The request does not prove who asks.' },
  UNAUTHORIZED_FIELD_OR_TYPE: {
    status: 403,
    says: 'The caller may not read a field or a type, or not filter, sort, group or search by it.',
  },
  WITHHELD: { status: 200, says: 'The owner withholds a value from the caller, and says why.' },
  BAD_PURPOSE: { status: 403, says: 'The caller is not registered for the purpose of the request.' },
  NOT_PROVIDED: {
    status: 200,
    says: 'A member serves an earlier version of the contract, which lacks what was asked for.',
  },
  MEMBER_UNAVAILABLE: { status: 200, says: 'A member that was asked gave no usable answer.' },
  INCOMPLETE: { status: 200, says: 'A part is missing of an answer that was to be whole or not at all.' },
  MEMBER_ERROR: { status: 200, says: 'A member that was asked reported an error of its own.' },
  MEMBER_PAUSED: { status: 200, says: 'The member has paused itself and answers no question.' },
  HUB_UNAVAILABLE: { status: 503, says: 'The hub or the broker gave no usable answer.' },
  SHUTTING_DOWN: { status: 503, says: 'The process is stopping and takes no new requests.' },
  NOT_READY: { status: 503, says: 'The process is not ready to answer yet.' },
  BAD_CONFIG: { status: 500, says: 'The configuration is not of the form it must have.' },
  BAD_FILE: { status: 500, says: 'An input file is missing, unreadable or not of its format.' },
  BAD_OUTPUT: { status: 500, says: 'An output file cannot be written.' },
  BAD_RECORD: { status: 500, says: 'A record is not of the form its type must have.' },
  UNKNOWN_FORMAT: { status: 500, says: 'There is no importer for the format.' },
  INTERRUPTED: { status: 503, says: 'The work was stopped before its end and left nothing half done.' },
  STORE_UNAVAILABLE: { status: 503, says: 'The store cannot be reached or opened.' },
  STORE_BUSY: { status: 503, says: 'Another import holds the store.' },
  STORE_FULL: { status: 507, says: 'The disk of the store is full.' },
  LOG_UNAVAILABLE: {
    status: 503,
    says: 'What is asked cannot be kept in the access log, so nothing but public fields is served.',
  },
  LOG_BROKEN: { status: 500, says: 'An access log was cut, changed or forked.' },
  STORE_VERSION: { status: 500, says: 'The store was written by another version.' },
  BAD_POLICY: {
    status: 500,
    says: "A member's policy is not of the form it must have, or would loosen a contract.",
  },
  BAD_CONTRACT: { status: 500, says: 'A schema is not what the hub can compose.' },
  INTERNAL: { status: 500, says: 'Something went wrong on our side.' },
} as const satisfies Record<string, { status: number; says: string }>;

export type ErrorCode = keyof typeof errorCodes;

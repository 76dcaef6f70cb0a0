import { MongoError, MongoNetworkError, MongoServerError, MongoServerSelectionError } from 'mongodb';
import { AccordError } from '../../errors/accord-error.js';

/** Does work on the server; its faults come as AccordErrors in the words of the port. */
export async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw storeFault(cause);
  }
}

/** A fault of the server or of the way to it in the words of the port; anything else is passed on as it is. */
export function storeFault(cause: unknown): unknown {
  if (isSocketFault(cause)) {
    return unavailable('it cannot be reached', cause);
  }
  if (!(cause instanceof MongoError)) {
    return cause;
  }
  if (cause instanceof MongoServerError && fullCodes.has(Number(cause.code))) {
    return new AccordError('STORE_FULL', 'Expected room for the store on its disk, the disk is full.', {
      cause,
    });
  }
  const reason = reasonOf(cause);
  return reason === undefined ? cause : unavailable(reason, cause);
}

function unavailable(reason: string, cause: unknown): AccordError {
  return new AccordError(
    'STORE_UNAVAILABLE',
    `Expected the MongoDB server of the store to answer, ${reason}.`,
    { cause },
  );
}

/** A write to a connection whose other end has just gone; the driver passes the system's own error on. */
function isSocketFault(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && (cause.code === 'EPIPE' || cause.code === 'ECONNRESET');
}

export function storeBusy(): AccordError {
  return new AccordError(
    'STORE_BUSY',
    'Expected to be the only one to write to the store, another import holds it.',
  );
}

/** A run that was silent for so long that another took its place: nothing of it became visible. */
export function holdLost(): AccordError {
  return new AccordError(
    'STORE_BUSY',
    'Expected to hold the store until the end of the run, another import has taken it over.',
  );
}

export function isDuplicate(cause: unknown): boolean {
  return cause instanceof MongoServerError && cause.code === 11_000;
}

/** OutOfDiskSpace, and its number on older servers. */
const fullCodes = new Set([14_031, 15_889]);
/** A server that stops, or that is no longer or not yet the primary of its replica set. */
const changingCodes = new Set([91, 189, 10_107, 11_600, 11_602, 13_435, 13_436]);
/** Unauthorized, AuthenticationFailed. */
const deniedCodes = new Set([13, 18]);

function reasonOf(cause: MongoError): string | undefined {
  if (cause instanceof MongoServerSelectionError || cause instanceof MongoNetworkError) {
    return 'it cannot be reached';
  }
  if (cause instanceof MongoServerError) {
    const code = Number(cause.code);
    const denied = deniedCodes.has(code) ? 'it refuses the credentials' : undefined;
    return changingCodes.has(code) ? 'it takes no requests at the moment' : denied;
  }
  return closedNames.has(cause.name) ? 'the connection to it is closed' : undefined;
}

const closedNames = new Set([
  'MongoTopologyClosedError',
  'MongoNotConnectedError',
  'MongoClientClosedError',
  'MongoExpiredSessionError',
  'PoolClosedError',
  'MongoPoolClosedError',
  'MongoPoolClearedError',
]);

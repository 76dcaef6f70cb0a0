import { AccordError } from '../../errors/accord-error.js';
import type { Connection } from './connection.js';

/**
 * Moves what was written into the main file and empties the write-ahead log, which a large run makes as large as the
 * store. False when a reader still needs the log: then the next run does it.
 */
export function truncateLog(connection: Connection): boolean {
  try {
    return connection.first('PRAGMA wal_checkpoint(TRUNCATE)')?.[0] === 0;
  } catch (cause) {
    if (cause instanceof AccordError) {
      return false;
    }
    throw cause;
  }
}

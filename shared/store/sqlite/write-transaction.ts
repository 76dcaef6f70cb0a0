import { setTimeout as sleep } from 'node:timers/promises';
import { AccordError } from '../../errors/accord-error.js';
import type { Connection } from './connection.js';
import { storeBusy } from './store-fault.js';

const pauseMs = 50;

/**
 * Begins the one write transaction of the store. Waits up to `waitMs` without blocking the process, whose own
 * run may be what it waits for; then STORE_BUSY.
 */
export async function beginWriting(connection: Connection, waitMs: number): Promise<void> {
  for (let waited = 0; ; waited += pauseMs) {
    try {
      connection.exec('BEGIN IMMEDIATE');
      return;
    } catch (cause) {
      if (!(cause instanceof AccordError) || cause.code !== 'STORE_BUSY') {
        throw cause;
      }
      if (waited >= waitMs) {
        throw storeBusy(cause);
      }
    }
    await sleep(pauseMs);
  }
}

/** Ends a transaction that SQLite may have ended already, as it does when the disk is full. */
export function rollBack(connection: Connection): void {
  if (connection.inTransaction()) {
    connection.exec('ROLLBACK');
  }
}

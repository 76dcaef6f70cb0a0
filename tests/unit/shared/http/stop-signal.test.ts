import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { aborted, stopSignal } from '../../../../shared/http/stop-signal.js';

test.each(['SIGINT', 'SIGTERM'])('%s aborts, and a second one is left to the system', async (name) => {
  const process = new EventEmitter();
  const signal = stopSignal(process);
  expect(signal.aborted).toBe(false);
  process.emit(name);
  await aborted(signal);
  expect(signal.reason).toEqual(new Error(`got ${name}`));
  expect(process.listenerCount(name)).toBe(0);
});

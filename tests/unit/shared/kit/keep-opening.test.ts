import { expect, test } from 'vitest';
import { AccordError } from '../../../../shared/errors/accord-error.js';
import { keepOpening } from '../../../../shared/kit/keep-opening.js';
import { memoryStore } from '../../../fixtures/start-test-member.js';

test('a store that is away is tried again after a while, and then stays open', async () => {
  const store = memoryStore();
  let isAway = true;
  let attempts = 0;
  let time = 0;
  const source = keepOpening(
    async () => {
      attempts++;
      if (isAway) {
        throw new AccordError('STORE_UNAVAILABLE', 'Expected the store to be there.');
      }
      return store;
    },
    { now: () => new Date(time), retryAfterMs: 1000 },
  );
  await expect(source.current()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  await expect(source.current()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  expect(attempts).toBe(1);
  isAway = false;
  time = 1000;
  expect(await source.current()).toBe(store);
  time = 5000;
  expect(await source.current()).toBe(store);
  expect(attempts).toBe(2);
});

test('a store that never opened needs no closing', async () => {
  const source = keepOpening(
    async () => {
      throw new AccordError('STORE_UNAVAILABLE', 'Expected the store to be there.');
    },
    { now: () => new Date(0), retryAfterMs: 1000 },
  );
  await source.close();
  await expect(source.current()).rejects.toThrow('Expected the store to be there.');
  await source.close();
});

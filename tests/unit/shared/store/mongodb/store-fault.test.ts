import { MongoError, MongoNetworkError, MongoServerError } from 'mongodb';
import { describe, expect, test } from 'vitest';
import { guarded, isDuplicate, storeFault } from '../../../../../shared/store/mongodb/store-fault.js';

const serverError = (code: number) => new MongoServerError({ message: 'words of the server', code });
const named = (name: string) => Object.defineProperty(new MongoError('words'), 'name', { value: name });

describe('faults of a MongoDB server', () => {
  const cases: readonly (readonly [string, unknown, string, string])[] = [
    ['a broken connection', new MongoNetworkError('x'), 'STORE_UNAVAILABLE', 'it cannot be reached'],
    ['a wrong password', serverError(18), 'STORE_UNAVAILABLE', 'it refuses the credentials'],
    ['a missing right', serverError(13), 'STORE_UNAVAILABLE', 'it refuses the credentials'],
    ['another primary', serverError(10_107), 'STORE_UNAVAILABLE', 'it takes no requests at the moment'],
    ['a stop', serverError(91), 'STORE_UNAVAILABLE', 'it takes no requests at the moment'],
    [
      'a closed client',
      named('MongoTopologyClosedError'),
      'STORE_UNAVAILABLE',
      'the connection to it is closed',
    ],
  ];

  test.each(cases)('%s is told in words of the port', (_, cause, code, reason) => {
    expect(storeFault(cause)).toMatchObject({
      code,
      message: `Expected the MongoDB server of the store to answer, ${reason}.`,
      cause,
    });
  });

  test('a full disk is told apart', async () => {
    const full = guarded(() => Promise.reject(serverError(14_031)));
    await expect(full).rejects.toMatchObject({
      code: 'STORE_FULL',
      message: 'Expected room for the store on its disk, the disk is full.',
    });
  });

  test.each([serverError(2), new Error('ours'), 'a text'])(
    'what is no such fault is passed on: %s',
    (cause) => {
      expect(storeFault(cause)).toBe(cause);
    },
  );

  test('a duplicate is known', () => {
    expect([serverError(11_000), serverError(1), new Error('x')].map(isDuplicate)).toEqual([
      true,
      false,
      false,
    ]);
  });
});

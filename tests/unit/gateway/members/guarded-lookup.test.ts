import { describe, expect, it } from 'vitest';
import { createGuardedLookup } from '../../../../gateway/members/guarded-lookup.js';

const addresses = [
  { address: '10.0.0.1', family: 4 },
  { address: '93.184.216.34', family: 4 },
];

describe('createGuardedLookup', () => {
  const lookup = createGuardedLookup(
    (address) => !address.startsWith('10.'),
    (host, _options, done) =>
      host === 'gone.example'
        ? done(Object.assign(new Error('none'), { code: 'ENOTFOUND' }), [])
        : done(null, host === 'inside.example' ? addresses.slice(0, 1) : addresses),
  );
  const asked = (host: string, all: boolean) =>
    new Promise((resolve) =>
      lookup(host, { all }, (error, address, family) => resolve(error?.code ?? [address, family])),
    );

  it('gives all allowed addresses where all are asked for', async () => {
    expect(await asked('both.example', true)).toEqual([addresses.slice(1), undefined]);
  });

  it('gives the first allowed address where one is asked for', async () => {
    expect(await asked('both.example', false)).toEqual(['93.184.216.34', 4]);
  });

  it('refuses a name that has forbidden addresses alone', async () => {
    expect(await asked('inside.example', true)).toBe('EACCES');
  });

  it('passes the fault of the resolver on', async () => {
    expect(await asked('gone.example', false)).toBe('ENOTFOUND');
  });
});

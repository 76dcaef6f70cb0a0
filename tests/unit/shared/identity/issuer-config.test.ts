import { describe, expect, test } from 'vitest';
import { checkConfig } from '../../../../shared/config/read-config.js';
import { besideFolder, IssuerConfig, IssuerConfigs } from '../../../../shared/identity/issuer-config.js';
import { createIssuerKey } from '../../../fixtures/test-issuer.js';

const { jwk, privateKey } = createIssuerKey('key-1');
const least = { issuer: 'https://issuer.example', keys: [jwk], clearance: 'TLP:GREEN' };
const faultsOf = (value: unknown): string => {
  try {
    checkConfig(value, IssuerConfig, 'a test');
    return 'none';
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault);
  }
};

describe('an issuer of a configuration', () => {
  test('may assert nothing but what is listed', () => {
    expect(IssuerConfig.parse(least)).toEqual({
      ...least,
      algorithms: ['EdDSA', 'ES256', 'RS256', 'PS256'],
      ...{ organizations: [], scopes: [], purposes: [] },
      ...{ clockSkewSeconds: 30, maxLifetimeSeconds: 3600 },
    });
  });

  test.each([
    'https://issuer.example/jwks',
    'http://127.0.0.1:9000/jwks',
    'http://[::1]/jwks',
    'http://localhost/',
  ])('may publish its keys at %s', (jwksUrl) => {
    expect(faultsOf({ ...least, keys: undefined, jwksUrl })).toBe('none');
  });

  test.each<[string, object, RegExp]>([
    ['alg none', { algorithms: ['none'] }, /algorithms\.0/],
    ['an HMAC', { algorithms: ['EdDSA', 'HS256'] }, /algorithms\.1/],
    ['no algorithm', { algorithms: [] }, /algorithms/],
    [
      'a private key',
      { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'a' }] },
      /expected a public key/,
    ],
    ['a secret', { keys: [{ kty: 'oct', kid: 'a', k: 'c2VjcmV0' }] }, /expected a public key/],
    ['a key without a name', { keys: [{ ...jwk, kid: undefined }] }, /expected a public key/],
    ['keys from nowhere', { keys: undefined }, /from one place/],
    ['keys from two places', { jwks: './issuer.jwks.json' }, /from one place/],
    ['keys over plain http', { keys: undefined, jwksUrl: 'http://issuer.example/jwks' }, /expected https/],
    [
      'keys over plain http to a name like ours',
      { keys: undefined, jwksUrl: 'http://127.0.0.1.example/' },
      /https/,
    ],
    ['a label that is none', { clearance: 'TLP:WHITE' }, /clearance/],
    ['no clearance', { clearance: undefined }, /clearance/],
    ['a scope with a star inside', { scopes: ['a*b'] }, /scopes\.0/],
    ['a purpose in small letters', { purposes: ['audit'] }, /purposes\.0/],
    ['a life of more than a day', { maxLifetimeSeconds: 86_401 }, /maxLifetimeSeconds/],
    ['a setting that there is not', { algorithm: 'EdDSA' }, /algorithm/],
  ])('is refused with %s', (_, over, says) => {
    expect(faultsOf({ ...least, ...over })).toMatch(says);
  });

  test('is listed once, and finds its file beside the configuration', () => {
    expect(IssuerConfigs.safeParse([least, least]).success).toBe(false);
    const listed = IssuerConfigs.parse([{ ...least, keys: undefined, jwks: './issuer.json' }]);
    expect(besideFolder(listed, '/etc/accord')).toMatchObject([{ jwks: '/etc/accord/issuer.json' }]);
  });
});

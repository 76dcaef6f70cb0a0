import { describe, expect, test } from 'vitest';
import { createReadCaller } from '../../../../gateway/identity/read-caller.js';
import { createApiKey } from '../../../../shared/identity/api-key.js';
import { openIssuers } from '../../../../shared/identity/issuers.js';
import { testNow } from '../../../fixtures/test-hub-keys.js';
import {
  createIssuerKey,
  signTestToken,
  testClaims,
  testIssuerConfig,
} from '../../../fixtures/test-issuer.js';

const key = createIssuerKey('key-1');
const { key: apiKey, text } = createApiKey(
  {
    name: 'charts',
    organization: 'alpha',
    scopes: ['budgets:read'],
    clearance: 'TLP:RED',
    purposes: ['AUDIT', 'DASHBOARD'],
    expiresAt: '2027-01-01T00:00:00.000Z',
  },
  testNow(),
);

/** Reads callers of a coalition whose members a test changes. */
function createReader() {
  const members = new Set(['alpha']);
  const read = createReadCaller({
    issuers: openIssuers([testIssuerConfig([key])], {
      fetchKeys: async () => [],
      now: testNow,
      onFault: () => undefined,
    }),
    audience: 'hub',
    findApiKey: (sent) => (sent === text ? apiKey : 'api-key-unknown'),
    clients: [{ id: 'charts', purposes: ['DASHBOARD', 'AUDIT'] }],
    isMember: (organization) => members.has(organization),
    now: testNow,
  });
  const callerOf = async (headers: Record<string, string>) => {
    const verdict = await read(headers);
    return verdict.passes ? verdict.caller : verdict.refusal;
  };
  return { members, callerOf };
}

const bearer = async (over: Record<string, unknown> = {}) => ({
  authorization: `Bearer ${await signTestToken(key, testClaims(over))}`,
});

describe('a caller', () => {
  test('is a member as long as its organisation is, although its token was verified before', async () => {
    const { members, callerOf } = createReader();
    const headers = await bearer({ org: 'alpha' });
    expect(await callerOf(headers)).toMatchObject({ isMember: true, organization: 'alpha' });
    members.clear();
    expect(await callerOf(headers)).toMatchObject({
      ...{ isMember: false, organization: 'alpha', clearance: 'TLP:GREEN' },
    });
  });

  test('is named by a digest in which nothing of the issuer can be read, and proves nothing to members', async () => {
    const { callerOf } = createReader();
    const caller = Object(await callerOf(await bearer()));
    expect(caller.subject).toMatch(/^[\w-]{43}$/);
    expect(caller.isProven).toBe(false);
    expect(Object.isFrozen(caller)).toBe(true);
  });

  test('with an API key has what the key has', async () => {
    const { callerOf } = createReader();
    expect(await callerOf({ 'x-api-key': text, 'x-purpose': 'AUDIT' })).toMatchObject({
      ...{ kind: 'service', organization: 'alpha', isMember: true, clearance: 'TLP:RED' },
      ...{ scopes: ['budgets:read'], purpose: 'AUDIT' },
    });
    expect(await callerOf({ 'x-api-key': text })).toMatchObject({ purpose: null });
  });

  test.each<[Record<string, unknown>, string | null]>([
    [{}, null],
    [{ azp: 'charts' }, 'DASHBOARD'],
    [{ client_id: 'charts' }, 'DASHBOARD'],
    [{ azp: 'charts', purposes: 'DASHBOARD INVESTIGATION' }, 'DASHBOARD'],
    [{ azp: 'charts', purposes: 'INVESTIGATION' }, null],
    [{ azp: 'charts', purposes: [] }, null],
    [{ azp: 'somebody', purpose: 'INVESTIGATION' }, 'INVESTIGATION'],
    [{ purpose: 'INVESTIGATION', purposes: 'DASHBOARD' }, null],
    [{ purpose: 'AUDIT' }, null],
  ])(
    'with the claims %j and no choice asks for %s, within what issuer and client may',
    async (claims, purpose) => {
      expect(await createReader().callerOf(await bearer(claims))).toMatchObject({ purpose });
    },
  );
});

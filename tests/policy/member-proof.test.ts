import { afterEach, describe, expect, test } from 'vitest';
import { anonymousCaller, type Caller, freezeCaller } from '../../shared/identity/caller.js';
import { fakePolicy } from '../fixtures/fake-policy.js';
import { fillStore, inventedDeclaration } from '../fixtures/invented-records.js';
import { memoryStore, startTestMember, type TestMember, testMember } from '../fixtures/start-test-member.js';
import { testNow } from '../fixtures/test-hub-keys.js';
import {
  createIssuerKey,
  forgeToken,
  signTestToken,
  testClaims,
  testIssuerConfig,
} from '../fixtures/test-issuer.js';

const key = createIssuerKey('key-1');
const stranger = createIssuerKey('key-1');
const domain = 'asset-declarations';
const query = '{ declarations { edges { node { title } } } }';
const found = { data: { declarations: { edges: [{ node: { title: 'Declaration 1' } }] } } };

const byHub = freezeCaller({
  ...anonymousCaller,
  kind: 'person',
  subject: 'at-the-hub',
  organization: 'alpha',
  isMember: true,
  scopes: ['budgets:read', 'declarations:personal'],
  clearance: 'TLP:RED',
  purpose: 'INVESTIGATION',
});

let member: TestMember | undefined;
afterEach(() => member?.stop());

/** A member that keeps whom it took its callers for. */
async function start(now = testNow) {
  const seen: Caller[] = [];
  const store = memoryStore();
  await fillStore(store, inventedDeclaration(1));
  const started = await startTestMember({
    store,
    now,
    issuers: [testIssuerConfig([key])],
    policy: fakePolicy({
      cut(caller) {
        seen.push(caller);
        return caller;
      },
    }),
  });
  member = started;
  const ask = (proof: string | undefined, caller: Caller = byHub) =>
    started.ask(
      domain,
      query,
      {},
      { caller, headers: proof === undefined ? {} : { 'x-accord-caller-proof': proof } },
    );
  return { ...started, seen, ask };
}

const proofOf = (over: Record<string, unknown> = {}) =>
  signTestToken(
    key,
    testClaims({ aud: testMember, org: 'alpha', scope: 'budgets:read operations', ...over }),
  );

describe('the proof of a caller', () => {
  test('says who they are, as far as its issuer may; the hub says of the coalition and of the purpose', async () => {
    const { ask, seen } = await start();
    expect((await ask(await proofOf({ clearance: 'TLP:RED' }))).json).toEqual(found);
    expect(seen).toEqual([
      {
        kind: 'person',
        subject: expect.not.stringMatching(/person-1|at-the-hub/),
        organization: 'alpha',
        isMember: true,
        isProven: true,
        // The issuer clears nobody for more.
        scopes: ['budgets:read', 'operations'],
        clearance: 'TLP:AMBER',
        purpose: 'INVESTIGATION',
      },
    ]);
  });

  test.each<[string, Record<string, unknown>, Caller, Partial<Caller>]>([
    [
      'of another organisation than the hub names',
      { org: 'civic-charts' },
      byHub,
      { organization: 'civic-charts', isMember: false },
    ],
    ['of no organisation', { org: undefined }, byHub, { organization: null, isMember: false }],
    ['that says nothing of clearance', {}, byHub, { clearance: 'TLP:AMBER' }],
    [
      'of nobody of the coalition',
      {},
      { ...byHub, isMember: false },
      { isMember: false, clearance: 'TLP:GREEN' },
    ],
    ['for a purpose that its issuer does not know', {}, { ...byHub, purpose: 'PRESS' }, { purpose: null }],
    ['for a purpose that it does not list', { purposes: ['DASHBOARD'] }, byHub, { purpose: null }],
    [
      'of somebody who is nobody to the hub',
      {},
      anonymousCaller,
      { kind: 'person', isMember: false, isProven: true },
    ],
  ])('%s', async (_, claims, caller, expected) => {
    const { ask, seen } = await start();
    await ask(await proofOf(claims), caller);
    expect(seen).toMatchObject([expected]);
  });

  test('is not needed', async () => {
    const { ask, seen } = await start();
    await ask(undefined);
    expect(seen).toMatchObject([{ isProven: false, scopes: byHub.scopes, clearance: 'TLP:RED' }]);
  });
});

describe('a proof that is not good', () => {
  const iat = testNow().getTime() / 1000;
  test.each<[string, () => Promise<string> | string]>([
    ['signature', () => signTestToken(stranger, testClaims({ aud: testMember }))],
    ['audience', () => proofOf({ aud: 'beta' })],
    ['audience', () => proofOf({ aud: 'hub' })],
    ['expired', () => proofOf({ iat: iat - 700, exp: iat - 100 })],
    ['lifetime', () => proofOf({ exp: iat + 601 })],
    ['not-yet-valid', () => proofOf({ iat: iat + 100, exp: iat + 200 })],
    ['organization', () => proofOf({ org: 'harbour-watch' })],
    ['issuer', () => proofOf({ iss: 'https://elsewhere.example' })],
    ['algorithm', () => forgeToken({ alg: 'none', kid: 'key-1' }, testClaims({ aud: testMember }))],
    ['malformed', () => 'garbage'],
    ['malformed', async () => `${await proofOf()}, ${await proofOf()}`],
    ['malformed', () => ''],
  ])('is refused like a bad token, and counted: %s', async (refusal, proof) => {
    const { ask, seen, url, log } = await start();
    const { status, json, headers } = await ask(await proof());
    expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect(json).toMatchObject({
      errors: [
        { message: 'Expected a request that proves who asks.', extensions: { code: 'UNAUTHENTICATED' } },
      ],
    });
    expect(seen).toEqual([]);
    const numbers = await (await fetch(`${url}/metrics`)).text();
    expect(numbers).toContain(`accord_refused_proofs_total{refusal="${refusal}"} 1`);
    expect(log.join('')).toContain(`"refusal":"${refusal}"`);
    expect(log.join('')).not.toMatch(/eyJ|garbage|person-1/);
  });
});

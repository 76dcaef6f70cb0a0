import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { anonymousCaller } from '../../../../shared/identity/caller.js';
import type { IssuerKeys } from '../../../../shared/identity/issuer-keys.js';
import { openIssuers } from '../../../../shared/identity/issuers.js';
import { createProofGate } from '../../../../shared/kit/caller-proof.js';
import { createLogger } from '../../../../shared/log/logger.js';
import { testNow } from '../../../fixtures/test-hub-keys.js';
import {
  createIssuerKey,
  signTestToken,
  testClaims,
  testIssuerConfig,
} from '../../../fixtures/test-issuer.js';

const key = createIssuerKey('key-1');

/** A gate whose clock and issuer's keys can be changed, and that counts how often it looked for a key to verify with. */
function proofGate() {
  const state = { now: testNow(), keysChange: 0, verified: 0 };
  const [[name, issuer] = []] = openIssuers([testIssuerConfig([key])], {
    fetchKeys: async () => [],
    now: () => state.now,
    onFault: () => undefined,
  });
  if (name === undefined || issuer === undefined) {
    throw new Error('Expected an issuer.');
  }
  let set = issuer.keys.current();
  const keys: IssuerKeys = {
    current() {
      if (state.keysChange > 0) {
        state.keysChange--;
        set = new Map(set);
      }
      return set;
    },
    async find(kid) {
      state.verified++;
      return await issuer.keys.find(kid);
    },
  };
  const gate = createProofGate(
    { admit: async () => ({ caller: anonymousCaller, body: Buffer.of() }), close: async () => undefined },
    {
      issuers: new Map([[name, { ...issuer, keys }]]),
      audience: 'alpha',
      logger: createLogger({ name: 'test', level: 'silent' }),
      now: () => state.now,
      onRefusal: () => undefined,
    },
  );
  const admit = async (proof: string) => {
    const request = new IncomingMessage(new Socket());
    request.headers['x-accord-caller-proof'] = proof;
    const response = new ServerResponse(request);
    return await gate.admit({ request, response, path: '/', requestId: 'test-request' }, 1000);
  };
  return { state, admit };
}

test('a proof is verified once while it is good', async () => {
  const { state, admit } = proofGate();
  const proof = await signTestToken(key, testClaims({ aud: 'alpha' }));
  await admit(proof);
  state.now = new Date(testNow().getTime() + 629_000);
  expect((await admit(proof)).caller.isProven).toBe(true);
  expect(state.verified).toBe(1);
});

test('a proof that was verified is refused when it has ended', async () => {
  const { state, admit } = proofGate();
  const proof = await signTestToken(key, testClaims({ aud: 'alpha' }));
  await admit(proof);
  state.now = new Date(testNow().getTime() + 631_000);
  await expect(admit(proof)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});

test("a proof that was verified is verified again when its issuer's keys change", async () => {
  const { state, admit } = proofGate();
  const proof = await signTestToken(key, testClaims({ aud: 'alpha' }));
  await admit(proof);
  state.keysChange = 1;
  await admit(proof);
  expect(state.verified).toBe(2);
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HttpCoalition, startHttpCoalition } from '../fixtures/http-coalition.js';
import { inventedDeclaration } from '../fixtures/invented-records.js';

const domain = 'asset-declarations';
const query = '{ declarations { edges { node { id } } } }';
/** The members believe no issuer at all, so no token proves anything to them. */
const proof = { 'x-accord-proof': 'birch=aaaa.bbbb.cccc' };

let coalition: HttpCoalition;

beforeAll(async () => {
  coalition = await startHttpCoalition({
    domain,
    records: { alder: inventedDeclaration(1), birch: inventedDeclaration(2) },
    // One failure is enough to be asked no more for longer than these tests take.
    file: { breaker: { failures: 1, coolDownMs: 60_000 } },
  });
});
afterAll(async () => {
  await coalition.stop();
});

const without = (state: string, message: string) => ({
  errors: [{ message, extensions: { code: 'MEMBER_UNAVAILABLE', member: 'birch' } }],
  extensions: {
    members: [
      { member: 'alder', domain, state: 'ANSWERED', rows: 1 },
      { member: 'birch', domain, state, rows: 0 },
    ],
  },
});

describe('a proof that its member does not accept', () => {
  const denied = without('DENIED', 'Member "birch" does not accept the proof of who asks.');

  test('is told to who sent it, as often as they send it, and the others answer', async () => {
    for (let times = 0; times < 3; times += 1) {
      const given = await coalition.hub.ask(query, { headers: proof });
      expect(given).toMatchObject(denied);
      expect(given.data).toMatchObject({
        declarations: { edges: [{ node: { id: 'alder:d-1' } }] },
      });
    }
  });

  test('keeps the answer from whoever wants a part of everybody', async () => {
    const given = await coalition.hub.ask(query, { headers: proof, extensions: { completeness: 'ALL' } });
    expect(given.data).toBeNull();
    expect(given.errors?.map(({ extensions }) => extensions?.['code'])).toEqual([
      'INCOMPLETE',
      'MEMBER_UNAVAILABLE',
    ]);
  });

  test('costs nobody else the member: its breaker stays closed, it is not counted as failing', async () => {
    const given = await coalition.hub.ask(query);
    expect(given.errors).toBeUndefined();
    expect(given.extensions?.['members']).toMatchObject([{ state: 'ANSWERED' }, { state: 'ANSWERED' }]);
  });
});

describe('a member that does not believe its hub', () => {
  test('breaks the contract for whoever offers no proof, or one for another member', async () => {
    const birch = coalition.members.get('birch');
    if (birch !== undefined) {
      birch.fault = ({ response }) => void response.writeHead(401).end();
    }
    const given = await coalition.hub.ask(query, { headers: { 'x-accord-proof': 'cedar=a.b.c' } });
    expect(given).toMatchObject(
      without('INVALID', 'Member "birch" gave an answer that does not keep to the contract.'),
    );
    // It counts as a failure of the member.
    expect((await coalition.hub.ask(query)).extensions).toMatchObject({
      members: [{ state: 'ANSWERED' }, { state: 'UNREACHABLE' }],
    });
  });
});

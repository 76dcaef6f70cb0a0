import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anonymousCaller, type Caller, freezeCaller } from '../../shared/identity/caller.js';
import type { PolicySource } from '../../shared/kit/policy-source.js';
import type { FieldDecision } from '../../shared/policy/member-policy.js';
import { fakePolicy } from '../fixtures/fake-policy.js';
import { fillStore, inventedDeclaration } from '../fixtures/invented-records.js';
import { memoryStore, startTestMember, type TestMember } from '../fixtures/start-test-member.js';

const domain = 'asset-declarations';

function person(organization: string, scopes: readonly string[]): Caller {
  return freezeCaller({ ...anonymousCaller, kind: 'person', subject: organization, organization, scopes });
}

const callers: readonly Caller[] = [
  anonymousCaller,
  person('alpha', ['names']),
  person('beta', ['years']),
  person('gamma', ['names', 'years']),
];

const needs =
  (scope: string) =>
  (caller: Caller): FieldDecision =>
    caller.scopes.includes(scope) ? { kind: 'ALLOW' } : { kind: 'DENY' };

/** Names and years take a scope each; of every other person only gamma knows. */
function policyOf(revision: string) {
  return fakePolicy({
    revision,
    fields: { 'Person.name': needs('names'), 'Declaration.year': needs('years') },
    records: (type, { organization }) =>
      type === 'Person' && organization !== 'gamma'
        ? { op: 'in', key: 'name', values: ['person 1'] }
        : { op: 'and', of: [] },
    record: (type, body, { organization }) =>
      type === 'Person' && organization !== 'gamma' && body['name'] !== 'Person 1'
        ? { kind: 'HIDE' }
        : { kind: 'SHOW' },
  });
}

const query = `{ declarations(first: 5) { edges { node { id year declarant { person { id name } } } } } }`;

let member: TestMember;
let policies: PolicySource;
const first = policyOf('first');

beforeAll(async () => {
  const store = memoryStore();
  await fillStore(
    store,
    [1, 2, 3].flatMap((i) => inventedDeclaration(i)),
  );
  policies = { current: () => ({ policy: first, fault: undefined }) };
  member = await startTestMember({ store, policy: { current: () => policies.current() } });
});
afterAll(() => member.stop());

describe('callers who ask at the same time', () => {
  test('get each their own, a thousand times over', async () => {
    const ask = async (caller: Caller) =>
      JSON.stringify((await member.ask(domain, query, {}, { caller })).json);
    const alone: string[] = [];
    for (const caller of callers) {
      alone.push(await ask(caller));
    }
    expect(new Set(alone).size).toBe(callers.length);
    expect(alone.map((text) => /Person \d/.test(text))).toEqual([false, true, false, true]);
    expect(alone.map((text) => text.includes('Person 2'))).toEqual([false, false, false, true]);
    expect(alone.map((text) => /"year":200\d/.test(text))).toEqual([false, false, true, true]);
    for (let round = 0; round < 1000 / 40; round++) {
      const asked = Array.from({ length: 40 }, (_, i) => (i * 7 + round) % callers.length);
      const answers = await Promise.all(asked.map((at) => ask(callers[at] ?? anonymousCaller)));
      expect(answers).toEqual(asked.map((at) => alone[at]));
    }
  }, 60_000);

  test('are decided by the policy in force when they came', async () => {
    const under = async (caller: Caller) => {
      const { json, policyRevision } = await member.ask(domain, query, {}, { caller });
      return [policyRevision, JSON.stringify(json).includes('UNAUTHORIZED_FIELD_OR_TYPE')];
    };
    const gamma = callers[3] ?? anonymousCaller;
    expect(await under(gamma)).toEqual(['first', false]);
    const closed = fakePolicy({ revision: 'second', fields: { 'Declaration.year': { kind: 'DENY' } } });
    policies = { current: () => ({ policy: closed, fault: 'Expected a third.' }) };
    expect(await under(gamma)).toEqual(['second', true]);
    const ready = await fetch(`${member.url}/ready`);
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { status: 'ready', policy: { revision: 'second', fault: 'Expected a third.' } },
    ]);
    policies = { current: () => ({ policy: first, fault: undefined }) };
    expect(await under(gamma)).toEqual(['first', false]);
  });
});

describe('what a member publishes of its policy', () => {
  test('is for its hub', async () => {
    expect(await member.publishedPolicy()).toEqual({
      policy: { version: 1, member: 'harbour-watch', revision: 'first', fields: {} },
    });
  });

  test('is for nobody else', async () => {
    const response = await fetch(`${member.url}/policy`, { method: 'POST', body: '{}' });
    expect([response.status, await response.json()]).toMatchObject([
      401,
      { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] },
    ]);
    expect((await fetch(`${member.url}/policy`)).status).toBe(405);
  });
});

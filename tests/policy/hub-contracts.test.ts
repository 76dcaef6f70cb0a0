import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contractAnswer, pageOf } from '../fixtures/contract-answer.js';
import { type FakeMember, startFakeMember } from '../fixtures/fake-member.js';
import { deniedAt } from '../fixtures/policy-asks.js';
import { startTestHub, type TestHub } from '../fixtures/test-hub.js';

const person = { __typename: 'Person', id: 'alpha:p1', member: { id: 'alpha' }, name: 'Ada Invented' };
const declaration = {
  family: [{ relation: 'spouse', person }],
  declarant: { post: 'Minister', person },
};
let alpha: FakeMember;
let hub: TestHub;
beforeAll(async () => {
  alpha = await startFakeMember(
    contractAnswer('asset-declarations', {
      declarations: () => {
        const page = pageOf('alpha', ['1']);
        const edges = page.edges.map((edge) => ({ ...edge, node: { ...edge.node, ...declaration } }));
        return { ...page, edges };
      },
    }),
  );
  hub = await startTestHub({
    members: [
      {
        ...{ id: 'alpha', name: 'Alpha Watch', country: 'GB', licence: 'CC0-1.0' },
        providers: [{ domain: 'asset-declarations', url: alpha.url }],
      },
    ],
    allowAddresses: ['127.0.0.0/8'],
  });
});
afterAll(async () => {
  await hub.stop();
  await alpha.close();
});
beforeEach(() => {
  alpha.asked.length = 0;
});

const nodes = (selection: string): string => `{ declarations { edges { node { ${selection} } } } }`;
const at = (...path: (string | number)[]) => deniedAt('declarations', 'edges', 0, 'node', ...path);

describe('the hub of a coalition, to somebody it does not know', () => {
  it.each([
    [
      'people of a family',
      'family { relation person { name } }',
      { family: [{ relation: 'spouse', person: null }] },
      at('family', 0, 'person'),
    ],
    [
      'all that is in a family',
      'family { person { name } }',
      { family: [{ person: null }] },
      at('family', 0, 'person'),
    ],
    [
      'what only members read of a person',
      'declarant { post person { name birthDate } }',
      { declarant: { post: 'Minister', person: { name: 'Ada Invented', birthDate: null } } },
      at('declarant', 'person', 'birthDate'),
    ],
  ])('denies %s and asks no member for it', async (_what, selection, node, error) => {
    const answer = await hub.ask(nodes(selection));
    expect(answer.data).toEqual({ declarations: { edges: [{ node }] } });
    expect(answer.errors).toEqual([error]);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(alpha.asked).toHaveLength(1);
    expect(alpha.asked[0]?.query).not.toMatch(/birthDate|family\s*\{[^}]*person/);
  });

  it('refuses with one error and asks nobody where it is told to', async () => {
    const response = await fetch(`${hub.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: nodes('id declarant { person { birthDate } }'),
        extensions: { access: 'REJECT' },
      }),
    });
    const { path: _, ...error } = deniedAt();
    expect([response.status, await response.json()]).toEqual([403, { errors: [error] }]);
    expect(alpha.asked).toEqual([]);
  });

  it('refuses another word for what to do', async () => {
    const response = await fetch(`${hub.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: nodes('id'), extensions: { access: 'filter' } }),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_INPUT' } }] });
  });
});

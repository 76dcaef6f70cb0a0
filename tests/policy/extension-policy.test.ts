import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { contractAnswer, pageOf } from '../fixtures/contract-answer.js';
import { extensionAnswer } from '../fixtures/extension-server.js';
import { type FakeMember, startFakeMember } from '../fixtures/fake-member.js';
import { callerHeaders, issuerOfTests, publishedPolicy } from '../fixtures/policy-coalition.js';
import { startTestHub, type TestHub } from '../fixtures/test-hub.js';

const sdl = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { beta_notes: [Beta_Note!] beta_leads: [Beta_Lead!] }
  type Beta_Note @key(fields: "id") { id: ID! text: String mood: String }
  type Beta_Lead @key(fields: "id") { id: ID! text: String }
  type Organization @key(fields: "id") { id: ID! beta_risk: Int beta_rumour: String beta_proven: Int }`;
const row = { id: 'beta:1', text: 'a text', mood: 'calm' };
const served = extensionAnswer(sdl, {
  Query: { beta_notes: () => [row], beta_leads: () => [row] },
  Organization: { beta_risk: () => 7, beta_rumour: () => 'a rumour', beta_proven: () => 1 },
});
const budgets = contractAnswer('budgets', {
  budgetLines: () => {
    const page = pageOf('alpha', ['1']);
    const administrator = { __typename: 'Organization', id: 'alpha:o-1', member: { id: 'alpha' }, name: 'X' };
    return {
      ...page,
      edges: page.edges.map((edge) => ({ ...edge, node: { ...edge.node, administrator } })),
    };
  },
});

const personal = { scopes: [[['declarations:personal']]] };
const fields = {
  'Beta_Note.mood': { read: personal },
  'Organization.beta_risk': { read: personal },
  'Query.beta_leads': { read: personal, isProtected: true },
  'Organization.beta_rumour': { read: personal, isProtected: true },
  'Organization.beta_proven': { read: { proof: true }, isProtected: true },
  // Of what others serve it speaks for its own records alone.
  'Organization.name': { read: false, isProtected: true },
  'Query.budgetLines': { read: false, isProtected: true },
};

let folder: string;
let alpha: FakeMember;
let beta: FakeMember;
let hub: TestHub;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'accord-extension-policy-'));
  const schema = join(folder, 'beta.graphql');
  writeFileSync(schema, sdl);
  alpha = await startFakeMember(budgets);
  beta = await startFakeMember(served);
  beta.policy = publishedPolicy('beta', 'beta-1', fields);
  const member = (id: string) => ({ id, name: `Desk ${id}`, country: 'GB', licence: 'CC0-1.0' });
  hub = await startTestHub({
    members: [
      { ...member('alpha'), providers: [{ domain: 'budgets', url: `${alpha.url}/budgets/graphql` }] },
      {
        ...member('beta'),
        providers: [{ domain: 'investigations', url: `${beta.url}/investigations/graphql` }],
      },
    ],
    extensions: [{ member: 'beta', url: `${beta.url}/extension`, schema }],
    identity: { issuers: [issuerOfTests] },
    allowAddresses: ['127.0.0.0/8'],
  });
  await untilKnown();
});
afterAll(async () => {
  await hub.stop();
  await alpha.close();
  await beta.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  beta.asked.length = 0;
});

const callers = {
  anyone: () => callerHeaders({ org: 'civic-charts' }),
  reader: () => callerHeaders({ org: 'civic-charts', scope: 'declarations:personal' }),
  proven: () => callerHeaders({ org: 'civic-charts' }, { 'x-accord-proof': 'beta=aaaa.bbbb.cccc' }),
};

async function ask(caller: keyof typeof callers, query: string) {
  return await hub.ask(query, { headers: await callers[caller]() });
}

/** The hub takes policies while it serves. */
async function untilKnown(): Promise<void> {
  await vi.waitFor(
    async () => {
      const { data } = await ask('anyone', '{ beta_notes { mood } }');
      expect(data).toEqual({ beta_notes: [{ mood: null }] });
    },
    { timeout: 15_000, interval: 100 },
  );
}

const sent = () => beta.asked.map(({ query }) => query).join('\n');
const ofLines = (field: string) => `{ budgetLines { edges { node { administrator { name ${field} } } } } }`;
const administrator = ['budgetLines', 'edges', 0, 'node', 'administrator'];

describe('what a member publishes of what its extension alone serves', () => {
  test.each<[string, string, (string | number)[], string]>([
    ['a field of its own type', '{ beta_notes { text mood } }', ['beta_notes', 0, 'mood'], 'calm'],
    ['a field on a type of ours', ofLines('beta_risk'), [...administrator, 'beta_risk'], '7'],
  ])('holds before it is asked: %s', async (_, query, path, value) => {
    const refused = await ask('anyone', query);
    expect(refused.errors).toEqual([
      {
        message: 'Unauthorized field or type',
        path,
        extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE', member: 'beta' },
      },
    ]);
    expect(sent()).not.toMatch(/\b(mood|beta_risk)\b/);
    expect(JSON.stringify(refused.data)).not.toContain(value);
    const given = await ask('reader', query);
    expect(given.errors).toBeUndefined();
    expect(JSON.stringify(given.data)).toContain(value);
  });

  test('says nothing of what others serve', async () => {
    const given = await ask('anyone', ofLines(''));
    expect(given.errors).toBeUndefined();
    expect(JSON.stringify(given.data)).toContain('"name":"X"');
  });
});

describe('what it lets be known to nobody who may not read it', () => {
  const names = async (caller: keyof typeof callers) => {
    const { data } = await ask(
      caller,
      '{ q: __type(name: "Query") { fields { name } } l: __type(name: "Beta_Lead") { name } o: __type(name: "Organization") { fields { name } } }',
    );
    const text = JSON.stringify(data);
    return ['beta_leads', 'Beta_Lead', 'beta_rumour', 'beta_proven', 'beta_risk', 'budgetLines'].filter(
      (name) => text.includes(`"${name}"`),
    );
  };

  test.each<[keyof typeof callers, readonly string[]]>([
    ['anyone', ['beta_risk', 'budgetLines']],
    ['reader', ['beta_leads', 'Beta_Lead', 'beta_rumour', 'beta_risk', 'budgetLines']],
    ['proven', ['beta_proven', 'beta_risk', 'budgetLines']],
  ])('is not in the schema of others: %s', async (caller, expected) => {
    expect(await names(caller)).toEqual(expected);
  });

  test.each([
    ['beta_leads', '{ beta_leads { text } }'],
    ['beta_rumour', ofLines('beta_rumour')],
  ])('cannot be told from what is not there, nor asked for: %s', async (name, query) => {
    const refused = await ask('anyone', query);
    const absent = await ask('anyone', query.replace(name, 'beta_absent'));
    expect(refused.status).toBe(400);
    expect(refused.text.replaceAll(name, 'beta_absent')).toBe(absent.text);
    expect(beta.asked).toEqual([]);
    expect((await ask('reader', query)).errors).toBeUndefined();
  });

  test('follows the policy while the hub runs', async () => {
    beta.policy = publishedPolicy('beta', 'beta-2', {
      'Query.beta_notes': { read: false, isProtected: true },
    });
    await expect.poll(() => names('anyone'), { timeout: 20_000, interval: 200 }).toContain('beta_leads');
    expect((await ask('reader', '{ beta_notes { text } }')).status).toBe(400);
    expect((await ask('anyone', '{ beta_leads { text } }')).errors).toBeUndefined();
  }, 30_000);
});

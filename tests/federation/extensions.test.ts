import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { contractAnswer, pageOf } from '../fixtures/contract-answer.js';
import { extensionAnswer } from '../fixtures/extension-server.js';
import { type FakeMember, startFakeMember } from '../fixtures/fake-member.js';
import { type SignedInHub, startSignedInHub } from '../fixtures/signed-in-hub.js';

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';
const sdl = `${link}
  type Query { beta_notes(about: String): [Beta_Note!] }
  type Beta_Note @key(fields: "id") { id: ID! text: String by: Member about: ID }
  type Organization @key(fields: "id") { id: ID! beta_risk: Int beta_text: String }
  type Member @key(fields: "id") { id: ID! beta_motto: String }`;
const grown = sdl.replace('text: String by', 'text: String more: Int by');
const shrunk = sdl.replace('beta_risk: Int', '');

const payee = (id: string) => ({
  __typename: 'Organization',
  id,
  member: { id: 'alpha' },
  name: 'Invented Ltd',
});
const budgets = contractAnswer('budgets', {
  budgetLines: () => {
    const page = pageOf('alpha', ['1', '2']);
    const edges = page.edges.map((edge, i) => ({
      ...edge,
      node: { ...edge.node, administrator: payee(`alpha:org-${i}`) },
    }));
    return { ...page, edges };
  },
});
const notes = extensionAnswer(grown, {
  Query: {
    beta_notes: (_root, { about }) => [
      { id: 'beta:n1', text: `on ${about}`, more: 1, by: { id: 'alpha' }, about: 'alpha:org-0' },
    ],
  },
  Organization: {
    beta_risk: ({ id }) => (id === 'alpha:org-0' ? 7 : null),
    beta_text: () => {
      throw new Error('secret of http://10.0.0.1/');
    },
  },
  Member: { beta_motto: ({ id }) => `motto of ${id}` },
});

const linesWithRisk = '{ budgetLines { edges { node { id administrator { name beta_risk } } } } }';
const risky = [
  { node: { id: 'alpha:1', administrator: { name: 'Invented Ltd', beta_risk: 7 } } },
  { node: { id: 'alpha:2', administrator: { name: 'Invented Ltd', beta_risk: null } } },
];
const extension = 'ext-beta';

let folder: string;
let schemaFile: string;
let alpha: FakeMember;
let beta: FakeMember;
let hub: SignedInHub;

function startHub(
  more: {
    schema?: string;
    paused?: boolean;
    data?: string;
    failures?: number;
    recipients?: { field: string; to: string }[];
  } = {},
): Promise<SignedInHub> {
  const member = { country: 'GB', licence: 'CC0-1.0' };
  const providers = (url: string) => [{ domain: 'budgets' as const, url }];
  return startSignedInHub(
    {
      members: [
        { ...member, id: 'alpha', name: 'Alpha Watch', providers: providers(alpha.url) },
        {
          ...member,
          id: 'beta',
          name: 'Beta Desk',
          paused: more.paused ?? false,
          providers: [{ domain: 'investigations', url: `${beta.url}/domain` }],
        },
      ],
      extensions: [{ member: 'beta', url: beta.url, schema: more.schema ?? schemaFile }],
      recipients: more.recipients ?? [],
      deadlines: { memberMs: 1000, requestMs: 5000 },
      breaker: { failures: more.failures ?? 1000 },
      limits: { answerBytes: 20_000 },
      allowAddresses: ['127.0.0.0/8'],
    },
    { data: more.data },
  );
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'accord-extensions-'));
  schemaFile = join(folder, 'beta.graphql');
  writeFileSync(schemaFile, sdl);
  alpha = await startFakeMember(budgets);
  beta = await startFakeMember(notes);
  hub = await startHub();
});
afterAll(async () => {
  await hub.stop();
  await alpha.close();
  await beta.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  beta.answer = notes;
  beta.asked.length = 0;
});

describe('an extension', () => {
  it('that says nothing of access is for callers who signed in', async () => {
    const answer = await hub.askAnonymously('{ beta_notes { id } }');
    expect(answer.data).toEqual({ beta_notes: null });
    expect(answer.errors?.map(({ extensions }) => extensions)).toEqual([
      { code: 'UNAUTHORIZED_FIELD_OR_TYPE' },
    ]);
    expect(beta.asked).toEqual([]);
  });

  it('answers its root fields with the variables of the caller', async () => {
    const answer = await hub.ask(
      'query ($q: String) { a: beta_notes(about: $q) { id text by { id name } about } }',
      {
        variables: { q: 'ports' },
      },
    );
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual({
      a: [
        { id: 'beta:n1', text: 'on ports', by: { id: 'alpha', name: 'Alpha Watch' }, about: 'alpha:org-0' },
      ],
    });
    expect(answer.extensions).toEqual({
      members: [{ member: 'beta', domain: extension, state: 'ANSWERED', rows: 1 }],
    });
  });

  it('adds its fields to the rows of other members, all asked for at once', async () => {
    const answer = await hub.ask(linesWithRisk);
    expect(answer).toMatchObject({ data: { budgetLines: { edges: risky } } });
    expect(beta.asked).toHaveLength(1);
    expect(beta.asked[0]?.variables['representations']).toEqual([
      { __typename: 'Organization', id: 'alpha:org-0' },
      { __typename: 'Organization', id: 'alpha:org-1' },
    ]);
  });

  it('adds its fields to members', async () => {
    const answer = await hub.ask('{ member(id: "alpha") { name beta_motto } }');
    expect(answer.data).toEqual({ member: { name: 'Alpha Watch', beta_motto: 'motto of alpha' } });
  });

  it('is sent a token of its own like any member', async () => {
    await hub.ask('{ beta_notes { id } }');
    expect(beta.headers.at(-1)?.authorization).toMatch(/^Bearer /);
  });

  it('has its own errors told without its words', async () => {
    const answer = await hub.ask('{ budgetLines { edges { node { administrator { beta_text } } } } }');
    expect(answer.errors?.[0]).toMatchObject({
      message: 'Member "beta" reported an error.',
      extensions: { code: 'MEMBER_ERROR', member: 'beta' },
    });
    expect(answer.text).not.toMatch(/secret|10\.0\.0\.1/);
  });

  it('is not asked where the caller names others', async () => {
    const answer = await hub.ask(linesWithRisk, { headers: { 'x-accord-ask': 'alpha' } });
    expect(beta.asked).toEqual([]);
    expect(answer.extensions).toMatchObject({
      members: [
        { member: 'alpha', state: 'ANSWERED' },
        { member: 'beta', domain: extension, state: 'NOT_ASKED' },
      ],
    });
  });

  it.each<[string, FakeMember['answer'], string]>([
    ['is mute', () => undefined, 'TIMED_OUT'],
    ['breaks off', (_asked, response) => void response.destroy(), 'UNREACHABLE'],
    ['is no GraphQL', () => ({ hello: 'there' }), 'INVALID'],
    ['has too few entities', () => ({ data: { answer: [] } }), 'INVALID'],
    [
      'has entities of another type',
      () => ({ data: { answer: Array(2).fill({ accord__type: 'Person', beta_risk: 1 }) } }),
      'INVALID',
    ],
    [
      'has values of another type',
      () => ({ data: { answer: Array(2).fill({ accord__type: 'Organization', beta_risk: '1' }) } }),
      'INVALID',
    ],
    [
      'has fields nobody asked for',
      () => ({
        data: { answer: Array(2).fill({ accord__type: 'Organization', beta_risk: 1, name: 'Evil' }) },
      }),
      'INVALID',
    ],
    ['is huge', () => ({ data: { answer: 'x'.repeat(30_000) } }), 'INVALID'],
  ])('that %s costs its own fields alone', async (_, given, state) => {
    beta.answer = given;
    const startedAt = performance.now();
    const answer = await hub.ask(linesWithRisk);
    // The deadline and a tenth, times three for a busy machine.
    expect(performance.now() - startedAt).toBeLessThan(3300);
    expect(answer.data).toMatchObject({
      budgetLines: {
        edges: [
          { node: { id: 'alpha:1', administrator: { name: 'Invented Ltd', beta_risk: null } } },
          { node: { id: 'alpha:2' } },
        ],
      },
    });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'MEMBER_UNAVAILABLE', member: 'beta' } }]);
    expect(answer.extensions).toMatchObject({
      members: [
        { member: 'alpha', state: 'ANSWERED' },
        { member: 'beta', domain: extension, state },
      ],
    });
    expect(answer.text).not.toContain(beta.url);
  });

  it('that fails keeps no domain of its member from being asked', async () => {
    const own = await startHub({ failures: 1 });
    beta.answer = ({ query }, response) =>
      query.includes('investigations')
        ? contractAnswer('investigations', { investigations: () => pageOf('beta', ['i']) })(
            { query, variables: {} },
            response,
          )
        : void response.destroy();
    const asked = '{ beta_notes { id } investigations { edges { node { id } } } }';
    await own.ask(asked);
    const answer = await own.ask(asked);
    await own.stop();
    expect(answer.data).toMatchObject({
      beta_notes: null,
      investigations: { edges: [{ node: { id: 'beta:i' } }] },
    });
    expect(answer.errors).toMatchObject([
      { message: 'Member "beta" is not asked for now, after repeated failures.' },
    ]);
  });

  it('may not give out ids of others as its own', async () => {
    beta.answer = () => ({ data: { answer: [{ id: 'alpha:n1' }] } });
    const answer = await hub.ask('{ beta_notes { id } }');
    expect(answer).toMatchObject({
      data: { beta_notes: null },
      extensions: { members: [{ member: 'beta', domain: extension, state: 'INVALID' }] },
    });
  });

  it('of a member that paused is not asked', async () => {
    const paused = await startHub({ paused: true });
    const answer = await paused.ask('{ beta_notes { id } }');
    await paused.stop();
    expect(beta.asked).toEqual([]);
    expect(answer).toMatchObject({
      data: { beta_notes: null },
      errors: [{ extensions: { code: 'MEMBER_UNAVAILABLE', member: 'beta' } }],
      extensions: { members: [{ member: 'beta', domain: extension, state: 'PAUSED' }] },
    });
  });
});

describe('the graph while extensions change', () => {
  let own: SignedInHub | undefined;
  const data = () => join(folder, 'hub');
  afterEach(async () => {
    await own?.stop();
    own = undefined;
    writeFileSync(schemaFile, sdl);
    rmSync(data(), { recursive: true, force: true });
  });

  it('takes a grown schema over without a restart', async () => {
    own = await startHub();
    const { ask } = own;
    const asked = '{ beta_notes { id more } }';
    expect((await ask(asked)).errors?.[0]?.extensions).toMatchObject({ code: 'GRAPHQL_VALIDATION_FAILED' });
    writeFileSync(schemaFile, grown);
    await vi.waitFor(
      async () => expect(await ask(asked)).toMatchObject({ data: { beta_notes: [{ more: 1 }] } }),
      {
        timeout: 15_000,
        interval: 250,
      },
    );
  });

  it('quarantines a schema that takes something away, says why, and serves the last good one', async () => {
    own = await startHub({ data: data() });
    writeFileSync(schemaFile, shrunk);
    const { log, ask } = own;
    await vi.waitFor(
      () => expect(log.join('')).toContain('an extension is quarantined; its last good version serves on'),
      {
        timeout: 15_000,
        interval: 250,
      },
    );
    expect(log.join('')).toContain('Expected a graph that only grows: Organization.beta_risk was removed.');
    const report: { extensions: unknown } = JSON.parse(await (await fetch(`${own.url}/members`)).text());
    expect(report.extensions).toEqual([
      {
        member: 'beta',
        state: 'QUARANTINED',
        reasons: ['Expected a graph that only grows: Organization.beta_risk was removed.'],
      },
    ]);
    expect(await ask(linesWithRisk)).toMatchObject({ data: { budgetLines: { edges: risky } } });
    await own.stop();
    // A hub that starts with the bad schema has the last good one from its folder.
    own = await startHub({ data: data() });
    expect(await own.ask(linesWithRisk)).toMatchObject({ data: { budgetLines: { edges: risky } } });
    expect(own.log.join('')).toContain('Organization.beta_risk was removed.');
  });

  it('starts from the graph kept where a schema is gone', async () => {
    const before = await startHub({ data: data() });
    await before.stop();
    expect(statSync(join(data(), 'supergraph.json')).mode & 0o777).toBe(0o600);
    expect(statSync(data()).mode & 0o777).toBe(0o700);
    own = await startHub({ data: data(), schema: join(folder, 'nowhere.graphql') });
    expect(await own.ask('{ beta_notes { id } }')).toMatchObject({
      data: { beta_notes: [{ id: 'beta:n1' }] },
    });
  });

  it('starts without the extension where its schema never was there', async () => {
    own = await startHub({ schema: join(folder, 'nowhere.graphql') });
    expect((await own.ask('{ members { id } }')).status).toBe(200);
    expect(own.log.join('')).toContain('Expected a schema, it cannot be read.');
  });

  it('composes anew where what was kept cannot be read', async () => {
    const before = await startHub({ data: data() });
    await before.stop();
    writeFileSync(join(data(), 'supergraph.json'), '{"version":1');
    own = await startHub({ data: data() });
    expect(own.log.join('')).toContain('the graph kept cannot be read; composing anew');
    expect(JSON.parse(readFileSync(join(data(), 'supergraph.json'), 'utf8'))).toMatchObject({ version: 1 });
  });
});

describe('an extension that asks for what others serve', () => {
  const receiving = sdl
    .replace('["@key"]', '["@key", "@external", "@requires"]')
    .replace('beta_motto: String', 'name: String @external beta_motto: String @requires(fields: "name")');
  const question = '{ member(id: "alpha") { beta_motto } }';

  it.each([
    ['is sent it where it is listed', 'Member.name', 'beta', '"motto of Alpha Watch"'],
    ['is quarantined where another member is listed', 'Member.name', 'alpha', undefined],
    ['is quarantined where another field is listed', 'Member.country', 'beta', undefined],
  ])('%s', async (_, field, to, motto) => {
    const schema = join(folder, 'receiving.graphql');
    writeFileSync(schema, receiving);
    beta.answer = extensionAnswer(receiving, { Member: { beta_motto: ({ name }) => `motto of ${name}` } });
    const listing = await startHub({ schema, recipients: [{ field, to }] });
    const { status, text } = await listing.ask(question);
    await listing.stop();
    if (motto === undefined) {
      expect(status).toBe(400);
      expect(listing.log.join('')).toContain('its owners do not list');
    } else {
      expect(text).toContain(motto);
      expect(beta.asked.map(({ variables }) => variables['representations'])).toEqual([
        [{ __typename: 'Member', id: 'alpha', name: 'Alpha Watch' }],
      ]);
    }
  });
});

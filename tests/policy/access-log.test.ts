import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AccessEntry } from '../../shared/audit/access-entry.js';
import { readKeptHeads } from '../../shared/audit/read-heads.js';
import { verifyAccessLog } from '../../shared/audit/verify-access-log.js';
import { type AuditedCoalition, startAuditedCoalition } from '../fixtures/audited-coalition.js';
import { createLogFolder, entriesOf, headLines, streamOf } from '../fixtures/test-access-log.js';

const titles = '{ declarations { edges { node { id title } } } }';
const analyst = {
  sub: 'ana@desk-alpha.example',
  org: 'alpha',
  scope: 'declarations:read',
  purpose: 'INVESTIGATION',
};

let folder: ReturnType<typeof createLogFolder>;
let coalition: AuditedCoalition;
beforeEach(async () => {
  folder = createLogFolder();
  coalition = await startAuditedCoalition(folder.path);
});
afterEach(async () => {
  await coalition.stop();
  folder.remove();
});

const asAnalyst = async (query = titles, headers: Record<string, string> = {}) =>
  await coalition.hub.ask(query, { headers: { ...(await coalition.headersOf(analyst)), ...headers } });

const accessesOf = (name: string): AccessEntry[] =>
  entriesOf(coalition.logOf(name)).filter((entry) => entry.event === 'ACCESS');

/** Every file under a folder as one text. */
function textOf(path: string): string {
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}

describe('what is asked is kept', () => {
  test('at the hub, an entry per member that was asked, before the answer leaves', async () => {
    const answer = await asAnalyst(titles, {
      'x-purpose': 'INVESTIGATION',
      'x-request-id': 'request-of-ana',
    });
    expect(answer.status).toBe(200);
    const common = {
      requestId: 'request-of-ana',
      kind: 'person',
      organization: 'alpha',
      purpose: 'INVESTIGATION',
      domain: 'asset-declarations',
      rows: 1,
      decision: 'ALLOWED',
      policyRevision: expect.stringMatching(/^[0-9a-f]{16}$/),
    };
    expect(accessesOf('hub')).toMatchObject([
      { ...common, seq: 1, member: 'alpha' },
      { ...common, seq: 2, member: 'beta' },
    ]);
    expect(accessesOf('hub')[0]?.coordinates).toEqual(
      expect.arrayContaining(['Declaration.title', 'Query.declarations']),
    );
  });

  test('at each member, under the same pseudonym that the hub has for it and no other', async () => {
    await asAnalyst(titles, { 'x-request-id': 'request-of-ana' });
    const [forAlpha, forBeta] = accessesOf('hub');
    expect(accessesOf('alpha')).toMatchObject([
      {
        requestId: 'request-of-ana',
        caller: forAlpha?.caller,
        organization: 'alpha',
        member: 'alpha',
        domain: 'asset-declarations',
        rows: 1,
        decision: 'ALLOWED',
        policyRevision: expect.stringMatching(/^[\w-]{43}$/),
      },
    ]);
    expect(accessesOf('beta')).toMatchObject([{ caller: forBeta?.caller }]);
    expect(forAlpha?.caller).not.toBe(forBeta?.caller);
  });

  test('of anonymous callers too, without their waiting for it', async () => {
    await coalition.hub.ask(titles);
    await expect
      .poll(() => accessesOf('hub'))
      .toMatchObject([
        { kind: 'anonymous', organization: null, member: 'alpha' },
        { kind: 'anonymous', organization: null, member: 'beta' },
      ]);
    await expect.poll(() => accessesOf('alpha')).toHaveLength(1);
  });

  test('of a request that asks no member', async () => {
    await asAnalyst('{ members { id } }');
    expect(accessesOf('hub')).toMatchObject([
      { member: null, domain: null, coordinates: ['Member.id', 'Query.members'], decision: 'ALLOWED' },
    ]);
  });

  test('of a member that gives no answer', async () => {
    await coalition.members.get('beta')?.stop();
    await asAnalyst();
    expect(accessesOf('hub')).toMatchObject([
      { member: 'alpha', decision: 'ALLOWED', rows: 1 },
      { member: 'beta', decision: 'FAILED', rows: 0 },
    ]);
  });

  test('without a value, a filter, a subject, a token or an address', async () => {
    const filter = '{ declarations(search: "Secretive Quay") { edges { node { id } } } }';
    await asAnalyst(filter);
    await asAnalyst('{ member(id: "no-such-member") { id } }');
    await coalition.stop();
    for (const name of ['hub', 'alpha', 'beta']) {
      const text = textOf(coalition.logOf(name));
      expect(text).not.toMatch(
        /Secretive|Quay|no-such-member|ana@|desk-alpha|127\.0\.0\.1|Bearer|eyJhbGciOiJFZERTQSIsImtpZCI6ImtleS0x/,
      );
    }
  });
});

describe('heads of logs', () => {
  const keptBy = (name: string) => headLines(streamOf(coalition.logOf(name)));

  /** Three requests, far enough apart that each head is kept. */
  async function askThrice() {
    for (let i = 0; i < 3; i += 1) {
      await asAnalyst();
      coalition.pass(11_000);
    }
    await coalition.stop();
  }

  test('are exchanged with every question, and prove both logs whole', async () => {
    await askThrice();
    expect(keptBy('alpha').map((line) => JSON.parse(line).isKnownKey)).toEqual([true, true, true]);
    // Members of the configuration have told the hub no key.
    expect(keptBy('hub').map((line) => JSON.parse(line).isKnownKey)).toEqual(Array(6).fill(null));
    for (const [log, witness] of [
      ['hub', 'alpha'],
      ['hub', 'beta'],
      ['alpha', 'hub'],
      ['beta', 'hub'],
    ] as const) {
      const kept = readKeptHeads(coalition.logOf(witness));
      const found = verifyAccessLog(coalition.logOf(log), { kept, keys: new Set() });
      expect([log, witness, found.faults]).toEqual([log, witness, []]);
      expect(found.heads).toBe(3);
    }
  });

  test('show that a log was put back to what it was before', async () => {
    await asAnalyst();
    const before = join(folder.path, 'before');
    await coalition.stop();
    cpSync(coalition.logOf('alpha'), before, { recursive: true });
    coalition = await startAuditedCoalition(folder.path);
    coalition.pass(11_000);
    await asAnalyst();
    await coalition.stop();
    rmSync(coalition.logOf('alpha'), { recursive: true });
    cpSync(before, coalition.logOf('alpha'), { recursive: true });
    const kept = readKeptHeads(coalition.logOf('hub'));
    expect(verifyAccessLog(coalition.logOf('alpha'), { kept, keys: new Set() }).faults).toEqual([
      expect.stringMatching(
        /^The log ends with line 1, the head signed at .+ is of line 2: it was cut at its end\.$/,
      ),
    ]);
  });

  test('that are bad cost no request', async () => {
    const { url } = coalition.members.get('alpha') ?? { url: '' };
    expect(url).not.toBe('');
    const answer = await coalition.members
      .get('alpha')
      ?.post('asset-declarations', JSON.stringify({ query: titles }), {
        'content-type': 'application/json',
        'x-accord-log-head': 'x.y.z',
      });
    expect(answer?.status).toBe(200);
    expect(answer?.headers.get('x-accord-log-head')).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  });
});

describe('a log that cannot be written', () => {
  test('at the hub: the first answer is held back, then everybody is anonymous until it can be again', async () => {
    await asAnalyst();
    coalition.diskOf('hub').isFull = true;
    const held = await asAnalyst();
    expect([held.status, held.data, held.errors?.[0]?.extensions['code']]).toEqual([
      503,
      undefined,
      'LOG_UNAVAILABLE',
    ]);
    const served = await asAnalyst();
    expect(served.status).toBe(200);
    await expect
      .poll(() => accessesOf('alpha').at(-1))
      .toMatchObject({ kind: 'anonymous', organization: null });
    const ready = await fetch(`${coalition.hub.url}/ready`);
    expect(await ready.json()).toMatchObject({ status: 'ready', accessLog: 'unwritable' });
    const metrics = await (await fetch(`${coalition.hub.url}/metrics`)).text();
    expect(metrics).toMatch(/^accord_access_log_errors_total [1-9]/m);
    coalition.diskOf('hub').isFull = false;
    await expect
      .poll(async () => (await asAnalyst()).status && accessesOf('alpha').at(-1)?.kind, { timeout: 5000 })
      .toBe('person');
    // What was asked meanwhile is there as well.
    expect(verifyAccessLog(coalition.logOf('hub'), { keys: new Set() }).faults).toEqual([]);
  });

  test('at a member: it gives nothing to whom it would know, then answers as to anybody', async () => {
    coalition.diskOf('alpha').isFull = true;
    const held = await asAnalyst();
    expect(held.extensions?.['members']).toMatchObject([
      { member: 'alpha', state: 'INVALID', rows: 0 },
      { member: 'beta', state: 'ANSWERED', rows: 1 },
    ]);
    const served = await asAnalyst();
    expect(served.extensions?.['members']).toMatchObject([{ member: 'alpha', state: 'ANSWERED' }, {}]);
    const ready = await fetch(`${coalition.members.get('alpha')?.url}/ready`);
    expect(await ready.json()).toMatchObject({ status: 'ready', accessLog: 'unwritable' });
  });

  test('never keeps anybody from what is public', async () => {
    coalition.diskOf('hub').isFull = true;
    coalition.diskOf('alpha').isFull = true;
    for (let i = 0; i < 3; i += 1) {
      const answer = await coalition.hub.ask(titles);
      expect([answer.status, answer.errors]).toEqual([200, undefined]);
    }
    expect([accessesOf('hub'), accessesOf('alpha')]).toEqual([[], []]);
  });
});

describe('myAccessLog', () => {
  const page = (args: string) =>
    `{ myAccessLog(${args}) { edges { cursor node { requestId organization purpose member domain rows decision caller } } pageInfo { hasNextPage endCursor complete } } }`;
  const asMember = async (org: string, query: string) =>
    await coalition.hub.ask(query, { headers: await coalition.headersOf({ sub: `person-of-${org}`, org }) });

  /** What a page says, without its type. */
  const read = (answer: { readonly data?: unknown }) =>
    JSON.parse(JSON.stringify(answer.data ?? null)).myAccessLog;

  test('gives a member what was asked of it, newest first, in pages', async () => {
    for (let i = 1; i <= 5; i += 1) {
      await asAnalyst(titles, { 'x-request-id': `request-${i}` });
      coalition.pass(1000);
    }
    const first = read(await asMember('beta', page('first: 3')));
    const node = {
      organization: 'alpha',
      purpose: 'INVESTIGATION',
      member: 'beta',
      decision: 'ALLOWED',
      rows: 1,
    };
    expect(first.edges.map((edge: { node: unknown }) => edge.node)).toMatchObject(
      [5, 4, 3].map((i) => ({ ...node, requestId: `request-${i}`, domain: 'asset-declarations' })),
    );
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, complete: true });
    expect(first.edges[0].node.caller).toBe(accessesOf('beta')[0]?.caller);
    const second = read(await asMember('beta', page(`first: 3, after: "${first.pageInfo.endCursor}"`)));
    expect(second.edges.map((edge: { node: { requestId: string } }) => edge.node.requestId)).toEqual([
      'request-2',
      'request-1',
    ]);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  test('gives nobody what was asked of another', async () => {
    await asAnalyst(titles, { 'x-accord-ask': 'beta' });
    expect(read(await asMember('alpha', page('first: 10'))).edges).toEqual([]);
    expect(read(await asMember('beta', page('first: 10'))).edges).toHaveLength(1);
    const { endCursor } = read(await asMember('beta', page('first: 10'))).pageInfo;
    const foreign = await asMember('alpha', page(`first: 10, after: "${endCursor}"`));
    expect([foreign.data, foreign.errors?.[0]?.extensions['code']]).toEqual([
      { myAccessLog: null },
      'BAD_CURSOR',
    ]);
  });

  test.each([
    ['anonymous callers', undefined],
    ['people of an organisation that is no member', { sub: 'someone', org: 'civic-charts' }],
    ['people of no organisation', { sub: 'someone' }],
  ])('is null to %s', async (_, claims) => {
    await asAnalyst();
    const headers = claims === undefined ? {} : await coalition.headersOf(claims);
    const answer = await coalition.hub.ask(page('first: 10'), { headers });
    expect(answer.data).toEqual({ myAccessLog: null });
    expect(answer.errors).toMatchObject([
      { path: ['myAccessLog'], extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } },
    ]);
    expect(accessesOf('hub').at(-1)).toMatchObject(
      claims === undefined ? {} : { member: null, decision: 'DENIED' },
    );
  });

  test.each(['first: 0', 'first: 201'])('refuses %s', async (args) => {
    const answer = await asMember('beta', page(args));
    expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_INPUT' } }]);
  });
});

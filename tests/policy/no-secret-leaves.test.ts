import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCallerTokens } from '../../gateway/identity/caller-tokens.js';
import { anonymousCaller, type Caller, freezeCaller } from '../../shared/identity/caller.js';
import {
  brokenProofs,
  brokenTokens,
  type SecretCaller,
  type SecretCoalition,
  startSecretCoalition,
} from '../fixtures/secret-coalition.js';
import { secretMarks } from '../fixtures/secret-marks.js';
import { faultyQueries, type SecretQuery, secretQueries } from '../fixtures/secret-queries.js';
import { testKeyRing, testNow } from '../fixtures/test-hub-keys.js';

const keepers = ['alder', 'birch'] as const;
const queries = secretQueries(keepers);
const json = { 'content-type': 'application/json' };

let coalition: SecretCoalition;
beforeAll(async () => {
  coalition = await startSecretCoalition();
}, 60_000);
afterAll(() => coalition.stop());

/** What an address answers, to the last byte of its headers. */
async function bytesOf(url: string, init: RequestInit = {}): Promise<string> {
  const response = await fetch(url, init);
  return `${response.status} ${JSON.stringify([...response.headers])} ${await response.text()}`;
}

/** A text with what it may hold in another form: escaped, or in base64, such as a cursor that is not sealed. */
function opened(text: string, depth = 2): string {
  const runs = depth === 0 ? [] : new Set([...text.matchAll(/[\w+/-]{16,}/g)].map(([run]) => run));
  const inner = [...runs].map((run) => Buffer.from(run, 'base64').toString('latin1'));
  const all = [text, text.replaceAll('\\"', '"')];
  return inner.length === 0 ? all.join('\n') : [...all, opened(inner.join('\n'), depth - 1)].join('\n');
}

/** The marks of both members, or of one, that are in a text. */
function marksIn(text: string, members: readonly string[] = keepers): string[] {
  const all = opened(text).toLowerCase();
  return members.flatMap((id) =>
    secretMarks(id).flatMap((mark) => (all.includes(mark.text) ? [mark.text] : [])),
  );
}

const shownTo = (caller: SecretCaller, members: readonly string[] = keepers) =>
  members.flatMap((id) => secretMarks(id).flatMap((mark) => (mark.isShownTo(caller) ? [mark.text] : [])));

/** What all answers to one caller hold together, eight at a time. */
async function askAll(
  of: readonly SecretQuery[],
  ask: (query: SecretQuery) => Promise<string>,
): Promise<string> {
  const texts: string[] = [];
  for (let at = 0; at < of.length; at += 8) {
    texts.push(...(await Promise.all(of.slice(at, at + 8).map(ask))));
  }
  return texts.join('\n');
}

const askHub = (headers: Readonly<Record<string, string>>, access: string) => (query: SecretQuery) =>
  bytesOf(`${coalition.hub.url}/graphql`, {
    method: 'POST',
    headers: { ...json, ...headers },
    body: JSON.stringify({ query: query.query, variables: query.variables, extensions: { access } }),
  });

const names = [
  'anonymous',
  'service',
  'outsider',
  'outsider with scopes',
  'analyst for another purpose',
  'investigator',
  'neighbour',
  'own person',
  'own person of low clearance',
  'proven to alder',
  'proven to birch',
];

function callerOf(name: string): SecretCaller {
  const caller = coalition.callers.find((one) => one.name === name);
  if (caller === undefined) {
    throw new Error(`Expected a caller "${name}".`);
  }
  return caller;
}

/** The caller as the hub would tell a member of them. */
function told({ org, isScoped, purpose, isCleared, name }: SecretCaller): Caller {
  const isMember = org !== null && org !== 'civic-charts';
  return org === null
    ? anonymousCaller
    : freezeCaller({
        ...anonymousCaller,
        ...{ kind: 'person', subject: `hid-subject-${name}`, organization: org, isMember, purpose },
        scopes: isScoped ? ['declarations:personal', 'investigations:findings'] : [],
        clearance: isCleared ? (isMember ? 'TLP:RED' : 'TLP:GREEN') : 'TLP:CLEAR',
      });
}

describe('what a caller is given of all that is marked', () => {
  test('is asked of everybody', () => {
    expect(coalition.callers.map(({ name }) => name).sort()).toEqual([...names].sort());
  });

  test.each(names)(
    'by the hub is what is for them, all of it and nothing else: %s',
    async (name) => {
      const caller = callerOf(name);
      const filtered = await askAll(queries, askHub(caller.headers, 'FILTER'));
      expect(marksIn(filtered).sort()).toEqual(shownTo(caller).sort());
      const rejected = await askAll(queries.slice(0, 20), askHub(caller.headers, 'REJECT'));
      expect(marksIn(rejected).filter((mark) => !shownTo(caller).includes(mark))).toEqual([]);
      expect(`${filtered}${rejected}`).not.toMatch(/hid-(subject|filter|name)|127\.0\.0\.1/);
    },
    120_000,
  );

  test.each(names.flatMap((name) => keepers.map((member) => ({ name, member }))))(
    'by $member itself is what is for them, all of it and nothing else: $name',
    async ({ name, member }) => {
      const caller = callerOf(name);
      const proof =
        caller.provenTo === member ? caller.headers['x-accord-proof']?.replace(`${member}=`, '') : undefined;
      const text = await askAll(queries, async ({ domain, query, variables }) => {
        if (domain === undefined) {
          return '';
        }
        const headers = { ...json, ...(proof !== undefined && { 'x-accord-caller-proof': proof }) };
        const answer = await coalition.members
          .get(member)
          ?.post(domain, JSON.stringify({ query, variables }), headers, told(caller));
        return `${JSON.stringify([...(answer?.headers ?? [])])} ${await answer?.text()}`;
      });
      expect(marksIn(text).sort()).toEqual(shownTo(caller, [member]).sort());
      expect(text).not.toMatch(/hid-(subject|filter|name)/);
    },
    120_000,
  );
});

describe('nothing of it is given', () => {
  test('to who proves nobody', async () => {
    for (const headers of await brokenTokens()) {
      const text = await askAll(queries.slice(0, 6), askHub(headers, 'FILTER'));
      expect(text.match(/^\d+/gm)).toEqual(Array(6).fill('401'));
      expect(text).not.toMatch(/hid-|"Ada/);
    }
  });

  test('by the member to which a caller does not prove who they are', async () => {
    for (const headers of await brokenProofs()) {
      const text = await askAll(queries.slice(0, 6), askHub(headers, 'FILTER'));
      expect(text).not.toMatch(/alder:|-alder|hid-proof/);
    }
  });

  test.each(keepers)('to who asks %s without its hub', async (id) => {
    const member = coalition.members.get(id);
    const owner = callerOf(`proven to ${id}`);
    const tokens = createCallerTokens({ issuer: 'hub', keys: testKeyRing, now: testNow });
    for (const { domain = 'budgets', query, variables } of queries.slice(0, 6)) {
      const body = JSON.stringify({ query, variables });
      const url = `${member?.url}/${domain}/graphql`;
      const other = await tokens(told(owner))({ member: 'cedar', domain, url }, body);
      const elsewhere = await tokens(told(owner))({ member: id, domain, url }, `${body} `);
      for (const headers of [{}, other, elsewhere, owner.headers, { authorization: 'Bearer hid-garbage' }]) {
        const text = await bytesOf(url, { method: 'POST', headers: { ...json, ...headers }, body });
        expect(text).toMatch(/^401 /);
        expect(text).not.toMatch(/hid-/);
      }
    }
  });

  test('in words about questions that cannot be answered, but what was asked', async () => {
    for (const { query, variables } of keepers.flatMap((id) => faultyQueries(id))) {
      const body = JSON.stringify({ query, variables });
      for (const name of ['anonymous', 'investigator']) {
        const { headers } = callerOf(name);
        const text = await askHub(headers, 'FILTER')({ of: '', query, ...(variables && { variables }) });
        expect(
          marksIn(text).filter((mark) => !body.includes(mark) && !shownTo(callerOf(name)).includes(mark)),
        ).toEqual([]);
        expect(text).not.toMatch(/127\.0\.0\.1|hid-subject/);
      }
    }
  });

  test.each([
    ['no JSON', '{"query":"hid-body'],
    ['no operation', '"hid-body"'],
    ['too much', `{"query":"{ members { id } } # hid-body ${'x'.repeat(1_100_000)}"}`],
    ['a list', '[{"query":"{ members { id } } # hid-body"}]'],
  ])('in words about bodies with %s', async (_, body) => {
    const addresses = [
      `${coalition.hub.url}/graphql`,
      `${coalition.members.get('alder')?.url}/budgets/graphql`,
    ];
    for (const url of addresses) {
      const text = await bytesOf(url, { method: 'POST', headers: json, body });
      expect(text).toMatch(/^4\d\d /);
      expect(text).not.toContain('hid-body');
    }
    const signed = await coalition.members.get('alder')?.post('budgets', body);
    expect([signed?.ok, (await signed?.text())?.includes('hid-body')]).toEqual([false, false]);
  });
});

describe('a member that fails', () => {
  const query = { of: 'provider-policy', query: '{ declarations { edges { node { id title } } } }' };
  const ask = () => askHub(callerOf('anonymous').headers, 'FILTER')(query);

  test.each<[string, number, string]>([
    ['words', 500, 'hid-garbage-words'],
    ['a page', 200, '<html>hid-garbage-page</html>'],
    [
      'errors',
      200,
      '{"errors":[{"message":"hid-garbage-message","extensions":{"code":"X","at":"hid-garbage"}}]}',
    ],
    [
      'more than was asked',
      200,
      '{"data":{"answer":{"edges":[],"more":"hid-garbage"}},"extensions":{"x":"hid-garbage"}}',
    ],
    ['another form', 200, '{"data":{"answer":"hid-garbage"}}'],
  ])('with %s tells nobody but the hub', async (_, status, body) => {
    const asEver = coalition.cedar.answer;
    coalition.cedar.answer = (__, response) => void response.writeHead(status).end(body);
    const text = await ask();
    coalition.cedar.answer = asEver;
    expect(text).toContain('"member":"cedar"');
    expect(text).not.toMatch(/hid-|127\.0\.0\.1/);
  });

  test('altogether is named, and not where it is', async () => {
    await coalition.cedar.close();
    expect(await ask()).toMatch(
      /"member":"cedar","domain":"asset-declarations","state":"(UNREACHABLE|UNAVAILABLE)"/,
    );
    expect(await ask()).not.toMatch(/hid-|127\.0\.0\.1|ECONN/);
  });
});

describe('nobody who runs a hub or a member reads it in passing', () => {
  const places = (url: string) =>
    ['/metrics', '/ready', '/health', '/members'].map((path) => `${url}${path}`);
  const secrets = () => [
    ...coalition.callers.flatMap(({ headers }) => Object.values(headers)),
    ...coalition.cedar.headers.flatMap(({ authorization = 'none' }) => authorization),
  ];

  test('in metrics, readiness and the list of members', async () => {
    const urls = [coalition.hub.url, ...[...coalition.members.values()].map(({ url }) => url)];
    const text = (await Promise.all(urls.flatMap(places).map((url) => bytesOf(url)))).join('\n');
    expect(text).toContain('accord_');
    expect(text).not.toMatch(/hid-|eyJ|Bearer/);
    expect(marksIn(text)).toEqual([]);
  });

  test('in what was logged at the finest level, and in access logs', () => {
    const logs = [coalition.hub.log, ...[...coalition.members.values()].map(({ log }) => log)];
    const text = [...logs.map((lines) => lines.join('\n')), coalition.accessLogs()].join('\n');
    expect(logs.map((lines) => lines.length > 100)).toEqual([true, true, true]);
    expect(text).toContain('"event":"ACCESS"');
    expect(marksIn(text)).toEqual([]);
    expect(text).not.toMatch(/hid-|Bearer|Ada Invented/);
    expect(secrets().length).toBeGreaterThan(20);
    for (const secret of secrets()) {
      expect(text.includes(secret.slice(-40))).toBe(false);
    }
  });
});

test('the questions stand for those of every policy test', () => {
  const asked = new Set([...queries, ...faultyQueries('alder')].map(({ of }) => `${of}.test.ts`));
  // These ask nothing.
  const own = ['no-secret-leaves.test.ts', 'cases.test.ts'];
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.test.ts'));
  expect(files.filter((name) => !asked.has(name) && !own.includes(name))).toEqual([]);
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { everyThird, secret } from '../fixtures/faulty-coalition.js';
import type { FaultyMember } from '../fixtures/faulty-member.js';
import { type HttpCoalition, startHttpCoalition } from '../fixtures/http-coalition.js';
import type { HubAnswer } from '../fixtures/test-hub.js';

const query = `
  query ($filter: DeclarationFilter) {
    declarations(filter: $filter, first: 40) {
      edges { node { id } }
      pageInfo { hasNextPage complete }
      totalCount { value relation }
    }
  }
`;

const failures = 3;
const coolDownMs = 1000;

let coalition: HttpCoalition;

beforeAll(async () => {
  coalition = await startHttpCoalition({
    domain: 'asset-declarations',
    records: { alpha: everyThird(0), beta: everyThird(1), gamma: everyThird(2), rest: [] },
    file: { deadlines: { memberMs: 2000, requestMs: 10_000 }, breaker: { failures, coolDownMs } },
    entries: {
      beta: { coverage: { countries: ['GB', 'IE'], years: { from: 2000, to: 2019 } } },
      gamma: { coverage: { countries: ['GB'] } },
      rest: { paused: true },
    },
  });
});
afterAll(async () => {
  await coalition.stop();
});
beforeEach(() => {
  for (const member of coalition.members.values()) {
    member.fault = undefined;
  }
});

function memberOf(id: string): FaultyMember {
  const member = coalition.members.get(id);
  if (member === undefined) {
    throw new Error(`Expected the member ${id}.`);
  }
  return member;
}

const fails: FaultyMember['fault'] = ({ response }) => void response.writeHead(500).end(secret);
const others = { filter: { member: { in: ['alpha', 'beta', 'gamma'] } } };

function statesIn(answer: HubAnswer): Record<string, string> {
  const members: { member: string; state: string }[] = JSON.parse(
    JSON.stringify(answer.extensions?.['members'] ?? []),
  );
  return Object.fromEntries(members.map(({ member, state }) => [member, state]));
}

function ask(variables: Record<string, unknown>, headers: Record<string, string> = {}) {
  return coalition.hub.ask(query, { variables, headers });
}

/** As a client does that puts its wish into the extensions of the request. */
async function askWith(extensions: unknown, variables: Record<string, unknown>) {
  const response = await fetch(`${coalition.hub.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables, extensions }),
  });
  const answer: Omit<HubAnswer, 'status' | 'headers' | 'text'> = JSON.parse(await response.text());
  return { ...answer, status: response.status };
}

describe('an answer says of each member what came of it', () => {
  it('a paused member is missing, and is not asked', async () => {
    const before = memberOf('rest').asked();
    const given = await ask({});
    expect(statesIn(given)).toEqual({
      alpha: 'ANSWERED',
      beta: 'ANSWERED',
      gamma: 'ANSWERED',
      rest: 'PAUSED',
    });
    expect(given.errors).toEqual([
      { message: 'Member "rest" has paused.', extensions: { code: 'MEMBER_UNAVAILABLE', member: 'rest' } },
    ]);
    expect(given.data).toMatchObject({
      declarations: { pageInfo: { complete: false }, totalCount: { value: 36, relation: 'AT_LEAST' } },
    });
    expect(memberOf('rest').asked()).toBe(before);
  });

  const savings: [string, Record<string, unknown>, Record<string, string>][] = [
    [
      'the member filter',
      { member: { eq: 'alpha' } },
      { beta: 'NOT_ASKED', gamma: 'NOT_ASKED', rest: 'NOT_ASKED' },
    ],
    [
      'the member filter within and',
      { and: [{ member: { in: ['alpha'] } }, {}] },
      { beta: 'NOT_ASKED', gamma: 'NOT_ASKED', rest: 'NOT_ASKED' },
    ],
    ['the country', { country: { eq: 'IE' } }, { beta: 'EMPTY', gamma: 'NOT_ASKED', rest: 'PAUSED' }],
    ['the year', { year: { gte: 2020 } }, { beta: 'NOT_ASKED', gamma: 'EMPTY', rest: 'PAUSED' }],
  ];
  it.each(savings)('%s leaves out who can have nothing of it', async (_what, filter, states) => {
    const given = await ask({ filter });
    expect(statesIn(given)).toMatchObject(states);
  });

  it('who is left out by a filter is not missing', async () => {
    const given = await ask(others);
    expect(given.errors).toBeUndefined();
    expect(given.data).toMatchObject({
      declarations: { pageInfo: { complete: true }, totalCount: { value: 36, relation: 'EXACT' } },
    });
  });

  it('a caller’s list of members leaves out the others, for records by id too', async () => {
    const before = memberOf('gamma').asked();
    const given = await ask({}, { 'x-accord-ask': 'alpha, beta' });
    expect(statesIn(given)).toEqual({
      alpha: 'ANSWERED',
      beta: 'ANSWERED',
      gamma: 'NOT_ASKED',
      rest: 'NOT_ASKED',
    });
    expect(given.errors).toBeUndefined();
    const headers = { 'x-accord-ask': 'alpha' };
    const byId = await coalition.hub.ask('{ declaration(id: "gamma:d-2") { id } }', { headers });
    expect(byId.data).toEqual({ declaration: null });
    expect(statesIn(byId)).toMatchObject({ gamma: 'NOT_ASKED' });
    expect(memberOf('gamma').asked()).toBe(before);
  });

  it('a caller’s list in another form is refused', async () => {
    const given = await ask({}, { 'x-accord-ask': 'alpha; beta' });
    expect(given.errors).toEqual([
      {
        message: 'Expected member ids such as "a,b" in the header "x-accord-ask".',
        extensions: expect.objectContaining({ code: 'BAD_INPUT' }),
      },
    ]);
  });

  it('what a member took is shown to nobody, and no cache may keep an answer', async () => {
    const given = await ask(others);
    expect(given.text).not.toContain('tookMs');
    expect(given.headers.get('cache-control')).toBe('private, no-store');
  });
});

describe('a caller that wants all or nothing', () => {
  const all = { 'x-accord-completeness': 'ALL' };
  const incomplete = {
    message: 'Expected an answer of all members that have a part in it, a part is missing.',
    extensions: { code: 'INCOMPLETE' },
  };
  const unavailable = {
    message: 'Member "beta" gave an answer that does not keep to the contract.',
    extensions: { code: 'MEMBER_UNAVAILABLE', member: 'beta' },
  };

  it('gets all where all answer', async () => {
    const given = await ask(others, all);
    expect(given.errors).toBeUndefined();
    expect(given.data).toMatchObject({ declarations: { totalCount: { value: 36, relation: 'EXACT' } } });
  });

  it('gets an error that names who is missing and no data, asked for by a header', async () => {
    memberOf('beta').fault = fails;
    const given = await ask(others, all);
    expect({ status: given.status, data: given.data, errors: given.errors }).toEqual({
      status: 200,
      data: null,
      errors: [incomplete, unavailable],
    });
    expect(given.text).not.toContain('d-');
  });

  it('gets the same, asked for by an extension of the request', async () => {
    memberOf('beta').fault = fails;
    const given = await askWith({ completeness: 'ALL' }, others);
    expect({ data: given.data, errors: given.errors }).toEqual({
      data: null,
      errors: [incomplete, unavailable],
    });
  });

  it('gets nothing where a member has paused', async () => {
    const given = await ask({}, all);
    expect(given.data).toBeNull();
    expect(given.errors?.map(({ extensions }) => extensions)).toEqual([
      { code: 'INCOMPLETE' },
      { code: 'MEMBER_UNAVAILABLE', member: 'rest' },
    ]);
  });

  it.each([
    ['denies', '{"data":{"answer":null}}'],
    [
      'refuses',
      '{"data":{"answer":null},"errors":[{"message":"Expected less.","path":["answer"],"extensions":{"code":"QUERY_TOO_BROAD"}}]}',
    ],
    ['reports an error', '{"data":{"answer":null},"errors":[{"message":"x","path":["answer"]}]}'],
  ])('gets nothing where a member %s', async (_what, text) => {
    memberOf('beta').fault = ({ response }) => void response.end(text);
    const given = await ask(others, all);
    expect(given.data).toBeNull();
    expect(given.errors?.[0]).toEqual(incomplete);
    expect(given.errors?.[1]?.extensions['member']).toBe('beta');
  });

  it('is not answered as another caller was, whichever comes first', async () => {
    memberOf('beta').fault = fails;
    const [best, whole, again] = [await ask(others), await ask(others, all), await ask(others)];
    expect([best.data === null, whole.data, again.data]).toEqual([false, null, best.data]);
    memberOf('beta').fault = undefined;
    await closed();
    expect((await ask(others, all)).data).toMatchObject({ declarations: { totalCount: { value: 36 } } });
  });

  it.each([
    ['all', undefined],
    ['ALL', { completeness: 'BEST_EFFORT' }],
  ])('is refused where it says %j in the header and %j in the extensions', async (header, extensions) => {
    const response = await fetch(`${coalition.hub.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-accord-completeness': header },
      body: JSON.stringify({ query, extensions }),
    });
    const { errors } = JSON.parse(await response.text());
    expect([response.status, errors[0].extensions.code]).toEqual([400, 'BAD_INPUT']);
  });
});

/** Waits until the hub asks beta again. */
async function closed(): Promise<void> {
  await expect.poll(async () => statesIn(await ask(others))['beta'], { timeout: 10_000 }).toBe('ANSWERED');
}

describe('a member that fails again and again', () => {
  it('is not asked for a while, then by one request, and comes back by itself', async () => {
    const beta = memberOf('beta');
    await closed();
    beta.fault = fails;
    for (let i = 0; i < failures; i += 1) {
      expect(statesIn(await ask(others))['beta']).toBe('INVALID');
    }
    const asked = beta.asked();
    const openedAt = performance.now();
    const unasked = await ask(others);
    // On a machine so busy that the pause is over already there is nothing to see.
    if (performance.now() - openedAt < coolDownMs / 2) {
      expect(beta.asked()).toBe(asked);
      expect(unasked.errors).toEqual([
        {
          message: 'Member "beta" is not asked for now, after repeated failures.',
          extensions: { code: 'MEMBER_UNAVAILABLE', member: 'beta' },
        },
      ]);
      expect(statesIn(unasked)).toEqual({
        alpha: 'ANSWERED',
        beta: 'UNREACHABLE',
        gamma: 'ANSWERED',
        rest: 'NOT_ASKED',
      });
    }
    await new Promise((resolve) => setTimeout(resolve, coolDownMs));
    const before = beta.asked();
    const probes = await Promise.all(Array.from({ length: 10 }, () => ask(others)));
    expect(beta.asked()).toBe(before + 1);
    expect(probes.map((given) => statesIn(given)['beta']).sort()).toEqual([
      'INVALID',
      ...Array.from({ length: 9 }, () => 'UNREACHABLE'),
    ]);
    beta.fault = undefined;
    await closed();
    const given = await ask(others);
    expect(given.data).toMatchObject({ declarations: { pageInfo: { complete: true } } });
  });
});

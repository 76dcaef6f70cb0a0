import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Audience } from '../../shared/linking/link-subject.js';
import { computedLink, linkSubject } from '../fixtures/link-subjects.js';
import { type LinkedCoalition, startLinkedCoalition } from '../fixtures/linked-coalition.js';

const scope = 'links:decide';
const callers = {
  anonymous: null,
  outsider: { sub: 'out', org: 'civic-charts', scope },
  'of alder': { sub: 'ada', org: 'alder', scope, clearance: 'TLP:RED' },
  'of alder without the scope': { sub: 'abe', org: 'alder', clearance: 'TLP:RED' },
  'a service of alder': { sub: 'bot', kind: 'service', org: 'alder', scope, clearance: 'TLP:RED' },
  'of birch': { sub: 'ben', org: 'birch', scope, clearance: 'TLP:RED' },
  'of cedar': { sub: 'cas', org: 'cedar', scope, clearance: 'TLP:RED' },
} as const;
type CallerName = keyof typeof callers;

let coalition: LinkedCoalition;
beforeAll(async () => {
  coalition = await startLinkedCoalition({
    policies: { alder: {}, birch: {}, cedar: { 'Person.identifiers': { read: false } } },
  });
});
afterAll(() => coalition.stop());

let round = 0;
/** Fresh records for each test, since what is judged stays. */
let id = { a: '', b: '', c: '', red: '' };
beforeEach(async () => {
  round += 1;
  const [a, b, c, red] = ['a', 'b', 'c', 'red'].map((letter) => `${letter}${round}`);
  const names = [{ full: 'Iryna Koval' }];
  await coalition.publish('alder', [linkSubject(a ?? '', { names })]);
  await coalition.publish('birch', [
    linkSubject(b ?? '', { names }),
    linkSubject(red ?? '', { names, audience: Audience.parse({ tlp: 'TLP:RED' }) }),
  ]);
  await coalition.publish('cedar', [linkSubject(c ?? '', { names })]);
  id = { a: `alder:${a}`, b: `birch:${b}`, c: `cedar:${c}`, red: `birch:${red}` };
  await coalition.link(
    computedLink(id.a, id.b, 0.95),
    computedLink(id.a, id.c, 0.6),
    computedLink(id.a, id.red, 0.8),
  );
});

const link = `candidate match judgement decidedBy { id } evidence history { judgement decidedBy { id } evidence }`;
const ask = async (caller: CallerName, query: string, variables: Record<string, unknown> = {}) => {
  const answer = await coalition.ask(callers[caller], query, { variables });
  const { text, status } = answer;
  const codes = (answer.errors ?? []).map(({ extensions }) => extensions['code']);
  return { data: JSON.parse(JSON.stringify(answer.data ?? null)), codes, text, status };
};
const decide = (
  caller: CallerName,
  [candidate, match]: readonly [string, string],
  judgement: string,
  evidence?: string,
) =>
  ask(
    caller,
    `mutation ($candidate: ID!, $match: ID!, $judgement: Judgement!, $evidence: String) {
      decideLink(candidate: $candidate, match: $match, judgement: $judgement, evidence: $evidence) { ${link} } }`,
    { candidate, match, judgement, evidence },
  );
const withdraw = (caller: CallerName, [candidate, match]: readonly [string, string]) =>
  ask(
    caller,
    `mutation ($candidate: ID!, $match: ID!) { withdrawLink(candidate: $candidate, match: $match) { ${link} } }`,
    { candidate, match },
  );
const subjectsOf = async (caller: CallerName, record: string): Promise<string[]> => {
  const { data } = await ask(caller, 'query ($id: ID!) { entity(id: $id) { subjects } }', {
    id: await coalition.entityId(record),
  });
  return data.entity.subjects;
};

describe('a judgement', () => {
  test('NEGATIVE of either owner takes a link away from everyone but those concerned, and can be taken back', async () => {
    expect(await subjectsOf('anonymous', id.b)).toEqual([id.a, id.b]);
    const referents = await Promise.all([id.a, id.b].map((record) => coalition.entityId(record)));
    const said = await decide('of birch', [id.b, id.a], 'NEGATIVE', 'born in other years');
    expect(said.data.decideLink).toEqual({
      ...{ candidate: id.a, match: id.b, judgement: 'NEGATIVE' },
      ...{ decidedBy: [{ id: 'birch' }], evidence: ['born in other years'] },
      history: [{ judgement: 'NEGATIVE', decidedBy: { id: 'birch' }, evidence: 'born in other years' }],
    });
    for (const caller of ['anonymous', 'of cedar', 'of alder'] as const) {
      expect([await subjectsOf(caller, id.a), await subjectsOf(caller, id.b)]).toEqual([[id.a], [id.b]]);
    }
    const links = `query ($id: ID!) { entity(id: $id) { links { match judgement } } }`;
    const variables = { id: referents[0] };
    const seen = async (caller: CallerName) => (await ask(caller, links, variables)).data.entity.links;
    expect(await seen('of cedar')).toEqual([{ match: id.c, judgement: 'NO_JUDGEMENT' }]);
    expect(await seen('of alder')).toContainEqual({ match: id.b, judgement: 'NEGATIVE' });
    const back = await withdraw('of birch', [id.a, id.b]);
    expect(back.data.withdrawLink).toMatchObject({ judgement: 'POSITIVE', decidedBy: [] });
    expect(back.data.withdrawLink.history.map(({ judgement }: { judgement: string }) => judgement)).toEqual([
      'NEGATIVE',
      'NO_JUDGEMENT',
    ]);
    for (const referent of referents) {
      const { data } = await ask(
        'anonymous',
        links.replace('links { match judgement }', 'id subjects referents'),
        {
          id: referent,
        },
      );
      expect(data.entity).toMatchObject({ subjects: [id.a, id.b], referents: referents.toSorted() });
    }
  });

  test('POSITIVE joins what was only proposed, and UNSURE parts it again without hiding it', async () => {
    expect(await subjectsOf('anonymous', id.c)).toEqual([id.c]);
    await decide('of alder', [id.a, id.c], 'POSITIVE');
    expect(await subjectsOf('anonymous', id.c)).toEqual([id.a, id.b, id.c]);
    const { data } = await decide('of cedar', [id.a, id.c], 'UNSURE');
    expect(data.decideLink).toMatchObject({ judgement: 'UNSURE', decidedBy: [{ id: 'cedar' }] });
    expect(await subjectsOf('anonymous', id.c)).toEqual([id.c]);
  });

  test('can be of a pair that was never proposed, and is gone when it is taken back', async () => {
    const said = await decide('of cedar', [id.c, id.b], 'POSITIVE');
    expect(said.data.decideLink).toMatchObject({ candidate: id.b, match: id.c, judgement: 'POSITIVE' });
    expect(await subjectsOf('anonymous', id.c)).toEqual([id.a, id.b, id.c]);
    expect((await withdraw('of cedar', [id.b, id.c])).data).toEqual({ withdrawLink: null });
    expect(await subjectsOf('anonymous', id.c)).toEqual([id.c]);
  });

  test('said again is one entry', async () => {
    await decide('of alder', [id.a, id.c], 'POSITIVE', 'same');
    const { data } = await decide('of alder', [id.a, id.c], 'POSITIVE', 'same');
    expect(data.decideLink.history).toHaveLength(1);
  });
});

describe('who may judge', () => {
  test.each<[CallerName, string[]]>([
    ['anonymous', ['UNAUTHORIZED_FIELD_OR_TYPE']],
    ['outsider', ['UNAUTHORIZED_FIELD_OR_TYPE']],
    ['of alder without the scope', ['UNAUTHORIZED_FIELD_OR_TYPE']],
    ['a service of alder', ['UNAUTHORIZED_FIELD_OR_TYPE']],
    ['of cedar', ['BAD_INPUT']],
    ['of alder', []],
    ['of birch', []],
  ])('%s', async (caller, codes) => {
    const pair = [id.a, id.b] as const;
    const answers = [await decide(caller, pair, 'NEGATIVE'), await withdraw(caller, pair)];
    expect(answers.map((answer) => answer.codes)).toEqual([codes, codes]);
    expect(await coalition.store.history({ candidate: id.a, match: id.b })).toHaveLength(
      codes.length === 0 ? 2 : 0,
    );
  });

  test('is not told whether a record that they may not see is there', async () => {
    const others = [id.red, 'birch:nobody', 'nobody:x', 'no id', '', id.a, '\u0000'];
    const answers = await Promise.all(others.map((other) => decide('of alder', [id.a, other], 'POSITIVE')));
    const foreign = await decide('of alder', [id.b, id.c], 'POSITIVE');
    expect(new Set([...answers, foreign].map(({ text }) => text)).size).toBe(1);
    expect(foreign.codes).toEqual(['BAD_INPUT']);
    expect((await decide('of birch', [id.red, id.b], 'POSITIVE')).codes).toEqual([]);
  });

  test.each([
    ['NO_JUDGEMENT', undefined],
    ['POSITIVE', 'x'.repeat(2001)],
  ])('must say what it takes: %s', async (judgement, evidence) => {
    expect((await decide('of alder', [id.a, id.b], judgement, evidence)).codes).toEqual(['BAD_INPUT']);
  });

  test('does so by POST alone', async () => {
    const query = `mutation { decideLink(candidate: "${id.a}", match: "${id.b}", judgement: NEGATIVE) { judgement } }`;
    const { url } = coalition.hub;
    const answer = await fetch(`${url}/graphql?query=${encodeURIComponent(query)}`, {
      headers: { accept: 'application/json', 'content-type': 'application/json' },
    });
    expect(answer.status).toBe(405);
    const simple = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify({ query }),
    });
    expect(simple.status).toBeGreaterThanOrEqual(400);
    expect(await coalition.store.history({ candidate: id.a, match: id.b })).toEqual([]);
  });
});

describe('what a link tells', () => {
  const told = `candidateEntity { id } matchEntity { id } confidenceScore matcher criteria { feature weight detail }`;
  const linksOf = async (caller: CallerName, record: string) => {
    const { data } = await ask(caller, `query ($id: ID!) { entity(id: $id) { links { match ${told} } } }`, {
      id: await coalition.entityId(record),
    });
    return data.entity.links;
  };

  test('is what the caller may read at both owners', async () => {
    const entityId = await coalition.entityId(id.a);
    expect(await linksOf('anonymous', id.a)).toEqual([
      {
        ...{ match: id.b, confidenceScore: 0.95, matcher: 'accord-linker/1' },
        ...{ candidateEntity: { id: entityId }, matchEntity: { id: entityId } },
        criteria: [
          { feature: 'identifier', weight: 0.7, detail: 'LEI' },
          { feature: 'name', weight: expect.closeTo(0.25, 9), detail: null },
        ],
      },
      {
        ...{ match: id.c, confidenceScore: null, matcher: 'accord-linker/1' },
        ...{ candidateEntity: { id: entityId }, matchEntity: { id: await coalition.entityId(id.c) } },
        criteria: [{ feature: 'name', weight: expect.closeTo(-0.1, 9), detail: null }],
      },
    ]);
  });

  test('is nothing of a record that is hidden', async () => {
    expect(JSON.stringify(await linksOf('of alder', id.a))).not.toContain('red');
    expect(JSON.stringify(await linksOf('of birch', id.a))).toContain(id.red);
  });

  test('keeps reasons and history to members', async () => {
    await decide('of alder', [id.a, id.b], 'POSITIVE', 'the same register entry');
    const query = `query ($id: ID!) { entity(id: $id) { links(judgement: [POSITIVE]) { ${link} } } }`;
    const variables = { id: await coalition.entityId(id.a) };
    const anonymous = await ask('anonymous', query, variables);
    expect(anonymous.text).not.toContain('register entry');
    expect(anonymous.data.entity.links).toMatchObject([
      { judgement: 'POSITIVE', evidence: null, history: null },
    ]);
    expect((await ask('of cedar', query, variables)).text).toContain('register entry');
  });
});

describe('the links that wait for a member', () => {
  const list = async (caller: CallerName, filter: string) =>
    await ask(
      caller,
      `{ linkProposals(filter: ${filter}) { edges { node { candidate match judgement } } totalCount { value relation } } }`,
    );
  const mine = (data: { linkProposals: { edges: { node: { match: string } }[] } }) =>
    data.linkProposals.edges
      .map(({ node }) => node.match)
      .filter((match) => Object.values(id).includes(match));

  test('are those of its own records that it may see, until it says something', async () => {
    expect(mine((await list('of cedar', '{}')).data)).toEqual([id.c]);
    expect(mine((await list('of alder', '{}')).data)).toEqual([id.c]);
    expect(mine((await list('of birch', '{}')).data)).toEqual([id.red]);
    expect(mine((await list('of birch', '{ judgement: [POSITIVE] }')).data)).toEqual([id.b]);
    expect(mine((await list('of birch', '{ minimumScore: 0.9 }')).data)).toEqual([]);
    await decide('of cedar', [id.a, id.c], 'NEGATIVE');
    expect(mine((await list('of cedar', '{}')).data)).toEqual([]);
    expect(mine((await list('of alder', '{ judgement: [NEGATIVE] }')).data)).toEqual([id.c]);
    await withdraw('of cedar', [id.a, id.c]);
    expect(mine((await list('of cedar', '{}')).data)).toEqual([id.c]);
  });

  test.each<CallerName>(['anonymous', 'outsider'])('are not told to %s', async (caller) => {
    expect((await list(caller, '{}')).codes).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE']);
  });
});

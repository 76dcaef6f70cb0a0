import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Audience } from '../../shared/linking/link-subject.js';
import { computedLink, linkSubject } from '../fixtures/link-subjects.js';
import { type LinkedCoalition, startLinkedCoalition } from '../fixtures/linked-coalition.js';

const ofAlder = { sub: 'ada', org: 'alder', clearance: 'TLP:RED' };
const ofBirch = { sub: 'ben', org: 'birch', clearance: 'TLP:RED' };
const ofCedar = { sub: 'cas', org: 'cedar', clearance: 'TLP:RED' };
const outsider = { sub: 'out', org: 'civic-charts' };

const tokens = { round: '2026-q1', identifiers: ['I'.repeat(43)], names: ['N'.repeat(43)] };
const lei = (id: string) => ({ scheme: 'XI-LEI', id });
const of = (audience: object) => Audience.parse(audience);
const embargoUntil = '2026-03-01T00:00:00.000Z';

let coalition: LinkedCoalition;
let now = new Date('2026-01-31T09:30:00.000Z');
beforeAll(async () => {
  coalition = await startLinkedCoalition({
    now: () => now,
    policies: {
      alder: {},
      birch: {},
      cedar: { 'Person.names': { read: { scopes: [[['declarations:personal']]] } } },
      dogwood: undefined,
    },
  });
  await coalition.publish('alder', [
    linkSubject('a1', {
      names: [
        { full: 'Iryna Koval', language: 'eng', script: 'Latn' },
        { full: 'Ірина Коваль', language: 'ukr', script: 'Cyrl' },
      ],
      birthDate: '1971-02-03',
      countries: ['UA'],
      topics: ['role.pep'],
      identifiers: [lei('A')],
      tokens: [tokens],
    }),
    linkSubject('red', { names: [{ full: 'Iryna Koval' }], audience: of({ tlp: 'TLP:RED' }) }),
    linkSubject('later', {
      names: [{ full: 'Oleh Stepanenko' }],
      audience: of({ tlp: 'TLP:CLEAR', embargoUntil }),
    }),
  ]);
  await coalition.publish('birch', [
    linkSubject('b1', { names: [{ full: 'Irina Koval' }], countries: ['CY'] }),
    linkSubject('b2', {
      kind: 'ORGANIZATION',
      names: [{ full: 'Koval Trading LLC' }],
      identifiers: [lei('B')],
    }),
  ]);
  await coalition.publish('birch', [
    linkSubject('amber', { names: [{ full: 'Kowal, I.' }], audience: of({ tlp: 'TLP:AMBER' }) }),
  ]);
  await coalition.publish('cedar', [
    linkSubject('c1', { names: [{ full: 'Ilona Koval' }], countries: ['MD'], topics: ['poi'] }),
  ]);
  await coalition.publish('dogwood', [linkSubject('d1', { names: [{ full: 'Iryna Koval' }] })]);
  await link();
});
afterAll(() => coalition.stop());

/** The links as the matcher left them. */
const link = () =>
  coalition.link(
    computedLink('alder:a1', 'birch:b1', 0.95),
    computedLink('alder:a1', 'cedar:c1', 0.6),
    computedLink('alder:red', 'birch:b1', 0.95),
    computedLink('birch:amber', 'cedar:c1', 0.97),
    computedLink('alder:a1', 'birch:amber', 0.92),
  );

const whole = `id kind name names { full language script subjects } identifiers { scheme id legalName uri } countries topics
  subjects referents members { id name }`;
const entityOf = async (claims: object | null, id: string, selection = whole) => {
  const answer = await coalition.ask(
    claims && { ...claims },
    `query ($id: ID!) { entity(id: $id) { ${selection} } }`,
    {
      variables: { id },
    },
  );
  expect(answer.errors).toBeUndefined();
  return JSON.parse(JSON.stringify(answer.data)).entity;
};
const search = async (claims: object | null, args: string) => {
  const answer = await coalition.ask(
    claims && { ...claims },
    `{ entities(${args}) { edges { node { id subjects } } totalCount { value relation } pageInfo { hasNextPage complete } } }`,
  );
  expect(answer.errors).toBeUndefined();
  const { edges, ...rest } = JSON.parse(JSON.stringify(answer.data)).entities;
  return { ...rest, found: edges.map(({ node }: { node: { subjects: string[] } }) => node.subjects) };
};

describe('an entity', () => {
  test('is what the caller may see of it, joined by links that are sure', async () => {
    const [a1, b1] = await Promise.all(['alder:a1', 'birch:b1'].map((id) => coalition.entityId(id)));
    expect(await entityOf(null, a1 ?? '')).toEqual({
      id: a1,
      kind: 'PERSON',
      name: 'Iryna Koval',
      names: [
        { full: 'Irina Koval', language: null, script: null, subjects: ['birch:b1'] },
        { full: 'Iryna Koval', language: 'eng', script: 'Latn', subjects: ['alder:a1'] },
        { full: 'Ірина Коваль', language: 'ukr', script: 'Cyrl', subjects: ['alder:a1'] },
      ],
      identifiers: [{ scheme: 'XI-LEI', id: 'A', legalName: null, uri: null }],
      countries: ['CY', 'UA'],
      topics: ['role.pep'],
      subjects: ['alder:a1', 'birch:b1'],
      referents: [a1, b1].sort(),
      members: [
        { id: 'alder', name: 'Desk alder' },
        { id: 'birch', name: 'Desk birch' },
      ],
    });
  });

  test('is told record by record too, each under its own label', async () => {
    const a1 = await coalition.entityId('alder:a1');
    const sources = 'sources { subject tlp member { id } names { full } countries topics }';
    const [person, other] = [
      { names: [{ full: 'Iryna Koval' }, { full: 'Ірина Коваль' }], countries: ['UA'], topics: ['role.pep'] },
      { names: [{ full: 'Irina Koval' }], countries: ['CY'], topics: [] },
    ];
    const open = [
      { subject: 'alder:a1', tlp: 'TLP:CLEAR', member: { id: 'alder' }, ...person },
      { subject: 'birch:b1', tlp: 'TLP:CLEAR', member: { id: 'birch' }, ...other },
    ];
    expect(await entityOf(null, a1, sources)).toEqual({ sources: open });
    const seen = await entityOf(ofBirch, a1, 'sources { subject tlp names { full } }');
    // What was published at one moment is in the order of ids that are random.
    expect(seen.sources).toHaveLength(4);
    expect(seen.sources).toEqual(
      expect.arrayContaining([
        ...open.map(({ subject, tlp }) => expect.objectContaining({ subject, tlp })),
        expect.objectContaining({ subject: 'birch:amber', tlp: 'TLP:AMBER' }),
        expect.objectContaining({ subject: 'cedar:c1', names: null }),
      ]),
    );
  });

  test('answers to the id of each of its records', async () => {
    const [a1, b1] = await Promise.all(['alder:a1', 'birch:b1'].map((id) => coalition.entityId(id)));
    expect(await entityOf(null, b1 ?? '')).toEqual(await entityOf(null, a1 ?? ''));
  });

  test('is more for members, who may see what joins two parts of it', async () => {
    const c1 = await coalition.entityId('cedar:c1');
    expect(await entityOf(null, c1, 'subjects')).toEqual({ subjects: ['cedar:c1'] });
    const seen = await entityOf(ofBirch, c1, 'id subjects name names { full }');
    expect(seen).toMatchObject({
      id: await coalition.entityId('alder:a1'),
      subjects: ['alder:a1', 'birch:amber', 'birch:b1', 'cedar:c1'],
      name: 'Iryna Koval',
    });
    expect(JSON.stringify(seen)).not.toContain('Ilona');
  });

  test('shows what its owner lets be read to who may read it', async () => {
    const c1 = await coalition.entityId('cedar:c1');
    expect(await entityOf(null, c1, 'name names { full } countries topics')).toEqual({
      name: null,
      names: null,
      countries: ['MD'],
      topics: ['poi'],
    });
    expect(
      await entityOf({ ...outsider, scope: 'declarations:personal' }, c1, 'name names { full }'),
    ).toEqual({
      name: 'Ilona Koval',
      names: [{ full: 'Ilona Koval' }],
    });
  });

  test('shows nothing of an owner whose policy is not known but that it is there', async () => {
    const d1 = await coalition.entityId('dogwood:d1');
    const shown = 'id kind name names { full } identifiers { id } countries topics subjects';
    expect(await entityOf(ofAlder, d1, shown)).toEqual({
      ...{
        id: d1,
        kind: 'PERSON',
        name: null,
        names: null,
        identifiers: null,
        countries: null,
        topics: null,
      },
      subjects: ['dogwood:d1'],
    });
  });

  test('of a hidden record is nobody, as an unknown one is', async () => {
    const red = await coalition.entityId('alder:red');
    const asked = [red, `ent-${'0'.repeat(26)}`, 'alder:red', ''];
    const answers = await Promise.all(
      asked.map((id) =>
        coalition.ask({ ...ofBirch }, 'query ($id: ID!) { entity(id: $id) { id } }', { variables: { id } }),
      ),
    );
    expect(new Set(answers.map(({ text }) => text))).toEqual(
      new Set(['{"data":{"entity":null},"extensions":{"members":[]}}\n']),
    );
    expect(await entityOf(ofAlder, red, 'subjects')).toEqual({
      subjects: ['alder:a1', 'alder:red', 'birch:amber', 'birch:b1', 'cedar:c1'],
    });
    expect(await entityOf({ ...ofAlder, clearance: 'TLP:AMBER' }, red, 'subjects')).toBeNull();
  });

  test('is refused in parts to who asks for all or nothing', async () => {
    const c1 = await coalition.entityId('cedar:c1');
    const answer = await coalition.ask(null, `{ entity(id: "${c1}") { name } }`, {
      extensions: { access: 'REJECT' },
    });
    expect(answer.errors?.map(({ extensions }) => extensions['code'])).toEqual([
      'UNAUTHORIZED_FIELD_OR_TYPE',
    ]);
    expect(answer.data).toBeNull();
  });

  test('comes out of an embargo by itself, at one moment for the whole request', async () => {
    const later = await coalition.entityId('alder:later');
    const before = [await entityOf(null, later), await search(null, 'search: "Stepanenko"')];
    expect(before).toMatchObject([null, { found: [], totalCount: { value: 0 } }]);
    expect(await entityOf(ofAlder, later, 'name')).toEqual({ name: 'Oleh Stepanenko' });
    now = new Date(embargoUntil);
    try {
      expect(await entityOf(null, later, 'name')).toEqual({ name: 'Oleh Stepanenko' });
      expect(await search(null, 'search: "Stepanenko"')).toMatchObject({ found: [['alder:later']] });
    } finally {
      now = new Date('2026-01-31T09:30:00.000Z');
    }
  });

  test('keeps its ids when a record is withdrawn and published again', async () => {
    const c1 = await coalition.entityId('cedar:c1');
    const before = await entityOf(ofBirch, c1);
    await coalition.publish('cedar', [], ['c1']);
    expect(await entityOf(ofBirch, c1)).toBeNull();
    const rest = await entityOf(ofBirch, await coalition.entityId('alder:a1'), 'subjects referents');
    expect(JSON.stringify(rest)).not.toContain('cedar');
    expect(rest.referents).not.toContain(c1);
    await coalition.publish('cedar', [
      linkSubject('c1', { names: [{ full: 'Ilona Koval' }], countries: ['MD'], topics: ['poi'] }),
    ]);
    await link();
    expect(await entityOf(ofBirch, c1)).toEqual(before);
  });

  test('is each caller’s own, however they are interleaved', async () => {
    const ids = await Promise.all(['alder:a1', 'birch:b1', 'cedar:c1'].map((id) => coalition.entityId(id)));
    const callers = [null, ofAlder, ofBirch, ofCedar, outsider];
    const cases = callers.flatMap((claims) => ids.map((id) => ({ claims, id })));
    const alone: unknown[] = [];
    for (const { claims, id } of cases) {
      alone.push(await entityOf(claims, id));
    }
    const many = Array.from({ length: 8 }, () => cases).flat();
    const together = await Promise.all(many.map(({ claims, id }) => entityOf(claims, id)));
    expect(together).toEqual(Array.from({ length: 8 }, () => alone).flat());
  });

  test('is described to everybody, what members do with links too', async () => {
    const { data } = await coalition.ask(
      null,
      '{ __type(name: "Entity") { fields { name } } __schema { mutationType { fields { name } } } }',
    );
    const fields = [
      'id',
      'kind',
      'name',
      'names',
      'identifiers',
      'countries',
      'topics',
      'subjects',
      'referents',
      'members',
      'links',
    ];
    expect(JSON.stringify(data)).toContain('decideLink');
    for (const name of fields) {
      expect(JSON.stringify(data)).toContain(`"${name}"`);
    }
  });
});

describe('a search', () => {
  test.each([
    ['a name in its own script', 'Коваль Ірина'],
    ['the same in another', 'iryna KOVAL'],
    ['one word of it', 'koval'],
  ])('finds %s', async (_, text) => {
    const { found, pageInfo, totalCount } = await search(null, `search: "${text}"`);
    expect(found).toContainEqual(['alder:a1', 'birch:b1']);
    // The names of cedar's and dogwood's persons are not searched for everybody.
    expect([pageInfo.complete, totalCount.relation]).toEqual([false, 'AT_LEAST']);
  });

  test('finds nothing by names that the caller may not search, and not by words of two names', async () => {
    expect(await search(null, 'search: "Ilona"')).toMatchObject({ found: [] });
    const { found } = await search({ ...outsider, scope: 'declarations:personal' }, 'search: "Ilona Koval"');
    expect(found).toEqual([['cedar:c1']]);
  });

  test('gives an entity once, the best match first', async () => {
    const { found } = await search(ofBirch, 'search: "koval"');
    expect(found).toEqual([['alder:a1', 'birch:amber', 'birch:b1', 'cedar:c1'], ['birch:b2']]);
    expect((await search(ofBirch, 'search: "koval trading"')).found).toEqual([['birch:b2']]);
  });

  test.each([
    ['kind: { eq: ORGANIZATION }', [['birch:b2']]],
    ['country: { in: ["CY"] }', [['alder:a1', 'birch:b1']]],
    ['topic: { eq: "role.pep" }', [['alder:a1', 'birch:b1']]],
    ['topic: { eq: "sanction" }', []],
    ['member: { in: ["alder", "cedar"] }', [['alder:a1', 'birch:b1']]],
    ['identifier: { scheme: "XI-LEI", id: "B" }', [['birch:b2']]],
    ['kind: { in: [PERSON] }, country: { eq: "GB" }', []],
  ])('keeps to what else must hold: %s', async (filter, expected) => {
    expect((await search(null, `search: "koval", filter: { ${filter} }`)).found).toEqual(expected);
  });

  test('goes on where a page ends, for the caller who asked alone', async () => {
    const page = (after: string) => `{ entities(search: "koval", first: 1${after}) {
      edges { cursor node { subjects } } pageInfo { endCursor hasNextPage } totalCount { value } } }`;
    const first = await coalition.ask(null, page(''));
    const { entities } = JSON.parse(JSON.stringify(first.data));
    expect(entities).toMatchObject({ pageInfo: { hasNextPage: true }, totalCount: { value: 2 } });
    const after = `, after: "${entities.pageInfo.endCursor}"`;
    const second = JSON.parse(JSON.stringify((await coalition.ask(null, page(after))).data)).entities;
    expect(second).toMatchObject({ pageInfo: { hasNextPage: false }, totalCount: { value: 2 } });
    const found = [...entities.edges, ...second.edges].map(({ node }) => node.subjects);
    expect(found.sort()).toEqual([['alder:a1', 'birch:b1'], ['birch:b2']]);
    const stolen = await coalition.ask({ ...ofAlder }, page(after));
    expect(stolen.errors?.map(({ extensions }) => extensions['code'])).toEqual(['BAD_CURSOR']);
  });

  test('by token finds it in its round alone, and says no name to anybody', async () => {
    const asked = coalition.members['alder']?.asked.length;
    const [, ofNames] = ['I', 'N'].map((letter) => `searchToken: "2026-q1:${letter.repeat(43)}"`);
    expect((await search(null, `searchToken: "2026-q1:${'I'.repeat(43)}"`)).found).toEqual([
      ['alder:a1', 'birch:b1'],
    ]);
    // A token of a name stands for a birth year too, which members alone may read.
    expect((await search(null, ofNames ?? '')).found).toEqual([]);
    expect((await search(ofCedar, ofNames ?? '')).found).toHaveLength(1);
    expect((await search(ofCedar, `searchToken: "2026-q2:${'I'.repeat(43)}"`)).found).toEqual([]);
    expect(coalition.members['alder']?.asked.length).toBe(asked);
  });

  test.each([
    ['nothing', ''],
    ['a name and a token', 'search: "koval", searchToken: "2026-q1:x"'],
    ['no word', 'search: " - "'],
    ['a token without a round', `searchToken: "${'I'.repeat(43)}"`],
    ['too many rows', 'search: "koval", first: 201'],
    ['no rows', 'search: "koval", first: 0'],
  ])('for %s is refused', async (_, args) => {
    const answer = await coalition.ask(null, `{ entities${args && `(${args})`} { edges { node { id } } } }`);
    expect(answer.errors?.map(({ extensions }) => extensions['code'])).toEqual(['BAD_INPUT']);
  });

  test('that cannot be of all members is refused to who wants all or nothing', async () => {
    const answer = await coalition.ask(null, '{ entities(search: "koval") { edges { node { id } } } }', {
      headers: { 'x-accord-completeness': 'ALL' },
    });
    expect(answer.errors?.map(({ extensions }) => extensions['code'])).toContain('INCOMPLETE');
    expect(answer.data).toBeNull();
  });
});

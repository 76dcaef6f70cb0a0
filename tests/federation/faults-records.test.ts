import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AnswerProvenance } from '../../gateway/fanout/answer-provenance.js';
import { createHttpProviderClient } from '../../gateway/members/http-provider-client.js';
import { readMemberId } from '../../shared/domain/ids.js';
import { assetDeclarationsModule } from '../../subgraphs/asset-declarations/domain-module.js';
import { type FakeMember, startFakeMember } from '../fixtures/fake-member.js';
import { expectNothingLeaks, secret, startFaultyCoalition, wordsOf } from '../fixtures/faulty-coalition.js';
import { altered, type Fault } from '../fixtures/faulty-member.js';
import { createDomainHub } from '../fixtures/in-process-coalition.js';

interface Answer {
  data: { answer: Record<string, unknown> | null };
}

let coalition: Awaited<ReturnType<typeof startFaultyCoalition>>;

beforeAll(async () => {
  coalition = await startFaultyCoalition();
});
afterAll(async () => {
  await coalition.stop();
});

describe('a record by its id from a member', () => {
  const query = `{
    of_alpha: declaration(id: "alpha:d-0") { id title }
    of_beta: declaration(id: "beta:d-1") { __typename id title member { id } declarant { person { id } } }
  }`;

  const record = (change: (record: Record<string, unknown>) => void): Fault =>
    altered<Answer>(({ data }) => change(data.answer ?? {}));
  const faults: [string, Fault, keyof typeof wordsOf][] = [
    [
      'that gives another of its records',
      record((of) => Object.assign(of, { id: 'beta:d-4', accord__id: 'beta:d-4' })),
      'INVALID',
    ],
    [
      'that gives a record of another',
      record((of) => Object.assign(of, { id: 'alpha:d-0', accord__id: 'alpha:d-0' })),
      'INVALID',
    ],
    [
      'that hides the id it was asked for',
      record((of) => Reflect.deleteProperty(of, 'accord__id')),
      'INVALID',
    ],
    [
      'that names another owner',
      record((of) => Object.assign(of, { member: { __typename: 'Member', id: 'gamma' } })),
      'INVALID',
    ],
    [
      'that names a party of another',
      record((of) => Object.assign(of, { declarant: { person: { id: 'gamma:p-2' } } })),
      'INVALID',
    ],
    ['that gives another type', record((of) => Object.assign(of, { __typename: 'Person' })), 'INVALID'],
    ['that adds a key', record((of) => Object.assign(of, { secret })), 'INVALID'],
    ['that gives a list', altered<Answer>(({ data }) => ({ data: { answer: [data.answer] } })), 'INVALID'],
    ['that gives a text', altered<Answer>(() => ({ data: { answer: secret } })), 'INVALID'],
    ['that never answers', () => {}, 'TIMED_OUT'],
    ['that hangs up', ({ socket }) => void socket.end(), 'UNREACHABLE'],
  ];
  it.each(faults)('%s is null, with the reason', async (_what, fault, state) => {
    const { hub, beta } = coalition;
    beta.fault = fault;
    const given = await hub.ask(query);
    expect(given.data).toEqual({ of_alpha: { id: 'alpha:d-0', title: 'Declaration 0' }, of_beta: null });
    expect(given.errors).toEqual([
      { message: wordsOf[state], extensions: { code: 'MEMBER_UNAVAILABLE', member: 'beta' } },
    ]);
    expect(given.extensions).toEqual({
      members: [
        { member: 'alpha', domain: 'asset-declarations', state: 'ANSWERED', rows: 1 },
        { member: 'beta', domain: 'asset-declarations', state, rows: 0 },
      ],
    });
    expectNothingLeaks(given, hub.log);
  });

  it('that has none is null without an error, as is one of nobody', async () => {
    const { hub, beta } = coalition;
    beta.fault = undefined;
    const given = await hub.ask(
      '{ a: declaration(id: "beta:d-0") { id } b: declaration(id: "nobody:d-1") { id } c: declaration(id: "beta:p-1") { id } }',
    );
    expect(given.data).toEqual({ a: null, b: null, c: null });
    expect(given.errors).toBeUndefined();
  });
});

describe('entities from a member', () => {
  const query = `
    query ($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on Declaration { id title } }
    }`;
  const representations = [
    { __typename: 'Declaration', id: 'beta:d-1' },
    { __typename: 'Declaration', id: 'alpha:d-0' },
    { __typename: 'Declaration', id: 'beta:d-4' },
    { __typename: 'Declaration', id: 'nobody:d-1' },
  ];
  const ofAlpha = [
    {
      accord__type: 'Declaration',
      __typename: 'Declaration',
      accord__id: 'alpha:d-0',
      id: 'alpha:d-0',
      title: 'A',
    },
  ];
  const ofBeta = [
    { accord__type: 'Declaration', accord__id: 'beta:d-1', id: 'beta:d-1', title: 'B' },
    { accord__type: 'Declaration', accord__id: 'beta:d-4', id: 'beta:d-4', title: 'C' },
  ];

  let alpha: FakeMember;
  let beta: FakeMember;
  let hub: Awaited<ReturnType<typeof createDomainHub>>;
  const client = createHttpProviderClient({ mayReach: () => true });

  beforeAll(async () => {
    alpha = await startFakeMember(() => ({
      data: { answer: ofAlpha.map(({ __typename: _, ...entity }) => entity) },
    }));
    beta = await startFakeMember(() => ({ data: { answer: ofBeta } }));
    hub = await createDomainHub(assetDeclarationsModule, {
      client,
      providers: () =>
        [alpha, beta].map(({ url }, i) => ({
          member: readMemberId(i === 0 ? 'alpha' : 'beta'),
          domain: 'asset-declarations',
          url,
          paused: false,
          coverage: {},
        })),
    });
  });
  afterAll(async () => {
    await hub.stop();
    await client.close();
    await alpha.close();
    await beta.close();
  });

  const [declaration, second] = ofBeta;
  const answers: [string, unknown, string][] = [
    ['fewer than asked for', [declaration], 'INVALID'],
    ['more than asked for', [declaration, second, second], 'INVALID'],
    ['in another order', [second, declaration], 'INVALID'],
    ['the same one twice', [declaration, declaration], 'INVALID'],
    ['of another type', [{ ...declaration, accord__type: 'Person' }, second], 'INVALID'],
    ['of an unknown type', [{ ...declaration, accord__type: 'Ghost' }, second], 'INVALID'],
    ['of another id', [{ ...declaration, accord__id: 'beta:d-7' }, second], 'INVALID'],
    ['of another member', [{ ...declaration, accord__id: 'alpha:d-0', id: 'alpha:d-0' }, second], 'INVALID'],
    ['with a key nobody asked for', [{ ...declaration, secret }, second], 'INVALID'],
    [
      'without a key',
      [{ accord__type: 'Declaration', accord__id: 'beta:d-1', id: 'beta:d-1' }, second],
      'INVALID',
    ],
    ['as an object', { 0: declaration }, 'INVALID'],
    ['as a text', secret, 'INVALID'],
  ];
  it.each(answers)('%s are null, and the others’ are there', async (_what, answer, state) => {
    beta.answer = () => ({ data: { answer } });
    const provenance = new AnswerProvenance();
    const given = await hub.process(query, { representations }, provenance);
    expect(given.data).toEqual({ _entities: [null, { id: 'alpha:d-0', title: 'A' }, null, null] });
    expect(provenance.outcomes.map(({ member, state: of }) => [member, of])).toEqual([
      ['alpha', 'ANSWERED'],
      ['beta', state],
    ]);
    expect(provenance.missing.map(({ member, code }) => [member, code])).toEqual([
      ['beta', 'MEMBER_UNAVAILABLE'],
    ]);
  });

  it('that it has are asked for in one batch and given in their places', async () => {
    beta.answer = () => ({ data: { answer: ofBeta } });
    beta.asked.length = 0;
    const given = await hub.process(query, { representations });
    expect(given.data).toEqual({
      _entities: [
        { id: 'beta:d-1', title: 'B' },
        { id: 'alpha:d-0', title: 'A' },
        { id: 'beta:d-4', title: 'C' },
        null,
      ],
    });
    expect(given.errors).toEqual([]);
    expect(beta.asked.map(({ variables }) => variables)).toEqual([
      { representations: [representations[0], representations[2]] },
    ]);
  });

  it('with errors of its own have them at their places', async () => {
    const errors = [
      { message: secret, path: ['answer', 1, 'title'], extensions: { code: 'OOPS' } },
      { message: secret, path: ['answer', 7, 'title'] },
      { message: secret },
    ];
    beta.answer = () => ({ data: { answer: [declaration, { ...second, title: null }] }, errors });
    const given = await hub.process(query, { representations });
    expect(given.data['_entities']).toContainEqual({ id: 'beta:d-4', title: null });
    expect(given.errors).toEqual([
      {
        code: 'MEMBER_ERROR',
        message: 'Member "beta" reported an error.',
        path: ['_entities', 2, 'title'],
        member: 'beta',
      },
    ]);
  });

  it('that it refuses as a whole have the refusal at the first of them', async () => {
    beta.answer = () => ({
      data: { answer: null },
      errors: [{ message: 'Expected fewer.', path: ['answer'], extensions: { code: 'QUERY_TOO_COMPLEX' } }],
    });
    const given = await hub.process(query, { representations });
    expect(given.data).toEqual({ _entities: [null, { id: 'alpha:d-0', title: 'A' }, null, null] });
    expect(given.errors).toEqual([
      {
        code: 'QUERY_TOO_COMPLEX',
        message: 'Member "beta": Expected fewer.',
        path: ['_entities', 0],
        member: 'beta',
      },
    ]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordInput } from '../../shared/store/record-store.js';
import { contractPolicy } from '../fixtures/contract-policy.js';
import { type EntityCoalition, startEntityCoalition } from '../fixtures/entity-coalition.js';
import { inventedDeclaration } from '../fixtures/invented-records.js';
import { callerHeaders } from '../fixtures/policy-coalition.js';
import type { HubAnswer } from '../fixtures/test-hub.js';

/** What each member shuts to who has not the scope; `delta` shuts nothing and serves an older contract. */
const shut: Readonly<Record<string, string | undefined>> = {
  alpha: undefined,
  beta: 'Declaration.title',
  delta: undefined,
  gamma: 'Query.declarations',
  kappa: 'Declaration.declarant',
  omega: 'Entity.declarations',
};
const ids = Object.keys(shut);

function policyOf(member: string) {
  const field = shut[member];
  const rule = `rules:\n  - field: ${field}\n    read: { scopes: [["declarations:personal"]] }\n`;
  const text = `version: 1\nmember: ${member}\ntests: ./policy.tests.yaml\n${rule}`;
  return field === undefined ? undefined : contractPolicy(member, text);
}

/** Two declarations of person `p-1`, of the years 2000 + at and 2006 + at. */
function recordsOf(at: number): RecordInput[] {
  const declarant = { person: { ref: 'Person', id: 'p-1', name: 'Person 1' } };
  return [at, at + 6].flatMap((i) => inventedDeclaration(i, { declarant, incomes: [], realEstate: [] }));
}

const query = `
  query ($id: ID!) {
    entity(id: $id) {
      declarations(orderBy: [{ field: YEAR }]) {
        edges { node { id title } } pageInfo { complete } totalCount { value relation }
      }
    }
  }
`;

let coalition: EntityCoalition;
let entity: string;
let scoped: Record<string, string>;

function ask(
  headers: Record<string, string> = {},
  extensions: Record<string, unknown> = {},
): Promise<HubAnswer> {
  return coalition.hub.ask(query, { variables: { id: entity }, headers, extensions });
}

beforeAll(async () => {
  coalition = await startEntityCoalition({
    domains: ['asset-declarations'],
    records: Object.fromEntries(ids.map((id, at) => [id, recordsOf(at)])),
    policyOf,
    versionOf: (member) => (member === 'delta' ? '1.0.0' : undefined),
    file: { deadlines: { memberMs: 20_000, requestMs: 30_000 } },
  });
  entity = await coalition.join(ids.map((id) => `${id}:p-1`));
  scoped = await callerHeaders({ org: 'civic-charts', scope: 'declarations:personal' });
  // The hub has read what the members publish once it asks nobody in vain.
  for (let left = 50; left > 0; left -= 1) {
    await ask();
    if (Object.keys(coalition.asked()).length === 2) {
      return;
    }
  }
}, 120_000);

afterAll(async () => {
  await coalition.stop();
});

const row = (member: string, i: number, title: string | null = `Declaration ${i}`) => ({
  node: { id: `${member}:d-${i}`, title },
});
const missing = (code: string, member: string) => expect.objectContaining({ extensions: { code, member } });

describe('below an entity, of members with policies of their own', () => {
  it('a caller is given what each lets them read, and told whose is missing and where', async () => {
    const { data, errors, extensions } = await ask();
    expect(data).toEqual({
      entity: {
        declarations: {
          edges: [row('alpha', 0), row('beta', 1, null), row('alpha', 6), row('beta', 7, null)],
          pageInfo: { complete: false },
          totalCount: { value: 4, relation: 'AT_LEAST' },
        },
      },
    });
    const denied = (at: number) =>
      expect.objectContaining({
        path: ['entity', 'declarations', 'edges', at, 'node', 'title'],
        extensions: expect.objectContaining({ code: 'UNAUTHORIZED_FIELD_OR_TYPE' }),
      });
    expect(errors).toEqual([
      missing('NOT_PROVIDED', 'delta'),
      ...['gamma', 'kappa', 'omega'].map((member) => missing('MEMBER_UNAVAILABLE', member)),
      denied(1),
      denied(3),
    ]);
    expect(extensions).toMatchObject({
      members: ids.map((member) => ({
        member,
        ...(['alpha', 'beta'].includes(member)
          ? { state: 'ANSWERED', rows: 2 }
          : { state: 'DENIED', rows: 0 }),
      })),
    });
  });

  it('members that would deny the question are not asked', async () => {
    coalition.asked();
    await ask();
    expect(Object.keys(coalition.asked()).map((key) => key.split(' ')[0])).toEqual(['alpha', 'beta']);
  });

  it('another caller is given more', async () => {
    const { data, errors } = await ask(scoped);
    const some = [0, 1, 3, 4, 5].map((at) => [ids[at] ?? '', at] as const);
    expect(data).toEqual({
      entity: {
        declarations: {
          edges: [0, 6].flatMap((more) => some.map(([member, at]) => row(member, at + more))),
          pageInfo: { complete: false },
          totalCount: { value: 10, relation: 'AT_LEAST' },
        },
      },
    });
    expect(errors).toEqual([missing('NOT_PROVIDED', 'delta')]);
  });

  it('who wants all of it or nothing is given nothing, and nobody is asked', async () => {
    coalition.asked();
    const { data, errors } = await ask({}, { access: 'REJECT' });
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }]);
    expect(coalition.asked()).toEqual({});
  });

  it('callers who ask at the same time are each given their own', async () => {
    const [few, more] = [await ask(), await ask(scoped)];
    const both: object[] = [];
    for (let round = 0; round < 5; round += 1) {
      const together = await Promise.all(
        Array.from({ length: 8 }, async (_, i) => {
          const { data, errors } = await ask(i % 2 === 0 ? {} : scoped);
          return { data, errors };
        }),
      );
      both.push(...together);
    }
    for (const [i, given] of both.entries()) {
      const { data, errors } = i % 2 === 0 ? few : more;
      expect(given).toEqual({ data, errors });
    }
  }, 60_000);
});

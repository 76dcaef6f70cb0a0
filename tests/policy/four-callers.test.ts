import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RecordInput } from '../../shared/store/record-store.js';
import { contractPolicy } from '../fixtures/contract-policy.js';
import { type HttpCoalition, startHttpCoalition } from '../fixtures/http-coalition.js';
import { callerHeaders, issuerOfTests } from '../fixtures/policy-coalition.js';

const members = ['alder', 'birch'] as const;
const labels = ['CLEAR', 'GREEN', 'AMBER', 'RED'] as const;

/** A declaration of each label, all of one person. */
function recordsOf(member: string): RecordInput[] {
  const handling = (label: string) => ({ tlp: `TLP:${label}` });
  const provenance = { publisher: 'Register of Brackwater' };
  const person = { ref: 'Person', id: 'p-1', name: 'Ada Invented' };
  return [
    {
      type: 'Person',
      local: person.id,
      body: { handling: handling('CLEAR'), provenance, name: person.name, birthDate: '1913-07-11' },
    },
    ...labels.map((label) => ({
      type: 'Declaration',
      local: `d-${label}`,
      body: {
        ...{ handling: handling(label), provenance, declarant: { person } },
        ...{ title: `${label} of ${member}`, sourceUrl: `source of ${member}`, year: 2020, country: 'GB' },
      },
    })),
  ];
}

const policyOf = (member: string) =>
  contractPolicy(
    member,
    `
version: 1
member: ${member}
tests: ./policy.tests.yaml
rules:
  - field: Declaration.sourceUrl
    read: { scopes: [["declarations:personal"]] }
`,
  );

/** What each of four callers is to be given, by their name. */
const callers = {
  nobody: { claims: undefined, labels: ['CLEAR'], hasSource: false, birthDate: () => null },
  reader: {
    claims: { org: 'civic-charts', scope: 'declarations:personal' },
    ...{ labels: ['CLEAR', 'GREEN'], hasSource: true, birthDate: () => null },
  },
  colleague: {
    claims: { org: 'birch' },
    ...{ labels: ['CLEAR', 'GREEN', 'AMBER'], hasSource: false },
    birthDate: (member: string) => (member === 'birch' ? '1913-07-11' : '1913'),
  },
  owner: {
    claims: { org: 'alder', scope: 'declarations:personal' },
    ...{ labels: ['CLEAR', 'GREEN', 'AMBER'], hasSource: true },
    birthDate: (member: string) => (member === 'alder' ? '1913-07-11' : '1913'),
  },
} as const;
type Name = keyof typeof callers;
const names: readonly Name[] = ['nobody', 'reader', 'colleague', 'owner'];

function expectedOf(name: Name) {
  const { labels: seen, hasSource, birthDate, claims } = callers[name];
  const nodes = members.flatMap((member) =>
    [...seen, ...(claims?.org === member ? ['RED'] : [])].map((label) => ({
      id: `${member}:d-${label}`,
      title: `${label} of ${member}`,
      sourceUrl: hasSource ? `source of ${member}` : null,
      declarant: { person: { name: 'Ada Invented', birthDate: birthDate(member) } },
    })),
  );
  return { nodes: nodes.sort((a, b) => (a.id < b.id ? -1 : 1)), count: nodes.length };
}

const query = `query Same($first: Int) {
  declarations(first: $first) {
    edges { node { id title sourceUrl declarant { person { name birthDate } } } }
    totalCount { value }
  }
  red: declaration(id: "alder:d-RED") { id }
}`;

let coalition: HttpCoalition;
/** The bodies of all questions, by member. */
const sent: Record<string, string[]> = { alder: [], birch: [] };

beforeAll(async () => {
  coalition = await startHttpCoalition({
    ...{ domain: 'asset-declarations', policyOf },
    records: { alder: recordsOf('alder'), birch: recordsOf('birch') },
    file: { identity: { issuers: [issuerOfTests] }, deadlines: { memberMs: 60_000, requestMs: 90_000 } },
  });
  for (const id of members) {
    const member = coalition.members.get(id);
    if (member !== undefined) {
      member.fault = async ({ response, body, real }) => {
        sent[id]?.push(body);
        response.end(await real());
      };
    }
  }
  await vi.waitFor(untilKnown, { timeout: 30_000, interval: 50 });
}, 60_000);
afterAll(() => coalition.stop());

/** The hub learns what members publish while it serves. */
async function untilKnown(): Promise<void> {
  for (const id of members) {
    sent[id] = [];
  }
  const answer = await coalition.hub.ask(query, { variables: { first: 50 } });
  expect(answer.data).toMatchObject({ declarations: { totalCount: { value: 2 } } });
  expect(members.filter((id) => sent[id]?.some((body) => body.includes('sourceUrl')))).toEqual([]);
}
beforeEach(() => {
  for (const id of members) {
    sent[id] = [];
  }
});

const headers: Partial<Record<Name, Record<string, string>>> = {};
async function ask(name: Name) {
  const { claims } = callers[name];
  headers[name] ??= claims === undefined ? {} : await callerHeaders({ sub: name, ...claims });
  const { data, errors } = await coalition.hub.ask(query, {
    headers: headers[name],
    variables: { first: 50 },
  });
  return JSON.stringify({ data, errors });
}

/** What an answer gives, in the order of ids. */
function read(text: string) {
  const { declarations, red } = JSON.parse(text).data;
  const nodes = declarations.edges.map(({ node }: { node: object }) => node);
  nodes.sort((a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1));
  return { found: { nodes, count: declarations.totalCount.value }, red };
}

describe('four callers who ask the same of a hub and two members over HTTP', () => {
  test.each(names)('are each given their own: %s', async (name) => {
    const { found, red } = read(await ask(name));
    expect(found).toEqual(expectedOf(name));
    expect(red).toEqual(name === 'owner' ? { id: 'alder:d-RED' } : null);
    const { hasSource, claims } = callers[name];
    const isMember = claims?.org === 'alder' || claims?.org === 'birch';
    for (const id of members) {
      const lists = sent[id]?.filter((body) => body.includes('declarations(')) ?? [];
      expect(lists.map((body) => body.includes('sourceUrl'))).toEqual([hasSource]);
      expect(lists.map((body) => body.includes('birthDate'))).toEqual([isMember]);
    }
  });

  test('a thousand times, each in turn and all at once, through plans, loaders and caches', async () => {
    const alone = new Map<Name, string>();
    for (const name of names) {
      alone.set(name, await ask(name));
    }
    expect(new Set(alone.values()).size).toBe(4);
    for (const id of members) {
      sent[id] = [];
    }
    const asked = Array.from({ length: 1000 }, (_, i) => names[(i * 7 + Math.floor(i / 40)) % 4] ?? 'nobody');
    for (let at = 0; at < asked.length; at += 40) {
      const some = asked.slice(at, at + 40);
      const answers = await Promise.all(some.map(ask));
      expect(answers).toEqual(some.map((name) => alone.get(name)));
    }
    // Nobody's question stood in for another's, and none asked for more than its caller may read.
    const times = (may: (name: Name) => boolean) => asked.filter(may).length;
    for (const id of members) {
      const lists = sent[id]?.filter((body) => body.includes('declarations(')) ?? [];
      expect(lists).toHaveLength(1000);
      expect(lists.filter((body) => body.includes('sourceUrl'))).toHaveLength(
        times((name) => callers[name].hasSource),
      );
      expect(lists.filter((body) => body.includes('birthDate'))).toHaveLength(
        times((name) => name === 'colleague' || name === 'owner'),
      );
    }
  }, 240_000);
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractAnswer, pageOf } from '../fixtures/contract-answer.js';
import { type FakeMember, startFakeMember } from '../fixtures/fake-member.js';
import { listenHttp } from '../fixtures/http-listener.js';
import { startTestHub } from '../fixtures/test-hub.js';

let alpha: FakeMember;
beforeAll(async () => {
  alpha = await startFakeMember(emptyPage);
});
afterAll(() => alpha.close());

const emptyPage = contractAnswer('budgets', { budgetLines: () => pageOf('alpha', []) });
const query = '{ budgetLines { edges { cursor } } }';

function coalitionAt(url: string) {
  const providers = [{ domain: 'budgets' as const, url }];
  return {
    members: [{ id: 'alpha', name: 'Alpha Watch', country: 'GB', licence: 'CC0-1.0', providers }],
    allowAddresses: ['127.0.0.1'],
  };
}

describe('a hub', () => {
  it('starts and answers while a member is down, and asks it again when it is up', async () => {
    const place = await listenHttp(() => undefined);
    const { url } = place;
    await place.close();
    const hub = await startTestHub(coalitionAt(url));
    const down = await hub.ask(query);
    expect(down.data).toEqual({ budgetLines: { edges: [] } });
    expect(down.errors?.map(({ message }) => message)).toEqual(['Member "alpha" could not be reached.']);
    expect((await fetch(`${hub.url}/ready`)).status).toBe(200);
    const up = await startFakeMember(emptyPage);
    await new Promise<void>((resolve) => up.server.close(() => resolve()));
    await new Promise<void>((resolve) => up.server.listen(Number(new URL(url).port), '127.0.0.1', resolve));
    expect((await hub.ask(query)).data).toEqual({ budgetLines: { edges: [] } });
    await up.close();
    await hub.stop();
  });

  it('lets what is under way finish when it stops, and takes nothing more', async () => {
    const hub = await startTestHub(coalitionAt(alpha.url));
    let arrived: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    alpha.answer = (question, response) => {
      arrived();
      setTimeout(() => emptyPage(question, response), 200);
    };
    const underWay = hub.ask(query);
    await asked;
    const stopped = hub.stop();
    await expect(hub.ask(query)).rejects.toThrow();
    expect((await underWay).data).toEqual({ budgetLines: { edges: [] } });
    await stopped;
  });

  it('stops asking for a client that has left', async () => {
    const hub = await startTestHub(coalitionAt(alpha.url));
    let arrived: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const left = new Promise<void>((resolve) => {
      alpha.answer = (_asked, response) => {
        arrived();
        response.on('close', resolve);
      };
    });
    const client = new AbortController();
    const request = fetch(`${hub.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
      signal: client.signal,
    });
    await asked;
    client.abort();
    await expect(request).rejects.toThrow();
    await left;
    await hub.stop();
  });

  it('ends a request at its own deadline where that is before the member’s', async () => {
    alpha.answer = () => undefined;
    const deadlines = { memberMs: 5000, requestMs: 100 };
    const hub = await startTestHub({ ...coalitionAt(alpha.url), deadlines });
    const start = performance.now();
    expect((await hub.ask(query)).extensions).toEqual({
      members: [{ member: 'alpha', domain: 'budgets', state: 'TIMED_OUT', rows: 0 }],
    });
    expect(performance.now() - start).toBeLessThan(2000);
    await hub.stop();
  });

  it('does not ask a paused member, and says so', async () => {
    alpha.asked.length = 0;
    const file = coalitionAt(alpha.url);
    const hub = await startTestHub({ ...file, members: file.members.map((m) => ({ ...m, paused: true })) });
    const answer = await hub.ask(query);
    expect(answer.errors?.map(({ message }) => message)).toEqual(['Member "alpha" has paused.']);
    expect(answer.extensions).toEqual({
      members: [{ member: 'alpha', domain: 'budgets', state: 'PAUSED', rows: 0 }],
    });
    expect(alpha.asked).toEqual([]);
    await hub.stop();
  });

  it('keeps two requests apart that run at the same time', async () => {
    const rowsOf = (first: unknown) => Array.from({ length: Number(first) }, (_, i) => `row-${i + 10}`);
    const pages = contractAnswer('budgets', { budgetLines: ({ first }) => pageOf('alpha', rowsOf(first)) });
    alpha.answer = (question, response) => {
      setTimeout(() => pages(question, response), Math.random() * 20);
    };
    const hub = await startTestHub(coalitionAt(alpha.url));
    const text = 'query($first: Int) { budgetLines(first: $first) { edges { cursor } } }';
    const sizes = Array.from({ length: 20 }, (_, i) => 20 - i);
    const answers = await Promise.all(sizes.map((first) => hub.ask(text, { variables: { first } })));
    const rows = answers.map(({ extensions }) => extensions?.['members']);
    expect(rows).toEqual(
      sizes.map((size) => [{ member: 'alpha', domain: 'budgets', state: 'ANSWERED', rows: size }]),
    );
    await hub.stop();
  });
});

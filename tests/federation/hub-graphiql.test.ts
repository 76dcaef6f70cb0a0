import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHub, type TestHub } from '../fixtures/test-hub.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub({}, { graphiql: true });
});
afterAll(() => hub.stop());

const html = { accept: 'text/html,application/xhtml+xml' };

describe('GraphiQL', () => {
  it('is a page of our own process that may reach nothing else', async () => {
    const response = await fetch(`${hub.url}/graphql`, { headers: html });
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page).not.toMatch(/https?:|\/\//);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
    const files = [...page.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path);
    expect(files).toHaveLength(5);
    for (const file of files) {
      const asset = await fetch(`${hub.url}${file}`);
      expect([file, asset.status, (await asset.text()).length > 100]).toEqual([file, 200, true]);
    }
  });

  it.each([
    ['/graphiql/package.json', 404],
    ['/graphiql/..%2fpackage.json', 404],
    ['/graphiql/constructor', 404],
    ['/graphql?query={members{id}}', 405],
  ])('answers %s with %i', async (path, status) => {
    expect((await fetch(`${hub.url}${path}`, { headers: html })).status).toBe(status);
  });

  it('is not given to a client that asks for JSON', async () => {
    expect((await fetch(`${hub.url}/graphql`, { headers: { accept: 'application/json' } })).status).toBe(405);
  });
});

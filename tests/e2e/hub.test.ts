import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listenHttp } from '../fixtures/http-listener.js';
import { runCli } from '../fixtures/run-cli.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-hub-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('accord hub', () => {
  it.each([
    [
      'a configuration that is not there',
      () => ['hub', '--config', join(folder, 'gone.yaml')],
      'accord: Expected a readable configuration file "gone.yaml". (BAD_CONFIG)\n',
    ],
    [
      'a malformed configuration, with all its faults',
      () => ['hub', '--config', fileOf('bad.yaml', 'limits: { depth: none }\ncolour: red\n')],
      /^accord: Configuration in "bad\.yaml" is not valid: .*colour.*\(BAD_CONFIG\)\n$/,
    ],
    [
      'a supergraph that is not there',
      () => ['hub', '--supergraph', join(folder, 'gone.graphql')],
      'accord: Expected a readable supergraph file "gone.graphql". (BAD_FILE)\n',
    ],
    [
      'a file that is no supergraph',
      () => ['hub', '--port', '0', '--supergraph', fileOf('plain.graphql', 'type Query { a: Int }')],
      /^accord: Expected a supergraph that the hub can load: .*\(BAD_CONTRACT\)\n$/,
    ],
    [
      'a supergraph at a URL where nobody answers',
      () => ['hub', '--supergraph', 'http://127.0.0.1:1/supergraph'],
      /^accord: Expected a supergraph of at most 16777216 bytes at the URL within 10000 ms, it could not be read\. \(BAD_FILE\)\n$/,
    ],
  ])('names %s in one line and exits with 1', async (_what, args, line) => {
    const { code, stderr, stdout } = await runCli(args());
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toEqual(typeof line === 'string' ? line : expect.stringMatching(line));
  });

  it('names a port that is in use', async () => {
    const taken = await listenHttp(() => undefined);
    const { port } = new URL(taken.url);
    // Without a key file the hub also warns that its keys end with it.
    const { code, stderr } = await runCli(['hub', '--port', port], { LOG_LEVEL: 'error' });
    await taken.close();
    expect(code).toBe(1);
    expect(stderr).toBe(
      `accord: Expected port ${port} to be free to listen on, it is in use. (BAD_CONFIG)\n`,
    );
  });

  it('refuses to start where it would report to another', async () => {
    const { code, stderr } = await runCli(['hub'], { APOLLO_KEY: 'service:x' });
    expect(code).toBe(1);
    expect(stderr).toContain('APOLLO_KEY: expected it unset, since the hub reports to nobody');
  });

  it('exits with 2 for a port that is none', async () => {
    const { code, stderr } = await runCli(['hub', '--port', 'http']);
    expect(code).toBe(2);
    expect(stderr).toContain('Expected a port number from 0 to 65535.');
  });
});

describe('accord supergraph', () => {
  it('prints the supergraph of the coalition', async () => {
    const { code, stdout } = await runCli(['supergraph', '--print']);
    expect(code).toBe(0);
    expect(stdout).toContain('https://specs.apollo.dev/join/');
    expect(stdout).toContain('type BudgetLine');
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readHubConfig } from '../../../gateway/config.js';
import { AccordError } from '../../../shared/errors/accord-error.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-hub-config-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(text: string): string {
  const path = join(folder, 'hub.yaml');
  writeFileSync(path, text);
  return path;
}

function faultOf(env: NodeJS.ProcessEnv, text = ''): AccordError {
  try {
    readHubConfig(env, { file: fileOf(text === '' ? '{}' : text) });
  } catch (error) {
    if (error instanceof AccordError) {
      return error;
    }
    throw error;
  }
  throw new Error('expected a fault');
}

function memberWith(provider: string, rest = ''): string {
  return `members:\n  - { id: alpha, name: Alpha, country: GB, licence: CC-BY-4.0, providers: [${provider}] }\n${rest}`;
}

describe('readHubConfig', () => {
  it('has defaults for everything', () => {
    expect(readHubConfig({})).toEqual({
      id: 'hub',
      keys: undefined,
      production: false,
      members: [],
      extensions: [],
      identity: { issuers: [], clients: [] },
      accessLog: { retentionDays: 400 },
      recipients: [],
      indicators: [],
      limits: {
        bodyBytes: 1_048_576,
        depth: 12,
        aliases: 100,
        tokens: 10_000,
        rootFields: 30,
        answerBytes: 16_777_216,
        inFlightPerMember: 64,
      },
      deadlines: { memberMs: 3000, requestMs: 10_000 },
      breaker: { failures: 5, coolDownMs: 10_000 },
      cors: { origins: [] },
      graphiql: true,
      protected: [],
      allowAddresses: [],
      listen: { host: '127.0.0.1', port: 4000 },
      logLevel: 'info',
    });
  });

  it('finds the schema of an extension beside the file', () => {
    const extension = 'extensions: [{ member: alpha, url: "https://a.example/own", schema: alpha.graphql }]';
    const path = fileOf(memberWith('{ domain: budgets, url: "https://a.example/graphql" }', extension));
    expect(readHubConfig({}, { file: path }).extensions).toEqual([
      { member: 'alpha', url: 'https://a.example/own', schema: join(dirname(path), 'alpha.graphql') },
    ]);
  });

  it('names every fault of extensions', () => {
    const extension = (member: string, url: string) =>
      `{ member: ${member}, url: "${url}", schema: a.graphql }`;
    const list = [
      extension('alpha', 'https://a.example/own'),
      extension('alpha', 'http://a.example/own'),
      extension('beta', 'https://10.0.0.1/'),
    ];
    const path = fileOf(
      memberWith('{ domain: budgets, url: "https://a.example/graphql" }', `extensions: [${list.join(', ')}]`),
    );
    expect(() => readHubConfig({}, { file: path })).toThrow(
      expect.objectContaining({
        code: 'BAD_CONFIG',
        message: expect.stringMatching(
          /extensions\.1\.member: expected one extension of a member, got "alpha"; extensions\.1\.url: expected https .*; extensions\.2\.member: expected a member of this file, got "beta"; extensions\.2\.url: expected a public address/,
        ),
      }),
    );
  });

  it('takes the file of ACCORD_HUB_CONFIG, and blank variables as unset', () => {
    const path = fileOf(memberWith('{ domain: budgets, url: "https://a.example/graphql" }'));
    const config = readHubConfig({ ACCORD_HUB_CONFIG: path, PORT: ' ', HOST: '', LOG_LEVEL: 'warn' });
    expect(config.members.map(({ id }) => id)).toEqual(['alpha']);
    expect(config.members[0]?.providers[0]?.contractVersion).toBe('1.0.0');
    expect(config.listen).toEqual({ host: '127.0.0.1', port: 4000 });
    expect(config.logLevel).toBe('warn');
  });

  it('lets the command line go before the environment', () => {
    expect(readHubConfig({ PORT: '4100' }, { port: 4200 }).listen.port).toBe(4200);
  });

  it('finds the key file of the environment, else that of the file in its folder', () => {
    const file = fileOf('keys: ./hub-keys.json');
    expect(readHubConfig({}, { file }).keys).toBe(join(folder, 'hub-keys.json'));
    expect(readHubConfig({ ACCORD_HUB_KEYS: '/keys/hub.json' }, { file }).keys).toBe('/keys/hub.json');
  });

  it.each([
    ['development', '{}', true],
    ['production', '{}', false],
    ['production', 'graphiql: true', true],
    ['development', 'graphiql: false', false],
  ])('in %s with %j serves GraphiQL: %s', (nodeEnv, text, expected) => {
    expect(readHubConfig({ NODE_ENV: nodeEnv }, { file: fileOf(text) }).graphiql).toBe(expected);
  });

  it.each([
    ['PORT', 'http', 'PORT: expected a port number from 0 to 65535'],
    ['PORT', '65536', 'PORT: expected a port number from 0 to 65535'],
    ['PORT', '0x10', 'PORT: expected a port number from 0 to 65535'],
    ['APOLLO_KEY', 'service:x', 'APOLLO_KEY: expected it unset, since the hub reports to nobody'],
  ])('refuses %s=%s', (name, value, words) => {
    const fault = faultOf({ [name]: value });
    expect(fault.code).toBe('BAD_CONFIG');
    expect(fault.message).toBe(`Configuration in the environment is not valid: ${words}.`);
  });

  it.each([
    ['https to a name', 'https://a.example/graphql', '[]', null],
    ['http to a name', 'http://a.example/graphql', '[]', 'expected https'],
    ['http to this machine, not allowed', 'http://127.0.0.1:4001/x', '[]', 'allowAddresses'],
    ['http to this machine, allowed', 'http://127.0.0.1:4001/x', '["127.0.0.0/8"]', null],
    ['http to this machine over IPv6, allowed', 'http://[::1]:4001/x', '["::1"]', null],
    ['http to localhost', 'http://localhost:4001/x', '[]', null],
    ['https to a private address', 'https://10.0.0.5/graphql', '[]', 'allowAddresses'],
    ['https to a private address, allowed', 'https://10.0.0.5/graphql', '["10.0.0.0/8"]', null],
    ['http to a private address, allowed', 'http://10.0.0.5/graphql', '["10.0.0.0/8"]', 'expected https'],
    ['the metadata address', 'https://169.254.169.254/', '[]', 'allowAddresses'],
    ['this machine as one number', 'https://2130706433/', '[]', 'allowAddresses'],
    ['a password in the URL', 'https://u:p@a.example/', '[]', 'without user name and password'],
    ['another protocol', 'ftp://a.example/', '[]', 'expected an http or https URL'],
    ['no URL', 'a.example', '[]', 'expected an http or https URL'],
  ])('judges %s', (_what, url, allow, words) => {
    const text = memberWith(`{ domain: budgets, url: "${url}" }`, `allowAddresses: ${allow}`);
    if (words === null) {
      expect(readHubConfig({}, { file: fileOf(text) }).members).toHaveLength(1);
    } else {
      const fault = faultOf({}, text);
      expect(fault.code).toBe('BAD_CONFIG');
      expect(fault.message).toContain(words);
      expect(fault.message).not.toContain(url);
    }
  });

  it('names every fault at once', () => {
    const { message } = faultOf(
      {},
      [
        'members:',
        '  - { id: Alpha, name: "", country: uk, licence: CC0-1.0, providers: [] }',
        'limits: { depth: 0 }',
        'deadlines: { memberMs: fast }',
        'cors: { origins: ["https://a.example/path"] }',
        'allowAddresses: ["everywhere"]',
        'colour: red',
      ].join('\n'),
    );
    for (const words of [
      'members.0.id: expected a member id of the form [a-z][a-z0-9-]{1,31}',
      'members.0.name:',
      'members.0.country: expected an ISO 3166-1 alpha-2 code such as "GB"',
      'members.0.providers:',
      'limits.depth:',
      'deadlines.memberMs:',
      'cors.origins.0: expected an origin such as "https://app.example.org"',
      'allowAddresses.0: expected an address or a range such as "10.1.0.0/16"',
      'colour',
    ]) {
      expect(message).toContain(words);
    }
  });

  it('refuses a member twice and a domain twice', () => {
    const member = '{ id: alpha, name: A, country: GB, licence: X, providers: [P, P] }'.replaceAll(
      'P',
      '{ domain: budgets, url: "https://a.example/" }',
    );
    const { message } = faultOf({}, `members: [${member}, ${member}]`);
    expect(message).toContain('members.1.id: expected each member once, got "alpha" again');
    expect(message).toContain('members.0.providers.1.domain: expected each domain once, got "budgets" again');
  });

  it('finds the folder of the hub beside the file, and the registry', () => {
    const file = fileOf('data: ./own\nregistry: { url: "https://hub.example" }');
    expect(readHubConfig({ MONGODB_URL: 'mongodb://a' }, { file })).toMatchObject({
      data: join(folder, 'own'),
      mongodbUrl: 'mongodb://a',
      registry: { url: 'https://hub.example', database: 'accord_hub', pollMs: 250, keyOverlapHours: 24 },
    });
    expect(readHubConfig({}, { file: fileOf('{}') }).registry).toBeUndefined();
  });

  it.each([
    ['without a folder', 'registry: { url: "https://hub.example" }', 'data: expected a folder for the hub'],
    ['on http', 'data: ./a\nregistry: { url: "http://hub.example" }', 'registry.url: expected https'],
    ['without its URL', 'data: ./a\nregistry: {}', 'registry.url: expected an http or https URL'],
    [
      'that looks too seldom',
      'data: ./a\nregistry: { url: "https://hub.example", pollMs: 5000 }',
      'registry.pollMs:',
    ],
  ])('refuses a registry %s', (_, text, words) => {
    expect(faultOf({}, text).message).toContain(words);
  });

  it('names a file that is not there, and one that is no YAML', () => {
    expect(() => readHubConfig({}, { file: join(folder, 'gone.yaml') })).toThrow(
      'Expected a readable configuration file "gone.yaml".',
    );
    expect(() => readHubConfig({}, { file: fileOf('members: [') })).toThrow('Expected YAML in "hub.yaml"');
  });
});

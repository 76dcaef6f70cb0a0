import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { demoMembers } from '../../../cli/demo/coalition.js';
import { AccessLog } from '../../../shared/audit/access-log.js';
import { importSigningKey } from '../../../shared/identity/import-signing-key.js';
import { createSigningKey } from '../../../shared/identity/signing-key.js';
import { openKeptPolicies } from '../../../shared/kit/kept-policy.js';
import { createLogger } from '../../../shared/log/logger.js';
import { parsePolicy } from '../../../shared/policy/parse-policy.js';
import { runInProcess } from '../../fixtures/run-command-line.js';

const open = `
version: 1
member: harbour-watch
tests: ./policy.tests.yaml
rules: []
`;
const strict = `${open.replace('rules: []', 'rules:')}
  - field: AuditRecommendation.followUp
    read: { scopes: [["budgets:read"]] }
`;
const tests =
  '[{ caller: { scopes: ["budgets:read"] }, coordinate: AuditRecommendation.followUp, expect: ALLOW }]';

let folder: string;
let data: string;
let config: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-check-policy-'));
  data = join(folder, 'data');
  config = memberConfig('harbour-watch', 'budgets');
  write('policy.tests.yaml', tests);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function memberConfig(id: string, domain: string): string {
  const head = `id: ${id}\nname: An invented member\ncountry: PT\nlicence: CC0-1.0\ndomains: [${domain}]\n`;
  return write('member.yaml', `${head}policy: ./policy.yaml\nlisten: { port: 0 }\n`);
}

const check = (policy: string, ...more: string[]) =>
  runInProcess(['check', 'policy', write('policy.yaml', policy), '--config', config, ...more]);

function putInForce(policy: string): void {
  openKeptPolicies(data).keepInForce(parsePolicy(policy, 'policy.yaml'));
}

describe('accord check policy', () => {
  test('says who may see less', async () => {
    const { code, stdout } = await check(strict);
    expect(code).toBe(0);
    expect(stdout).toContain('tests    1 hold\n');
    expect(stdout).toContain('in force contracts and labels alone\n');
    expect(stdout).toContain(
      'may see less:\n  AuditRecommendation.followUp, ALLOW → DENY\n    anonymous · signed in · ',
    );
    expect(stdout).not.toContain('may see more');
  });

  test('says who may see more than by the policy in force, and is not confirmed by that', async () => {
    putInForce(strict);
    const { code, stdout } = await check(open);
    expect(code).toBe(0);
    expect(stdout).toContain('may see more:\n  AuditRecommendation.followUp, DENY → ALLOW\n    anonymous · ');
    expect(stdout).toContain('it widens: it is not put in force unless it is confirmed, with --confirm\n');
    expect(openKeptPolicies(data).isConfirmed(parsePolicy(open, 'policy.yaml'))).toBe(false);
  });

  test('confirms the very policy that widens, and no other', async () => {
    putInForce(strict);
    const { stdout } = await check(open, '--confirm');
    expect(stdout).toContain('confirmed: it widens');
    expect(openKeptPolicies(data).isConfirmed(parsePolicy(open, 'policy.yaml'))).toBe(true);
    expect(openKeptPolicies(data).isConfirmed(parsePolicy(strict, 'policy.yaml'))).toBe(false);
  });

  test('finds nothing where nothing changes', async () => {
    putInForce(strict);
    expect((await check(strict)).stdout).toContain('changes  nothing, for nobody\n');
  });

  test('refuses a policy whose tests do not hold, and says which', async () => {
    write(
      'policy.tests.yaml',
      '[{ caller: anonymous, coordinate: AuditRecommendation.followUp, expect: ALLOW }]',
    );
    const { code, stdout, stderr } = await check(strict);
    expect(code).toBe(1);
    expect(stdout).toContain(
      'test 1: expected ALLOW of AuditRecommendation.followUp for anonymous, got DENY\n',
    );
    expect(stderr).toBe('accord: Expected a policy whose tests hold, 1 of 1 do not. (BAD_POLICY)\n');
  });

  test.each([
    ['that is no YAML', 'rules: [', /^accord: Expected YAML in "policy\.yaml": .*\(BAD_POLICY\)\n$/],
    [
      'of a field that is not there',
      strict.replace('followUp', 'nothing'),
      /AuditRecommendation\.nothing.*\(BAD_POLICY\)\n$/,
    ],
    [
      'of another member',
      open.replace('harbour-watch', 'lantern-desk'),
      /expected "harbour-watch", got "lantern-desk".*\(BAD_POLICY\)\n$/,
    ],
    [
      'without tests',
      open.replace('tests: ./policy.tests.yaml\n', ''),
      /a policy without tests is refused.*\(BAD_POLICY\)\n$/,
    ],
  ])('refuses one %s in one line', async (_, policy, line) => {
    const { code, stderr } = await check(policy);
    expect(code).toBe(1);
    expect(stderr).toMatch(line);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  test('tries it on what was asked before', async () => {
    await logQuestions(3);
    const { stdout } = await check(strict, '--recorded');
    expect(stdout).toContain(
      'recorded, what was asked before would be answered in another way:\n  person of civic-charts, for RESEARCH: AuditRecommendation.followUp, ALLOW → DENY, asked 3 times\n',
    );
    expect((await check(open, '--recorded')).stdout).toContain('recorded nothing that was asked before');
  });

  test('finds the policy and the tests of the docs good', async () => {
    const blocks = [...readFileSync('docs/policies.md', 'utf8').matchAll(/```yaml\n(.+?)```/gs)];
    const [policy = '', examples = ''] = blocks.map(([, text]) => text ?? '');
    config = memberConfig('harbour-watch', 'investigations');
    write('policy.tests.yaml', examples);
    expect(await check(policy)).toMatchObject({ code: 0, stderr: '' });
  });

  test.each(demoMembers.map(({ id, domain }) => [id, domain] as const))(
    'finds the policy of %s in the demo good',
    async (id, domain) => {
      config = memberConfig(id, domain);
      const path = `cli/demo/policies/${id}.policy.yaml`;
      const policy = `cli/demo/policies/${id}.policy.tests.yaml`;
      write('policy.tests.yaml', readFileSync(policy, 'utf8'));
      expect(await check(readFileSync(path, 'utf8'))).toMatchObject({ code: 0, stderr: '' });
    },
  );
});

describe('accord explain', () => {
  test('says how fields are decided that an operation selects, and those that it filters by', async () => {
    write('policy.yaml', strict);
    const query =
      '{ audits { edges { node { title recommendations { followUp } } } } transactions(filter: { currency: { eq: "EUR" } }) { edges { node { payee { __typename } } } } }';
    const { code, stdout } = await runInProcess([
      'explain',
      '--config',
      config,
      '--anonymous',
      '--query',
      query,
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain(
      'AuditRecommendation.followUp: DENY, decided by harbour-watch\n  rules[0] says DENY: {"field":"AuditRecommendation.followUp","read":{"scopes":[["budgets:read"]]}}\n',
    );
    expect(stdout).toContain('Money.currency (used by SpendingTransactionFilter.currency): ALLOW');
    expect(stdout).toContain(
      'SpendingTransaction.payee: BY_RECORD, decided by harbour-watch\n  contract says BY_RECORD: @policy(policies: [["owner"],["legal-entity"]])\n',
    );
  });

  test('says what is read below an entity, whose subjects are a filter by party', async () => {
    write('policy.yaml', strict);
    const query =
      '{ _entities(representations: []) { ... on Entity { audits { edges { node { title } } } } } }';
    const args = ['explain', '--config', config, '--anonymous', '--query', query];
    const { code, stdout } = await runInProcess(args);
    expect(code).toBe(0);
    expect(stdout).toContain('Entity.audits: ALLOW, decided by harbour-watch\n');
    expect(stdout).toContain('Query.audits (used by Entity.audits): ALLOW');
    expect(stdout).toContain('Audit.auditee (used by Entity.audits): ALLOW');
  });

  test.each([
    [['--anonymous'], 'HIDDEN'],
    [['--org', 'lantern-desk'], 'SHOWN'],
    [['--org', 'lantern-desk', '--outside'], 'HIDDEN'],
    [['--org', 'lantern-desk', '--clearance', 'TLP:GREEN'], 'HIDDEN'],
  ])('says whether a record without a label is there for %j', async (caller, decision) => {
    write('policy.yaml', strict);
    const record = '{"type":"Audit","body":{"handling":{}}}';
    const { stdout } = await runInProcess(['explain', '--config', config, ...caller, '--record', record]);
    expect(stdout).toMatch(
      new RegExp(`^Audit: ${decision}, decided by harbour-watch\n  label says ${decision}`),
    );
  });

  test.each([
    [
      'an operation that is none',
      ['--query', '{ nothing }'],
      1,
      /Expected an operation on the contracts of the member: Cannot query field "nothing".*\(BAD_INPUT\)\n$/,
    ],
    [
      'a record that is none',
      ['--record', '[]'],
      1,
      /Expected a record as a line of "accord export".*\(BAD_INPUT\)\n$/,
    ],
    ['nothing', [], 2, /expected --query with an operation or --record with a record/],
  ])('says what is wrong with %s', async (_, args, code, line) => {
    write('policy.yaml', strict);
    const result = await runInProcess(['explain', '--config', config, ...args]);
    expect(result.code).toBe(code);
    expect(result.stderr).toMatch(line);
  });
});

/** Keeps in the member's access log what an outsider asked so many times. */
async function logQuestions(times: number): Promise<void> {
  const key = createSigningKey();
  const log = new AccessLog({
    folder: join(data, 'access-log'),
    issuer: 'harbour-watch',
    key: () => importSigningKey(key),
    retentionDays: 400,
    openFile: undefined,
    after(ms, work) {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
    onFault: () => undefined,
    now: () => new Date('2026-04-01T00:00:00.000Z'),
    logger: createLogger({ name: 'test', level: 'silent' }),
  });
  for (let i = 0; i < times; i++) {
    await log.append({
      event: 'ACCESS',
      requestId: `r-${i}`,
      caller: 'pseudonym',
      kind: 'person',
      organization: 'civic-charts',
      purpose: 'RESEARCH',
      rights: { scopes: [], clearance: 'TLP:GREEN', isMember: false, isProven: false },
      member: 'harbour-watch',
      domain: 'budgets',
      coordinates: ['Audit.title', 'AuditRecommendation.followUp'],
      rows: 1,
      decision: 'ALLOWED',
      policyRevision: 'before',
    });
  }
  await log.close();
}

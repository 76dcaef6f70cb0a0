import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parsePolicyYaml } from '../../../../shared/policy/parse-policy.js';
import { PolicyTests, runPolicyTests } from '../../../../shared/policy/policy-tests.js';
import { readPolicyFile } from '../../../../shared/policy/read-policy-file.js';
import { now, policyOf, withRules } from './report-policy.js';

const policy = policyOf(
  withRules(
    '{ field: Report.title, read: { scopes: [[a]], purpose: [AUDIT] }, otherwise: { mask: PARTIAL } }',
    '{ field: Report.year, read: { org: [river-desk] }, until: record.publishedAt }',
    '{ field: Report.tags, read: { proof: caller }, otherwise: { withhold: { reason: OWNER } } }',
    '{ records: Report, when: "has(record.year) && record.year == 1999", deny: { reason: PURPOSE, disclose: true } }',
  ),
);

function run(yaml: string) {
  return runPolicyTests(policy, parsePolicyYaml(yaml, 'policy.tests.yaml', PolicyTests), now);
}

describe('a test of a policy', () => {
  const member = '{ org: river-desk, member: true }';
  const report = (body: string) => `{ record: { type: Report, body: ${body} }`;
  test.each([
    ['{ caller: anonymous, coordinate: Report.kind, expect: ALLOW }', 'ALLOW'],
    [
      '{ caller: { kind: anonymous, scopes: [reports:read] }, coordinate: Report.summary, expect: DENY }',
      'DENY',
    ],
    ['{ caller: anonymous, coordinate: Report.notes, expect: DENY }', 'DENY'],
    ['{ caller: {}, coordinate: Report.notes, expect: ALLOW }', 'ALLOW'],
    ['{ caller: { scopes: [a] }, coordinate: Report.title, expect: MASK }', 'MASK(PARTIAL)'],
    ['{ caller: { scopes: [a] }, coordinate: Report.title, expect: MASK(PARTIAL) }', 'MASK(PARTIAL)'],
    ['{ caller: { scopes: [a], purpose: AUDIT }, coordinate: Report.title, expect: ALLOW }', 'ALLOW'],
    [`${report('{ handling: { tlp: "TLP:AMBER" } }')}, caller: ${member}, expect: SHOWN }`, 'SHOWN'],
    [`${report('{ handling: { tlp: "TLP:GREEN" } }')}, caller: {}, expect: SHOWN }`, 'SHOWN'],
    [`${report('{ handling: { tlp: "TLP:AMBER" } }')}, caller: {}, expect: HIDDEN }`, 'HIDDEN'],
    ['{ caller: {}, coordinate: Report.tags, expect: WITHHELD }', 'WITHHELD(OWNER)'],
    ['{ caller: { proof: true }, coordinate: Report.tags, expect: ALLOW }', 'ALLOW'],
    ['{ caller: {}, coordinate: Report.tags, expect: WITHHELD(OWNER) }', 'WITHHELD(OWNER)'],
    ['{ caller: {}, coordinate: Report.year, expect: BY_RECORD }', 'BY_RECORD'],
    ['{ caller: {}, coordinate: Report.year, object: {}, expect: WITHHELD }', 'WITHHELD'],
    [
      '{ caller: {}, coordinate: Report.year, object: { publishedAt: "2026-03-14" }, expect: ALLOW }',
      'ALLOW',
    ],
    [
      '{ caller: {}, coordinate: Report.year, object: { publishedAt: "2026-03-15" }, expect: WITHHELD }',
      'WITHHELD',
    ],
    [
      '{ caller: {}, coordinate: Report.year, object: { publishedAt: "2026-03-15" }, now: "2026-03-16T00:00:00Z", expect: ALLOW }',
      'ALLOW',
    ],
    [
      '{ caller: anonymous, coordinate: Report.payer, object: { payer: { ref: Organization, id: o-1 } }, expect: ALLOW }',
      'ALLOW',
    ],
    [`{ caller: ${member}, coordinate: Report.leads, expect: ALLOW }`, 'ALLOW'],
    ['{ caller: { org: river-desk }, coordinate: Report.leads, expect: DENY }', 'DENY'],
    ['{ caller: { member: true }, coordinate: Report.leads, expect: DENY }', 'DENY'],
    [`${report('{ handling: { tlp: "TLP:CLEAR" } }')}, caller: anonymous, expect: SHOWN }`, 'SHOWN'],
    [`${report('{ handling: { tlp: "TLP:AMBER" } }')}, caller: anonymous, expect: HIDDEN }`, 'HIDDEN'],
    [`${report('{ handling: { tlp: "TLP:AMBER" } }')}, caller: ${member}, expect: SHOWN }`, 'SHOWN'],
    [
      `${report('{ handling: { tlp: "TLP:AMBER" } }')}, caller: { org: river-desk, member: true, clearance: "TLP:GREEN" }, expect: HIDDEN }`,
      'HIDDEN',
    ],
    [`${report('{ handling: { tlp: "TLP:GREEN" } }')}, caller: {}, expect: SHOWN }`, 'SHOWN'],
    [
      `${report('{ handling: { tlp: "TLP:CLEAR" }, year: 1999 }')}, caller: anonymous, expect: WITHHELD }`,
      'WITHHELD(PURPOSE)',
    ],
    [
      `${report('{ handling: { tlp: "TLP:CLEAR" }, year: 1999 }')}, caller: anonymous, expect: WITHHELD(PURPOSE) }`,
      'WITHHELD(PURPOSE)',
    ],
  ])('%s', (text, got) => {
    expect(run(`- ${text}\n`)).toEqual([]);
    const wrong = text.replace(
      /expect: [^}]+ }$/,
      `expect: ${text.includes('record: {') ? (got === 'SHOWN' ? 'HIDDEN' : 'SHOWN') : got === 'ALLOW' ? 'DENY' : 'ALLOW'} }`,
    );
    expect(run(`- ${wrong}\n`)).toMatchObject([{ index: 0, got }]);
  });

  test('of another mask or another reason fails', () => {
    expect(run('- { caller: {}, coordinate: Report.title, expect: MASK(YEAR) }\n')).toMatchObject([
      { got: 'MASK(PARTIAL)' },
    ]);
    expect(run('- { caller: {}, coordinate: Report.tags, expect: WITHHELD(TLP) }\n')).toMatchObject([
      { got: 'WITHHELD(OWNER)' },
    ]);
  });

  test('is counted from the first', () => {
    const failed = run(
      '- { caller: {}, coordinate: Report.kind, expect: ALLOW }\n- { caller: {}, coordinate: Report.kind, expect: DENY }\n',
    );
    expect(failed).toMatchObject([
      { index: 1, got: 'ALLOW', test: { coordinate: 'Report.kind', expect: 'DENY' } },
    ]);
  });

  test.each([
    ['[]', 'line 1: expected at least one test'],
    [
      '- { caller: nobody, coordinate: A.b, expect: DENY }',
      '[0].caller, line 1: expected "anonymous", or what the caller is',
    ],
    [
      '- { caller: { name: x }, coordinate: A.b, expect: DENY }',
      '[0].caller, line 1: Unrecognized key: "name"',
    ],
    [
      '- { caller: {}, coordinate: A, expect: DENY }',
      '[0].coordinate, line 1: expected a coordinate "Type.field"',
    ],
    [
      '- { caller: {}, coordinate: A.b, expect: SHOWN }',
      '[0].expect, line 1: expected ALLOW, DENY, BY_RECORD, WITHHELD, MASK or one of the latter with what it is, as in "MASK(YEAR)"',
    ],
    [
      '- { caller: {}, record: { type: A, body: {} }, expect: ALLOW }',
      '[0].expect, line 1: expected SHOWN, HIDDEN or WITHHELD, as in "WITHHELD(TLP)"',
    ],
    [
      '- { caller: {}, coordinate: A.b, now: today, expect: DENY }',
      '[0].now, line 1: expected an instant such as 2026-01-31T09:30:00Z',
    ],
  ])('that is none is refused: %s', (yaml, fault) => {
    expect(() => run(yaml)).toThrow(`Policy "policy.tests.yaml" is not valid: ${fault}.`);
  });
});

describe('a policy on disk', () => {
  const text = 'version: 1\nmember: harbour-watch\ntests: ./mine.tests.yaml\n';
  function inFolder<T>(files: Readonly<Record<string, string>>, run: (folder: string) => T): T {
    const folder = mkdtempSync(join(tmpdir(), 'accord-policy-'));
    try {
      for (const [name, content] of Object.entries(files)) {
        writeFileSync(join(folder, name), content);
      }
      return run(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  test('is read with its tests', () => {
    const files = {
      'policy.yaml': text,
      'mine.tests.yaml': '- { caller: anonymous, coordinate: A.b, expect: DENY }\n',
    };
    const { file, tests } = inFolder(files, (folder) => readPolicyFile(join(folder, 'policy.yaml')));
    expect(file.member).toBe('harbour-watch');
    expect(tests).toEqual([{ caller: 'anonymous', coordinate: 'A.b', expect: 'DENY' }]);
  });

  test.each<[string, Record<string, string>, string]>([
    ['that is not there', {}, 'Expected a readable policy file "policy.yaml".'],
    ['without its tests', { 'policy.yaml': text }, 'Expected a readable policy file "mine.tests.yaml".'],
    [
      'with tests that are none',
      { 'policy.yaml': text, 'mine.tests.yaml': '[]' },
      'Policy "mine.tests.yaml" is not valid: line 1: expected at least one test.',
    ],
  ])('%s is refused', (_, files, message) => {
    inFolder(files, (folder) => {
      expect(() => readPolicyFile(join(folder, 'policy.yaml'))).toThrow(
        expect.objectContaining({ code: 'BAD_POLICY', message }),
      );
    });
  });
});

import { describe, expect, test } from 'vitest';
import { parsePolicy } from '../../../../shared/policy/parse-policy.js';

/** The sample of the design, as its owner would write it. */
const sample = `
version: 1
member: harbour-watch
hub: { ceiling: { scopes: ["declarations:*", "investigations:read"], clearance: "TLP:AMBER" } }
tests: ./policy.tests.yaml
rules:
  - field: Person.birthDate
    read: { scopes: [["declarations:personal"]], purpose: [INVESTIGATION] }
    otherwise: { mask: YEAR }
  - field: Finding.text
    read: { scopes: [["investigations:unpublished"]], proof: caller }
    until: record.publishedAt
  - records: Investigation
    when: record.handling.tlp == "TLP:RED"
    allow: { org: [harbour-watch] }
  - records: "*"
    when: has(record.handling.embargoUntil) && record.handling.embargoUntil > now
    deny: { reason: EMBARGO }
aggregates: { minimumGroup: 5 }
`;

const head = 'version: 1\nmember: harbour-watch\ntests: ./t.yaml\n';

/** A policy of one rule, written in one line of YAML. */
function withRule(rule: string): string {
  return `${head}rules:\n  - ${rule}\n`;
}

function refusal(text: string): string {
  try {
    parsePolicy(text, 'policy.yaml');
  } catch (error) {
    expect(error).toMatchObject({ name: 'AccordError', code: 'BAD_POLICY' });
    return error instanceof Error ? error.message : '';
  }
  return 'read';
}

describe('a policy that can be read', () => {
  test('the sample of the design', () => {
    const policy = parsePolicy(sample, 'policy.yaml');
    expect(policy).toMatchObject({
      version: 1,
      member: 'harbour-watch',
      hub: { ceiling: { scopes: ['declarations:*', 'investigations:read'], clearance: 'TLP:AMBER' } },
      sharing: { 'TLP:AMBER+STRICT': [] },
      tests: './policy.tests.yaml',
      aggregates: { minimumGroup: 5, allow: [] },
    });
    expect(policy.rules).toEqual([
      {
        field: 'Person.birthDate',
        read: { scopes: [['declarations:personal']], purpose: ['INVESTIGATION'] },
        otherwise: { mask: 'YEAR' },
      },
      {
        field: 'Finding.text',
        read: { scopes: [['investigations:unpublished']], proof: 'caller' },
        until: 'record.publishedAt',
      },
      {
        records: 'Investigation',
        when: 'record.handling.tlp == "TLP:RED"',
        allow: { org: ['harbour-watch'] },
      },
      {
        records: '*',
        when: 'has(record.handling.embargoUntil) && record.handling.embargoUntil > now',
        deny: { reason: 'EMBARGO', disclose: false },
      },
    ]);
  });

  test('without anything but its tests it changes nothing and has the usual threshold', () => {
    expect(parsePolicy(head, 'policy.yaml')).toEqual({
      version: 1,
      member: 'harbour-watch',
      hub: {},
      sharing: { 'TLP:AMBER+STRICT': [] },
      tests: './t.yaml',
      rules: [],
      aggregates: { minimumGroup: 5, allow: [] },
    });
  });

  test.each([
    ['a field for nobody', 'field: Person.birthDate\n    read: nobody'],
    ['a type', 'field: Person\n    read: { authenticated: true }'],
    ['why the contract withholds', 'field: Finding.text\n    otherwise: { withhold: { reason: OWNER } }'],
    ['a field not to be known of', 'field: Finding.text\n    visibility: PROTECTED'],
    [
      'where to ask',
      'field: A.b\n    read: nobody\n    otherwise: { withhold: { reason: TLP, requestAccessUrl: "https://ask.example/a" } }',
    ],
    ['totals apart', 'field: A.b\n    read: nobody\n    aggregate: { authenticated: true }'],
    ['records for nobody', 'records: Audit\n    deny: { reason: OWNER, disclose: true }'],
    [
      'records for all but some',
      'records: Audit\n    deny: { reason: OWNER, except: { org: [harbour-watch] } }',
    ],
  ])('%s', (_, rule) => {
    expect(parsePolicy(withRule(rule), 'policy.yaml').rules).toHaveLength(1);
  });

  test('an owner shares strict records, and lets totals be made up to AMBER where nothing else is said', () => {
    const policy = parsePolicy(
      `${head}sharing: { "TLP:AMBER+STRICT": [river-desk] }
aggregates: { allow: [{ records: Declaration, to: { authenticated: true }, dimensions: [YEAR] }] }
`,
      'policy.yaml',
    );
    expect(policy.sharing['TLP:AMBER+STRICT']).toEqual(['river-desk']);
    expect(policy.aggregates).toEqual({
      minimumGroup: 5,
      allow: [
        { records: 'Declaration', to: { authenticated: true }, dimensions: ['YEAR'], labels: 'TLP:AMBER' },
      ],
    });
  });
});

describe('a policy that is refused says where and why', () => {
  test.each<[string, string, string]>([
    [
      'no tests',
      'version: 1\nmember: harbour-watch\n',
      'tests, line 1: expected the file of its tests: a policy without tests is refused',
    ],
    ['another version', head.replace('1', '2'), 'version, line 1: Invalid input: expected 1'],
    [
      'no member',
      head.replace('harbour-watch', 'Harbour'),
      'member, line 2: expected an organisation such as "harbour-watch"',
    ],
    ['a key of no meaning', `${head}rule: []\n`, 'line 1: Unrecognized key: "rule"'],
    [
      'a rule of neither kind',
      withRule('read: { authenticated: true }'),
      'rules[0].field, line 5: Invalid input: expected string, received undefined',
    ],
    [
      'a coordinate of an argument',
      withRule('field: "A.b(c:)"\n    read: nobody'),
      'rules[0].field, line 5: expected a coordinate: "Type.field" or "Type"',
    ],
    ['nothing about reading', withRule('field: A.b'), 'rules[0].read, line 5: expected who may read it'],
    [
      'a mask for everybody',
      withRule('field: A.b\n    otherwise: { mask: YEAR }'),
      'rules[0].read, line 5: expected who may read it without the mask',
    ],
    [
      'a condition of nothing',
      withRule('field: A.b\n    visibility: PROTECTED\n    when: "true"'),
      'rules[0].when, line 7: expected only beside "read"',
    ],
    [
      'an end of nothing',
      withRule('field: A.b\n    visibility: PROTECTED\n    until: record.a'),
      'rules[0].until, line 7: expected only beside "read"',
    ],
    [
      'totals of nothing',
      withRule('field: A.b\n    visibility: PROTECTED\n    aggregate: { authenticated: true }'),
      'rules[0].aggregate, line 7: expected only beside "read"',
    ],
    [
      'a mask that is none',
      withRule('field: A.b\n    read: nobody\n    otherwise: { mask: MONTH }'),
      'rules[0].otherwise.mask, line 7: expected a mask, one of NULL, YEAR, ROUNDED, BAND, PARTIAL, TOKEN',
    ],
    [
      'a mask and a reason',
      withRule('field: A.b\n    read: nobody\n    otherwise: { mask: YEAR, withhold: { reason: TLP } }'),
      'rules[0].otherwise, line 7: expected either "mask" or "withhold"',
    ],
    [
      'an end that is no date of the record',
      withRule('field: A.b\n    read: nobody\n    until: publishedAt'),
      'rules[0].until, line 7: expected a date of the record, such as "record.publishedAt"',
    ],
    [
      'everybody by name',
      withRule('field: A.b\n    read: everybody'),
      'rules[0].read, line 6: expected "nobody", or what is asked of a caller',
    ],
    [
      'a grant that asks nothing',
      withRule('field: A.b\n    read: {}'),
      'rules[0].read, line 6: expected at least one thing that is asked of a caller',
    ],
    [
      'scopes that are open',
      withRule('field: A.b\n    read: { scopes: [[]] }'),
      'rules[0].read.scopes[0], line 6: Too small: expected array to have >=1 items',
    ],
    [
      'scopes as a flat list',
      withRule('field: A.b\n    read: { scopes: [a] }'),
      'rules[0].read.scopes[0], line 6: Invalid input: expected array, received string',
    ],
    [
      'a purpose in small letters',
      withRule('field: A.b\n    read: { purpose: [research] }'),
      'rules[0].read.purpose[0], line 6: expected a purpose such as INVESTIGATION',
    ],
    [
      'both allow and deny',
      withRule('records: Audit\n    allow: { authenticated: true }\n    deny: { reason: TLP }'),
      'rules[0], line 5: expected either "allow" or "deny"',
    ],
    [
      'neither allow nor deny',
      withRule('records: Audit'),
      'rules[0], line 5: expected either "allow" or "deny"',
    ],
    [
      'a reason that is none',
      withRule('records: Audit\n    deny: { reason: WHIM }'),
      'rules[0].deny.reason, line 6: expected a reason, one of EMBARGO, TLP, PURPOSE, OWNER',
    ],
    [
      'a label that is none',
      `${head}hub: { ceiling: { clearance: "TLP:WHITE" } }\n`,
      'hub.ceiling.clearance, line 4: expected a label, one of TLP:RED, TLP:AMBER+STRICT, TLP:AMBER, TLP:GREEN, TLP:CLEAR',
    ],
    [
      'a star in the middle',
      `${head}hub: { ceiling: { scopes: ["a*b"] } }\n`,
      'hub.ceiling.scopes[0], line 4: expected a scope, or its beginning and "*"',
    ],
    [
      'groups of one',
      `${head}aggregates: { minimumGroup: 1 }\n`,
      'aggregates.minimumGroup, line 4: Too small: expected number to be >=2',
    ],
    [
      'a label nobody can share',
      `${head}sharing: { "TLP:RED": [river-desk] }\n`,
      'sharing, line 4: Unrecognized key: "TLP:RED"',
    ],
    [
      'an address to run',
      withRule(
        'field: A.b\n    read: nobody\n    otherwise: { withhold: { reason: TLP, requestAccessUrl: "javascript:x" } }',
      ),
      'rules[0].otherwise.withhold.requestAccessUrl, line 7: expected an address that begins with https://',
    ],
  ])('%s', (_, text, fault) => {
    expect(refusal(text)).toBe(`Policy "policy.yaml" is not valid: ${fault}.`);
  });

  test('all faults at once', () => {
    const message = refusal(
      `${head.replace('1', '2')}rules:\n  - field: "?"\n    read: nobody\n  - records: x\n`,
    );
    expect(message).toContain('version, line 1');
    expect(message).toContain('rules[0].field, line 5');
    expect(message).toContain('rules[1].records, line 7');
  });

  test('a condition whose "!" YAML takes for its own', () => {
    expect(refusal(withRule('field: A.b\n    read: nobody\n    when: !has(record.c)'))).toMatch(
      /^Expected YAML in "policy.yaml": Unresolved tag: !has/,
    );
  });

  test('a key that stands twice', () => {
    expect(refusal(`${head}member: river-desk\n`)).toMatch(
      /^Expected YAML in "policy.yaml": Map keys must be unique/,
    );
  });
});

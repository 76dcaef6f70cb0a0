import { describe, expect, test } from 'vitest';
import { callerClasses } from '../../../../shared/policy/caller-classes.js';
import { compiledOf, owner, withRules } from './report-policy.js';

const names = (...yaml: readonly (string | undefined)[]) =>
  callerClasses(yaml.map((text) => compiledOf(text))).map(({ name }) => name);

/** What every policy tells apart: its contract asks for three sets of scopes. */
const always = [
  'anonymous',
  'signed in',
  'of a member',
  `of ${owner}`,
  ...['reports:read', 'reports:all reports:extra', 'findings:read'].flatMap((scopes) => [
    `signed in, with scopes ${scopes}`,
    `of a member, with scopes ${scopes}`,
    `of ${owner}, with scopes ${scopes}`,
  ]),
];

describe('callers are told apart', () => {
  test('by what the contract asks alone', () => {
    expect(names(undefined).toSorted()).toEqual(always.toSorted());
    expect(names(withRules('{ field: Plain.a, read: nobody }')).toSorted()).toEqual(always.toSorted());
  });

  test.each<[string, string, string[]]>([
    [
      'by scopes and purposes, each alone and both together',
      withRules('{ field: Plain.a, read: { scopes: [[a]], purpose: [AUDIT] } }'),
      ['with scopes a', 'for AUDIT', 'with scopes a, for AUDIT'].flatMap((what) => [
        `signed in, ${what}`,
        `of a member, ${what}`,
        `of ${owner}, ${what}`,
      ]),
    ],
    [
      'by organisations and proofs',
      withRules('{ field: Plain.a, read: { org: [river-desk], proof: caller } }'),
      [
        'of river-desk',
        'of river-desk, proven',
        'signed in, proven',
        'of a member, proven',
        `of ${owner}, proven`,
      ],
    ],
    [
      'by whom rules on records allow and except',
      withRules(
        '{ records: Report, allow: { org: [river-desk] } }',
        '{ records: Memo, deny: { reason: OWNER, except: { org: [field-post] } } }',
        '{ records: Memo, deny: { reason: OWNER } }',
      ),
      ['of river-desk', 'of field-post'],
    ],
    [
      'by who may have totals, and with whom strict records are shared',
      'sharing: { "TLP:AMBER+STRICT": [field-post] }\naggregates: { allow: [{ records: Report, to: { org: [river-desk] }, dimensions: [] }] }\n',
      ['of field-post', 'of river-desk'],
    ],
    [
      'by what totals of a field ask',
      withRules('{ field: Plain.a, read: nobody, aggregate: { org: [river-desk] } }'),
      ['of river-desk'],
    ],
  ])('%s', (_, yaml, more) => {
    expect(names(yaml).toSorted()).toEqual([...always, ...more].toSorted());
  });

  test('each once, by all policies together, and no policy tells any apart', () => {
    const yaml = withRules('{ field: Plain.a, read: { org: [river-desk] } }');
    expect(names(yaml, yaml).toSorted()).toEqual([...always, 'of river-desk'].toSorted());
    expect(callerClasses([]).map(({ name }) => name)).toEqual([
      'anonymous',
      'signed in',
      'of a member',
      'of ',
    ]);
  });

  test('as those who are just that', () => {
    const classes = callerClasses([
      compiledOf(withRules('{ field: Plain.a, read: { scopes: [[a]], purpose: [AUDIT], proof: caller } }')),
    ]);
    const callerOf = (name: string) => classes.find((one) => one.name === name)?.caller;
    expect(callerOf('signed in, with scopes a, for AUDIT, proven')).toEqual({
      ...{ kind: 'person', subject: 'class', organization: null, isMember: false, isProven: true },
      ...{ scopes: ['a'], clearance: 'TLP:GREEN', purpose: 'AUDIT' },
    });
    expect(callerOf('of a member')).toMatchObject({
      ...{ organization: 'a member', isMember: true, isProven: false, scopes: [] },
      ...{ clearance: 'TLP:RED', purpose: null },
    });
  });
});

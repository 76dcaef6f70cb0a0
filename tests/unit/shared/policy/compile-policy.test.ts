import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { AccordError } from '../../../../shared/errors/accord-error.js';
import { failing } from '../../../../shared/policy/compile-field-rules.js';
import { compilePolicy } from '../../../../shared/policy/compile-policy.js';
import { compiledOf, partsOf, reportContract, withRules } from './report-policy.js';

function refusal(yaml: string): string {
  try {
    compiledOf(yaml);
  } catch (error) {
    expect(error).toMatchObject({ name: 'AccordError', code: 'BAD_POLICY' });
    return (error instanceof Error ? error.message : '').replace(
      /^Policy "harbour-watch" is not valid: /,
      '',
    );
  }
  return 'none';
}

describe('a rule that cannot hold is refused', () => {
  test.each<[string, string, string]>([
    [
      'a field that is not there',
      '{ field: Report.author, read: nobody }',
      'rules[0].field: expected a field or a type of the contracts, got "Report.author".',
    ],
    [
      'a type that is not there',
      '{ field: Novel, read: nobody }',
      'rules[0].field: expected a field or a type of the contracts, got "Novel".',
    ],
    [
      'a field of a type that is not there',
      '{ field: Novel.title, read: nobody }',
      'rules[0].field: expected a field or a type of the contracts, got "Novel.title".',
    ],
    [
      'what is given in',
      '{ field: Filter, read: nobody }',
      'rules[0].field: expected a field or a type of the contracts, got "Filter".',
    ],
    [
      'a field given in',
      '{ field: Filter.a, read: nobody }',
      'rules[0].field: expected a field or a type of the contracts, got "Filter.a".',
    ],
    [
      'a constant',
      '{ field: Mood.CALM, read: nobody }',
      'rules[0].field: expected a field or a type of the contracts, got "Mood.CALM".',
    ],
    [
      'an id',
      '{ field: Report.id, read: nobody }',
      'rules[0].field: expected a field that can be protected: "Report.id" says whose record it is.',
    ],
    [
      'a mask of an id',
      '{ field: Report.id, read: { authenticated: true }, otherwise: { mask: TOKEN } }',
      'rules[0].field: expected a field that can be protected: "Report.id" says whose record it is; rules[0].otherwise: expected a mask that "Report.id" of type "ID" can have, got TOKEN.',
    ],
    [
      'the owner',
      '{ field: Report.member, read: nobody }',
      'rules[0].field: expected a field that can be protected: "Report.member" says whose record it is.',
    ],
    [
      'a year of a text',
      '{ field: Report.title, read: nobody, otherwise: { mask: YEAR } }',
      'rules[0].otherwise: expected a mask that "Report.title" of type "String" can have, got YEAR.',
    ],
    [
      'a band of a text',
      '{ field: Report.title, read: nobody, otherwise: { mask: BAND } }',
      'rules[0].otherwise: expected a mask that "Report.title" of type "String" can have, got BAND.',
    ],
    [
      'a band of a decimal',
      '{ field: Money.amount, read: nobody, otherwise: { mask: BAND } }',
      'rules[0].otherwise: expected a mask that "Money.amount" of type "Decimal" can have, got BAND.',
    ],
    [
      'a rounded text',
      '{ field: Report.title, read: nobody, otherwise: { mask: ROUNDED } }',
      'rules[0].otherwise: expected a mask that "Report.title" of type "String" can have, got ROUNDED.',
    ],
    [
      'a part of a date',
      '{ field: Report.publishedAt, read: nobody, otherwise: { mask: PARTIAL } }',
      'rules[0].otherwise: expected a mask that "Report.publishedAt" of type "PartialDate" can have, got PARTIAL.',
    ],
    [
      'a token of a number',
      '{ field: Report.year, read: nobody, otherwise: { mask: TOKEN } }',
      'rules[0].otherwise: expected a mask that "Report.year" of type "Int" can have, got TOKEN.',
    ],
    [
      'nothing where something must be',
      '{ field: Report.kind, read: nobody, otherwise: { mask: "NULL" } }',
      'rules[0].otherwise: expected a mask that "Report.kind" of type "Mood" can have, got NULL.',
    ],
    [
      'an end that is no date',
      '{ field: Report.title, read: nobody, until: record.year }',
      'rules[0].until: Expected a date, got "record.year".',
    ],
    [
      'an end that is not there',
      '{ field: Report.title, read: nobody, until: record.endedAt }',
      'rules[0].until: Expected a field of "Report", got "endedAt".',
    ],
    [
      'a condition of what is not there',
      '{ field: Report.title, read: nobody, when: record.mood == "CALM" }',
      'rules[0].when: Expected a field of "Report", got "mood" at character 1.',
    ],
    [
      'a condition that is none',
      '{ field: Report.title, read: nobody, when: record.kind }',
      'rules[0].when: Expected a condition, got "record.kind" at character 1.',
    ],
    [
      'a condition of a type without fields',
      '{ field: Mood, read: nobody, when: caller.isMember }',
      'rules[0].field: expected a type with fields of the contracts, got "Mood".',
    ],
    [
      'a record type that is not there',
      '{ records: Novel, deny: { reason: TLP } }',
      'rules[0].records: expected a record type of the member (Report, Memo), got "Novel".',
    ],
    [
      'a condition of records without a key',
      '{ records: Memo, when: has(record.text), deny: { reason: TLP } }',
      'rules[0].when: Expected a field that a key of "Memo" holds (record.handling.tlp, record.handling.embargoUntil), got "record.text" at character 5.',
    ],
    [
      'a condition of all records that only some have',
      '{ records: "*", when: has(record.kind), deny: { reason: TLP } }',
      'rules[0].when: Expected a field that a key of "Memo" holds (record.handling.tlp, record.handling.embargoUntil), got "record.kind" at character 5.',
    ],
    [
      'a constant that is not of the enum',
      `{ records: Report, when: 'has(record.kind) && record.kind == "SAD"', deny: { reason: TLP } }`,
      'rules[0].when: Expected one of CALM, GRIM, got "SAD" at character 36.',
    ],
  ])('%s', (_, rule, fault) => {
    expect(refusal(withRules(rule))).toBe(fault);
  });

  test('the file of another member', () => {
    const parts = { ...partsOf(''), member: 'river-desk' };
    expect(() => compilePolicy(parts)).toThrow(
      'Policy "river-desk" is not valid: member: expected "river-desk", got "harbour-watch".',
    );
  });

  test('totals of a record type that is not there', () => {
    expect(
      refusal('aggregates: { allow: [{ records: Novel, to: { authenticated: true }, dimensions: [] }] }\n'),
    ).toBe('aggregates.allow[0].records: expected a record type of the member (Report, Memo), got "Novel".');
  });

  test('all faults at once, each told once', () => {
    const fault = refusal(
      withRules(
        '{ field: Report.author, read: nobody }',
        '{ records: "*", when: caller.isMember &&, deny: { reason: TLP } }',
        '{ records: Novel, deny: { reason: TLP } }',
        '{ field: Plain, read: nobody, when: caller.isMember && }',
      ),
    );
    expect(fault.split('; ')).toEqual([
      'rules[0].field: expected a field or a type of the contracts, got "Report.author"',
      'rules[3].when: Expected a value, got the end at character 19',
      'rules[1].when: Expected a value, got the end at character 19',
      'rules[2].records: expected a record type of the member (Report, Memo), got "Novel".',
    ]);
  });
});

describe('where a rule holds', () => {
  const ships = parse(`
    scalar Money
    type Ship { name: String identity: String memberFirm: Firm next: Ship ratio: Float fee: Money }
    type Firm { id: ID! owned: Ship }
    interface Named { name: String }
    type Boat implements Named { name: String seenAt: DateTime }
    type Port { boat: Boat }
    scalar DateTime
  `);
  const compiled = (...rules: readonly string[]) =>
    compilePolicy({ ...partsOf(withRules(...rules)), contracts: [ships], recordTypes: [] });
  const placesOf = (...rules: readonly string[]) =>
    [...compiled(...rules).fields.values()].flatMap(({ coordinate, rules: placed }) =>
      placed.map(({ index }) => `${coordinate} ${index}`),
    );
  const faultOf = (...rules: readonly string[]) => {
    try {
      compiled(...rules);
    } catch (error) {
      return error instanceof Error ? error.message : '';
    }
    return 'none';
  };

  test.each<[string, string, string[]]>([
    ['a field', 'field: Ship.identity, read: nobody', ['Ship.identity 0']],
    [
      'all fields of a type and what gives it, each once',
      'field: Ship, read: nobody',
      ['name', 'identity', 'memberFirm', 'next', 'ratio', 'fee']
        .map((name) => `Ship.${name} 0`)
        .concat('Firm.owned 0'),
    ],
    ['not what says whose it is', 'field: Firm, read: nobody', ['Ship.memberFirm 0', 'Firm.owned 0']],
    ['its types, of an interface', 'field: Named.name, read: nobody', ['Named.name 0', 'Boat.name 0']],
    [
      'nothing but its fields, where it ends by itself',
      'field: Boat, read: nobody, until: record.seenAt',
      ['Boat.name 0', 'Boat.seenAt 0'],
    ],
  ])('%s', (_, rule, places) => {
    expect(placesOf(`{ ${rule} }`)).toEqual(places);
  });

  test('of several rules each', () => {
    expect(
      placesOf('{ field: Ship.name, read: nobody }', '{ field: Ship.name, read: { authenticated: true } }'),
    ).toEqual(['Ship.name 0', 'Ship.name 1']);
  });

  test.each([
    ['{ field: Ship.ratio, read: nobody, otherwise: { mask: ROUNDED } }', 'none'],
    ['{ field: Ship.fee, read: nobody, otherwise: { mask: BAND } }', 'of type "Money" can have, got BAND'],
    ['{ field: Ship.next, read: nobody, otherwise: { mask: BAND } }', 'of type "Ship" can have, got BAND'],
    ['{ field: Ship.crew, read: nobody }', 'got "Ship.crew"'],
  ])('%s: %s', (rule, words) => {
    expect(faultOf(rule)).toContain(words);
  });

  test('one fault is told once, however many fields it is about', () => {
    const fault = faultOf('{ field: Ship, read: nobody, when: record.mood == "CALM" }');
    expect(fault.match(/Expected a field of "Ship", got "mood"/g)).toHaveLength(1);
  });

  test('what is no fault of an expression is none of the rule', () => {
    const broken = (error: Error) => () =>
      failing(
        () => {
          throw error;
        },
        () => undefined,
      );
    expect(broken(new TypeError('odd'))).toThrow('odd');
    expect(broken(new AccordError('BAD_CONTRACT', 'Odd.'))).toThrow('Odd.');
    expect(broken(new AccordError('BAD_POLICY', 'Odd.'))()).toBeUndefined();
  });
});

describe('a rule that asks less than the contract is refused', () => {
  const fault = (field: string) =>
    `rules[0].read: expected no less than the contract asks for "${field}", which stays in force.`;
  test.each<[string, string, boolean]>([
    ['Report.summary', '{ authenticated: true }', true],
    ['Report.summary', '{ scopes: [["reports:read"], ["reports:all"]] }', true],
    ['Report.summary', '{ scopes: [["reports:read"], ["reports:all", "reports:extra"]] }', false],
    ['Report.summary', '{ scopes: [["reports:read"]] }', false],
    ['Report.summary', '{ scopes: [["reports:read"], ["other"]] }', false],
    ['Report.summary', '{ authenticated: true, purpose: [AUDIT] }', false],
    ['Report.summary', '{ authenticated: true, proof: caller }', false],
    ['Report.notes', '{ authenticated: true }', false],
    ['Report.notes', '{ scopes: [[a]] }', false],
    ['Report.title', '{ authenticated: true }', false],
    ['Report.theory', '{ authenticated: true }', true],
    ['Report.theory', '{ org: [harbour-watch] }', true],
    ['Report.theory', '{ org: [harbour-watch, river-desk] }', true],
    ['Report.theory', '{ org: [river-desk] }', false],
    ['Report.leads', '{ authenticated: true }', true],
    ['Report.leads', '{ org: [harbour-watch] }', false],
    ['Report.payer', '{ authenticated: true }', false],
    ['Finding', '{ authenticated: true }', true],
    ['Finding', '{ scopes: [["findings:read"]] }', false],
    ['Report.summary', 'nobody', false],
  ])('%s for %s: %s', (field, read, isRefused) => {
    expect(refusal(withRules(`{ field: ${field}, read: ${read} }`))).toBe(isRefused ? fault(field) : 'none');
  });
});

describe('masks that fit', () => {
  test.each([
    ['Report.title', 'NULL'],
    ['Report.publishedAt', 'YEAR'],
    ['Handling.embargoUntil', 'YEAR'],
    ['Money.amount', 'ROUNDED'],
    ['Report.year', 'ROUNDED'],
    ['Report.value', 'ROUNDED'],
    ['Report.value', 'BAND'],
    ['Report.title', 'PARTIAL'],
    ['Report.tags', 'TOKEN'],
  ])('%s as %s', (field, mask) => {
    expect(refusal(withRules(`{ field: ${field}, read: nobody, otherwise: { mask: "${mask}" } }`))).toBe(
      'none',
    );
  });
});

describe('what the contracts say', () => {
  test('what several contracts share is asked once', () => {
    const { fields } = compilePolicy({ ...partsOf(undefined), contracts: [reportContract, reportContract] });
    expect(fields.get('Report.leads')?.access).toEqual({
      authenticated: false,
      scopes: [],
      policies: [[['member']]],
    });
    expect(fields.get('Person.birthDate')?.masks).toEqual([{ to: 'YEAR', unless: [['owner']] }]);
  });

  test('what several contracts ask of one field is asked together', () => {
    const other = parse(`
      extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@authenticated", "@requiresScopes"])
      type Plain { a: String @requiresScopes(scopes: [["s"]]) b: String @authenticated }
    `);
    const { fields } = compilePolicy({ ...partsOf(undefined), contracts: [reportContract, other] });
    expect(fields.get('Plain.a')?.access).toEqual({ authenticated: false, scopes: [[['s']]], policies: [] });
    expect(fields.get('Plain.b')?.access).toEqual({ authenticated: true, scopes: [], policies: [] });
  });

  test('a field asks for itself, its type and what it gives', () => {
    const { fields } = compiledOf();
    expect(fields.get('Finding.text')?.access).toEqual({
      authenticated: false,
      scopes: [[['findings:read']]],
      policies: [[['owner'], ['published']]],
    });
    expect(fields.get('Report.findings')?.access.scopes).toEqual([[['findings:read']]]);
  });

  test('a directive that is not known as it stands is refused', () => {
    const bad = parse(`
      extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@requiresScopes"])
      type Plain { a: String @requiresScopes(scopes: ["flat"]) }
    `);
    expect(() => compilePolicy({ ...partsOf(undefined), contracts: [bad] })).toThrow(
      expect.objectContaining({ code: 'BAD_CONTRACT' }),
    );
  });
});

describe('the revision', () => {
  const revision = (yaml?: string): string => compiledOf(yaml).revision;

  test('is the same for the same policy', () => {
    expect(revision(withRules('{ field: Plain.a, read: nobody }'))).toBe(
      revision(withRules('{ field: Plain.a, read: nobody }')),
    );
    expect(revision()).toMatch(/^[\w-]{43}$/);
  });

  test('is another for another file, contract, set of types or member', () => {
    const more = parse('type Plain { c: String }');
    const stricter = parse(`
      extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@authenticated"])
      type Plain { a: String @authenticated }
    `);
    const revisions = [
      revision(),
      revision(''),
      revision(withRules('{ field: Plain.a, read: nobody }')),
      revision(withRules('{ field: Plain.b, read: nobody }')),
      compilePolicy({ ...partsOf(undefined), contracts: [reportContract, more] }).revision,
      compilePolicy({ ...partsOf(undefined), contracts: [reportContract, stricter] }).revision,
      compilePolicy({ ...partsOf(undefined), recordTypes: [] }).revision,
      compilePolicy({ ...partsOf(undefined), member: 'river-desk' }).revision,
    ];
    expect(new Set(revisions).size).toBe(revisions.length);
  });
});

import { describe, expect, test } from 'vitest';
import { domains } from '../../../../shared/domain/domains.js';
import { namingTypes, type PartyMentions, readMentions } from '../../../../shared/kit/party-mentions.js';
import type { RecordAudience } from '../../../../shared/policy/record-audience.js';
import type { RecordInput } from '../../../../shared/store/record-store.js';
import { domainModules } from '../../../../subgraphs/wire.js';
import { contractPolicy } from '../../../fixtures/contract-policy.js';
import { fillStore, inventedDeclaration } from '../../../fixtures/invented-records.js';
import { memoryStore, testMember } from '../../../fixtures/start-test-member.js';

const now = new Date('2026-03-01T12:00:00.000Z');
const types = namingTypes(domainModules(domains));

async function mentionsIn(records: readonly RecordInput[], policy?: string): Promise<PartyMentions> {
  const store = memoryStore();
  await fillStore(store, records);
  return readMentions({
    ...{ store, types, now, signal: new AbortController().signal },
    policy: contractPolicy(testMember, policy),
  });
}

function policyWith(rules: string): string {
  return `version: 1\nmember: ${testMember}\ntests: ./policy.tests.yaml\nrules:\n${rules}`;
}

const open = (tlp: RecordAudience['tlp']): RecordAudience => ({ tlp, sharedWith: [], requires: [] });

function declaration(i: number, tlp = 'TLP:CLEAR', embargoUntil?: string): RecordInput[] {
  return inventedDeclaration(i, { handling: { tlp, ...(embargoUntil !== undefined && { embargoUntil }) } });
}

describe('who may know of a record that names a party', () => {
  test('all types of the contracts that name parties count', () => {
    expect(types.map(({ type }) => type.name).sort()).toEqual([
      'Audit',
      'BudgetLine',
      'ContractingProcess',
      'CourtCase',
      'Declaration',
      'Investigation',
      'Sanction',
      'SpendingTransaction',
    ]);
  });

  test('is who may know of the record, and nobody for whom it names where the contract shows members alone', async () => {
    const mentions = await mentionsIn([...declaration(1), ...declaration(2, 'TLP:GREEN')]);
    expect(Object.fromEntries(mentions)).toEqual({
      'p-1': open('TLP:CLEAR'),
      'o-1': open('TLP:CLEAR'),
      'p-2': open('TLP:GREEN'),
      'o-2': open('TLP:GREEN'),
    });
  });

  test('is by the most open of several records, whatever their order', async () => {
    const later = '2027-01-01T00:00:00.000Z';
    const records = [
      ...declaration(1, 'TLP:GREEN'),
      ...declaration(8, 'TLP:CLEAR', later),
      ...declaration(15, 'TLP:AMBER'),
    ];
    for (const some of [records, [...records].reverse()]) {
      expect((await mentionsIn(some)).get('o-1')).toEqual(open('TLP:GREEN'));
    }
    expect((await mentionsIn(records)).get('p-8')).toEqual({ ...open('TLP:CLEAR'), embargoUntil: later });
  });

  test('is members where a rule keeps the place from the public, and nobody where it keeps it from any member', async () => {
    const rule = (read: string) => policyWith(`  - field: Declaration.positions\n    read: ${read}\n`);
    const records = [...declaration(1), ...declaration(2, 'TLP:AMBER+STRICT')];
    const byMembers = await mentionsIn(records, rule('{ authenticated: true }'));
    expect(byMembers.get('p-1')).toEqual(open('TLP:AMBER'));
    expect(byMembers.get('p-2')).toMatchObject({ tlp: 'TLP:AMBER+STRICT' });
    expect((await mentionsIn(records, rule('{ scopes: [["positions"]] }'))).size).toBe(0);
  });

  test('is nobody where a rule of the owner decides by record about places that the contract opens in part', async () => {
    const rule = policyWith(
      '  - field: Income.payer\n    when: has(record.kind) && record.kind == "salary"\n    read: { scopes: [["incomes"]] }\n',
    );
    expect((await mentionsIn(declaration(1), rule)).size).toBe(0);
  });
});

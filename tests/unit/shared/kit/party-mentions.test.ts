import { describe, expect, test } from 'vitest';
import { demoMembers, demoSeed } from '../../../../cli/demo/coalition.js';
import { generateMember } from '../../../../cli/demo/generate-member.js';
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
const { signal } = new AbortController();

async function mentionsIn(records: readonly RecordInput[], policy?: string): Promise<PartyMentions> {
  const store = memoryStore();
  await fillStore(store, records);
  return readMentions({ store, types, now, signal, policy: contractPolicy(testMember, policy) });
}

function policyWith(rules: string): string {
  return `version: 1\nmember: ${testMember}\ntests: ./policy.tests.yaml\nrules:\n${rules}`;
}

const members: RecordAudience = { tlp: 'TLP:AMBER', sharedWith: [], requires: [] };
const open = (tlp: RecordAudience['tlp']): RecordAudience => ({ tlp, sharedWith: [], requires: [] });

function declaration(i: number, tlp = 'TLP:CLEAR', embargoUntil?: string): RecordInput[] {
  return inventedDeclaration(i, { handling: { tlp, ...(embargoUntil !== undefined && { embargoUntil }) } });
}

describe('who may know of a record that names a party', () => {
  test('is who may know of the record, and nobody for whom it names where the contract shows members alone', async () => {
    const mentions = await mentionsIn([...declaration(1), ...declaration(2, 'TLP:GREEN')]);
    expect(Object.fromEntries(mentions)).toEqual({
      ...{ 'p-1': open('TLP:CLEAR'), 'o-1': open('TLP:CLEAR'), 's-1': open('TLP:AMBER') },
      ...{ 'p-2': open('TLP:GREEN'), 'o-2': open('TLP:GREEN'), 's-2': open('TLP:AMBER') },
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

  test.each<[string, string, string, RecordAudience | undefined]>([
    ['a field that a rule leaves to who signed in', 'Declarant.person', '{ authenticated: true }', members],
    ['one that takes a scope', 'Declarant.person', '{ scopes: [["people"]] }', undefined],
    ['one above it', 'Declaration.declarant', '{ scopes: [["people"]] }', undefined],
    ['all that people are', 'Person', '{ scopes: [["people"]] }', undefined],
    ['all of the record', 'Declaration', 'nobody', undefined],
    ['another field', 'Declaration.positions', 'nobody', open('TLP:CLEAR')],
  ])('takes into account %s', async (_, field, read, audience) => {
    const mentions = await mentionsIn(declaration(1), policyWith(`  - field: ${field}\n    read: ${read}\n`));
    expect(mentions.get('p-1')).toEqual(audience);
  });

  test('is decided record by record where a rule says so', async () => {
    const rule = policyWith(`  - field: Declarant.person
    when: has(record.post) && record.post == "Harbour master"
    read: { scopes: [["people"]] }
`);
    const [other, ...parties] = inventedDeclaration(2, {
      declarant: { person: { ref: 'Person', id: 'p-2' }, post: 'Pilot' },
    });
    const records = [...declaration(1), ...(other === undefined ? [] : [other]), ...parties];
    const mentions = await mentionsIn(records, rule);
    expect([mentions.get('p-1'), mentions.get('p-2')]).toEqual([undefined, open('TLP:CLEAR')]);
  });

  test('of the demo is everybody where records are found by their parties, which are the open ones by the contract', async () => {
    const policy = contractPolicy(testMember);
    for (const member of demoMembers.slice(0, 3)) {
      const rows = [...generateMember(member, demoSeed).rows].flat();
      const store = memoryStore();
      await fillStore(store, rows);
      const mentions = await readMentions({ store, types, now, signal, policy });
      const found = new Set<string>();
      for (const { type, body } of rows) {
        const audience = policy.audience(type, now)(body);
        const key = domainModules(domains)
          .flatMap(({ recordTypes }) => recordTypes)
          .find(({ name }) => name === type)?.keys['party'];
        const isOpen = audience?.tlp === 'TLP:CLEAR' && audience.embargoUntil === undefined;
        for (const party of isOpen && key?.kind === 'terms' ? key.of(body) : []) {
          found.add(party);
        }
      }
      const isForAll = ({ tlp, embargoUntil }: RecordAudience) =>
        tlp === 'TLP:CLEAR' && embargoUntil === undefined;
      expect([...mentions].flatMap(([party, of]) => (isForAll(of) ? [party] : [])).sort()).toEqual(
        [...found].sort(),
      );
    }
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { domains } from '../../shared/domain/domains.js';
import { createLogger } from '../../shared/log/logger.js';
import { openSqliteStore } from '../../shared/store/sqlite/open-sqlite-store.js';
import { recordTypesOf } from '../../subgraphs/wire.js';
import { contractPolicy } from '../fixtures/contract-policy.js';
import { fillStore, inventedDeclaration, inventedPerson } from '../fixtures/invented-records.js';
import { ownCaller } from '../fixtures/own-caller.js';
import { startTestMember, type TestMember, testMember } from '../fixtures/start-test-member.js';

const embargoRule = `
version: 1
member: ${testMember}
tests: ./policy.tests.yaml
rules:
  - records: "*"
    when: has(record.handling.embargoUntil) && record.handling.embargoUntil > now
    deny: { reason: EMBARGO }
`;
const over = '2020-01-01T00:00:00.000Z';
const lasting = '2040-01-01T00:00:00.000Z';

/** A declaration and its declarant, as the person's own record is handled. */
function declaredBy(i: number, handling: Readonly<Record<string, unknown>>) {
  const [declaration] = inventedDeclaration(i, { incomes: [], realEstate: [] });
  const person = { ...inventedPerson(`p-${i}`, `Person ${i}`), body: { name: `Person ${i}`, handling } };
  return declaration === undefined ? [person] : [declaration, person];
}

/** Far more people that everybody may know of than a store may look through for one question. */
const crowd = Array.from({ length: 400 }, (_, i) => ({
  ...inventedPerson(`c-${i}`, `Somebody ${i}`),
  body: { name: `Somebody ${i}`, handling: { tlp: 'TLP:CLEAR', ...(i % 2 === 0 && { embargoUntil: over }) } },
}));

const folder = mkdtempSync(join(tmpdir(), 'accord-parties-'));
const store = openSqliteStore({
  ...{ folder, member: testMember, types: recordTypesOf(domains), scanBudget: 50 },
  now: () => new Date('2026-01-31T09:30:00.000Z'),
  logger: createLogger({ name: 'test', level: 'silent' }),
});
const members: TestMember[] = [];

beforeAll(async () => {
  await fillStore(store, [
    ...declaredBy(1, { tlp: 'TLP:CLEAR' }),
    ...declaredBy(2, { tlp: 'TLP:RED' }),
    ...declaredBy(3, {}),
    ...declaredBy(4, { tlp: 'TLP:CLEAR', embargoUntil: lasting }),
    ...declaredBy(5, { tlp: 'TLP:CLEAR', embargoUntil: over }),
    ...crowd,
  ]);
  for (const text of [undefined, embargoRule]) {
    members.push(await startTestMember({ store, policy: contractPolicy(testMember, text) }));
  }
});
afterAll(async () => {
  await Promise.all(members.map((member) => member.stop()));
  rmSync(folder, { recursive: true, force: true });
});

const query = `query($filter: DeclarationFilter) {
  declarations(filter: $filter, orderBy: [{ field: DECLARANT_NAME }]) { edges { node { id } } }
}`;

describe('a search by parties at a member of many that everybody may know of', () => {
  const ids = (...numbers: number[]) => numbers.map((i) => ({ node: { id: `${testMember}:d-${i}` } }));
  const text = { text: 'person' };
  test.each([
    ['by the labels alone', 0, undefined, text, ids(1, 5)],
    ['by a rule of its own', 1, undefined, text, ids(1, 5)],
    ['of one who is not hidden', 0, undefined, { party: { eq: `${testMember}:p-5` } }, ids(5)],
    ['of one who is', 0, undefined, { party: { eq: `${testMember}:p-3` } }, []],
    ['by its own people', 0, ownCaller(testMember), text, ids(1, 2, 3, 4, 5)],
    ['by its own people, whom the rule does not spare', 1, ownCaller(testMember), text, ids(1, 2, 3, 5)],
  ])('finds all that name nobody who is hidden: %s', async (_, at, caller, filter, edges) => {
    const answer = await members[at]?.ask('asset-declarations', query, { filter }, caller && { caller });
    expect(answer?.json).toEqual({ data: { declarations: { edges } } });
  });
});

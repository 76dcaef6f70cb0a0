import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type SecretCaller,
  type SecretCoalition,
  startSecretCoalition,
} from '../fixtures/secret-coalition.js';
import { secretAt, secretMarks } from '../fixtures/secret-marks.js';

const keepers = ['alder', 'birch'] as const;
const absent = (mark: string) => mark.replace(/^hid-\w+/, 'hid-nowhere');

let coalition: SecretCoalition;
beforeAll(async () => {
  coalition = await startSecretCoalition();
}, 60_000);
afterAll(() => coalition.stop());

/** Lists under ten filters at a time, of which each has a text of its own in it. */
const lists: readonly [list: string, type: string, filterOf: (mark: string, member: string) => object][] = [
  ['declarations', 'DeclarationFilter', (mark) => ({ text: mark })],
  ['declarations', 'DeclarationFilter', (mark, member) => ({ party: { eq: `${member}:p-${mark}` } })],
  ['declarations', 'DeclarationFilter', (mark) => ({ not: { category: { eq: mark } } })],
  ['investigations', 'InvestigationFilter', (mark) => ({ or: [{ text: mark }, { offences: { eq: mark } }] })],
  ['investigations', 'InvestigationFilter', (mark) => ({ identifier: { eq: `XX-TEST:${mark}` } })],
  ['courtCases', 'CourtCaseFilter', (mark) => ({ and: [{ text: mark }] })],
  ['courtCases', 'CourtCaseFilter', (mark, member) => ({ party: { eq: `${member}:p-${mark}` } })],
  ['transactions', 'SpendingTransactionFilter', (mark) => ({ text: mark })],
  ['transactions', 'SpendingTransactionFilter', (mark, member) => ({ party: { ne: `${member}:p-${mark}` } })],
];

const hiddenFrom = (caller: SecretCaller, member: string) =>
  secretMarks(member).flatMap(({ text, isShownTo }) =>
    text.startsWith('hid-') && !isShownTo(caller) ? [text] : [],
  );

function inTens<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / 10) }, (_, i) => all.slice(i * 10, i * 10 + 10));
}

async function ask(
  caller: SecretCaller,
  [list, type]: readonly [string, string, unknown],
  filters: readonly object[],
) {
  const types = filters.map((_, i) => `$v${i}: ${type}`).join(', ');
  const found = '{ edges { node { id } } pageInfo { hasNextPage complete } totalCount { value relation } }';
  const fields = filters.map((_, i) => `r${i}: ${list}(filter: $v${i}) ${found}`).join(' ');
  const { status, data, errors, extensions } = await coalition.hub.ask(`query(${types}) { ${fields} }`, {
    headers: caller.headers,
    variables: Object.fromEntries(filters.map((filter, i) => [`v${i}`, filter])),
  });
  return { status, data, errors, extensions };
}

describe('a text that is hidden from a caller finds what a text finds that is nowhere', () => {
  const rows = [
    'anonymous',
    'outsider with scopes',
    'analyst for another purpose',
    'neighbour',
    'own person',
  ];
  test.each(rows)(
    'for %s',
    async (name) => {
      const caller = coalition.callers.find((one) => one.name === name);
      if (caller === undefined) {
        throw new Error(`Expected a caller "${name}".`);
      }
      let compared = 0;
      for (const member of keepers) {
        for (const list of lists) {
          for (const marks of inTens(hiddenFrom(caller, member))) {
            const filtersOf = (texts: readonly string[]) => texts.map((text) => list[2](text, member));
            const found = await ask(caller, list, filtersOf(marks));
            expect(found).toEqual(await ask(caller, list, filtersOf(marks.map(absent))));
            expect(found.status).toBe(200);
            compared += marks.length;
          }
        }
      }
      expect(compared).toBeGreaterThan(50);
    },
    120_000,
  );

  test('while who may read it finds the record', async () => {
    const caller = coalition.callers.find(({ name }) => name === 'proven to alder');
    const marks = ['hid-red-alder', 'hid-strict-alder', 'hid-ruled-alder'];
    for (const list of [lists[0], lists[3], lists[5], lists[7]]) {
      if (caller !== undefined && list !== undefined) {
        const found = await ask(
          caller,
          list,
          marks.map((mark) => list[2](mark, 'alder')),
        );
        expect(JSON.stringify(found.data).match(/"id":"alder:\w-hid-\w+-alder"/g)).toHaveLength(3);
      }
    }
  });
});

describe('entities', () => {
  const found = async (caller: SecretCaller, search: string) => {
    const query = `{ entities(search: "${search}", first: 50) { edges { node { subjects } } totalCount { value relation } } }`;
    const { data, errors } = await coalition.hub.ask(query, { headers: caller.headers });
    return { ids: (JSON.stringify(data).match(/\w+:[po]-[\w-]+/g) ?? []).sort(), data, errors };
  };

  test('are found by their names where a record names them in the open', async () => {
    for (const caller of coalition.callers) {
      expect((await found(caller, 'Ada Invented')).ids).toEqual(['alder:p-open', 'birch:p-open']);
    }
  });

  test('are not found by names in places that are hidden from a caller, whatever the record of the party says', async () => {
    const forMembers = ['family', 'payer', 'ultimatepayer', 'assetowner', 'counterparty', 'unnamed'];
    for (const [member, published] of coalition.published) {
      const people = [...forMembers, 'accused', 'heard'].map((place) => `p-${secretAt(place, member)}`);
      expect([...published].sort()).toEqual([`o-${secretAt('partner', member)}`, ...people.sort(), 'p-open']);
    }
    for (const caller of coalition.callers) {
      const hidden = keepers.flatMap((member) => hiddenFrom(caller, member));
      for (const mark of hidden) {
        const { ids, data, errors } = await found(caller, mark.replaceAll('-', ' '));
        expect(ids.filter((id) => hidden.some((other) => id.endsWith(`-${other}`)))).toEqual([]);
        expect(data).toMatchObject({ entities: { totalCount: { value: ids.length } } });
        expect(errors).toBeUndefined();
      }
    }
  }, 120_000);

  test('are found by who may read the places that name them', async () => {
    const caller = coalition.callers.find(({ name }) => name === 'investigator');
    expect((await found(caller ?? fail(), 'hid family birch')).ids).toEqual(['birch:p-hid-family-birch']);
  });
});

function fail(): never {
  throw new Error('Expected a caller.');
}

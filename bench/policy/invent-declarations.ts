import { readMemberId } from '../../shared/domain/ids.js';
import { createLogger } from '../../shared/log/logger.js';
import type { RecordInput } from '../../shared/store/record-store.js';
import { openSqliteStore } from '../../shared/store/sqlite/open-sqlite-store.js';
import { recordTypesOf } from '../../subgraphs/wire.js';

const labels = ['TLP:CLEAR', 'TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:RED'] as const;
const cities = ['Lower Brack', 'Tidewater', 'Old Quay'] as const;

/** Fills a member's store with declarations of invented people, one in five for the owner alone. */
export async function fillMember(folder: string, id: string, count: number): Promise<void> {
  const member = readMemberId(id);
  const logger = createLogger({ name: 'bench', level: 'silent' });
  const types = recordTypesOf(['asset-declarations']);
  const store = openSqliteStore({ folder, member, types, now: () => new Date(), logger });
  const run = await store.beginImport({ label: 'bench' });
  for (let i = 0; i < count; i++) {
    await run.put(declaration(i));
  }
  await run.commit();
  await store.close();
}

function declaration(i: number): RecordInput[] {
  const base = {
    handling: { tlp: labels[i % labels.length] ?? 'TLP:CLEAR' },
    provenance: { publisher: 'Invented' },
  };
  const open = { handling: { tlp: 'TLP:CLEAR' as const }, provenance: { publisher: 'Invented' } };
  const person = { ref: 'Person', id: `p-${i}`, name: `Person ${i}` };
  const spouse = { ref: 'Person', id: `s-${i}`, name: `Spouse ${i}` };
  const works = { ref: 'Organization', id: `o-${i % 50}`, name: `Works ${i % 50}` };
  const owned = { kind: 'SPOUSE', party: spouse };
  return [
    {
      type: 'Declaration',
      local: `d-${String(i).padStart(5, '0')}`,
      body: {
        ...base,
        title: `Declaration ${i}`,
        country: i % 40 === 0 ? 'XX' : 'GB',
        year: 2015 + (i % 10),
        total: { amount: `${1000 + i}.50`, currency: 'GBP' },
        declarant: { person, workPlace: works, post: 'Harbour master' },
        family: [{ relation: 'spouse', relationCode: 'SPOUSE', person: spouse }],
        realEstate: [
          {
            propertyType: 'house',
            city: cities[i % 3],
            country: 'GB',
            owner: owned,
            value: { amount: '250000', currency: 'GBP' },
          },
          { propertyType: 'land', city: cities[(i + 1) % 3], country: 'GB', owner: { kind: 'DECLARANT' } },
        ],
        incomes: [
          { kind: 'salary', payer: works, amount: { amount: `${i}.25`, currency: 'GBP' } },
          { kind: 'rent', payer: spouse, amount: { amount: '100', currency: 'GBP' } },
        ],
        interests: [{ asset: works, share: { exact: '5' } }],
      },
    },
    { type: 'Person', local: `p-${i}`, body: { ...open, name: `Person ${i}`, birthDate: '1970-05-17' } },
    { type: 'Person', local: `s-${i}`, body: { ...open, name: `Spouse ${i}`, birthDate: '1972' } },
    ...(i < 50
      ? [
          {
            type: 'Organization',
            local: `o-${i}`,
            body: { ...open, name: `Works ${i}`, identifiers: [{ scheme: 'XX-DEMO', id: `${i}` }] },
          },
        ]
      : []),
  ];
}

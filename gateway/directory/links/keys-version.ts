import { createHash } from 'node:crypto';
import { LinkSubject } from '../../../shared/linking/link-subject.js';
import type { KeysOf } from './keys-of.js';

const people = [
  'Anna-Maria de la Cruz Ødegård',
  'Jean-Paul O’Neill Jr.',
  'J. R. Mc Donald',
  'Сергій Олександрович Ґалаґан',
  'Анна Юрьевна Щёлкова',
  'Ελένη Παπαδοπούλου-Γεωργίου',
  'محمد عبد الرحمن السيد',
  'שרה בן-דוד',
  '김민준',
  '王小明',
  'やまだ たろう',
  'ნინო ბერიძე',
  'Nguyễn Thị Ánh',
  'Łukasz Żółć von Groß',
];

const organizations = [
  'Harbour & Quay Holdings (No. 2) Ltd.',
  'ООО «Северный Причал»',
  'ТОВ "Лінія 7"',
  'Société générale d’exploitation S.A.R.L.',
  'Müller Straßenbau GmbH & Co. KG',
  'Ανώνυμη Εταιρεία Λιμένος Α.Ε.',
  'شركة الميناء الشمالي ذ.م.م',
  '주식회사 북항',
  '北港股份有限公司',
  '株式会社みなと',
];

const probes = [
  ...people.map((full) => ({ kind: 'PERSON', full, birthDate: '1971-02-03' })),
  ...organizations.map((full) => ({ kind: 'ORGANIZATION', full })),
].map(({ full, ...rest }, i) =>
  LinkSubject.parse({
    ...rest,
    local: `probe-${i}`,
    names: [{ full }],
    countries: ['NO'],
    identifiers: [{ scheme: 'XI-LEI', id: `5493 00-ab${i}` }],
    topics: ['role.pep'],
    tokens: [{ round: 'probe', identifiers: ['x'.repeat(43)], names: ['y'.repeat(43)] }],
    audience: { tlp: 'TLP:CLEAR' },
  }),
);

/**
 * Tells whether keys are made as they were: a digest of those of invented subjects, so that nobody has to remember to
 * count a version up when names are taken apart in another way.
 */
export function keysVersionOf(keysOf: KeysOf): string {
  const keys = probes.map((subject) => [...keysOf(`probe:${subject.local}`, subject)].sort());
  return createHash('sha256').update(JSON.stringify(keys)).digest('base64url');
}

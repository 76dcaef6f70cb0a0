import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { krProperty } from '../../../../subgraphs/asset-declarations/importers/kr-property.js';
import { createFolder, csvOf, type Folder, importOf, itemsOf } from './import-fixture.js';

let folder: Folder;
beforeEach(() => {
  folder = createFolder();
});
afterEach(() => folder.remove());

/** Invented rows of one invented person: relation, heading, type, detail, value in thousand won. */
type Row = readonly [relation: string, heading: string, type: string, detail: string, value: string];

function writeRows(...rows: readonly (readonly string[])[]): string {
  return folder.write('property.csv', csvOf(rows));
}

async function declare(...rows: readonly Row[]) {
  const { declarations, parties } = await importOf(
    krProperty,
    writeRows(...rows.map((row) => ['홍길동', ...row])),
  );
  expect(declarations).toHaveLength(1);
  const body = declarations[0]?.body;
  return { body, parties, text: JSON.stringify([body, parties]) };
}

describe('the property of Korean assembly members', () => {
  it('makes one declaration per person of rows that follow each other', async () => {
    const cash = ['▶ 현금(소계)', '', '현금', '10'];
    const path = writeRows(
      ['홍길동', '본인', ...cash],
      ['홍길동', '배우자', ...cash],
      ['성춘향', '본인', ...cash],
      ['홍길동', '본인', ...cash],
    );
    const { declarations, rows } = await importOf(krProperty, path);
    expect(declarations.map(({ body }) => body.declarant?.person?.name)).toEqual([
      '홍길동',
      '성춘향',
      '홍길동',
    ]);
    expect(new Set(declarations.map(({ local }) => local)).size).toBe(3);
    expect(new Set(declarations.map(({ body }) => body.declarant?.person?.id)).size).toBe(3);
    expect(rows).toBe(4);
    expect(declarations[0]?.local).toMatch(/^[a-z2-7]{26}$/);
  });

  it('gives the same ids for the same file', async () => {
    const path = writeRows(['홍길동', '본인', '▶ 현금(소계)', '', '현금', '10']);
    expect(await itemsOf(krProperty, path)).toEqual(await itemsOf(krProperty, path));
  });

  it('reads the same from decomposed Hangul, as some systems write it', async () => {
    const row = ['홍길동', '배우자', '▶ 현금(소계)', '', '현금', '10'];
    const composed = await itemsOf(krProperty, writeRows(row));
    expect(await itemsOf(krProperty, writeRows(row.map((cell) => cell.normalize('NFD'))))).toEqual(composed);
  });

  it('says regime, year and provenance', async () => {
    const { body, parties } = await declare(['본인', '▶ 현금(소계)', '', '현금', '70,000']);
    expect(body).toMatchObject({
      country: 'KR',
      regime: 'KR-PETI',
      year: 2012,
      period: { to: '2012-05-30' },
      total: { amount: '70000000', currency: 'KRW', asOf: '2012-05-30' },
      provenance: { license: 'PDDL-1.0', language: 'kor' },
      monetaryAssets: [{ kind: '현금', amount: { amount: '70000000', currency: 'KRW' } }],
    });
    expect(parties).toMatchObject([{ type: 'Person', body: { name: '홍길동', countries: ['KR'] } }]);
  });

  it('subtracts liabilities from the total and counts what has no value as nothing', async () => {
    const { body } = await declare(
      ['본인', '▶ 예금(소계)', '', '가나은행 60, 다라보험1,040', '1,100'],
      ['배우자', '▶ 채무(소계)', '금융기관채무', '가나은행 2,000', '2,000'],
      ['본인', '▶ 유가증권(소계)', '주식매수선택권', '마바조선 44주', '-'],
    );
    expect(body?.total?.amount).toBe('-900000');
    expect(body?.monetaryAssets).toMatchObject([
      { institution: { name: '가나은행' }, amount: { amount: '60000' } },
      { institution: { name: '다라보험' }, amount: { amount: '1040000' } },
    ]);
    expect(body?.liabilities).toMatchObject([
      { creditor: { name: '가나은행' }, outstanding: { amount: '2000000' }, owner: { kind: 'SPOUSE' } },
    ]);
    expect(body?.interests?.[0]?.value).toBeUndefined();
    expect(body?.unspecified).toEqual([
      { field: 'interests[0].value', reason: 'INFORMATION_UNKNOWN_TO_PUBLISHER', description: '-' },
    ]);
  });

  it('keeps a deposit whole where its parts do not add up', async () => {
    const { body } = await declare(['본인', '▶ 예금(소계)', '', '가나은행 60, 다라보험 40', '101']);
    expect(body?.monetaryAssets).toMatchObject([{ amount: { amount: '101000' } }]);
    expect(body?.monetaryAssets?.[0]?.institution).toBeUndefined();
  });

  it('drops account numbers', async () => {
    const { text } = await declare(['본인', '▶ 예금(소계)', '', '가나은행 123-456-789012', '101']);
    expect(text).not.toContain('789012');
  });

  it.each([
    [
      '토지',
      '서울특별시 가나구 다라동 62-7번지 312.70㎡',
      { region: '서울특별시', city: '가나구', area: '312.7' },
    ],
    [
      '건물',
      '경기도 가나시 다라구 마바동 사아아파트 건물 114.78㎡ 중 57.39㎡',
      { region: '경기도', city: '가나시 다라구', area: '114.78', areaOwned: '57.39' },
    ],
    [
      '건물',
      '전라북도 가나군 다라읍 대지 1,230.00㎡ 중 44.00㎡ 건물358.68㎡중 51.24㎡',
      { region: '전라북도', city: '가나군', area: '358.68', areaOwned: '51.24' },
    ],
  ])('keeps of the location of a %s only region, city and area: %j', async (heading, detail, expected) => {
    const { body, text } = await declare(['본인', `▶ ${heading}(소계)`, '대지', detail, '1']);
    expect(body?.realEstate).toEqual([
      {
        propertyType: '대지',
        country: 'KR',
        ...expected,
        owner: { kind: 'DECLARANT', relation: '본인' },
        value: { amount: '1000', currency: 'KRW' },
      },
    ]);
    expect(text).not.toMatch(/번지|다라동|마바동|사아아파트|다라읍/);
  });

  it('keeps nothing of a location abroad but that it cannot be read', async () => {
    const { body, text } = await declare([
      '본인',
      '▶ 건물(소계)',
      '아파트',
      '(국외) 12 Some Street 건물 65.40㎡',
      '1',
    ]);
    expect(body?.realEstate?.[0]?.country).toBeUndefined();
    expect(body?.unspecified).toEqual([{ field: 'realEstate[0].region', reason: 'NOT_READABLE' }]);
    expect(text).not.toContain('Some Street');
  });

  it('drops the address of a building that a deposit is owed for', async () => {
    const { body, text } = await declare([
      '본인',
      '▶ 채무(소계)',
      '건물임대채무',
      '서울특별시 가나구 다라빌딩',
      '5',
    ]);
    expect(body?.liabilities).toMatchObject([{ kind: '건물임대채무', outstanding: { amount: '5000' } }]);
    expect(text).not.toContain('다라빌딩');
  });

  it.each<[string, Row, Record<string, unknown>]>([
    [
      'a car',
      [
        '본인',
        '▶ 부동산에 관한 규정이 준용되는 권리와 자동차․건설기계․선박 및 항공기(소계)',
        '자동차',
        '2008년식 가나차 배기량(3,342cc)',
        '20,830',
      ],
      { vehicles: [{ type: '자동차', model: '가나차', buildDate: '2008', value: { amount: '20830000' } }] },
    ],
    [
      'shares of one company',
      ['모', '▶ 유가증권(소계)', '비상장주식', '가나공업(주) 190,000주', '5'],
      { interests: [{ asset: { name: '가나공업(주)' }, owner: { kind: 'PARENT' } }] },
    ],
    [
      'a bond',
      ['본인', '▶ 유가증권(소계)', '국채', '가나채권 1주', '5'],
      { monetaryAssets: [{ kind: '국채' }] },
    ],
    [
      'a partnership',
      [
        '본인',
        '▶ 합명․합자․유한회사 출자지분(소계)',
        '출자',
        '가나법인, 출자가액: 10천원, 지분비율: .09%',
        '10',
      ],
      { interests: [{ asset: { name: '가나법인' }, share: { exact: '0.09' } }] },
    ],
    [
      'a membership',
      ['본인', '▶ 회원권(소계)', '골프', '가나클럽', '5'],
      { valuables: [{ type: '회원권: 골프', description: '가나클럽' }] },
    ],
    [
      'jewellery',
      ['장녀', '▶ 보석류(소계)', '', '반지 (2 캐럿)', '7,800(7,900)'],
      { valuables: [{ owner: { kind: 'CHILD' }, value: { amount: '7800000', original: '7,800(7,900)' } }] },
    ],
    [
      'a claim',
      ['본인', '▶ 채권(소계)', '', '사인간채권', '5'],
      { monetaryAssets: [{ kind: '채권', description: '사인간채권' }] },
    ],
    [
      'a copyright and its income',
      ['본인', '▶ 지식재산권', '저작재산권', '가나의 책 (소득금액: 5,950천원)', '-'],
      { valuables: [{ type: '지식재산권: 저작재산권' }], incomes: [{ amount: { amount: '5950000' } }] },
    ],
    [
      'an endowment and the post',
      [
        '본인',
        '▶ 비영리법인에의한 출연재산',
        '출연',
        '가나재단, 출연재산: 10,000천원, 보유직위: 이사장',
        '-',
      ],
      {
        expenses: [{ counterparty: { name: '가나재단' }, amount: { amount: '10000000' } }],
        positions: [{ role: '이사장' }],
      },
    ],
    [
      'a private debt',
      ['본인', '▶ 채무(소계)', '', '사인간채무', '5'],
      { liabilities: [{ kind: '사인간채무', outstanding: { amount: '5000' } }] },
    ],
  ])('reads %s', async (_, row, expected) => {
    expect((await declare(row)).body).toMatchObject(expected);
  });

  it.each([
    ['고지거부', 'INTERESTED_PARTY_HAS_NOT_PROVIDED_INFORMATION'],
    ['등록제외', 'INTERESTED_PARTY_EXEMPT_FROM_DISCLOSURE'],
  ])('keeps %s of a relative as a reason', async (detail, reason) => {
    const { body } = await declare(
      ['배우자', '▶ 현금(소계)', '', '현금', '1'],
      ['손자1', '▶ 고지거부 및 등록제외사항(소계)', '', detail, '-'],
    );
    expect(body?.family).toEqual([
      { relation: '배우자', relationCode: 'SPOUSE' },
      { relation: '손자1', relationCode: 'GRANDCHILD' },
    ]);
    expect(body?.unspecified).toEqual([{ field: 'family[1]', reason, description: detail }]);
  });

  it.each([
    [
      'value',
      ['홍길동', '본인', '▶ 현금(소계)', '', '현금', 'many'],
      'Expected an amount in thousand won such as 1,234, or "-" in "value".',
    ],
    [
      'value',
      ['홍길동', '본인', '▶ 현금(소계)', '', '현금', '1,2'],
      'Expected an amount in thousand won such as 1,234, or "-" in "value".',
    ],
    ['relation', ['홍길동', '', '▶ 현금(소계)', '', '현금', '1'], 'Expected a value in "relation".'],
    [
      'class',
      ['홍길동', '본인', '▶ 비밀(소계)', '', '현금', '1'],
      'Expected a heading of the register in "class".',
    ],
    [undefined, ['홍길동', '본인', '1'], 'Expected 6 cells, the row has 3.'],
  ])('rejects a row with a bad %s and gives its person no total', async (column, row, reason) => {
    const good = ['본인', '▶ 현금(소계)', '', '현금', '10'];
    const path = writeRows(['성춘향', ...good], row, ['홍길동', ...good]);
    const { declarations, rejects, rows } = await importOf(krProperty, path);
    expect(rejects).toEqual([{ line: 2, column, reason }]);
    expect(rows).toBe(2);
    expect(declarations.map(({ body }) => body.total?.amount)).toEqual(['10000', undefined]);
    expect(declarations[1]?.body.unspecified).toMatchObject([{ field: 'total', reason: 'NOT_READABLE' }]);
  });

  it('gives no total on either side of a row that cannot be read at all', async () => {
    const row = (name: string) => `${name},본인,▶ 현금(소계),,현금,10`;
    const content = [row('가'), row('나'), '"다"x,본인', row('라'), row('마')].join('\n');
    const { declarations, rejects } = await importOf(krProperty, folder.write('property.csv', content));
    expect(rejects).toHaveLength(1);
    expect(declarations.map(({ body }) => body.total?.amount)).toEqual([
      '10000',
      undefined,
      undefined,
      '10000',
    ]);
  });
});

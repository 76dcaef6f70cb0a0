import { canonicalDecimal, readDecimal } from '../../../shared/domain/decimal.js';
import { familyIndexOf, type KrDraft, type KrOrganizations, moneyOf } from './kr-draft.js';
import { krAreaOf, krPlaceOf } from './kr-places.js';
import { type KrRow, krOwnerOf, wonAmount } from './kr-row.js';

type AddItem = (row: KrRow, draft: KrDraft, organizations: KrOrganizations) => void;

/** What becomes of a row, by the heading it stands under. */
const classes: ReadonlyMap<string, AddItem> = new Map([
  ['토지', addRealEstate],
  ['건물', addRealEstate],
  ['부동산에 관한 규정이 준용되는 권리와 자동차․건설기계․선박 및 항공기', addVehicle],
  ['현금', addMonetaryAsset],
  ['예금', addDeposits],
  ['유가증권', addSecurity],
  ['채권', addMonetaryAsset],
  ['합명․합자․유한회사 출자지분', addPartnership],
  ['회원권', addValuable],
  ['금 및 백금', addValuable],
  ['보석류', addValuable],
  ['골동품 및 예술품', addValuable],
  ['지식재산권', addIntellectualProperty],
  ['비영리법인에의한 출연재산', addEndowment],
  ['채무', addDebts],
  ['고지거부 및 등록제외사항', addRefusal],
]);

/** Adds the row to the declaration. False when its heading is none of the register's. */
export function addKrItem(row: KrRow, draft: KrDraft, organizations: KrOrganizations): boolean {
  const add = classes.get(row.class);
  if (add === undefined) {
    return false;
  }
  familyIndexOf(draft, row.relation);
  add(row, draft, organizations);
  if (row.value.kind === 'amount') {
    draft.total += row.class === '채무' ? -row.value.won : row.value.won;
  }
  draft.rows += 1;
  return true;
}

/** Leases (전세, 임차권) are rights in a building; what is declared is the deposit. */
function addRealEstate(row: KrRow, draft: KrDraft): void {
  const list = draft.lists.realEstate;
  const at = `realEstate[${list.length}]`;
  const place = krPlaceOf(row.detail);
  if (place === undefined) {
    // The words are a location, so they are not repeated.
    draft.unspecified.push({ field: `${at}.region`, reason: 'NOT_READABLE' });
  }
  list.push({
    propertyType: textOr(row.type, row.class),
    ...place,
    ...krAreaOf(row.detail),
    tenure: /(전세\(임차\)권|분양권|지상권)/.exec(row.type)?.[1],
    owner: krOwnerOf(row.relation),
    value: moneyOf(draft, row, `${at}.value`),
  });
}

function addVehicle(row: KrRow, draft: KrDraft): void {
  if (row.type === '기타') {
    addValuable(row, draft);
    return;
  }
  const list = draft.lists.vehicles;
  const model = row.detail
    .replace(/\d{4}년식/, '')
    .replace(/배기량\([^)]*\)/, '')
    .replace(/\s+/g, ' ')
    .trim();
  list.push({
    type: textOr(row.type, row.class),
    model: textOr(model),
    buildDate: /(\d{4})년식/.exec(row.detail)?.[1],
    owner: krOwnerOf(row.relation),
    value: moneyOf(draft, row, `vehicles[${list.length}].value`),
  });
}

function addMonetaryAsset(row: KrRow, draft: KrDraft): void {
  const list = draft.lists.monetaryAssets;
  list.push({
    kind: textOr(row.type, row.class),
    owner: krOwnerOf(row.relation),
    amount: moneyOf(draft, row, `monetaryAssets[${list.length}].amount`),
    description: row.detail === row.class ? undefined : withoutAccounts(row.detail),
  });
}

/** One asset per institution where the parts add up to the row's value, else one for the row. */
function addDeposits(row: KrRow, draft: KrDraft, organizations: KrOrganizations): void {
  const parts = partsOf(row);
  if (parts === undefined) {
    addMonetaryAsset(row, draft);
    return;
  }
  for (const { name, won } of parts) {
    draft.lists.monetaryAssets.push({
      kind: row.class,
      institution: organizations.refOf(name),
      owner: krOwnerOf(row.relation),
      amount: wonAmount(won),
    });
  }
}

/** Bonds are claims; shares and options are interests. A row of several companies has one value for all. */
function addSecurity(row: KrRow, draft: KrDraft, organizations: KrOrganizations): void {
  if (/채$/.test(row.type)) {
    addMonetaryAsset(row, draft);
    return;
  }
  const list = draft.lists.interests;
  const single = /^([^,]*?)\s*[\d,]+\s*(?:주|좌)$/.exec(row.detail)?.[1];
  list.push({
    asset: single === undefined || single === '' ? undefined : organizations.refOf(single),
    interestType: textOr(row.type, row.class),
    owner: krOwnerOf(row.relation),
    value: moneyOf(draft, row, `interests[${list.length}].value`),
    description: textOr(row.detail),
  });
}

/** `(주)한누리, 출자가액: 100,000천원, 지분비율: 50.00%, …`: a company, the capital put in, the share held. */
function addPartnership(row: KrRow, draft: KrDraft, organizations: KrOrganizations): void {
  const list = draft.lists.interests;
  const share = /지분비율:\s*(\d{0,3}(?:\.\d{1,6})?)\s*%/.exec(row.detail)?.[1];
  const name = nameBeforeComma(row.detail);
  list.push({
    asset: name === undefined ? undefined : organizations.refOf(name),
    interestType: textOr(row.type, row.class),
    share: share ? { exact: canonicalDecimal(share.startsWith('.') ? `0${share}` : share) } : undefined,
    owner: krOwnerOf(row.relation),
    value: moneyOf(draft, row, `interests[${list.length}].value`),
    description: textOr(row.detail),
  });
}

function addValuable(row: KrRow, draft: KrDraft): void {
  const list = draft.lists.valuables;
  list.push({
    type: row.type === '' ? row.class : `${row.class}: ${row.type}`,
    description: textOr(row.detail),
    owner: krOwnerOf(row.relation),
    value: moneyOf(draft, row, `valuables[${list.length}].value`),
  });
}

/** A copyright has no value of its own; the income from it is in the words: `(소득금액: 5,950천원)`. */
function addIntellectualProperty(row: KrRow, draft: KrDraft): void {
  addValuable(row, draft);
  const won = thousandsAfter('소득금액', row.detail);
  if (won !== undefined) {
    const recipient = krOwnerOf(row.relation);
    draft.lists.incomes.push({ kind: textOr(row.type, row.class), amount: wonAmount(won), recipient });
  }
}

/** Property given to a non-profit body, and the post held there (무 is none). It is no part of the total. */
function addEndowment(row: KrRow, draft: KrDraft, organizations: KrOrganizations): void {
  const name = nameBeforeComma(row.detail);
  const organization = name === undefined ? undefined : organizations.refOf(name);
  const won = thousandsAfter('출연재산', row.detail);
  const role = /보유직위:\s*([^,]+)$/.exec(row.detail)?.[1]?.trim();
  draft.lists.expenses.push({
    kind: textOr(row.type, row.class),
    counterparty: organization,
    amount: won === undefined ? undefined : wonAmount(won),
    description: textOr(row.detail),
  });
  if (role !== undefined && role !== '무') {
    draft.lists.positions.push({ organization, role, holder: krOwnerOf(row.relation) });
  }
}

/** Private creditors are not named in the file; the detail of a tenant's deposit is an address and is dropped. */
function addDebts(row: KrRow, draft: KrDraft, organizations: KrOrganizations): void {
  const list = draft.lists.liabilities;
  const owner = krOwnerOf(row.relation);
  const parts = row.type === '금융기관채무' ? partsOf(row) : undefined;
  if (parts !== undefined) {
    const kind = row.type;
    list.push(
      ...parts.map(({ name, won }) => ({
        kind,
        creditor: organizations.refOf(name),
        outstanding: wonAmount(won),
        owner,
      })),
    );
    return;
  }
  const isNamed = row.type === '기타' && /\p{L}/u.test(row.detail);
  list.push({
    kind: textOr(row.type, row.detail),
    creditor: isNamed ? organizations.refOf(row.detail) : undefined,
    outstanding: moneyOf(draft, row, `liabilities[${list.length}].outstanding`),
    owner,
  });
}

/** 고지거부: a relative refused to declare. 등록제외: a relative who need not, a married daughter for example. */
function addRefusal(row: KrRow, draft: KrDraft): void {
  const index = familyIndexOf(draft, row.relation);
  draft.unspecified.push({
    field: index === undefined ? 'total' : `family[${index}]`,
    reason: row.detail.includes('등록제외')
      ? 'INTERESTED_PARTY_EXEMPT_FROM_DISCLOSURE'
      : 'INTERESTED_PARTY_HAS_NOT_PROVIDED_INFORMATION',
    description: textOr(row.detail),
  });
}

/** `삼성생명보험 60,000, 농협은행 40,000` as its parts in won; undefined unless they add up to the row's value. */
function partsOf(row: KrRow): { name: string; won: bigint }[] | undefined {
  const found = [...row.detail.matchAll(/([^,\s][^,]*?)\s*(\d{1,3}(?:,\d{3})*)(?=,\s*|$)/g)];
  const parts = found.map(([, name = '', amount = '']) => ({ name, won: wonOf(amount) }));
  const sum = parts.reduce((total, { won }) => total + won, 0n);
  return row.value.kind === 'amount' && parts.length > 0 && sum === row.value.won ? parts : undefined;
}

function thousandsAfter(label: string, detail: string): bigint | undefined {
  const amount = new RegExp(`${label}:\\s*(\\d{1,3}(?:,\\d{3})*)천원`).exec(detail)?.[1];
  return amount === undefined ? undefined : wonOf(amount);
}

function wonOf(thousands: string): bigint {
  return readDecimal(thousands.replaceAll(',', '')) * 1000n;
}

function nameBeforeComma(detail: string): string | undefined {
  return textOr(detail.split(',')[0]?.trim() ?? '');
}

/** Account numbers are never kept, should a bank's words hold one. */
function withoutAccounts(detail: string): string | undefined {
  return textOr(detail.replace(/\d[\d-]{7,}\d/g, '').trim());
}

function textOr(text: string, other = ''): string | undefined {
  return text || other || undefined;
}

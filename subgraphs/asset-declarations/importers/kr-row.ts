import { z } from 'zod';
import { readDecimal, writeDecimal } from '../../../shared/domain/decimal.js';
import { decimalCell, requiredCell } from '../../../shared/importing/cells.js';
import type { AssetOwner, FamilyMember } from '../domain/declaration-body.js';

/** The value of a row in won; `none` is the register's `-`. */
type KrValue =
  | { readonly kind: 'amount'; readonly won: bigint; readonly original?: string }
  | { readonly kind: 'none' };

/** Some values are followed by the price paid, `304,004 (728,620)`: the first is the one the register adds up. */
const valuePattern = /^(-?[\d,]+)\s*(?:\([\d,]+\))?$/;
const thousand = 1000n;

const valueCell = z.string().transform((cell, context): KrValue => {
  const text = cell.trim();
  if (text === '-') {
    return { kind: 'none' };
  }
  const amount = decimalCell.safeParse(valuePattern.exec(text)?.[1] ?? 'none');
  if (!amount.success || amount.data === undefined || amount.data.replace('-', '').length > 15) {
    context.addIssue({ code: 'custom', message: 'an amount in thousand won such as 1,234, or "-"' });
    return z.NEVER;
  }
  const won = readDecimal(amount.data) * thousand;
  return { kind: 'amount', won, ...(text.includes('(') ? { original: text } : {}) };
});

/** A row of the file, which has no header. `class` is a heading such as `토지` (land), without its ornaments. */
export const KrRow = z.object({
  name: requiredCell,
  relation: requiredCell,
  class: requiredCell.transform((text) =>
    text
      .replace(/^▶\s*/, '')
      .replace(/\(소계\)$/, '')
      .trim(),
  ),
  type: z.string().normalize('NFC').trim(),
  detail: z.string().normalize('NFC').trim(),
  value: valueCell,
});
export type KrRow = z.infer<typeof KrRow>;

export const krColumns = Object.keys(KrRow.shape);

export function wonAmount(won: bigint): { amount: string; currency: string } {
  return { amount: writeDecimal(won), currency: 'KRW' };
}

/** Whose a row is. 본인 is the declarant. */
export function krOwnerOf(relation: string): AssetOwner {
  return { kind: relation === self ? 'DECLARANT' : kinOf(relation).kind, relation };
}

/** The relative of a row, who is never named; undefined for the declarant. */
export function krRelativeOf(relation: string): FamilyMember | undefined {
  return relation === self ? undefined : { relation, relationCode: kinOf(relation).code };
}

const self = '본인';

interface Kin {
  readonly code: NonNullable<FamilyMember['relationCode']>;
  readonly kind: NonNullable<AssetOwner['kind']>;
}

/** 배우자 spouse · 부 모 father, mother · 장남 차녀 first son, second daughter · 손자1 손녀1 grandchildren. */
const kinds: readonly (readonly [RegExp, Kin])[] = [
  [/^배우자$/, { code: 'SPOUSE', kind: 'SPOUSE' }],
  [/^(부|모)$/, { code: 'PARENT', kind: 'PARENT' }],
  [/^(장|차|[이삼사오육칠팔구십])(남|녀)\d*$/, { code: 'CHILD', kind: 'CHILD' }],
  [/^(외)?손(자|녀)\d*$/, { code: 'GRANDCHILD', kind: 'FAMILY' }],
  [/^(외)?조(부|모)$/, { code: 'GRANDPARENT', kind: 'FAMILY' }],
];

function kinOf(relation: string): Kin {
  return kinds.find(([pattern]) => pattern.test(relation))?.[1] ?? { code: 'OTHER', kind: 'FAMILY' };
}

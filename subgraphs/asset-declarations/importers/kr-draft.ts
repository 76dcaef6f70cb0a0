import type { Money, OrganizationRef, Unspecified } from '../../../shared/domain/record-body.js';
import { foldText } from '../../../shared/domain/text.js';
import { compactBody } from '../../../shared/importing/compact-body.js';
import type { ImportSource } from '../../../shared/importing/importer.js';
import type { RecordInput } from '../../../shared/store/record-store.js';
import type { DeclarationBody } from '../domain/declaration-body.js';
import { krHandling, krProvenance } from './kr-provenance.js';
import { type KrRow, krRelativeOf, wonAmount } from './kr-row.js';

type Lists = Required<
  Pick<
    DeclarationBody,
    | 'family'
    | 'realEstate'
    | 'vehicles'
    | 'valuables'
    | 'interests'
    | 'incomes'
    | 'monetaryAssets'
    | 'liabilities'
    | 'positions'
    | 'expenses'
  >
>;
type KrItem<List extends keyof Lists> = NonNullable<Lists[List]>[number];

/** A declaration while its rows are read. */
export interface KrDraft {
  readonly lists: { readonly [List in keyof Lists]: KrItem<List>[] };
  readonly unspecified: Unspecified[];
  /** Assets minus liabilities so far, in won. */
  total: bigint;
  rows: number;
  /** A row of the person was rejected: what is left cannot be added up to a total. */
  isPartial: boolean;
}

export function createKrDraft(): KrDraft {
  return {
    lists: {
      family: [],
      realEstate: [],
      vehicles: [],
      valuables: [],
      interests: [],
      incomes: [],
      monetaryAssets: [],
      liabilities: [],
      positions: [],
      expenses: [],
    },
    unspecified: [],
    total: 0n,
    rows: 0,
    isPartial: false,
  };
}

/** The place of the row's relative in `family`; undefined for the declarant. */
export function familyIndexOf(draft: KrDraft, relation: string): number | undefined {
  const member = krRelativeOf(relation);
  if (member === undefined) {
    return undefined;
  }
  const known = draft.lists.family.findIndex((other) => other.relation === relation);
  return known >= 0 ? known : draft.lists.family.push(member) - 1;
}

/** The row's value, or the reason that it has none, noted at `field`. */
export function moneyOf(draft: KrDraft, row: KrRow, field: string): Money | undefined {
  if (row.value.kind === 'none') {
    draft.unspecified.push({ field, reason: 'INFORMATION_UNKNOWN_TO_PUBLISHER', description: '-' });
    return undefined;
  }
  return { ...wonAmount(row.value.won), original: row.value.original };
}

/** The organisations a run names. Each is given out as a record once, when first named. */
export interface KrOrganizations {
  refOf(name: string): OrganizationRef;
  takeNew(): RecordInput[];
}

export function createKrOrganizations(source: ImportSource): KrOrganizations {
  const known = new Set<string>();
  let fresh: RecordInput[] = [];
  return {
    refOf(name) {
      const local = source.keyedId('kr-property', 'Organization', foldText(name));
      if (!known.has(local)) {
        known.add(local);
        const provenance = krProvenance(source.retrievedAt);
        const names = [{ full: name, language: 'kor' }];
        const body = { handling: krHandling, provenance, name, names };
        fresh.push({ type: 'Organization', local, body: compactBody(body) });
      }
      return { ref: 'Organization', id: local, name };
    },
    takeNew() {
      const taken = fresh;
      fresh = [];
      return taken;
    },
  };
}

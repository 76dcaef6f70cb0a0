import { type Part, partAt, partsAt, textAt } from './answer.js';
import { declaredAssets } from './declared-assets.js';
import { declaredMoney } from './declared-money.js';
import { addParty } from './party.js';
import { countryOf, partId, type Telling } from './record.js';
import type { Subject } from './statements.js';

export const declarationFields = `
  title country regime year submittedAt publishedAt sourceUrl
  declarant { post region startDate endDate person { ...personOf } workPlace { ...organizationOf } }
  family { relation relationCode person { ...personOf } }
  realEstate { propertyType country region city area tenure ownershipType percentage acquiredAt endDate description
    owner { ...ownerOf } value { ...moneyOf } }
  vehicles { type brand model buildDate acquiredAt owner { ...ownerOf } value { ...moneyOf } }
  interests { interestType share { exact minimum maximum } startDate endDate description
    asset { ...organizationOf } owner { ...ownerOf } value { ...moneyOf } }
  incomes { kind receivedAt startDate endDate description payer { ...partyOf } recipient { ...ownerOf } amount { ...moneyOf } }
  gifts { kind description receivedAt purpose donor { ...partyOf } value { ...moneyOf } }
  monetaryAssets { kind description institution { ...organizationOf } owner { ...ownerOf } amount { ...moneyOf } }
  liabilities { kind startDate creditor { ...partyOf } owner { ...ownerOf } outstanding { ...moneyOf } principal { ...moneyOf } }
  positions { role startDate endDate description organization { ...partyOf } holder { ...ownerOf } }
  expenses { kind date description counterparty { ...partyOf } amount { ...moneyOf } }
`;

export const declarationFragments = `
  fragment ownerOf on AssetOwner { kind relation party { ...partyOf } }
`;

/** A declaration: a document, the post of who declares, their family, and what is declared. */
export function tellDeclaration(telling: Telling): void {
  const { record, source, collector } = telling;
  const declarant = addParty(partAt(record, 'declarant', 'person'), source, collector);
  const document = { id: source.record, schema: 'Document' };
  collector.add(
    document,
    {
      title: textAt(record, 'title'),
      name: textAt(record, 'title'),
      country: countryOf(record),
      date: textAt(record, 'submittedAt') ?? textAt(record, 'year'),
      publishedAt: textAt(record, 'publishedAt'),
      sourceUrl: textAt(record, 'sourceUrl') ?? source.sourceUrl,
      program: textAt(record, 'regime'),
    },
    source,
  );
  if (declarant === undefined) {
    return;
  }
  collector.add(
    { id: partId(record, 'declarant', 0), schema: 'Documentation' },
    { document: document.id, entity: declarant.id, role: 'declarant' },
    source,
  );
  tellPost(telling, declarant);
  partsAt(record, 'family').forEach((member, i) => {
    tellRelative(telling, { declarant, member, id: partId(record, 'family', i) });
  });
  declaredAssets(telling, declarant);
  declaredMoney(telling, declarant);
}

function tellPost({ record, source, collector }: Telling, declarant: Subject): void {
  const post = textAt(record, 'declarant', 'post');
  const workPlace = addParty(partAt(record, 'declarant', 'workPlace'), source, collector);
  if (post === undefined) {
    return;
  }
  const position = { id: partId(record, 'post', 0), schema: 'Position' };
  collector.add(
    position,
    {
      name: post,
      organization: workPlace?.id,
      country: countryOf(record),
      subnationalArea: textAt(record, 'declarant', 'region'),
    },
    source,
  );
  collector.add(
    { id: partId(record, 'occupancy', 0), schema: 'Occupancy' },
    {
      holder: declarant.id,
      post: position.id,
      startDate: textAt(record, 'declarant', 'startDate'),
      endDate: textAt(record, 'declarant', 'endDate'),
      declarationDate: textAt(record, 'submittedAt'),
    },
    source,
  );
}

function tellRelative(
  { source, collector }: Telling,
  of: { readonly declarant: Subject; readonly member: Part; readonly id: string },
): void {
  const relative = addParty(partAt(of.member, 'person'), source, collector);
  if (relative !== undefined) {
    collector.add(
      { id: of.id, schema: 'Family' },
      {
        person: of.declarant.id,
        relative: relative.id,
        relationship: textAt(of.member, 'relation') ?? textAt(of.member, 'relationCode'),
      },
      source,
    );
  }
}

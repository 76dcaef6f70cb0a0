import { type Part, partAt, partsAt, textAt } from './answer.js';
import { addParty } from './party.js';
import { countryOf, moneyOf, partId, rangeOf, type Telling } from './record.js';
import type { Subject } from './statements.js';

/** Real estate, vehicles and shares of a declaration, each with who owns it. */
export function declaredAssets(telling: Telling, declarant: Subject): void {
  const { record, source, collector } = telling;
  partsAt(record, 'realEstate').forEach((estate, i) => {
    const asset = { id: partId(record, 'realEstate', i), schema: 'RealEstate' };
    const place = [textAt(estate, 'city'), textAt(estate, 'region')].filter((part) => part !== undefined);
    collector.add(
      asset,
      {
        name: textAt(estate, 'description') ?? textAt(estate, 'propertyType'),
        propertyType: textAt(estate, 'propertyType'),
        country: countryOf(estate),
        address: place.length === 0 ? undefined : place.join(', '),
        area: textAt(estate, 'area'),
        tenure: textAt(estate, 'tenure'),
        ...moneyOf(partAt(estate, 'value')),
        summary: rangeOf(partAt(estate, 'value')),
      },
      source,
    );
    own(telling, {
      part: estate,
      asset,
      owner: ownerOf(telling, estate, declarant),
      place: `realEstate-${i}`,
    });
  });
  partsAt(record, 'vehicles').forEach((vehicle, i) => {
    const asset = { id: partId(record, 'vehicles', i), schema: 'Vehicle' };
    const model = [textAt(vehicle, 'brand'), textAt(vehicle, 'model')]
      .filter((part) => part !== undefined)
      .join(' ');
    collector.add(
      asset,
      {
        name: model,
        model,
        type: textAt(vehicle, 'type'),
        buildDate: textAt(vehicle, 'buildDate'),
        ...moneyOf(partAt(vehicle, 'value')),
      },
      source,
    );
    own(telling, {
      part: vehicle,
      asset,
      owner: ownerOf(telling, vehicle, declarant),
      place: `vehicles-${i}`,
    });
  });
  partsAt(record, 'interests').forEach((interest, i) => {
    const company = addParty(partAt(interest, 'asset'), source, collector);
    if (company !== undefined) {
      // What is owned is an asset in FollowTheMoney, which of organisations only companies are.
      const asset = { ...company, schema: 'Company' };
      own(telling, {
        part: interest,
        asset,
        owner: ownerOf(telling, interest, declarant),
        place: `interests-${i}`,
      });
    }
  });
}

/** Who has a part: the declarant, or whom the declaration names for it; undefined where that is not shown. */
export function ownerOf(
  { source, collector }: Telling,
  part: Part,
  declarant: Subject,
  field = 'owner',
): Subject | undefined {
  const owner = partAt(part, field);
  if (owner === undefined || textAt(owner, 'kind') === 'DECLARANT') {
    return declarant;
  }
  return addParty(partAt(owner, 'party'), source, collector);
}

function own(
  { record, source, collector }: Telling,
  of: {
    readonly part: Part;
    readonly asset: Subject;
    readonly owner: Subject | undefined;
    readonly place: string;
  },
): void {
  const { part, asset, owner, place } = of;
  if (owner === undefined) {
    return;
  }
  collector.add(asset, {}, source);
  const share = [textAt(part, 'share', 'minimum'), textAt(part, 'share', 'maximum')];
  const range = share.every((end) => end === undefined) ? undefined : `${share[0] ?? ''}–${share[1] ?? ''}`;
  const { amount, currency } = moneyOf(partAt(part, 'value'));
  collector.add(
    { id: `${textAt(record, 'id') ?? ''}#ownership-${place}`, schema: 'Ownership' },
    {
      owner: owner.id,
      asset: asset.id,
      percentage: textAt(part, 'percentage') ?? textAt(part, 'share', 'exact') ?? range,
      ownershipType: textAt(part, 'ownershipType') ?? textAt(part, 'interestType'),
      sharesValue: asset.schema === 'Company' ? amount : undefined,
      sharesCurrency: asset.schema === 'Company' && amount !== undefined ? currency : undefined,
      startDate: textAt(part, 'startDate') ?? textAt(part, 'acquiredAt'),
      endDate: textAt(part, 'endDate'),
      description: textAt(part, 'description'),
    },
    source,
  );
}

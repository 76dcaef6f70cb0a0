import type { Money } from '../../../shared/domain/record-body.js';
import type {
  AssetOwner,
  DeclarationBody,
  Gift,
  Income,
  OwnershipInterest,
  RealEstate,
} from '../../../subgraphs/asset-declarations/domain/declaration-body.js';
import type { Country, WorldPerson } from '../world/world.js';
import type { Scene } from './scene.js';

interface Household {
  readonly country: Country;
  readonly person: WorldPerson;
  readonly spouse: WorldPerson | undefined;
}

type Items = Pick<
  DeclarationBody,
  | 'realEstate'
  | 'vehicles'
  | 'valuables'
  | 'interests'
  | 'incomes'
  | 'gifts'
  | 'monetaryAssets'
  | 'liabilities'
  | 'positions'
  | 'expenses'
>;

/** What a household declares. Every kind of item occurs; a kind with nothing to declare is left out. */
export function declaredItems(scene: Scene, household: Household): Items {
  const { random } = scene;
  const several = <T>(most: number, make: () => T): T[] => Array.from({ length: random.int(0, most) }, make);
  return withoutEmpty({
    realEstate: several(2, () => realEstate(scene, household)),
    vehicles: several(1, () => vehicle(scene, household)),
    valuables: random.chance(0.15) ? [valuable(scene, household)] : [],
    interests: several(2, () => interest(scene, household)),
    incomes: [salary(scene, household), ...several(1, () => income(scene, household))],
    gifts: random.chance(0.2) ? [gift(scene, household)] : [],
    monetaryAssets: several(2, () => monetaryAsset(scene, household)),
    liabilities: random.chance(0.3) ? [liability(scene, household)] : [],
    positions: random.chance(0.3) ? [position(scene, household)] : [],
    expenses: random.chance(0.2) ? [expense(scene, household)] : [],
  });
}

function withoutEmpty(items: Items): Items {
  return Object.fromEntries(Object.entries(items).filter(([, list]) => (list ?? []).length > 0));
}

function ownerOf({ random, book }: Scene, { spouse }: Household): AssetOwner {
  if (spouse !== undefined && random.chance(0.3)) {
    return { kind: 'SPOUSE', relation: 'spouse', party: book.person(spouse) };
  }
  return random.chance(0.1) ? { kind: 'JOINT' } : { kind: 'DECLARANT' };
}

/** Exact mostly; some regimes ask for a band. */
function declaredMoney(scene: Scene, country: Country, least: number): Money {
  if (!scene.random.chance(0.08)) {
    return scene.money(country, least);
  }
  const floor = least * country.locale.moneyFactor;
  return {
    currency: country.locale.currency,
    minimum: String(floor),
    maximum: String(floor * 10),
    original: `${floor} - ${floor * 10}`,
  };
}

function realEstate(scene: Scene, household: Household): RealEstate {
  const { random } = scene;
  const { country } = household;
  return {
    propertyType: random.pick(['apartment', 'house', 'land', 'garage']),
    country: country.locale.country,
    city: scene.placeName(random.pick(country.bodies), country),
    area: `${random.int(18, 900)}.${random.int(1, 9)}`,
    ownershipType: random.pick(['sole', 'shared']),
    ...(random.chance(0.3) ? { percentage: random.pick(['25', '33.333333', '50']) } : {}),
    owner: ownerOf(scene, household),
    acquiredAt: scene.date(1995, 2023),
    value: declaredMoney(scene, country, 9_000),
  };
}

function vehicle(scene: Scene, household: Household): NonNullable<Items['vehicles']>[number] {
  const { random } = scene;
  return {
    type: random.pick(['car', 'motorcycle', 'boat']),
    brand: random.pick(['Invented Motors', 'Example Works', 'Sample & Sons']),
    buildDate: String(random.int(2004, 2024)),
    acquiredAt: scene.date(2010, 2024),
    value: declaredMoney(scene, household.country, 900),
    owner: ownerOf(scene, household),
  };
}

function valuable(scene: Scene, household: Household): NonNullable<Items['valuables']>[number] {
  return {
    type: scene.random.pick(['watch', 'painting', 'jewellery', 'livestock']),
    value: declaredMoney(scene, household.country, 300),
    owner: ownerOf(scene, household),
  };
}

function interest(scene: Scene, household: Household): OwnershipInterest {
  const { random, book } = scene;
  return {
    asset: book.organization(scene.company(household.country)),
    interestType: random.pick([
      'shareholding',
      'votingRights',
      'boardMember',
      'beneficiaryOfLegalArrangement',
    ]),
    share: random.chance(0.7)
      ? { exact: random.pick(['5', '12.5', '25', '50', '100']) }
      : { exclusiveMinimum: '15', maximum: '100' },
    directOrIndirect: random.pick(['DIRECT', 'DIRECT', 'INDIRECT', 'UNKNOWN']),
    ...(random.chance(0.3) ? { beneficialOwnershipOrControl: random.chance(0.5) } : {}),
    ...(random.chance(0.5) ? { value: scene.money(household.country, 1_000) } : {}),
    startDate: scene.date(2005, 2024),
    owner: ownerOf(scene, household),
  };
}

function salary(scene: Scene, { country }: Household): Income {
  return {
    kind: 'salary',
    payer: scene.book.organization(scene.body(country)),
    amount: scene.money(country, 1_500),
    periodicity: 'yearly',
    recipient: { kind: 'DECLARANT' },
  };
}

function income(scene: Scene, household: Household): Income {
  const { random, book } = scene;
  const { country } = household;
  return {
    kind: random.pick(['dividends', 'rent', 'fees', 'royalties']),
    payer: book.party(scene.party(country)),
    amount: declaredMoney(scene, country, 200),
    receivedAt: scene.date(2018, 2025),
    ...(random.chance(0.2) ? { hoursWorked: String(random.int(2, 120)), donated: random.chance(0.3) } : {}),
    recipient: ownerOf(scene, household),
  };
}

function gift(scene: Scene, { country }: Household): Gift {
  const { random, book } = scene;
  const isVisit = random.chance(0.3);
  const destination = scene.country();
  return {
    kind: isVisit ? 'VISIT' : random.pick(['GIFT', 'DONATION', 'HOSPITALITY']),
    donor: book.party(scene.party(country)),
    value: scene.money(country, 40),
    receivedAt: scene.date(2019, 2025),
    ...(isVisit
      ? {
          country: destination.locale.country,
          countries: [destination.locale.country],
          destination: scene.placeName(random.pick(destination.bodies), destination),
          purpose: random.pick(['conference', 'study visit']),
        }
      : { description: random.pick(['Invented tickets', 'Invented painting', 'Invented dinner']) }),
  };
}

function monetaryAsset(scene: Scene, household: Household): NonNullable<Items['monetaryAssets']>[number] {
  const { random, book } = scene;
  const kind = random.pick(['cash', 'deposit', 'loan given', 'crypto']);
  return {
    kind,
    ...(kind === 'deposit' ? { institution: book.organization(scene.company(household.country)) } : {}),
    amount: scene.money(household.country, 300),
    owner: ownerOf(scene, household),
  };
}

function liability(scene: Scene, household: Household): NonNullable<Items['liabilities']>[number] {
  const { random, book } = scene;
  return {
    kind: random.pick(['mortgage', 'loan']),
    creditor: book.party(scene.party(household.country)),
    outstanding: scene.money(household.country, 2_000),
    interestRate: random.pick(['1.5', '3.25', '4', '7.9']),
    startDate: scene.date(2010, 2024),
    owner: ownerOf(scene, household),
  };
}

function position(scene: Scene, household: Household): NonNullable<Items['positions']>[number] {
  const { random, book } = scene;
  return {
    organization: book.organization(scene.company(household.country)),
    role: random.pick(['board member', 'adviser', 'lecturer', 'trustee']),
    paid: random.chance(0.5),
    startDate: scene.date(2012, 2024),
    workingPattern: random.pick(['part time', 'full time']),
    holder: ownerOf(scene, household),
  };
}

function expense(scene: Scene, { country }: Household): NonNullable<Items['expenses']>[number] {
  return {
    kind: scene.random.pick(['purchase', 'repayment', 'donation']),
    date: scene.date(2019, 2025),
    counterparty: scene.book.party(scene.party(country)),
    amount: scene.money(country, 150),
  };
}

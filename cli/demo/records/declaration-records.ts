import type { Money } from '../../../shared/domain/record-body.js';
import type { DeclarationBody } from '../../../subgraphs/asset-declarations/domain/declaration-body.js';
import type { Country, WorldPerson } from '../world/world.js';
import { declaredItems } from './declared-items.js';
import { type DemoRow, rowOf, type Scene } from './scene.js';

const count = 5_000;
const lastYear = 2025;

/** One official's declaration about one year; `corrects` is set on the second version of it. */
interface Filing {
  readonly country: Country;
  readonly person: WorldPerson;
  readonly spouse: WorldPerson | undefined;
  readonly year: number;
  readonly corrects: string | undefined;
}

/** Declarations of one member: its own country's officials year by year, and some of the other countries'. */
export function* declarationRecords(scene: Scene, countries: readonly Country[]): Generator<DemoRow> {
  let made = 0;
  for (const filing of filings(scene, countries)) {
    if (made === count) {
      return;
    }
    made += 1;
    const local = filingId(scene, filing);
    yield rowOf(scene, { type: 'Declaration', local, body: declaration(scene, filing) });
  }
}

/** A declaration for each of several years, and now and then a corrected one after it. */
function* filings(scene: Scene, countries: readonly Country[]): Generator<Filing> {
  const { random } = scene;
  for (let year = lastYear; ; year--) {
    for (const country of [scene.home, ...countries.filter((other) => other !== scene.home)]) {
      for (const [i, person] of country.persons.entries()) {
        const files = country === scene.home ? random.chance(0.9) : random.chance(0.35);
        if (person.official === null || person.official.since > year || !files) {
          continue;
        }
        // Those at odd places share the household of the one before.
        const spouse = random.chance(0.6) ? country.persons[i + 1] : undefined;
        const filing: Filing = { country, person, spouse, year, corrects: undefined };
        yield filing;
        if (random.chance(0.04)) {
          yield { ...filing, corrects: filingId(scene, filing) };
        }
      }
    }
  }
}

function filingId(scene: Scene, { person, year, corrects }: Filing): string {
  return scene.stamp.localId('d', person.identity, year, corrects === undefined ? 1 : 2);
}

function declaration(scene: Scene, filing: Filing): DeclarationBody {
  const { random, stamp } = scene;
  const { country, year, corrects } = filing;
  const submitted = `${year + 1}-${random.pick(['01', '02', '03', '04'])}-${random.pick(['05', '14', '23', '28'])}`;
  const items = declaredItems(scene, filing);
  const total = totalOf(items, country.locale.currency);
  const isPublished = random.chance(0.8);
  return {
    ...stamp.base(
      { sourceType: 'SELF_DECLARATION', language: country.locale.language },
      isPublished ? undefined : ['TLP:AMBER'],
    ),
    declarant: declarantOf(scene, filing),
    title: `Declaration of assets and interests ${year}`,
    country: country.locale.country,
    regime: `DEMO-${country.locale.country}`,
    category: { scheme: `DEMO-${country.locale.country}`, code: 'A', label: 'Annual' },
    type: random.pick(['ANNUAL', 'ANNUAL', 'ANNUAL', 'ENTRY', 'LEAVING', 'CANDIDATE']),
    version: corrects === undefined ? 'NORMAL' : 'CORRECTED',
    period: { from: `${year}-01-01`, to: `${year}-12-31` },
    year,
    dueDate: `${year + 1}-03-31`,
    submittedAt: submitted,
    ...(isPublished ? { publishedAt: `${year + 1}-06` } : {}),
    verificationStatus: random.pick(['not verified', 'not verified', 'verified']),
    ...(corrects === undefined ? {} : { supersedes: corrects }),
    ...(total === null ? {} : { total }),
    ...familyOf(scene, filing),
    ...items,
  };
}

function declarantOf({ book, random }: Scene, { person, country }: Filing): DeclarationBody['declarant'] {
  return {
    person: book.person(person),
    ...(person.official === null
      ? {}
      : { post: person.official.post, startDate: String(person.official.since) }),
    workPlace: book.organization(random.pick(country.bodies)),
    postCategory: random.pick(['A', 'B', 'C']),
    region: country.locale.country,
  };
}

/** A spouse by name; children are never named. A spouse that refuses is a reason, not a value. */
function familyOf({ book, random }: Scene, { spouse }: Filing): Partial<DeclarationBody> {
  const child = random.chance(0.3) ? [{ relation: 'child', relationCode: 'CHILD' as const }] : [];
  if (spouse === undefined) {
    return child.length > 0 ? { family: child } : {};
  }
  const refuses = random.chance(0.1);
  const family = [
    {
      relation: 'spouse',
      relationCode: 'SPOUSE' as const,
      ...(refuses ? {} : { person: book.person(spouse) }),
    },
    ...child,
  ];
  return refuses
    ? {
        family,
        unspecified: [
          {
            field: 'family[0].person',
            reason: 'INTERESTED_PARTY_HAS_NOT_PROVIDED_INFORMATION',
            description: 'The family member did not give the information.',
          },
        ],
      }
    : { family };
}

/** What is declared in all: exact values in the country's money, debts taken off. Null where a value is a range. */
function totalOf(items: ReturnType<typeof declaredItems>, currency: string): Money | null {
  const owned = [
    ...(items.realEstate ?? []).map(({ value }) => value),
    ...(items.vehicles ?? []).map(({ value }) => value),
    ...(items.valuables ?? []).map(({ value }) => value),
    ...(items.monetaryAssets ?? []).map(({ amount }) => amount),
  ];
  const owed = (items.liabilities ?? []).map(({ outstanding }) => outstanding);
  let total = 0;
  for (const [sign, money] of [...owned.map((m) => [1, m] as const), ...owed.map((m) => [-1, m] as const)]) {
    if (money?.amount === undefined || money.currency !== currency) {
      return null;
    }
    total += sign * Math.round(Number(money.amount) * 100);
  }
  return { amount: centsText(total), currency };
}

function centsText(cents: number): string {
  const absolute = Math.abs(cents);
  const fraction = String(absolute % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${cents < 0 ? '-' : ''}${Math.floor(absolute / 100)}${fraction === '' ? '' : `.${fraction}`}`;
}

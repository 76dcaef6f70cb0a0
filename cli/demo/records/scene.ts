import type { Money } from '../../../shared/domain/record-body.js';
import { invariant } from '../../../shared/errors/invariant.js';
import type { RecordInput } from '../../../shared/store/record-store.js';
import { demoToday } from '../coalition.js';
import { writePart } from '../names/write-part.js';
import type { Random } from '../random.js';
import {
  type Country,
  dayOf,
  type World,
  type WorldBody,
  type WorldCompany,
  type WorldParty,
  type WorldPerson,
} from '../world/world.js';
import type { PartyBook } from './party-book.js';
import type { RecordStamp } from './record-stamp.js';

/** Where one member's records are made: the world as it looks from its country, and how it writes things down. */
export interface Scene {
  readonly random: Random;
  readonly stamp: RecordStamp;
  readonly book: PartyBook;
  readonly home: Country;
  /** The member's own country mostly, now and then another. */
  country(): Country;
  /** A person, company or body much talked about, so that members talk about the same ones. */
  person(country: Country): WorldPerson;
  company(country: Country): WorldCompany;
  body(country: Country, kind?: number): WorldBody;
  party(country: Country): WorldParty;
  /** An amount in the money of the country, from `least` to 40 times that, in whole hundreds or to the cent. */
  money(country: Country, least: number): Money & { readonly amount: string; readonly currency: string };
  /** A day between two years, not after the demo's today, given as exactly as a source happens to. */
  date(from: number, to: number): string;
  placeName(body: { readonly place: WorldBody['place'] }, country: Country): string;
}

/** One source row: its own record, then the parties it is the first to name. */
export type DemoRow = readonly [RecordInput, ...RecordInput[]];

export function createScene(given: {
  readonly world: World;
  readonly random: Random;
  readonly stamp: RecordStamp;
  readonly book: PartyBook;
}): Scene {
  const { world, random, stamp, book } = given;
  const home = world.find(({ locale }) => locale === stamp.locale);
  invariant(home, `the world has the country ${stamp.locale.country}`);
  const scene: Scene = {
    random,
    stamp,
    book,
    home,
    country: () => (random.chance(0.55) ? home : random.pick(world)),
    person: (country) => random.pickSkewed(country.persons),
    company: (country) => random.pickSkewed(country.companies),
    body: (country, kind) =>
      random.pick(kind === undefined ? country.bodies : country.bodies.filter((b) => b.bodyKind === kind)),
    party: (country) => (random.chance(0.65) ? scene.person(country) : scene.company(country)),
    money: (country, least) => moneyOf(country, least, random),
    date: (from, to) => dateOf(random, from, to),
    placeName: ({ place }, country) => writePart(place, random.pick([country.locale.script, 'Latn'])),
  };
  return scene;
}

/** Puts a record and the parties it is the first to name together. */
export function rowOf(scene: Scene, record: RecordInput): DemoRow {
  return [record, ...scene.book.takeNew()];
}

function moneyOf(
  country: Country,
  least: number,
  random: Random,
): Money & { readonly amount: string; readonly currency: string } {
  const { currency, moneyFactor } = country.locale;
  const units = least * moneyFactor;
  const isRound = currency === 'KRW' || random.chance(0.6);
  const amount = isRound
    ? String(Math.round(random.int(units, units * 40) / 100) * 100)
    : `${random.int(units, units * 40)}.${random.int(0, 9)}${random.int(1, 9)}`;
  return { amount, currency };
}

function dateOf(random: Random, from: number, to: number): string {
  const day = dayOf(random.int(from, to), random);
  const isPast = day <= demoToday.date;
  return (isPast ? day : demoToday.date).slice(0, random.pick([10, 10, 10, 10, 7, 4]));
}

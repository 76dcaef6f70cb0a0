import type { DemoMember } from './coalition.js';
import { createRandom } from './random.js';
import { budgetRecords } from './records/budget-records.js';
import { declarationRecords } from './records/declaration-records.js';
import { investigationRecords } from './records/investigation-records.js';
import { createPartyBook } from './records/party-book.js';
import { createRecordStamp } from './records/record-stamp.js';
import { createScene, type DemoRow } from './records/scene.js';
import { createWorld } from './world/world.js';

/** What the generator makes for one member, and what only it knows: whom each party record is of. */
export interface MemberData {
  readonly rows: Iterable<DemoRow>;
  /** Local id of each party record → identity in the invented world; complete once the rows were read. */
  readonly truth: ReadonlyMap<string, string>;
}

/**
 * The demo records of a member: 5,000 and the parties they name. Pure: the same seed gives the same bytes, and no
 * member's records depend on which other members there are. The rows can be read once.
 */
export function generateMember(member: DemoMember, seed: string): MemberData {
  const random = createRandom(`${seed}/members/${member.id}`);
  const world = createWorld(createRandom(`${seed}/world`));
  const stamp = createRecordStamp(member, seed, random.fork('labels'));
  const book = createPartyBook(stamp, random.fork('parties'));
  const scene = createScene({ world, random: random.fork('records'), stamp, book });
  switch (member.domain) {
    case 'investigations':
      return { rows: investigationRecords(scene), truth: book.truth };
    case 'budgets':
      return { rows: budgetRecords(scene), truth: book.truth };
    case 'asset-declarations':
      return { rows: declarationRecords(scene, world), truth: book.truth };
  }
}

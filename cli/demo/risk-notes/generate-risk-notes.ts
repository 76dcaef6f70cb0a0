import { compareText } from '../../../shared/domain/text.js';
import type { DemoMember } from '../coalition.js';
import { createRandom } from '../random.js';
import { createRecordStamp } from '../records/record-stamp.js';
import type { RiskNote } from './risk-note.js';

/** Whom a party record of any member is of, as the generator knows it. */
export interface KnownParty {
  /** `<member>:<local>`. */
  readonly party: string;
  readonly identity: string;
}

const texts = [
  'Invented: registered at the address of two other bidders.',
  'Invented: the owner is not named since 2023.',
  'Invented: the only bidder three times in a row.',
  'Invented: sold to a relative of the mayor before the tender.',
  'Invented: paid in advance, the work was not begun.',
] as const;

/** Notes are about companies that so many members know. */
const fewestMembers = 6;

/**
 * The notes of one member about companies that several members know, as if its people had matched the records by hand.
 * Pure: the same parties and seed give the same notes.
 */
export function generateRiskNotes(
  member: DemoMember,
  seed: string,
  known: readonly KnownParty[],
): RiskNote[] {
  const random = createRandom(`${seed}/risk-notes`);
  const stamp = createRecordStamp(member, seed, random);
  return [...partiesByIdentity(known)]
    .filter(([identity, parties]) => identity.startsWith('company-') && membersOf(parties) >= fewestMembers)
    .sort(([a], [b]) => compareText(a, b))
    .map(([identity, parties]) => {
      const own = random.fork(identity);
      return {
        id: `${member.id}:${stamp.localId('note', identity)}`,
        level: own.pick(['LOW', 'MEDIUM', 'HIGH']),
        text: own.pick(texts),
        notedOn: `${own.int(2022, 2025)}-${own.pick(['02', '05', '09', '11'])}`,
        parties: [...parties].sort(compareText),
      };
    });
}

function partiesByIdentity(known: readonly KnownParty[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { party, identity } of known) {
    const parties = found.get(identity);
    if (parties === undefined) {
      found.set(identity, [party]);
    } else {
      parties.push(party);
    }
  }
  return found;
}

function membersOf(parties: readonly string[]): number {
  return new Set(parties.map((party) => party.slice(0, party.indexOf(':')))).size;
}

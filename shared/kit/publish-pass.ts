import { compareText } from '../domain/text.js';
import type { LinkedType, PartyRecord } from '../linking/to-link-subject.js';
import type { RecordStore } from '../store/record-store.js';
import type { WantedParty } from './party-publication.js';
import type { PublicationChanges, PublicationSender } from './publication-sender.js';
import type { PublicationState } from './publication-state.js';
import { recordPages } from './record-pages.js';

/** A party whose state at the hub is to be set right. */
export interface PartyPlace {
  readonly type: LinkedType;
  readonly local: string;
}

export interface PassOptions {
  readonly store: RecordStore;
  readonly state: PublicationState;
  readonly sender: Pick<PublicationSender, 'send'>;
  readonly wanted: (record: PartyRecord) => WantedParty | null;
  readonly signal: AbortSignal;
}

const pageSize = 200;
/** Far below what the hub takes in one request. */
const batchSize = 500;
const batchBytes = 2 * 1024 * 1024;
const types = ['Person', 'Organization'] as const satisfies readonly LinkedType[];

/**
 * Goes once through all parties of the member and sends what differs from what the hub has. False when the hub has not
 * what the member believes, or the signal aborted. Throws what the store and the sender throw.
 */
export async function publishAll(options: PassOptions): Promise<boolean> {
  let due: PartyPlace[] = [];
  for await (const place of differing(options)) {
    due.push(place);
    if (due.length >= batchSize) {
      if (!(await publishParties(due, options))) {
        return false;
      }
      due = [];
    }
  }
  return (await publishParties(due, options)) && !options.signal.aborted;
}

/** Sends what these parties are to be at the hub, read anew when it is sent. False when the hub is out of step. */
export async function publishParties(places: readonly PartyPlace[], options: PassOptions): Promise<boolean> {
  let left = places;
  while (left.length > 0 && !options.signal.aborted) {
    let taken = 0;
    const outcome = await options.sender.send(async () => {
      const { changes, used } = await changesOf(left, options);
      taken = used;
      return changes;
    });
    if (outcome !== 'sent') {
      return false;
    }
    left = left.slice(taken);
  }
  return true;
}

/** Parties that are to be otherwise than the hub has them, by type and local id. */
async function* differing(options: PassOptions): AsyncGenerator<PartyPlace> {
  const { state, wanted } = options;
  for (const type of types) {
    let from = '';
    for await (const page of recordPages(type, options)) {
      const digests = new Map(
        page.records.map(({ local, body }) => [local, digestOf(wanted({ type, local, body }))]),
      );
      const known = new Set<string>();
      for (const { local, digest } of publishedUpTo(state, type, { from, to: page.last })) {
        known.add(local);
        if (digests.get(local) !== digest) {
          yield { type, local };
        }
      }
      for (const [local, digest] of digests) {
        if (digest !== undefined && !known.has(local)) {
          yield { type, local };
        }
      }
      from = page.last ?? from;
    }
  }
}

/** All parties of the member, by type and local id. */
export async function* walkParties(
  options: Pick<PassOptions, 'store' | 'signal'>,
): AsyncGenerator<PartyRecord> {
  for (const type of types) {
    for await (const { records } of recordPages(type, options)) {
      yield* records.map(({ local, body }) => ({ type, local, body }));
    }
  }
}

function* publishedUpTo(
  state: PublicationState,
  type: LinkedType,
  { from, to }: { readonly from: string; readonly to: string | undefined },
) {
  let after = from;
  while (true) {
    const rows = state.publishedAfter(type, after, pageSize);
    for (const row of rows) {
      if (to !== undefined && compareText(row.local, to) > 0) {
        return;
      }
      yield row;
    }
    const last = rows.at(-1);
    if (last === undefined) {
      return;
    }
    after = last.local;
  }
}

async function changesOf(
  places: readonly PartyPlace[],
  { store, state, wanted }: PassOptions,
): Promise<{ readonly changes: PublicationChanges; readonly used: number }> {
  const put: PublicationChanges['put'][number][] = [];
  const withdraw: string[] = [];
  let [bytes, used] = [0, 0];
  const records = await recordsAt(places, store);
  for (const { type, local } of places.slice(0, batchSize)) {
    const record = records.get(`${type} ${local}`);
    const party = record === undefined ? null : wanted(record);
    const published = state.published(local);
    used++;
    // A person and an organisation of one id are one subject: the first is it.
    if (published !== undefined && published.type !== type) {
      continue;
    }
    if (party?.subject === null || party === null) {
      if (published !== undefined) {
        withdraw.push(local);
      }
    } else if (published?.digest !== party.digest && !put.some(({ row }) => row.local === local)) {
      put.push({ subject: party.subject, row: { local, type, digest: party.digest } });
      bytes += JSON.stringify(party.subject).length;
    }
    if (bytes >= batchBytes) {
      break;
    }
  }
  return { changes: { put, withdraw: [...new Set(withdraw)] }, used };
}

async function recordsAt(
  places: readonly PartyPlace[],
  store: RecordStore,
): Promise<ReadonlyMap<string, PartyRecord>> {
  const found = new Map<string, PartyRecord>();
  for (const type of types) {
    const locals = places.slice(0, batchSize).flatMap((place) => (place.type === type ? [place.local] : []));
    for (const record of locals.length === 0 ? [] : await store.getByIds(type, locals)) {
      if (record !== undefined) {
        found.set(`${type} ${record.local}`, { type, local: record.local, body: record.body });
      }
    }
  }
  return found;
}

function digestOf(party: WantedParty | null): string | undefined {
  return party === null || party.subject === null ? undefined : party.digest;
}
